"""`python -m tests.bedside [VERSION ADDRESS]`: counts what a plan asks of a person, and stores it.

Without arguments: on the first page of the built site. Another version is measured at an address
where its page with the plan is served.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing

from playwright.sync_api import Browser, Page, sync_playwright

from setup.browsers import CHROMIUM
from setup.say import say
from tests.bedside import counts
from tests.bedside.result import Value, write
from tests.root import ROOT

MAN_OF_68 = {
    "age": "68",
    "sex": "male",
    "weight": "70",
    "dialysis": "no",
    "creatinine": "1.4",
    "creatinine_unit": "mg/dL",
    "regimen": "vzv-40-every-8-h",
    "access": "peripheral",
    "first_infusion": "yes",
    "fluid": "saline",
}
FIRST_PAGE = (ROOT / "site" / "index.html").as_uri()
DESKTOP, PHONE, SMALL = (1280, 720), (390, 844), (320, 640)


def measured(browser: Browser, address: str, by_itself: bool) -> Iterator[tuple[str, Value]]:
    """What is counted, by name, each on a page opened afresh; some answer by themselves."""

    def fresh[T](size: tuple[int, int], count: Callable[[Page, dict[str, str]], T]) -> T:
        width, height = size
        with closing(browser.new_page(viewport={"width": width, "height": height})) as page:
            page.goto(address)
            page.locator(".calculator[data-state=ready]").first.wait_for(timeout=60_000)
            return count(page, counts.asked(page, MAN_OF_68))

    def answered[T](size: tuple[int, int], count: Callable[[Page], T]) -> T:
        def count_answered(page: Page, answers: dict[str, str]) -> T:
            counts.fill(page, answers)
            return count(page)

        return fresh(size, count_answered)

    far, scrolls = fresh(DESKTOP, counts.travel)
    yield "keys_to_answer", fresh(DESKTOP, counts.keys)
    if by_itself:
        yield "ms_to_card", answered(DESKTOP, counts.ms_to_card)
    yield "pointer_px", far
    yield "scrolls_to_answer", scrolls
    yield "px_to_print", answered(DESKTOP, lambda page: counts.below(page, counts.PRINT))
    yield "words_heard", answered(DESKTOP, counts.words_heard)
    for name, size in (("desktop", DESKTOP), ("phone", PHONE), ("small", SMALL)):
        yield f"screens_form_{name}", fresh(size, lambda page, _: counts.screens(page, counts.FORM))
        yield f"screens_page_{name}", answered(size, counts.screens)
        covered = answered(size, counts.covered)
        yield f"covered_{name}", len(covered)


def main(version: str = "now", address: str = "") -> None:
    """Measure one version, and store what came beside the others."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.path(), args=["--no-sandbox"])
        found = {}
        for name, value in measured(browser, address or FIRST_PAGE, by_itself=not address):
            say(f"{name}: {value}")
            found[name] = value
        browser.close()
    write(version, found)


if __name__ == "__main__":
    main(*sys.argv[1:])
