"""Intravenous aciclovir: a table typed apart, and every answer worked out again without `calc`."""

import csv
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import NamedTuple

from calc.catalogue import CATALOGUE, run
from calc.clinical.aciclovir.inputs import SIMPLEX, ZOSTER
from calc.clinical.aciclovir.label import BANDS
from calc.clinical.aciclovir.reference import DOSES
from calc.clinical.body_surface import body_surface
from calc.model.inputs import Choice
from calc.model.outcomes import Outcome
from calc.model.quantity import LookedUp, Quantity, constant
from tests.every import of_every

TABLE = Path(__file__).with_name("aciclovir_table.csv")
"""The bands as transcribed a second time, apart from the rows of `calc`."""

VIALS = {"us-500": "49/500", "us-1000": "98/1000", "uk-250": "26.7/250", "uk-500": "53.4/500"}
"""Sodium over drug, mg, as printed of each vial."""
MOST = {"us": 7, "uk": 5}
STRENGTH = {"us": 50, "uk": 25}
SAME_IN_BOTH_UNITS = {"weight": "67.34025", "height": "160"}
"""Of a body surface of exactly 1.73 m2."""
EDGES = ["50", "25", "10"]
NEAR = Fraction(1, 10**9)
SIDES = {"just above": NEAR, "at": Fraction(0), "just below": -NEAR}
GRID = [
    *product(
        ["female", "male"],
        ["41", "68", "87"],
        ["46.3", "61", "74.9"],
        ["0.62", "1.1", "2.37", "5.9"],
        ["us", "uk"],
        ["vzv", "hsv"],
    )
]


class Transcribed(NamedTuple):
    """One row of the transcription; an empty cell is None."""

    above: Fraction | None
    up_to: Fraction | None
    part: Fraction
    every: int
    vzv: Fraction
    hsv: Fraction


def transcribed() -> list[Transcribed]:
    """The rows, the highest clearance first."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        cells = [[each or None for each in row.values()] for row in csv.DictReader(file)]
    return [
        Transcribed(
            above and Fraction(above),
            up_to and Fraction(up_to),
            Fraction(part or 0),
            int(every or 0),
            Fraction(vzv or 0),
            Fraction(hsv or 0),
        )
        for above, up_to, part, every, vzv, hsv in cells
    ]


def row_for(clearance: Fraction) -> Transcribed:
    """The one row that holds a clearance; an edge lies in the row below it."""
    (found,) = (
        row
        for row in transcribed()
        if (row.above is None or clearance > row.above)
        and (row.up_to is None or clearance <= row.up_to)
    )
    return found


def answer(**changed: str) -> Outcome:
    """The answer for a man with a measured clearance, some of his answers changed."""
    asked = {
        **{"age": "68", "sex": "male", "renal_replacement": "none", "infection": "vzv"},
        **SAME_IN_BOTH_UNITS,
        **{"product_text": "us", "vial": "us-500"},
        **changed,
    }
    return run("aciclovir-iv", asked, True)


def decimal(value: Fraction) -> str:
    return Quantity(value, "1").decimal()


def test_the_rows_that_compute_are_those_transcribed() -> None:
    assert transcribed() == [
        Transcribed(
            None if band.above is None else Fraction(band.above),
            None if band.up_to is None else Fraction(band.up_to),
            band.share,
            band.every,
            ZOSTER.full.value * band.share,
            SIMPLEX.full.value * band.share,
        )
        for band in BANDS
    ]


def test_the_table_on_the_page_prints_the_rows_transcribed() -> None:
    assert [
        (f"{row.up_to} or less" if row.above is None else f"above {row.above}")
        + (f", up to {row.up_to}" if row.above and row.up_to else "")
        + "".join(
            f" | {decimal(dose)} mg/kg every {row.every} hours" for dose in (row.vzv, row.hsv)
        )
        for row in transcribed()
    ] == [" | ".join(row) for row in DOSES.rows]


def test_the_table_on_the_page_says_which_text_counts_in_which_unit_and_its_sources() -> None:
    assert "(US label: mL/min/1.73 m2; UK text: mL/min)" in DOSES.caption
    sources = DOSES.caption.partition("Sources: ")[2].split("; ")
    assert ["US aciclovir injection label", "UK intravenous aciclovir text"] == [
        each.partition(" (")[0] for each in sources
    ]


def test_the_bands_leave_no_gap_and_do_not_overlap() -> None:
    assert [band.above for band in BANDS[:-1]] == [band.up_to for band in BANDS[1:]]


@of_every([*product(EDGES, SIDES, ("us", "uk"))], " ".join)
def test_each_side_of_each_edge_in_both_units(place: tuple[str, str, str]) -> None:
    edge, side, text = place
    clearance = Fraction(edge) + SIDES[side]
    expected = row_for(clearance)

    outcome = answer(measured_clearance=decimal(clearance), product_text=text)

    assert expected.vzv == outcome.values["dose_per_kg"].value
    assert expected.every == outcome.values["interval"].value
    assert Fraction(outcome.values["clearance_per_1_73_m2"].decimal()) == clearance


def test_dose_and_interval_are_looked_up_in_one_step() -> None:
    values = answer(measured_clearance="60").values

    assert isinstance(values["interval"].derivation, LookedUp)
    assert values["interval"].derivation is values["dose_per_kg"].derivation


@of_every(GRID, " ".join)
def test_an_answer_is_what_it_is_worked_out_again(
    patient: tuple[str, str, str, str, str, str],
) -> None:
    sex, age, kg, creatinine, text, virus = patient
    weight, share = Fraction(kg), Fraction("0.85") if sex == "female" else 1
    vial = f"{text}-500"
    by_formula = share * (140 - int(age)) * weight / (72 * Fraction(creatinine))
    surface = body_surface(Quantity(Fraction(170), "cm"), Quantity(weight, "kg")).value
    row = row_for(by_formula if text == "uk" else by_formula * Fraction("1.73") / surface)
    dose = (row.vzv if virus == "vzv" else row.hsv) * weight
    sodium, drug = map(Fraction, VIALS[vial].split("/"))
    typed = {"age": age, "sex": sex, "weight": kg, "height": "170", "infection": virus}
    typed |= {"creatinine": creatinine, "creatinine_unit": "mg/dL"}

    values = answer(**typed, product_text=text, vial=vial).values

    assert {
        "dose": dose,
        "interval": row.every,
        "dose_24_h": dose * 24 / row.every,
        "drug_volume": dose / STRENGTH[text] // Fraction("0.1") * Fraction("0.1"),
        "total_volume": -(-dose // MOST[text]),
        "highest_rate": -(-dose // MOST[text]),
        "sodium_mass": dose * sodium / drug,
    } == {
        name: values[name].value
        for name in (
            *("dose", "interval", "dose_24_h", "drug_volume", "total_volume"),
            *("highest_rate", "sodium_mass"),
        )
    }


@of_every(GRID, " ".join)
def test_what_is_hung_is_never_stronger_than_the_text_allows_nor_more_than_the_dose(
    patient: tuple[str, str, str, str, str, str],
) -> None:
    sex, age, kg, creatinine, text, virus = patient
    typed = {"age": age, "sex": sex, "weight": kg, "height": "170", "infection": virus}
    typed |= {"creatinine": creatinine, "creatinine_unit": "mg/dL"}

    values = answer(**typed, product_text=text, vial=f"{text}-500").values

    assert values["concentration"].value <= MOST[text]
    assert values["drug_volume"].value * STRENGTH[text] <= values["dose"].value


@of_every([*product(["140", "163.7", "188"], ["38.2", "70", "151.4"])], " x ".join)
def test_a_body_surface_is_the_root_or_the_next_ten_thousandth_above(
    body: tuple[str, str],
) -> None:
    height, weight = map(Fraction, body)
    surface = body_surface(Quantity(height, "cm"), Quantity(weight, "kg")).value

    square = height * weight / 3600
    assert (surface - Fraction(1, 10**4)) ** 2 < square <= surface**2


def test_a_body_surface_is_shown_with_all_its_digits() -> None:
    """The square root of 170 x 70 / 3600 is 1.81812..."""
    assert "1.8182 m2" == body_surface(constant(170, "cm"), constant(70, "kg")).shown()


def test_a_body_surface_of_exactly_2_is_not_raised() -> None:
    assert 2 == body_surface(Quantity(Fraction(180), "cm"), Quantity(Fraction(80), "kg")).value


@of_every(["female 120 160", "male 131.3 181", "female 91 152.4"])
def test_in_obesity_every_row_is_the_dose_for_its_weight(body: str) -> None:
    sex, kg, cm = body.split()
    weight, height = Fraction(kg), Fraction(cm)
    ideal = Fraction("50" if sex == "male" else "45.5") + Fraction("2.3") * (
        height / Fraction("2.54") - 60
    )
    weights = [ideal, ideal + Fraction("0.4") * (weight - ideal), weight]

    outcome = answer(sex=sex, weight=kg, height=cm, measured_clearance="140", confirm="yes")

    assert outcome.answer
    (compared,) = outcome.answer.comparison
    rows = compared.rows
    assert [10 * each for each in weights] == [row.values["dose"].value for row in rows]
    assert "dose" not in outcome.values


@of_every(["haemodialysis", "peritoneal"])
def test_on_dialysis_the_creatinine_changes_nothing(kind: str) -> None:
    low, high = (
        answer(renal_replacement=kind, creatinine=each, creatinine_unit="mg/dL").values
        for each in ("0.9", "9")
    )

    assert ("5", "24") == (low["dose_per_kg"].decimal(), low["interval"].decimal())
    assert {name: each.value for name, each in low.items()} == {
        name: each.value for name, each in high.items()
    }


@of_every(["haemodialysis", "peritoneal"])
def test_no_word_on_dialysis_asks_for_another_dose(kind: str) -> None:
    outcome = answer(renal_replacement=kind, creatinine="6", creatinine_unit="mg/dL")
    said = " ".join(caution.whole for caution in outcome.cautions).lower()

    assert not any(word in said for word in ("extra", "additional", "supplement", "repeat"))


@of_every(
    [
        ({"measured_clearance": "50.00001"}, "50.00001"),
        ({"measured_clearance_per_area": "50.00001"}, "50.00001"),
        ({"creatinine": "1.3468", "creatinine_unit": "mg/dL"}, "50.0001"),
    ],
    str,
)
def test_a_clearance_just_above_an_edge_is_shown_above_it_in_both_units(
    place: tuple[dict[str, str], str],
) -> None:
    typed, shown = place
    values = answer(**typed).values

    assert f"{shown} mL/min" == values["clearance"].shown()
    assert f"{shown} mL/min/1.73 m2" == values["clearance_per_1_73_m2"].shown()


@of_every([("160", True), ("149", False)], str)
def test_below_65_a_low_creatinine_is_doubted_in_the_thin_alone(place: tuple[str, bool]) -> None:
    """Of the same 62.8 mL/min, which at 0.8 mg/dL would be 47.1, below the edge of 50."""
    height, doubted = place
    typed = {"age": "64", "sex": "female", "weight": "42", "creatinine": "0.6"}
    typed |= {"creatinine_unit": "mg/dL", "product_text": "uk", "height": height}

    said = {caution.id for caution in answer(**typed).cautions}

    assert doubted is ("creatinine-of-little-muscle" in said)


def test_each_text_is_offered_with_its_unit_and_its_greatest_concentration() -> None:
    asked = CATALOGUE["aciclovir-iv"].inputs["product_text"]

    assert isinstance(asked, Choice)
    assert {
        "US label": "Clearance in mL/min/1.73 m2; at most 7 mg/mL.",
        "UK text": "Clearance in mL/min; at most 5 mg/mL.",
    } == {option.label: option.hint for option in asked.options}


def test_after_its_answer_the_next_step_takes_it_as_the_treatment_given() -> None:
    outcome, question = answer(measured_clearance="60"), CATALOGUE["next-step"].inputs["treatment"]

    assert outcome.answer
    assert isinstance(question, Choice)
    assert {"treatment": "aciclovir-iv"} == outcome.answer.settled
    assert "aciclovir-iv" in {option.id for option in question.options}
