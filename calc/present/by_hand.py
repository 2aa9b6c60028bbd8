"""What there is to work by where a calculator does not run: formulas, what to do, and tables."""

from typing import Any

from calc.model.calculator import Calculator
from calc.model.statements import Check
from calc.present.markup import Markup, tag
from calc.present.table import draw_formulas, draw_tables
from calc.present.text import cited

TITLE = "Work it out by hand"


def draw_by_hand(calculator: Calculator[Any], own_id: str) -> Markup | None:
    """Formulas and tables together, folded on the screen; nothing where there is neither.

    Requirement R-BY-HAND: Without Python or script, the formulas and tables to work by hand can be
    read.
    """
    if not calculator.works_by_hand:
        return None
    by_hand = calculator.by_hand
    steps = [tag("li", _step(each)) for each in by_hand.steps] if by_hand else []
    return tag(
        "details",
        tag("summary", tag("h2", TITLE), id=own_id),
        tag(
            "div",
            draw_formulas(by_hand.formulas) if by_hand else None,
            tag("ul", *steps) if steps else None,
            draw_tables(calculator.reference),
        ),
        class_="outcome-fold by-hand",
        data_search_exclude=True,
    )


def _step(step: Check) -> str:
    return f"{step.text} ({cited(step.cites)})"
