"""Whatever is typed ends in an outcome that was foreseen, tried on hundreds of answers."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from calc.catalogue import CATALOGUE, run, run_json
from calc.model.outcomes import Outcome
from calc.present.record import to_json_line
from calc.present.result import render_html, summary
from calc.present.text import render_text
from tests.catalogue import strategies as some
from tests.catalogue.strategies import Answers
from tests.every import of_every

FORESEEN = {"answer", "refusal", "invalid"}

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
@settings(max_examples=100)
@given(raw=some.anything)
def test_any_raw_answers_end_in_a_foreseen_outcome(name: str, raw: dict[str, object]) -> None:
    outcome = run(name, raw)

    assert outcome.kind in FORESEEN
    assert shown(outcome)


@every_calculator
@settings(max_examples=100)
@given(data=st.data())
def test_spoilt_answers_end_in_a_foreseen_outcome(name: str, data: st.DataObject) -> None:
    outcome = run(name, data.draw(some.half_valid(careful(name))))

    assert outcome.kind in FORESEEN
    assert shown(outcome)


@every_calculator
@settings(max_examples=100)
@given(written=st.text())
def test_any_text_for_json_is_answered(name: str, written: str) -> None:
    assert run_json(name, written).kind in FORESEEN


@every_calculator
@settings(max_examples=100)
@given(written=st.binary())
def test_any_bytes_for_json_are_answered(name: str, written: bytes) -> None:
    assert run_json(name, written.decode(errors="replace")).kind in FORESEEN


@given(raw=some.anything)
def test_only_an_answer_or_a_refusal_holds_values(raw: dict[str, object]) -> None:
    outcome = run("foscarnet-plan", raw)

    assert outcome.kind in ("answer", "refusal") or not outcome.values


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
