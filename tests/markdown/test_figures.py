"""Figures in prose are those that the calculators use."""

import re

import pytest
from markdown import Markdown

from calc.pages import FIGURES
from calc.present.figures import figure
from overrides.markdown.page import Fault
from tests.every import of_every


@pytest.fixture
def markdown() -> Markdown:
    return Markdown(extensions=["overrides.markdown.figures"])


def test_a_figure_stands_in_place_of_its_name(markdown: Markdown) -> None:
    expected = "<p>Never above 1\N{NO-BREAK SPACE}mg/kg/min.</p>"
    assert expected == markdown.convert("Never above [=rate-cap].")


def test_a_figure_in_code_is_left_as_it_is(markdown: Markdown) -> None:
    expected = "<p><code>[=rate-cap]</code></p>"
    assert expected == markdown.convert("`[=rate-cap]`")


def test_an_unknown_figure_stops_the_build(markdown: Markdown) -> None:
    with pytest.raises(Fault, match=r"\[=no-such-figure\] names no figure"):
        markdown.convert("[=no-such-figure]")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("clearance-stop", "0.4 mL/min/kg"),
        ("hsv-40-every-8-h", "40 mg/kg every 8 hours"),
        ("cmv-maintenance-120-minimum", "120 min"),
        ("container-dose", "6,000 mg"),
        ("container-sodium-mass", "1,375 mg"),
        ("container-sodium-amount", "60 mmol"),
        ("saline-half-litre-sodium-amount", "77 mmol"),
        ("saline-half-litre-sodium-mass", "1,770 mg"),
        ("fluid-higher", "750 to 1,000 mL"),
    ],
)
def test_figures_are_those_of_the_sources(name: str, expected: str) -> None:
    assert expected == figure(name).replace("\N{NO-BREAK SPACE}", " ")


BREAKS = re.compile(r"\d (?!to |times |\()\S+")
"""A number that may part from what stands behind it: no range, no count, no other unit."""


@of_every(FIGURES)
def test_a_figure_never_breaks_from_its_unit(name: str) -> None:
    assert [] == BREAKS.findall(figure(name))
