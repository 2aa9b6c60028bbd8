"""No page states by hand a figure that the calculators use: it takes it from them."""

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from calc.model import units
from calc.model.digits import exact
from calc.present.figures import owned
from overrides.markdown.register import DOCS
from tests.docs.statements import CLINICAL

EXCEPTIONS = tomllib.loads(
    (Path(__file__).with_name("typed_figures.toml")).read_text(encoding="utf-8")
)["figure"]
PAGES = (*CLINICAL, "evidence/how-sure.md", "evidence/starting-text.md", "pathway.toml")
UNITS = (
    {"min": "minutes?|min"}
    | {
        unit: re.escape(unit)
        for unit in (
            "mg/kg/min",
            "mL/min/kg",
            "mg/kg",
            "mg/mL",
            "mmol/mL",
            "mL/min",
            "mg/dL",
            "µmol/L",
        )
    }
    | {unit: re.escape(unit) for unit in ("mmol", "mL", "mg")}
)
TYPED = re.compile(
    r"(?<![\d.,])(?P<first>\d[\d,]*(?:\.\d+)?)(?: to (?P<second>\d[\d,]*(?:\.\d+)?))?[ \u00a0]"
    rf"(?P<unit>{'|'.join(UNITS.values())})(?![\w/])"
)


def typed_figures(text: str) -> list[tuple[Fraction, str, str]]:
    """Each number with its unit that a text states: the value, the unit, the words."""
    found = []
    for match in TYPED.finditer(text):
        for number in filter(None, (match["first"], match["second"])):
            unit = "min" if match["unit"].startswith("min") else match["unit"]
            words = f"{number} {match['unit']}"
            found.append((exact(number.replace(",", "")), unit, words))
    return found


OWNED = {(each.value, units.for_people(each.unit)) for each in owned()}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_the_calculators_figures_from_them(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    allowed = {each["typed"] for each in EXCEPTIONS if each["page"] == name}
    by_hand = {words for value, unit, words in typed_figures(text) if (value, unit) in OWNED}

    assert allowed == by_hand


@pytest.mark.parametrize(
    "exception", EXCEPTIONS, ids=lambda each: f"{each['page']}: {each['typed']}"
)
def test_an_exception_has_its_reason(exception: dict[str, str]) -> None:
    assert len(exception["why"]) > 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("never above 1 mg/kg/min", ["1 mg/kg/min"]),
        ("750 to 1,000 mL", ["750 mL", "1,000 mL"]),
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
