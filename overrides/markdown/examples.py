"""`::: examples FILE`: the worked examples of docs/examples/FILE.toml, with what `calc` answers."""

import tomllib
from typing import Any

from calc import catalogue
from calc.model.outcomes import Outcome
from calc.model.tables import Placed
from calc.present.markup import Markup, tag
from calc.present.text import answered, read_inputs
from overrides.markdown.register import DOCS

CASES = DOCS / "examples"
FILES = sorted(file.stem for file in CASES.glob("*.toml"))


def examples(file: str) -> Markup:
    """The examples in a file, one under the other."""
    cases = tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))["case"]
    return tag(
        "details",
        tag("summary", f"{len(cases)} worked examples"),
        tag("ol", *map(_example, cases)),
        class_="examples",
        data_search_exclude=True,
    )


def _example(case: dict[str, Any]) -> Markup:
    outcome = catalogue.run(case["calculator"], case["answers"])
    answers = "; ".join(answered(label, read) for label, read in read_inputs(outcome))
    return tag(
        "li",
        tag("span", case["about"], class_="example-about"),
        tag("span", answers, class_="hint"),
        tag("strong", f"{_placed(outcome)}{_result(outcome)}"),
    )


def _placed(outcome: Outcome) -> str:
    """The value that the answer turns on, where it is drawn among the bands of a table."""
    pictures = outcome.answer.pictures if outcome.answer else ()
    return "".join(f"{each.value.shown()}: " for each in pictures if isinstance(each, Placed))


def _result(outcome: Outcome) -> str:
    if outcome.answer:
        return outcome.answer.headline
    return outcome.refusal.text if outcome.refusal else outcome.errors[0].text
