"""The page comes first: Python is fetched and started once the page is drawn, or soon after."""

from pathlib import Path

from playwright.sync_api import Page

from tests.before_worker import waiting
from tests.runtime.conftest import Open
from tests.runtime.test_loading import spoil

LATE = """
// The page is drawn half a second late, and the server is told first.
const draw = self.requestAnimationFrame.bind(self);
self.requestAnimationFrame = (done) => setTimeout(draw, 500, () => fetch("drawn").finally(done));
"""
NEVER = "self.requestAnimationFrame = () => {};"


def test_python_is_fetched_once_the_page_is_drawn(page: Page, open_page: Open, site: Path) -> None:
    spoil(site, waiting(2_000, instead=60_000))
    page.add_init_script(LATE)
    asked = open_page().ready().server.asked
    drawn = asked.index("/drawn")
    loaded = {f"/runtime/{name}" for name in ("asm.bin", "core.bin", "loader.js", "py.bin")}

    assert loaded == loaded & set(asked[drawn:]) - set(asked[:drawn])


def test_it_starts_in_a_tab_that_is_not_drawn_too(page: Page, open_page: Open) -> None:
    page.add_init_script(NEVER)

    open_page().ready()
