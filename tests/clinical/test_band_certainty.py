"""The figures beside a band, held against the label's bands as transcribed apart from `calc`."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from calc.catalogue import run
from calc.model.outcomes import Outcome
from tests.clinical.evidence import row_for

HSV = "hsv-40-every-8-h"
STEP = {"mg/dL": Fraction("0.01"), "umol/L": Fraction(1)}
PER_MG = {"mg/dL": Fraction(1), "umol/L": Fraction("88.4")}
"""How much of each unit is 1 mg/dL."""


def band(per_kg: Fraction) -> Fraction:
    """The lower edge of the band that holds a clearance per kg; nought below the table."""
    return row_for(HSV, per_kg).low


def estimated(age: Fraction, sex: str, creatinine: Fraction, unit: str) -> Fraction:
    share = Fraction("0.85") if sex == "female" else Fraction(1)
    return share * (140 - age) / (72 * creatinine / PER_MG[unit])


def beside(outcome: Outcome, name: str) -> Fraction | None:
    value = outcome.values.get(name)
    return value.value if value else None


def crosses(
    own: Fraction, at: Callable[[Fraction], Fraction], out: Fraction, back: Fraction
) -> bool:
    """Whether a figure is in another band, and the printed one before it still in its own."""
    return band(at(out)) != own == band(at(back))


def test_the_printed_creatinine_and_the_birthday_beside_a_band_are_the_first_that_cross() -> None:
    grid = product(
        *((45, 68, 90), ("male", "female")),
        (
            ("0.7", "mg/dL"),
            ("1.0", "mg/dL"),
            ("1.43", "mg/dL"),
            ("80", "umol/L"),
            ("151", "umol/L"),
        ),
    )
    held = 0
    for age, sex, (creatinine, unit) in grid:
        typed, years, step = Fraction(creatinine), Fraction(age), STEP[unit]
        own = band(estimated(years, sex, typed, unit))
        kidneys = {"age": str(age), "sex": sex, "creatinine": creatinine, "creatinine_unit": unit}
        outcome = run("band-certainty", asked(kidneys))
        if not own:
            assert "refusal" == outcome.kind
            continue
        by_creatinine = lambda each: estimated(years, sex, each, unit)  # noqa: B023, E731
        by_age = lambda each: estimated(each, sex, typed, unit)  # noqa: B023, E731
        lower, higher = (beside(outcome, f"creatinine_{way}_band") for way in ("lower", "higher"))
        older = beside(outcome, "age_lower_band")
        assert lower
        assert crosses(own, by_creatinine, lower, lower - step)
        assert higher is None or crosses(own, by_creatinine, higher, higher + step)
        assert (higher is None) is (own == Fraction("1.4"))
        assert older is None or crosses(own, by_age, older, older - 1)
        held += 1

    assert 20 < held


def test_the_measured_clearance_and_the_weight_beside_a_band_are_the_first_that_cross() -> None:
    tenth = Fraction(1, 10)
    for clearance, weight in product((30, 42, 56, 63, 71, 99), (52, 70)):
        own = band(Fraction(clearance, weight))
        outcome = run("band-certainty", asked({"measured_clearance": str(clearance)}, weight))
        by_clearance = lambda each: each / weight  # noqa: B023, E731
        by_weight = lambda each: clearance / each  # noqa: B023, E731
        less, more = (
            beside(outcome, f"measured_clearance_{way}_band") for way in ("lower", "higher")
        )
        heavier, lighter = (beside(outcome, f"weight_{way}_band") for way in ("lower", "higher"))
        assert less
        assert heavier
        assert crosses(own, by_clearance, less, less + tenth)
        assert more is None or crosses(own, by_clearance, more, more - tenth)
        assert crosses(own, by_weight, heavier, heavier - tenth)
        assert lighter is None or crosses(own, by_weight, lighter, lighter + tenth)


def test_another_figure_just_above_an_edge_is_not_written_as_at_it() -> None:
    """By hand: 1 / (0.909 x 1.1) = 1.00010..., above 1, where 30 mg/kg are given every 8 hours."""
    outcome = run("band-certainty", asked(by_creatinine("0.909")))
    assert outcome.answer
    (compared,) = outcome.answer.comparison
    (cells,) = (row.cells for row in compared.rows if row.id == "creatinine-higher-10")

    assert ("1.0001 mL/min/kg", "30 mg/kg (2,100 mg) every 8 hours") == cells[1:3]


@pytest.mark.parametrize(
    ("age", "creatinine", "said", "falls_at"),
    [
        ("116", "0.7", "at 120 the band falls; up to the age of 114 it would be higher", "120"),
        ("117", "0.68", "up to the age of 115 it would be higher", ""),
        ("30", "1.21", "at 53 the band falls; up to the age of 18 it would be higher", "53"),
        ("30", "1.22", "at 53 the band falls", "53"),
        ("90", "0.15", "none", ""),
    ],
)
def test_a_birthday_is_told_from_18_to_120_years_as_ages_are_asked_for(
    age: str, creatinine: str, said: str, falls_at: str
) -> None:
    """By hand: 140 - 0.4 x 72 x 0.7 = 119.84, with 0.68 120.4; 140 - 1.4 x 72 x 1.21 = 18.03."""
    ticked = asked(by_creatinine(creatinine, age)) | {"confirm": "yes"}
    outcome = run("band-certainty", ticked)
    assert outcome.answer
    (birthday,) = (line.text for line in outcome.answer.lines if line.label == "Birthday")
    falls = beside(outcome, "age_lower_band")

    assert (said, falls_at) == (birthday, str(falls or ""))


def by_creatinine(creatinine: str, age: str = "68") -> dict[str, str]:
    """A man; at 68 years his clearance per kg is 1 divided by his creatinine."""
    return {"age": age, "sex": "male", "creatinine": creatinine, "creatinine_unit": "mg/dL"}


def asked(kidneys: dict[str, str], weight: int = 70) -> dict[str, str]:
    return kidneys | {"weight": str(weight), "dialysis": "no", "regimen": HSV}
