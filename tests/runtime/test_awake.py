"""While a phone shows an answer its screen stays on; one that has a mouse goes dark as it will."""

import pytest
from playwright.sync_api import Browser, expect

from tests.runtime.conftest import Calculator

AWAKE = """
    self.held = [];
    const locks = { request: async (kind) => {
        const lock = { kind, release() { self.held.splice(self.held.indexOf(lock), 1); } };
        self.held.push(lock);
        return lock;
    } };
    Object.defineProperty(navigator, "wakeLock", { value: locks });
"""
"""A browser that says which locks a page holds on its screen."""


@pytest.mark.parametrize(("touched", "held"), [(True, 1), (False, 0)])
def test_while_an_answer_is_read_on_what_is_touched_the_screen_stays_on(
    running: Calculator, browser: Browser, touched: bool, held: int
) -> None:
    page = browser.new_page(has_touch=touched, is_mobile=touched)
    page.add_init_script(AWAKE)
    calculator = Calculator(page, running.server).ready()
    count = "() => self.held.length"
    assert 0 == page.evaluate(count)

    calculator.word.fill("card")
    expect(calculator.outcome).to_be_visible()
    page.wait_for_function("wanted => self.held.length === wanted", arg=held)
    calculator.word.fill("card again")
    expect(calculator.outcome).to_contain_text("again")
    page.wait_for_function("wanted => self.held.length === wanted", arg=held)

    page.get_by_role("button", name="New patient").click()
    page.wait_for_function("() => self.held.length === 0")
    page.close()
