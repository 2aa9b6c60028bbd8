"""No page states by hand a figure that the calculators use: it takes it from them."""

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from calc.clinical.cidofovir.figures import FIGURES as CIDOFOVIR
from calc.clinical.foscarnet.figures import QUANTITIES
from calc.clinical.foscarnet.hydration import BEFORE_FIRST, WITH_LATER
from calc.clinical.foscarnet.label import BAND_EDGES
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.renal import PER_KG
from calc.model import units
from calc.model.digits import exact
from calc.model.quantity import Quantity, constant
from overrides.markdown.register import DOCS
from tests.docs.statements import CLINICAL
from tests.every import of_every

EXCEPTIONS = tomllib.loads(
    (Path(__file__).with_name("typed_figures.toml")).read_text(encoding="utf-8")
)["figure"]
PAGES = (*CLINICAL, "evidence/how-sure.md", "evidence/starting-text.md")
UNITS = (
    *("mg/kg/min", "mL/min/kg", "mmol/mL", "mL/min", "mg/dL", "mg/kg", "mg/mL", "µmol/L"),
    *("minutes", "min", "mmol", "mL", "mg", "g", "L"),
)
KIDNEYS = ("mg/dL", "mL/min")
"""The units of what cidofovir alone has; its 5 mg/kg, 1 g and 1 L are other drugs' figures too."""
LARGER = {"g": (1000, "mg"), "L": (1000, "mL"), "minutes": (1, "min")}
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
TYPED = re.compile(
    rf"(?<![\d.,])(?P<numbers>{NUMBER}(?:(?:,? (?:to|or|and) |, |–|-){NUMBER})*)[ \u00a0]?"
    rf"(?P<unit>{'|'.join(map(re.escape, UNITS))})(?![\w/])"
)


def typed_figures(text: str) -> list[tuple[Fraction, str, str]]:
    """Each number with its unit that a text states: the value, the unit, the words."""
    found = []
    for match in TYPED.finditer(text):
        times, unit = LARGER.get(match["unit"], (1, match["unit"]))
        for number in re.findall(NUMBER, match["numbers"]):
            value = exact(number.replace(",", "")) * times
            found.append((value, unit, f"{number} {match['unit']}"))
    return found


def owned() -> list[Quantity]:
    """Every quantity that a page must not state by hand: the figures, doses, bands and volumes."""
    rows = [row for regimen in REGIMENS.values() for row in regimen.table.rows]
    fluids = (BEFORE_FIRST, *WITH_LATER)
    return [
        *QUANTITIES.values(),
        *(
            each
            for each in CIDOFOVIR.values()
            if isinstance(each, Quantity) and each.unit in KIDNEYS
        ),
        *(constant(row.give, "mg/kg") for row in rows),
        *(constant(edge, PER_KG) for edge in BAND_EDGES),
        *(constant(volume, "mL") for fluid in fluids for volume in (fluid.low, fluid.high)),
    ]


OWNED = {(each.value, units.for_people(each.unit)) for each in owned()}


@of_every(PAGES)
def test_a_page_takes_the_calculators_figures_from_them(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    allowed = {(each["typed"], each["line"]) for each in EXCEPTIONS if each["page"] == name}
    by_hand = {
        (words, next((start for _, start in allowed if line.startswith(start)), line))
        for line in text.split("\n")
        for value, unit, words in typed_figures(line)
        if (value, unit) in OWNED
    }

    assert allowed == by_hand


@of_every(EXCEPTIONS, lambda each: f"{each['page']}: {each['typed']}")
def test_an_exception_has_its_reason(exception: dict[str, str]) -> None:
    assert len(exception["why"]) > 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("never above 1 mg/kg/min", ["1 mg/kg/min"]),
        ("750 to 1,000 mL", ["750 mL", "1,000 mL"]),
        ("40–60 mg/kg", ["40 mg/kg", "60 mg/kg"]),
        ("500, 750 or 1,000 mL", ["500 mL", "750 mL", "1,000 mL"]),
        ("24mg/mL", ["24 mg/mL"]),
        ("6 g", ["6 g"]),
        ("over 60\N{NO-BREAK SPACE}minutes", ["60 minutes"]),
        ("a clearance of 0.4 mL/min/kg", ["0.4 mL/min/kg"]),
        ("eGFR in mL/min/1.73 m²", []),
    ],
)
def test_a_figure_is_a_number_with_its_unit(text: str, expected: list[str]) -> None:
    assert expected == [words for _, _, words in typed_figures(text)]


def test_the_calculators_own_figures() -> None:
    assert (Fraction(2, 5), "mL/min/kg") in OWNED
    assert (Fraction(1000), "mL") in OWNED
