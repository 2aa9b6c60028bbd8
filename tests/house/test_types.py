"""What the types of this house find, beside what they would anywhere."""

import mypy.api

from tests.house.test_root import ROOT


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
    said, _, _ = mypy.api.run(["--config-file", str(ROOT / "pyproject.toml"), "-c", forgets])

    assert "[exhaustive-match]" in said
    assert "[truthy-bool]" in said
