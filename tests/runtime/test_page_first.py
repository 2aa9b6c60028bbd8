"""The page comes first: Python is fetched and started once its scripts have run, or soon after."""

from pathlib import Path

from playwright.sync_api import Page

from tests.runtime.conftest import Open, run_first

TELLS = """
// The server is told when the page's scripts have run, before anyone else is.
document.addEventListener("DOMContentLoaded", () => {
    const request = new XMLHttpRequest();
    request.open("GET", "parsed", false);
    request.send();
});
"""
NO_TIMERS = "self.setTimeout = () => 0;"
"""So the worker does not go on by itself where the page is late."""
NEVER = """
const listen = document.addEventListener.bind(document);
document.addEventListener = (event, ...how) => {
    if (event !== "DOMContentLoaded") listen(event, ...how);
};
"""


def test_python_is_fetched_once_the_scripts_of_the_page_have_run(
    page: Page, open_page: Open, site: Path
) -> None:
    run_first(site, NO_TIMERS)
    page.add_init_script(TELLS)
    asked = open_page().ready().server.asked
    parsed = asked.index("/parsed")
    loaded = {f"/runtime/{name}" for name in ("asm.bin", "core.bin", "loader.js", "py.bin")}

    assert loaded == loaded & set(asked[parsed:]) - set(asked[:parsed])


def test_it_starts_where_these_are_long_in_coming_too(page: Page, open_page: Open) -> None:
    page.add_init_script(NEVER)

    open_page().ready()
