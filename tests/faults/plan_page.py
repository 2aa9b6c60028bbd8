"""The page of the plan, as every trial of a fault reads it, in either browser."""

from collections.abc import Mapping

from calc.catalogue import run
from calc.present.form import FOR_THE_HOST
from tests.plan import ANSWERS, PLAN

PLACE = f"calculators/{PLAN}.html"
OTHER_PATIENT = {**ANSWERS, "weight": "80"}
ALONE = "delete self.SharedWorker;"
"""A page that runs this first has a worker of its own, which the next page does not find."""


def headline(answers: Mapping[str, str] = ANSWERS) -> str:
    """What plain Python says first."""
    answer = run(PLAN, answers).answer
    assert answer
    return answer.headline


def line_and_cause(line: str | None, cause: str | None) -> str:
    """What a clinician reads, and after it why, which is folded where there is more to say."""
    return f"{line} {FOR_THE_HOST}: {cause}" if cause else f"{line}"
