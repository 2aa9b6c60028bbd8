"""A question may depend on an earlier answer, and not known is an answer."""

import re
from pathlib import Path
from typing import Annotated, Any

import pytest

from calc.model.asking import When
from calc.model.calculator import Calculator, calculator
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.outcomes import Answer
from calc.present.fields import CONDITIONS
from calc.present.form import render_form
from tests.catalogue.diary import Soil
from tests.catalogue.diary_page import errors, form, reply

pytestmark = pytest.mark.usefixtures("guest")

ROOT = Path(__file__).parents[2]


def test_what_is_not_known_is_an_answer() -> None:
    options = form().one(data_field="slugs").all("input")

    assert ["yes", "no", "unknown"] == [each["value"] for each in options]
    assert "Slugs: look again" in reply(slugs="unknown", remedy="", beer="", beer_unit="")["text"]


def test_what_the_calculator_cannot_take_is_an_error_of_its_field() -> None:
    late = {"slugs": "unknown", "remedy": "", "beer": "", "beer_unit": "", "told": "2026-11-29"}

    assert [("told", "order")] == errors(**late)


def test_what_the_form_has_hidden_is_no_answer() -> None:
    said = reply(slugs="no")

    assert "answer" == said["outcome"]
    assert not {"remedy", "beer", "beer_unit"} & {*said["record"]["inputs"]}


def test_an_option_that_the_form_has_hidden_is_to_be_chosen_anew() -> None:
    said = reply(soil="sand")["record"]

    assert [("crop", "missing")] == [(each["field"], each["code"]) for each in said["errors"]]


def test_the_form_says_what_each_question_follows() -> None:
    def conditions(field: str) -> set[str]:
        around = form().one(data_field=field).ancestors()
        return {
            at for each in around if "data-follows" in each for at in each["data-follows"].split()
        }

    (by_yes,) = conditions("remedy")
    (by_beer,) = conditions("beer") - {by_yes}
    assert {by_yes, by_beer} == conditions("beer_unit")
    assert by_yes in form().one(id="here-slugs")["data-asks"].split()
    assert by_beer in form().one(name="remedy", value="beer")["data-asks"].split()
    assert "data-asks" not in form().one(name="remedy", value="fleece")


def test_the_style_sheet_knows_as_many_conditions_as_a_form_may_have() -> None:
    sheet = (ROOT / "overrides/styles/form.css").read_text(encoding="utf-8")

    told = re.findall(r'data-asks~="if-(\d+)"]:checked\)\) \[data-follows~="if-(\d+)"', sheet)
    assert [(str(at), str(at)) for at in range(CONDITIONS)] == told


def following(count: int) -> Calculator[Any]:
    """A calculator with so many options, each of which follows another answer."""
    kinds = "abcdefghijklm"[:count]
    plants = tuple(Option(each, each, each) for each in kinds)
    pots = tuple(Option(each, each, each, when=When("plant", (each,))) for each in kinds)

    @calculator("Diary")
    def diary(
        *,
        plant: Annotated[str, Choice(label="Plant", options=plants)],
        pot: Annotated[str, Choice(label="Pot", options=pots)],
    ) -> Answer:
        raise NotImplementedError

    return diary


def test_a_form_has_as_many_conditions_as_the_style_sheet_knows_and_no_more() -> None:
    assert CONDITIONS == render_form(following(CONDITIONS), "here").count("data-follows")

    with pytest.raises(AssertionError):
        render_form(following(CONDITIONS + 1), "here")


@pytest.mark.parametrize("when", [When("soils", ("clay",)), When("soil", ("mud",))])
def test_a_condition_of_what_is_not_asked_before_is_a_fault(when: When) -> None:
    def diary(*, soil: Soil, wet: Annotated[YesNoUnknown, yes_no_unknown("Wet"), when]) -> Answer:
        raise NotImplementedError

    with pytest.raises(TypeError):
        calculator("Diary")(diary)
