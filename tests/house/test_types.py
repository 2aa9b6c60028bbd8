"""What the types of this house find, beside what they would anywhere."""

import mypy.api

from tests.root import ROOT


def type_errors(code: str) -> str:
    """What mypy says of a few lines, as strictly as of the house itself."""
    said, _, _ = mypy.api.run(["--config-file", str(ROOT / "pyproject.toml"), "-c", code])
    return said


def test_a_rule_that_forgets_what_is_not_known_is_a_type_error() -> None:
    forgets = """
from calc.model.inputs import YesNoUnknown
def rule(slugs: YesNoUnknown) -> str:
    match slugs:
        case YesNoUnknown.YES: return "beer"
        case YesNoUnknown.NO: return "none"
def other(slugs: YesNoUnknown) -> str:
    return "beer" if slugs else "none"
"""
    said = type_errors(forgets)

    assert "[exhaustive-match]" in said
    assert "[truthy-bool]" in said


def test_an_outcome_cannot_be_typed_to_hold_none_of_what_it_must_hold() -> None:
    holds_none = """
from calc.model.outcomes import Answered, Outcome, Refused
Answered(calculator="a", version="0", answer=None)
Refused(calculator="a", version="0", refusal=None, showing={})
def dose(outcome: Outcome) -> float:
    match outcome:
        case Answered(answer=answer): return float(answer["dose"].value)
"""
    said = type_errors(holds_none)

    assert 2 == said.count("[arg-type]")
    assert "[exhaustive-match]" in said
