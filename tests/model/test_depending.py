"""A question that follows an earlier answer is asked with that answer alone."""

import pytest

from calc.model.calculator import Calculator
from calc.model.reading import as_shown, read_answers
from tests.catalogue.diary import ANSWERS, garden_diary
from tests.model.pond import pond

BEER = {"remedy": "beer", "beer": "500", "beer_unit": "mL"}
LEAVE_IT_OUT = "leave it out"


def errors(raw: dict[str, str], calculator: Calculator[...] = garden_diary) -> list[str]:
    """What is said of answers."""
    return [error.text for error in read_answers(calculator, raw).errors]


def test_an_answer_to_a_question_that_is_not_asked_is_named_and_so_is_what_follows_it() -> None:
    assert [
        f"Remedy is asked only where slugs is “Yes”: {LEAVE_IT_OUT}",
        f"Beer is asked only where remedy is “Beer”: {LEAVE_IT_OUT}",
        f"Beer unit is asked only where remedy is “Beer”: {LEAVE_IT_OUT}",
    ] == errors({**ANSWERS, **BEER, "slugs": "no"})


def test_of_a_question_that_ends_so_the_answer_is_named() -> None:
    assert [
        f"Depth is asked only where the answer to “Wet?” is “Yes” or “Not known”: {LEAVE_IT_OUT}"
    ] == errors({"wet": "no", "depth": "1"}, pond)


def test_an_option_that_is_not_offered_is_named_and_another_to_be_chosen() -> None:
    assert ["Crop: “Thyme” is a choice only where soil is “Sand”; choose another"] == errors(
        {**ANSWERS, "crop": "thyme"}
    )
    assert [] == errors({**ANSWERS, "crop": "thyme", "soil": "sand"})


@pytest.mark.parametrize("earlier", ["", "perhaps"])
def test_nothing_is_said_of_it_while_the_earlier_answer_is_itself_to_be_corrected(
    earlier: str,
) -> None:
    raw = {**ANSWERS, "slugs": earlier, "beer": "", "beer_unit": ""}
    (error,) = read_answers(garden_diary, raw).errors

    assert "slugs" == error.field


def test_only_that_is_said_of_it_whatever_it_holds() -> None:
    assert [f"Asked about slugs on is asked only where slugs is “Not known”: {LEAVE_IT_OUT}"] == (
        errors({**ANSWERS, "told": "31 June"})
    )


def test_where_it_is_asked_it_must_be_answered_unless_it_may_be_left_out() -> None:
    unknown = {"slugs": "unknown", "remedy": "", "beer": "", "beer_unit": ""}

    assert ["Choose remedy"] == errors({**ANSWERS, "remedy": "", "beer": "", "beer_unit": ""})
    assert ["Choose beer unit"] == errors({**ANSWERS, "beer_unit": ""})
    assert [] == errors({**ANSWERS, **unknown})
    assert [] == errors({**ANSWERS, **unknown, "told": "2026-11-28"})


def test_what_the_form_has_hidden_is_no_answer_and_what_is_not_asked_here_stays() -> None:
    raw = {**ANSWERS, **BEER, "slugs": "no", "moles": "two"}

    assert {*raw} - {*BEER} == {*as_shown(garden_diary, raw)}
    for given in (ANSWERS, {**ANSWERS, "bed": "rock"}):
        assert given == as_shown(garden_diary, given)
