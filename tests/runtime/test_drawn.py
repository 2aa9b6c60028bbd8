"""The page comes first: Python keeps the processor busy once the page is drawn, or soon after."""

from playwright.sync_api import Page

from tests.runtime.conftest import Open

LATE = """
// The page is drawn a second late, and notes what it has seen, in order.
self.seen = [];
const draw = self.requestAnimationFrame.bind(self);
self.requestAnimationFrame = (done) => setTimeout(draw, 1000, () => (seen.push("drawn"), done()));
addEventListener("DOMContentLoaded", () => {
    const status = document.querySelector("[role=status]");
    new MutationObserver(() => {
        const [step] = status.textContent.split(" …");
        if (step !== seen.at(-1)) seen.push(step);
    }).observe(status, { childList: true, characterData: true, subtree: true });
});
"""
NEVER = "self.requestAnimationFrame = () => {};"


def test_python_starts_once_the_page_is_drawn(page: Page, open_page: Open) -> None:
    page.add_init_script(LATE)
    open_page().ready()
    seen = page.evaluate("seen")

    assert seen.index("drawn") < seen.index("Starting Python")


def test_it_starts_in_a_tab_that_is_not_drawn_too(page: Page, open_page: Open) -> None:
    page.add_init_script(NEVER)

    open_page().ready()
