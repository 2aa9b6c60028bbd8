"""The forms to fill in by hand say what the calculator computes."""

from calc.clinical.foscarnet.infusion import infusion_of
from calc.clinical.foscarnet.on_paper import ON_PAPER, PRINTED
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


@of_every(zip(PRINTED, VOLUMES, strict=True), lambda row: f"{row[0]} mg")
def test_a_printed_volume_is_the_calculators(printed: tuple[int, tuple[str, ...]]) -> None:
    dose, (_, *volumes) = printed

    assert [volume(dose, "central"), volume(dose, "peripheral")] == volumes
