"""Whatever is typed ends in an outcome that was foreseen, tried on hundreds of answers."""

import codecs
import json
from collections import Counter
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from calc.batch import json_lines
from calc.catalogue import CATALOGUE, run
from tests.catalogue import strategies as some
from tests.catalogue.foreseen import FORESEEN, shown
from tests.catalogue.strategies import Answers

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


def unforeseen(name: str, raw: Mapping[str, object]) -> bool:
    """Whether a calculator gives for raw answers what nobody foresaw, or what cannot be shown."""
    outcome = run(name, raw)
    return outcome.kind not in FORESEEN or not shown(outcome)


@settings(max_examples=150)
@given(raw=some.anything)
def test_any_raw_answers_end_in_a_foreseen_outcome(raw: dict[str, object]) -> None:
    assert [] == [name for name in CATALOGUE if unforeseen(name, raw)]


@settings(max_examples=75)
@given(spoilt=some.spoilt, data=st.data())
def test_spoilt_answers_end_in_a_foreseen_outcome(
    spoilt: dict[str, object], data: st.DataObject
) -> None:
    answers = {name: data.draw(careful(name)) for name in CATALOGUE}

    assert [] == [name for name in CATALOGUE if unforeseen(name, {**answers[name], **spoilt})]


@settings(max_examples=100)
@given(line=(st.binary() | st.text().map(str.encode)).filter(lambda line: line[:2] not in UTF_16))
def test_any_line_of_bytes_is_answered_with_one_line(line: bytes) -> None:
    written = {name: [*json_lines(name, [line])] for name in CATALOGUE}

    assert {1} == {len(lines) for lines in written.values()}
    assert FORESEEN >= {json.loads(each)["outcome"] for (each,) in written.values()}


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
