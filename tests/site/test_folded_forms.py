"""A form that is folded in a result is drawn when it is unfolded, of the answers of that result."""

import pytest
from playwright.sync_api import Locator, expect

from calc.catalogue import CATALOGUE
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import Opener

NEXT = "band-certainty"
"""A calculator to which the plan leads, and which asks of the same patient."""


@pytest.fixture
def fold(open_calculator: Opener) -> Locator:
    """That calculator, folded in a plan that was answered."""
    form = open_calculator(PLAN)
    form.submit(ANSWERS)
    form.page.locator(".goes-on > summary").click()
    return form.page.locator(".onward > details").filter(has_text=CATALOGUE[NEXT].title)


def unfold(fold: Locator) -> Locator:
    """Press on its title; the form that is to be there."""
    fold.locator("> summary").click()
    return fold.locator("> .calculator")


def test_it_is_there_once_it_is_unfolded_and_no_other_is(fold: Locator) -> None:
    expect(unfold(fold)).to_have_attribute("data-state", "ready")

    drawn = fold.page.locator(".outcome .calculator")
    assert [NEXT] == [each.get_attribute("data-calculator") for each in drawn.all()]


def test_what_was_typed_in_it_stays_when_it_is_folded_and_unfolded(fold: Locator) -> None:
    typed = unfold(fold).locator("[spellcheck]").first
    typed.fill("1.23")
    fold.locator("> summary").click()

    unfold(fold)

    expect(typed).to_have_value("1.23")


def test_it_holds_what_the_result_was_made_of_and_not_what_is_typed_since(fold: Locator) -> None:
    """The page is not told of what is typed here, so the result stands as it was."""
    age = fold.page.locator(".calculator-form [name=age]").first
    age.evaluate("(age) => { age.value = '41'; }")

    expect(unfold(fold).locator("[name=age]")).to_have_value(ANSWERS["age"])


def test_one_that_python_does_not_draw_is_folded_again_and_drawn_the_next_time(
    fold: Locator,
) -> None:
    ask = fold.page.evaluate_handle("() => python.ask")
    fold.page.evaluate("() => { python.ask = () => Promise.reject(); }")
    form = unfold(fold)
    expect(fold).not_to_have_attribute("open", "")
    expect(form).to_have_count(0)
    fold.page.evaluate("(ask) => { python.ask = ask; }", ask)

    unfold(fold)

    expect(form).to_be_visible()
