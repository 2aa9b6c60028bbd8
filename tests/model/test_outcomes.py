"""An outcome is one of four, and what none of them can be is not built.

Each `ignore` below stands where mypy finds it too: an ignore of nothing is an error of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from calc.model.outcomes import (
    Answer,
    Answered,
    Failed,
    FieldError,
    InputError,
    Invalid,
    Outcome,
    Refused,
    Typed,
    in_a_sentence,
    shortened,
    with_typed,
)
from calc.model.quantity import Quantity, constant
from calc.model.refusals import Refusal
from calc.model.values import always, keep, keep_led, leading, sometimes
from tests.every import of_every

WHO: dict[str, Any] = {"calculator": "sheet", "version": "0"}
ANSWER = Answer({"dose": constant(2, "g")})
REFUSAL = Refusal("too-small", "Too small.", "Ask.", ())
WRONG = FieldError("size", "number", "Size must be a number.")
TYPED = {"size": Typed("3", "3", "m")}

IMPOSSIBLE: Mapping[str, Callable[[], Outcome]] = {
    "an answer without an answer": lambda: Answered(**WHO),
    "an answer with a refusal": lambda: Answered(**WHO, answer=ANSWER, refusal=REFUSAL),  # type: ignore[call-arg]
    "an answer with an error": lambda: Answered(**WHO, answer=ANSWER, errors=(WRONG,)),  # type: ignore[call-arg]
    "a refusal without a refusal": lambda: Refused(**WHO, showing={}),
    "a refusal with an answer": lambda: Refused(
        **WHO,
        refusal=REFUSAL,
        showing={},
        answer=ANSWER,  # type: ignore[call-arg]
    ),
    "a refusal that does not say what it shows": lambda: Refused(**WHO, refusal=REFUSAL),
    "errors without an error": lambda: Invalid(**WHO, errors=()),
    "errors with an answer": lambda: Invalid(**WHO, errors=(WRONG,), answer=ANSWER),  # type: ignore[call-arg]
    "errors with working": lambda: Invalid(**WHO, errors=(WRONG,), working=(constant(2, "g"),)),  # type: ignore[call-arg]
    "a failure with an answer": lambda: Failed(**WHO, answer=ANSWER),  # type: ignore[call-arg]
    "a failure that tells what was typed": lambda: Failed(**WHO, inputs=TYPED),  # type: ignore[call-arg]
    "a failure that tells what was confirmed": lambda: Failed(**WHO, confirmed=("size",)),  # type: ignore[call-arg]
}


@of_every(IMPOSSIBLE)
def test_an_impossible_outcome_is_refused_where_it_is_built(name: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        IMPOSSIBLE[name]()


def test_an_invalid_outcome_without_an_error_is_refused_with_the_reason() -> None:
    with pytest.raises(ValueError, match=r"^an invalid outcome names what to correct$"):
        Invalid(**WHO, errors=())


def test_several_errors_are_said_one_after_the_other() -> None:
    assert "Size must be a number.; Enter age" == str(
        InputError(WRONG, FieldError("age", "missing", "Enter age"))
    )


def test_what_was_built_stays_as_it_is() -> None:
    refused = Refused(**WHO, refusal=REFUSAL, showing={})

    with pytest.raises(FrozenInstanceError):
        refused.answer = ANSWER  # type: ignore[misc]


DECLARED = (
    *leading(always("mL/min", "clearance")),
    *always("mg", "dose"),
    *sometimes("h", "interval"),
)
CLEARANCE, DOSE = constant(20, "mL/min"), constant(400, "mg")


@of_every(
    [
        {"dose": DOSE},
        {"clearance": CLEARANCE, "dose": DOSE},
        {"interval": constant(8, "h")},
        {"clearance": DOSE},
        {"rate": CLEARANCE},
    ]
)
def test_a_refusal_shows_nothing_but_what_is_declared_to_lead_to_one(
    showing: Mapping[str, Quantity],
) -> None:
    with pytest.raises(ValueError, match="is declared"):
        keep_led(DECLARED, showing)


def test_a_refusal_may_show_what_led_to_it_and_need_not() -> None:
    keep_led(DECLARED, {"clearance": CLEARANCE})
    keep_led(DECLARED, {})


def test_an_answer_lacks_nothing_that_is_always_there() -> None:
    keep(DECLARED, {"clearance": CLEARANCE, "dose": DOSE})

    with pytest.raises(ValueError, match="is not: dose"):
        keep(DECLARED, {"clearance": CLEARANCE})


def test_no_answer_keeps_its_last_step_from_the_working() -> None:
    dose = (CLEARANCE * constant(20, "mg.min/mL")).named("dose", "mg")
    rounded = dose.rounded_down_to(constant(100, "mg"))

    with pytest.raises(ValueError, match="the last step to dose has no name"):
        keep(None, {"dose": rounded})
    keep(None, {"dose": rounded.named("dose", "mg")})


def test_nothing_of_an_outcome_is_left_to_a_later_assignment() -> None:
    """Each is there from the start, in all four, so whoever asks gets an answer."""
    kinds = (Answered, Refused, Invalid, Failed)

    assert 1 == len({frozenset(each.name for each in fields(kind)) - {"showing"} for kind in kinds})


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Age", "age"),
        ("QT interval", "QT interval"),
        ("QTc", "QTc"),
        ("IgG in serum", "IgG in serum"),
        ("Immune to VZV?", "immune to VZV?"),
        ("Clearance in mL/min", "clearance in mL/min"),
        ("X-ray", "x-ray"),
    ],
)
def test_a_label_in_a_sentence_keeps_the_capitals_that_mean_something(
    label: str, said: str
) -> None:
    assert said == in_a_sentence(label)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.2 mg/dL", "1.2 mg/dL"),
        ("1" * 40, "1" * 40),
        ("1" * 41, f"{'1' * 40}…"),
        ("70\tkg\n", "70 kg "),
        ("70\x1b[2J", "70?[2J"),
    ],
)
def test_what_was_typed_is_repeated_short_on_one_line_and_nothing_in_it_unseen(
    typed: str, shown: str
) -> None:
    assert shown == shortened(typed)


@pytest.mark.parametrize(
    ("why", "possible", "said"),
    [
        ("must be a number", "", "must be a number. “x” was typed"),
        ("must be a number", "1 to 5 kg", "must be a number. “x” was typed; 1 to 5 kg is possible"),
        ("“x” is none", "1 to 5 kg", "“x” is none. 1 to 5 kg is possible"),
        ("“x” is none", "", "“x” is none"),
    ],
)
def test_what_was_typed_is_said_once_and_then_what_is_possible(
    why: str, possible: str, said: str
) -> None:
    assert said == with_typed(why, " x ", possible)


def test_an_answer_may_get_further_values_but_no_second_of_a_name() -> None:
    more = ANSWER.with_values({"volume": constant(2, "mL")}, {"rate": CLEARANCE}, headline="2 g")

    assert ("2 g", ["dose", "volume", "rate"]) == (more.headline, [*more.values])
    with pytest.raises(ValueError, match=r"^a value stands already: dose, rate$"):
        more.with_values({"rate": CLEARANCE, "dose": DOSE, "volume_left": DOSE})


def test_a_value_that_an_answer_has_not_is_none() -> None:
    assert ANSWER.values["dose"] == ANSWER["dose"] == ANSWER.get("dose")
    assert ANSWER.get("rate") is None
