"""The buttons of a result: what is pressed is done once, with the answer that stands there then."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.runtime.conftest import Calculator, Open
from tests.waiting import stop_clock

TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
CHECKED = "Self-check 1 of 1."


def test_a_result_says_when_it_was_calculated(calculator: Calculator) -> None:
    calculator.ask("one")
    expect(calculator.page.locator("[data-time]")).to_have_text(TIME)


@pytest.mark.parametrize("secure", [True, False])
def test_the_text_is_copied_with_its_time(calculator: Calculator, secure: bool) -> None:
    calculator.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not secure:  # a page that came over plain http has no clipboard of its own
        calculator.page.evaluate(
            """() => {
                window.clipboard = navigator.clipboard;
                Object.defineProperty(navigator, 'clipboard', {value: undefined});
            }"""
        )
    calculator.ask("one")
    calculator.page.get_by_role("button", name="Copy").click()
    expect(calculator.status).to_have_text("Copied")
    copied = calculator.page.evaluate("(window.clipboard ?? navigator.clipboard).readText()")
    assert re.fullmatch(rf"You said one\n{CHECKED} Calculated at: {TIME.pattern}, build .*", copied)


def note_what_is_copied(page: Page) -> None:
    page.evaluate(
        """() => {
            self.copied = [];
            navigator.clipboard.writeText = async (text) => { copied.push(text.split("\\n")[0]); };
        }"""
    )


def copied(page: Page) -> list[str]:
    """The first line of each text that was copied."""
    texts: list[str] = page.evaluate("self.copied")
    return texts


def test_to_leave_a_field_for_a_button_of_its_result_is_a_press_of_it(
    calculator: Calculator,
) -> None:
    note_what_is_copied(calculator.page)
    calculator.word.press_sequentially("typed")
    expect(calculator.outcome).to_contain_text("typed")

    calculator.page.get_by_role("button", name="Copy").click()

    expect(calculator.status).to_have_text("Copied")
    assert ["You said typed"] == copied(calculator.page)


def test_what_is_pressed_while_the_result_is_greyed_is_done_once_with_the_next(
    calculator: Calculator,
) -> None:
    note_what_is_copied(calculator.page)
    calculator.ask("old")
    expect(calculator.outcome).to_contain_text("old")
    calculator.hold()
    calculator.word.fill("older")
    button = calculator.page.locator("[data-copy]")
    button.click()
    button.click()
    assert [] == copied(calculator.page)

    calculator.let_go()

    expect(button).to_have_text("Copied")
    expect(button).to_be_focused()
    calculator.settle()
    assert ["You said older"] == copied(calculator.page)


@pytest.mark.parametrize(
    ("word", "said"), [("refusal", 'Answered refusal. "Copy" was'), ("", '"Copy" was')]
)
def test_or_is_said_not_to_be_where_the_next_is_no_answer(
    calculator: Calculator, word: str, said: str
) -> None:
    note_what_is_copied(calculator.page)
    calculator.ask("old")
    expect(calculator.outcome).to_contain_text("old")
    calculator.hold()
    calculator.word.fill(word)
    calculator.page.get_by_role("button", name="Copy").click()

    calculator.let_go()

    expect(calculator.status).to_have_text(f"{said} not done.")
    calculator.settle()
    assert [] == copied(calculator.page)


def test_nor_is_it_done_for_a_new_patient(calculator: Calculator) -> None:
    note_what_is_copied(calculator.page)
    calculator.ask("old")
    expect(calculator.outcome).to_contain_text("old")
    calculator.hold()
    calculator.word.fill("new")
    calculator.page.get_by_role("button", name="Copy").click()
    calculator.page.get_by_role("button", name="New patient").click()
    calculator.let_go()

    calculator.word.fill("another")

    expect(calculator.outcome).to_contain_text("another")
    assert [] == copied(calculator.page)


def test_what_is_said_of_a_copy_goes_by_itself(open_page: Open) -> None:
    calculator = open_page().ready()
    stop_clock(calculator.page)
    note_what_is_copied(calculator.page)
    calculator.ask("one")
    calculator.settle()
    calculator.page.get_by_role("button", name="Copy").click()
    expect(calculator.status).to_have_text("Copied")

    calculator.page.clock.run_for(3_000)

    expect(calculator.status).to_be_empty()
    expect(calculator.page.locator("[data-copy]")).to_have_text("Copy")


def test_print_prints(calculator: Calculator) -> None:
    calculator.page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    calculator.ask("one")
    calculator.page.get_by_role("button", name="Print").click()
    assert calculator.page.evaluate("window.printed")


def test_a_browser_that_cannot_print_says_so_as_where_it_is_forbidden(
    calculator: Calculator,
) -> None:
    calculator.page.evaluate("() => { window.print = undefined; }")
    calculator.ask("one")
    calculator.page.get_by_role("button", name="Print").click()
    expect(calculator.status).to_have_text("Printing is not allowed here.")
