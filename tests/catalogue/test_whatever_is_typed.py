"""Whatever is typed ends in an outcome that was foreseen, tried on hundreds of answers."""

import codecs
import json
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from calc.__main__ import batch
from calc.catalogue import CATALOGUE, run
from calc.model.outcomes import Outcome
from calc.present.record import to_json_line
from calc.present.result import render_html, summary
from calc.present.text import render_text
from tests.catalogue import strategies as some
from tests.catalogue.strategies import Answers
from tests.every import of_every

FORESEEN = {"answer", "refusal", "invalid"}
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Two bytes at a start after which a line is not what ends with a newline's byte."""

CAREFUL = {
    "foscarnet-plan": some.plans | some.measured_plans,
    "creatinine-clearance": some.patients,
    "foscarnet-dose": some.patients,
    "foscarnet-infusion": some.infusions,
    "foscarnet-hydration": some.hydrations,
}


def careful(name: str) -> st.SearchStrategy[Answers]:
    """What a careful person answers; for any other calculator, what its worked examples do."""
    return CAREFUL[name] if name in CAREFUL else some.worked(name)


every_calculator = of_every(sorted(CATALOGUE))


def shown(outcome: Outcome) -> str:
    """Everything that could be shown or sent of an outcome."""
    return (
        to_json_line(outcome)
        + render_text(outcome)
        + render_html(outcome)
        + summary(outcome, "form")
    )


@every_calculator
@settings(max_examples=50)
@given(raw=some.anything)
def test_any_raw_answers_end_in_a_foreseen_outcome(name: str, raw: dict[str, object]) -> None:
    outcome = run(name, raw)

    assert outcome.kind in FORESEEN
    assert shown(outcome)


@every_calculator
@settings(max_examples=50)
@given(data=st.data())
def test_spoilt_answers_end_in_a_foreseen_outcome(name: str, data: st.DataObject) -> None:
    outcome = run(name, data.draw(some.half_valid(careful(name))))

    assert outcome.kind in FORESEEN
    assert shown(outcome)


@every_calculator
@settings(max_examples=50)
@given(line=(st.binary() | st.text().map(str.encode)).filter(lambda line: line[:2] not in UTF_16))
def test_any_line_of_bytes_is_answered_with_one_line(name: str, line: bytes) -> None:
    (written,) = batch(name, [line])

    assert json.loads(written)["outcome"] in FORESEEN


def test_careful_answers_are_mostly_answered() -> None:
    """Otherwise the properties of doses, infusions and fluid would hold of nothing."""
    reached: Counter[str] = Counter()

    @given(answers=some.plans)
    def tally(answers: Answers) -> None:
        reached[run("foscarnet-plan", answers).kind] += 1

    tally()

    assert {"answer", "refusal"} == {*reached}
    assert reached["answer"] > 60
    assert reached["refusal"] > 20
