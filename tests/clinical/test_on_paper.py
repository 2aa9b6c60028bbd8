"""The forms to fill in by hand say what the calculator computes."""

from calc.clinical.foscarnet.by_hand import OF_A_PLAN
from calc.clinical.foscarnet.infusion import infusion_of
from calc.clinical.foscarnet.on_paper import ON_PAPER, PRINTED
from calc.clinical.foscarnet.reference import FLUID, dose_table
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.quantity import constant
from tests.every import of_every

REGIMEN = next(iter(REGIMENS.values()))
WEIGHT = constant(100, "kg", "weight")
VOLUMES = ON_PAPER[0].tables[-1].rows


def volume(dose: int, access: str) -> str:
    """What runs in for a dose (mg), as the calculator says it."""
    given = constant(dose, "mg", "dose")
    return infusion_of(
        given, given / WEIGHT, WEIGHT, REGIMEN, access, first=False
    ).total_volume.shown()


def test_each_regimen_has_a_form_with_its_own_bands() -> None:
    assert [each.table.rows[0].dose for each in REGIMENS.values()] == [
        form.tables[0].rows[0][1] for form in ON_PAPER
    ]


def test_a_form_names_its_regimen_and_says_who_stands_behind_it() -> None:
    off_label = REGIMENS["vzv-40-every-8-h"]
    heeded = {form.title: form.heed[:2] for form in ON_PAPER}
    scope = "Adults. US label; the UK product's bands differ. This sheet neither warns nor refuses."
    whose = "Case series, 1991. Off label: to use the label's bands for it is this site's rule."

    assert [f"Foscarnet by hand: {each.name}" for each in REGIMENS.values()] == [*heeded]
    assert (scope, whose) == heeded[f"Foscarnet by hand: {off_label.name}"]


@of_every(REGIMENS)
def test_what_is_off_label_says_so_on_its_form_and_nothing_else_does(name: str) -> None:
    form = dict(zip(REGIMENS, ON_PAPER, strict=True))[name]

    assert bool(REGIMENS[name].off_label) == any("Off label" in each for each in form.heed)


@of_every(REGIMENS)
def test_a_form_has_room_for_what_is_asked_and_the_formulas_and_tables_of_a_plan(name: str) -> None:
    form = dict(zip(REGIMENS, ON_PAPER, strict=True))[name]

    assert {"Age, sex", "Weight, kg", "Creatinine, unit", "On dialysis?"} <= {*form.asked}
    assert OF_A_PLAN.formulas == form.formulas
    assert (dose_table(REGIMENS[name]), FLUID) == form.tables[:2]


def test_volumes_are_printed_for_doses_by_the_half_gram_up_to_6_g() -> None:
    volumes = ON_PAPER[0].tables[-1]

    assert "Volumes, rounded down to 0.1 mL: to check by." == volumes.caption
    assert ("Dose", "At 24 mg/mL", "At 12 mg/mL") == volumes.heads
    assert [f"{dose:,} mg" for dose in range(500, 6001, 500)] == [dose for dose, *_ in VOLUMES]


@of_every(zip(PRINTED, VOLUMES, strict=True), lambda row: f"{row[0]} mg")
def test_a_printed_volume_is_the_calculators(printed: tuple[int, tuple[str, ...]]) -> None:
    dose, (_, *volumes) = printed

    assert [volume(dose, "central"), volume(dose, "peripheral")] == volumes
