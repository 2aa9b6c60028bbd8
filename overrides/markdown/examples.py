"""`::: examples FILE`: the worked examples of tests/cases/FILE.toml, with what `calc` answers."""

import tomllib
from pathlib import Path
from typing import Any

from calc import catalogue
from calc.model.outcomes import Outcome
from calc.present.markup import Markup, tag
from calc.present.text import read_inputs

CASES = Path(__file__).parents[2] / "tests" / "cases"


def examples(file: str) -> Markup:
    """A table of the examples in a file. Raises KeyError if there is no such file."""
    path = CASES / f"{file}.toml"
    if not path.exists():
        raise KeyError(file)
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    heads = ("Patient", "Clearance, mL/min/kg", "Result")
    head = tag("tr", *(tag("th", each, scope="col") for each in heads))
    table = tag("table", tag("thead", head), tag("tbody", *map(_row, cases)), class_="dose-table")
    return tag("div", table, class_="examples", tabindex="0", role="region", aria_label="Examples")


def _row(case: dict[str, Any]) -> Markup:
    outcome = catalogue.run(case["calculator"], case["answers"])
    answers = ", ".join(read for _, read in read_inputs(outcome))
    return tag(
        "tr",
        tag("th", case["about"], tag("span", answers, class_="hint"), scope="row"),
        tag("td", _clearance(outcome)),
        tag("td", _result(outcome)),
    )


def _clearance(outcome: Outcome) -> str:
    clearance = outcome.values.get("clearance_per_kg")
    return clearance.shown().split("\N{NO-BREAK SPACE}")[0] if clearance else ""


def _result(outcome: Outcome) -> str:
    if outcome.answer:
        return outcome.answer.headline
    return outcome.refusal.text if outcome.refusal else outcome.errors[0].text
