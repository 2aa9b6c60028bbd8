"""The page script: a question goes to Python once, and no result outlives its question."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.runtime.conftest import Calculator, Open
from tests.server import Serve
from tests.waiting import stop_clock


def test_every_named_control_is_an_answer_as_it_stands(calculator: Calculator) -> None:
    calculator.page.get_by_label("Blue").check()
    calculator.ask("  68 years ")
    answers = '{"word": "  68 years ", "colour": "blue", "aside": ""}'
    expect(calculator.outcome).to_have_text(f"answer: {answers}")


def test_the_button_asks_as_enter_does(calculator: Calculator) -> None:
    calculator.word.fill("pressed")
    calculator.page.get_by_role("button", name="Calculate").click()
    expect(calculator.outcome).to_contain_text("pressed")


def test_enter_before_python_is_ready_is_kept_said_and_answered(open_page: Open) -> None:
    calculator = open_page(stalls={"py.bin": 0})
    calculator.ask("early")
    expect(calculator.status).to_contain_text("What you answer is kept.")
    calculator.server.released.set()
    expect(calculator.outcome).to_contain_text("early")
    expect(calculator.status).to_have_text("Answered.")


def test_of_what_is_asked_and_edited_while_python_starts_the_last_is_answered(
    open_page: Open,
) -> None:
    calculator = open_page(stalls={"py.bin": 0})
    calculator.ask("first")
    calculator.ask("second")
    calculator.word.press("End")
    calculator.word.press("x")
    calculator.server.released.set()
    expect(calculator.outcome).to_contain_text("secondx")


def test_an_edit_greys_the_result_at_once_and_says_what_was_changed(
    calculator: Calculator,
) -> None:
    calculator.ask("one")
    expect(calculator.outcome).to_be_visible()
    greyed = calculator.page.get_by_label("Red").evaluate(
        """red => {
            red.click();
            const result = document.querySelector('.calculator-result');
            return result.dataset.changed;
        }"""
    )
    assert greyed == "Colour"


def test_an_edit_is_answered_without_a_press(calculator: Calculator) -> None:
    calculator.word.fill("typed")
    expect(calculator.outcome).to_contain_text("typed")
    expect(calculator.word).to_be_focused()
    expect(calculator.status).to_have_text("Answered typed.")
    expect(calculator.result).not_to_have_attribute("data-changed", re.compile(""))


def test_what_is_still_needed_is_said_without_an_error(calculator: Calculator) -> None:
    calculator.word.fill("one")
    calculator.word.fill("")
    expect(calculator.result).to_have_text("Still needed: Word")
    expect(calculator.errors).to_be_hidden()
    expect(calculator.page).to_have_title("One calculator")


def test_a_fault_is_found_when_the_field_is_left_and_not_before(calculator: Calculator) -> None:
    fault = calculator.page.locator('[data-field="word"] .field-error')
    calculator.word.fill("invalid")
    expect(calculator.result).to_have_text("Still needed: Word")
    expect(fault).to_have_count(0)
    calculator.word.press("Tab")
    expect(fault).to_have_text("Is the word right?")
    expect(calculator.word).to_have_attribute("aria-invalid", "true")
    expect(calculator.errors).to_be_hidden()


def test_a_fault_is_found_again_where_the_same_text_is_typed_anew_and_left(
    calculator: Calculator,
) -> None:
    """Of that a browser tells no change."""
    fault = calculator.page.locator('[data-field="word"] .field-error')
    calculator.word.press_sequentially("invalid")
    calculator.word.press("Tab")
    expect(fault).to_be_visible()
    calculator.word.press("Control+a")
    calculator.word.press_sequentially("invalid")
    expect(fault).to_be_hidden()

    calculator.word.press("Tab")

    expect(fault).to_be_visible()


def test_what_is_filled_in_for_another_patient_is_not_asked_when_its_field_is_left(
    calculator: Calculator,
) -> None:
    """As by the page around a frame, while something typed stood there."""
    calculator.word.press_sequentially("one")
    calculator.settle()
    calculator.word.evaluate("word => { word.form.reset(); word.value = 'another'; }")

    calculator.word.press("Tab")
    calculator.settle()

    expect(calculator.result).to_be_empty()


def test_the_list_of_faults_stays_when_it_has_the_focus(calculator: Calculator) -> None:
    """That takes the focus from the field in which Enter was pressed."""
    calculator.word.press_sequentially("invalidx")
    calculator.word.press("Backspace")
    calculator.settle()

    calculator.word.press("Enter")
    expect(calculator.errors).to_be_focused()
    calculator.settle()

    expect(calculator.errors).to_be_focused()


def test_nothing_moves_under_a_button_of_the_mouse_that_is_down(calculator: Calculator) -> None:
    page, red = calculator.page, calculator.page.get_by_label("Red")
    fault = page.locator('[data-field="word"] .field-error')
    calculator.word.fill("invalid")
    expect(calculator.result).to_have_text("Still needed: Word")
    red.hover()

    page.mouse.down()
    calculator.settle()
    expect(fault).to_have_count(0)

    page.mouse.up()
    expect(red).to_be_checked()
    expect(fault).to_have_text("Is the word right?")


def test_of_many_edits_the_last_is_answered_and_those_between_are_not_asked(
    calculator: Calculator,
) -> None:
    asked = calculator.page.evaluate(
        """async () => {
            const asked = [];
            const ask = python.ask;
            python.ask = (text) => (asked.push(JSON.parse(text).answers.word), ask(text));
            const word = document.querySelector('#one-word');
            for (const typed of ['a', 'ab', 'abc', 'abcd']) {
                word.value = typed;
                word.dispatchEvent(new Event('input', {bubbles: true}));
            }
            while (!document.querySelector('.outcome')) await new Promise(requestAnimationFrame);
            return asked;
        }"""
    )
    expect(calculator.outcome).to_contain_text("abcd")
    assert ["abcd"] == asked


def test_leaving_a_field_without_a_change_keeps_the_result(calculator: Calculator) -> None:
    calculator.ask("one")
    expect(calculator.outcome).to_be_visible()
    calculator.word.press("Tab")
    expect(calculator.outcome).to_be_visible()


def test_a_field_left_with_another_text_is_asked_whatever_the_browser_told(
    calculator: Calculator,
) -> None:
    """As where something fills fields in and tells of a change alone."""
    calculator.ask("one")
    expect(calculator.outcome).to_contain_text("one")
    calculator.word.evaluate(
        """word => {
            word.value = "two";
            word.dispatchEvent(new Event("change", {bubbles: true}));
        }"""
    )
    expect(calculator.outcome).to_contain_text("two")


def test_errors_are_listed_focused_and_put_beside_their_fields(calculator: Calculator) -> None:
    calculator.ask("invalid")
    expect(calculator.errors).to_be_focused()
    expect(calculator.page.locator('[data-field="word"] .field-error')).to_have_text(
        "Is the word right?"
    )
    expect(calculator.page.locator('[data-field="aside"] .field-error')).to_be_hidden()
    expect(calculator.word).to_have_attribute("aria-invalid", "true")
    expect(calculator.page).to_have_title("Error: One calculator")
    expect(calculator.result).to_be_empty()


def test_of_the_last_patient_no_word_is_left(calculator: Calculator) -> None:
    calculator.ask("one")
    expect(calculator.status).to_contain_text("Answered.")

    calculator.page.get_by_role("button", name="New patient").click()

    expect(calculator.status).to_have_text("")
    expect(calculator.result).to_have_text("Still needed: Word")


def test_a_link_in_the_list_leads_into_a_closed_corner(calculator: Calculator) -> None:
    calculator.ask("invalid")
    calculator.errors.get_by_text("Say something aside").click()
    expect(calculator.page.get_by_role("textbox", name="Aside")).to_be_focused()
    expect(calculator.page.locator('[data-field="aside"] .field-error')).to_be_visible()
    assert "#" not in calculator.page.url


def test_an_offer_is_filled_in_and_calculated_when_its_button_is_pressed(
    calculator: Calculator,
) -> None:
    calculator.ask("invalid")
    calculator.page.get_by_role("button", name="Offered").press("Enter")
    answers = '{"word": "offered", "colour": "blue", "aside": ""}'
    expect(calculator.outcome).to_have_text(f"answer: {answers}")
    expect(calculator.outcome).to_be_focused()


def test_an_offer_that_is_not_pressed_fills_in_nothing(calculator: Calculator) -> None:
    calculator.ask("invalid")
    expect(calculator.page.get_by_role("button", name="Offered")).to_be_visible()
    expect(calculator.word).to_have_value("invalid")
    expect(calculator.page.get_by_label("Blue")).not_to_be_checked()


def test_what_was_read_stands_beside_its_field_until_the_next_edit(
    calculator: Calculator,
) -> None:
    calculator.ask("one")
    read = calculator.page.locator('[data-field="word"] .field-read')
    expect(read).to_have_text("Read as one")
    calculator.word.fill("")
    expect(read).to_have_count(0)


def test_an_edit_removes_the_errors_of_what_stood_there_before(calculator: Calculator) -> None:
    calculator.ask("invalid")
    calculator.word.fill("better")
    expect(calculator.errors).to_be_hidden()
    expect(calculator.page.locator(".field-error:visible")).to_have_count(0)
    expect(calculator.word).not_to_have_attribute("aria-invalid", "true")
    expect(calculator.page).to_have_title("One calculator")


def test_the_tick_for_an_unusual_value_survives_only_until_the_next_edit(
    calculator: Calculator,
) -> None:
    calculator.ask("invalid")
    calculator.tick.check()
    calculator.word.fill("other")
    expect(calculator.tick).not_to_be_checked()


def test_it_stands_while_another_value_is_edited(calculator: Calculator) -> None:
    calculator.ask("invalid")
    calculator.tick.check()
    calculator.page.get_by_label("Blue").check()
    expect(calculator.tick).to_be_checked()


def test_it_keeps_the_focus_when_it_is_taken_back(calculator: Calculator) -> None:
    calculator.ask("invalid")
    calculator.tick.check()
    calculator.settle()
    calculator.hold()
    calculator.tick.press("Space")

    expect(calculator.tick).not_to_be_checked()
    expect(calculator.tick).to_be_focused()


@pytest.mark.parametrize("outcome", ["refusal", "failure"])
def test_a_refusal_and_a_failure_of_the_calculator_are_shown_as_python_words_them(
    calculator: Calculator, outcome: str
) -> None:
    calculator.ask("one")
    calculator.ask(outcome)
    expect(calculator.outcome).to_contain_text(f"{outcome}: ")


def test_an_exception_says_what_happened_and_the_next_question_finds_a_new_python(
    open_page: Open,
) -> None:
    calculator = open_page().ready()
    calculator.ask("raise")
    calculator.fails("Python stopped (ValueError)")
    calculator.ask("again")
    expect(calculator.outcome).to_contain_text("again")


def test_python_that_hangs_is_given_up_after_ten_seconds(open_page: Open) -> None:
    calculator = open_page().ready()
    stop_clock(calculator.page)
    calculator.word.fill("hang")
    calculator.word.press("Tab")
    calculator.settle()  # what was asked by typing is answered: the next question goes at once
    calculator.word.press("Enter")
    calculator.page.clock.run_for(9_999)
    expect(calculator.section).to_have_attribute("data-state", "ready")
    calculator.page.clock.run_for(1)
    calculator.fails("no answer came within 10 seconds")
    calculator.page.clock.resume()
    calculator.ask("again")
    expect(calculator.outcome).to_contain_text("again")


def test_a_question_answered_in_time_is_not_given_up_later(open_page: Open) -> None:
    calculator = open_page().ready()
    stop_clock(calculator.page)
    calculator.ask("one")
    calculator.ask("two")
    expect(calculator.outcome).to_contain_text("two")
    calculator.settle()  # what was typed and what was asked are both answered
    calculator.page.clock.run_for(60_000)
    expect(calculator.outcome).to_contain_text("two")
    expect(calculator.status).to_have_text("Answered.")


TYPED_EARLY = """document.addEventListener("readystatechange", () => {
    const word = document.querySelector("[name=word]");
    if (document.readyState === "interactive") word.value = "early";
});"""
"""Types when the form is there and its script is not yet: the browser runs that right after."""


def test_what_was_typed_before_the_script_came_is_asked(
    site: Path, page: Page, serve: Serve
) -> None:
    page.add_init_script(TYPED_EARLY)
    calculator = Calculator(page, serve(site))

    expect(calculator.outcome).to_contain_text("early")


def test_a_new_patient_finds_nothing_of_the_last_one(calculator: Calculator) -> None:
    calculator.page.get_by_label("Blue").check()
    calculator.page.get_by_text("Aside instead").click()
    calculator.page.get_by_role("textbox", name="Aside").fill("of the last one")
    calculator.ask("one")
    expect(calculator.outcome).to_be_visible()

    calculator.page.get_by_role("button", name="New patient").click()

    expect(calculator.result).to_have_text("Still needed: Word")
    assert '{"word":"","aside":""}' == calculator.page.evaluate(
        "JSON.stringify(Object.fromEntries(new FormData(document.querySelector('form'))))"
    )
    expect(calculator.word).to_be_focused()


def test_nor_an_error_nor_the_tick_for_an_unusual_value(calculator: Calculator) -> None:
    calculator.ask("invalid")
    calculator.tick.check()

    calculator.page.get_by_role("button", name="New patient").click()

    expect(calculator.tick).not_to_be_checked()
    expect(calculator.errors).to_be_hidden()
    assert calculator.page.title() == "One calculator"


def test_nor_an_answer_that_was_still_to_come(open_page: Open) -> None:
    calculator = open_page(stalls={"py.bin": 0})
    calculator.ask("early")

    calculator.page.get_by_role("button", name="New patient").click()
    calculator.server.released.set()
    calculator.ready()
    calculator.settle()

    expect(calculator.result).to_have_text("Still needed: Word")


def test_nothing_is_stored_logged_or_sent(open_page: Open, page: Page) -> None:
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    calculator = open_page().ready()
    asked = len(calculator.server.asked)
    calculator.ask("secret")
    calculator.ask("raise")
    calculator.fails("Python stopped")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    assert logged == []
    assert calculator.server.asked[asked:] == []
    assert page.url == f"{calculator.server.url}/index.html"
