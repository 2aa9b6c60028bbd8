"""The kinds of visits: each in a new profile, each giving its measurements, visit by visit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Frame, Page, Playwright

from overrides.markdown.speed.runs import (
    HOME,
    NO_CALCULATOR,
    OURS,
    PAGES,
    READING,
    WATCHED,
)
from tests.bench.visit import (
    PATIENCE,
    Blank,
    Measures,
    appeared,
    blocked,
    browser,
    readable_of,
    result_of,
    tab,
    unlocked_of,
    watched,
)
from tests.bench.world import OTHER_PAGE, Condition, World

COPIED = """async () => {
    const { scope } = await navigator.serviceWorker.ready;
    return Boolean(await caches.match(`${scope}complete`));
}"""
"""Whether the copy for offline is made: its last entry says so."""

type Visits = Iterator[tuple[str, Measures]]
"""The kind of each visit, and what was measured of it."""


@dataclass(frozen=True)
class Trip:
    """What all visits of a contestant under a condition need."""

    playwright: Playwright
    world: World
    blank: Blank
    contestant: str
    condition: Condition

    @contextmanager
    def begun(self, profile: Path, asks: bool = True) -> Iterator[BrowserContext]:
        """A browser with a profile, under the condition; its page asks by itself, or does not."""
        with browser(self.playwright, profile, self.condition.slower, asks) as context:
            yield context

    def address(self) -> str:
        """The address of the calculator's page."""
        return self.world.address(self.condition, self.contestant)

    def opened(self, page: Page, address: str, profile: Path) -> Measures:
        """What is measured of a page that is opened and watched."""
        server = self.world.server(self.condition)
        server.begin()
        page.goto(address, wait_until="commit")
        measured = result_of(page)
        measured |= server.sent(until=ended(page, measured))
        watched(page, measured["result"] + WATCHED)
        return {**measured, "block": blocked(page), **self.blank.more(profile)}

    def stayed(self, page: Page, profile: Path) -> Measures:
        """The same of the calculator's page, where the person stays until all work is done."""
        measured = self.opened(page, self.address(), profile)
        self.copied(page)
        return measured

    def copied(self, page: Page) -> None:
        """Wait until the copy for offline is made, which only this site makes."""
        if self.contestant == OURS and self.condition.trusted:
            page.wait_for_function(COPIED, timeout=PATIENCE)


@contextmanager
def new_profile() -> Iterator[Path]:
    """A folder for a browser that was never used."""
    with TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def first(trip: Trip) -> Visits:
    """A first visit."""
    with new_profile() as profile, trip.begun(profile) as context:
        yield "first", trip.opened(tab(context), trip.address(), profile)


def untouched(trip: Trip) -> Visits:
    """A first visit on which nobody asks: with a calculator or without, watched as long."""
    with new_profile() as profile, trip.begun(profile, asks=False) as context:
        page = tab(context)
        page.goto(trip.address(), wait_until="commit")
        none = trip.contestant == NO_CALCULATOR
        measured = readable_of(page) if none else unlocked_of(page)
        until = watched(page, 1000 * trip.condition.untouched)
        yield "untouched", {**measured, "block": blocked(page), "watched": until}


def first_and_repeat(trip: Trip) -> Visits:
    """A first visit, and another with the same profile after the browser was closed."""
    with new_profile() as profile:
        with trip.begun(profile) as context:
            yield "first", trip.stayed(tab(context), profile)
        with trip.begun(profile) as context:
            yield "repeat", trip.opened(tab(context), trip.address(), profile)


def second_tab(trip: Trip) -> Visits:
    """The page opened while another tab has its engine ready."""
    with new_profile() as profile, trip.begun(profile) as context:
        trip.stayed(tab(context), profile)
        yield "second tab", trip.opened(context.new_page(), trip.address(), profile)


def from_home(trip: Trip) -> Visits:
    """To the calculator from the first page, once that has its engine ready."""
    with new_profile() as profile, trip.begun(profile) as context:
        page = tab(context)
        readied(trip, page, HOME)
        yield "from Home", trip.opened(page, trip.address(), profile)


def from_reading(trip: Trip) -> Visits:
    """To the calculator from a page without a form, once that was read for a while."""
    with new_profile() as profile, trip.begun(profile) as context:
        page = tab(context)
        address = trip.world.address(trip.condition, trip.contestant, READING)
        page.goto(address, wait_until="commit")
        watched(page, 1000 * trip.condition.untouched)
        trip.copied(page)
        yield "from a page to read", trip.opened(page, trip.address(), profile)


def next_page(trip: Trip) -> Visits:
    """To another calculator in the same tab, and back when that is ready."""
    with new_profile() as profile, trip.begun(profile) as context:
        page = tab(context)
        trip.stayed(page, profile)
        readied(trip, page, OTHER_PAGE)
        yield "next page", trip.opened(page, trip.address(), profile)


def readied(trip: Trip, page: Page, path: str) -> None:
    """Open another page with a form, and stay until all work is done."""
    page.goto(trip.world.address(trip.condition, trip.contestant, path), wait_until="commit")
    watched(page, unlocked_of(page)["unlocked"] + WATCHED)
    trip.copied(page)


def embed(trip: Trip) -> Visits:
    """The calculator in a frame of another site's page."""
    with new_profile() as profile, trip.begun(profile) as context:
        host = trip.world.host(trip.condition, trip.contestant)
        yield "embed", framed(trip, tab(context), host, profile)


def second_frame(trip: Trip) -> Visits:
    """The calculator in a frame of its own site's page, while a tab has its engine ready."""
    with new_profile() as profile, trip.begun(profile) as context:
        trip.stayed(tab(context), profile)
        host = trip.world.host(trip.condition, trip.contestant, another=False)
        yield "second frame", framed(trip, context.new_page(), host, profile)


def framed(trip: Trip, page: Page, host: str, profile: Path) -> Measures:
    """What is measured of a calculator in a frame; times are from the start of the page around."""
    server = trip.world.server(trip.condition)
    server.begin()
    page.goto(host)
    frame = page.frames[1]
    measured = result_of(frame)
    sent = server.sent(until=ended(frame, measured))
    later = began(frame) - began(page)
    for name in ("readable", "unlocked", "result"):
        measured[name] += later
    watched(page, measured["result"] + WATCHED)
    block = max(blocked(frame), blocked(page))
    return {**measured, **sent, "block": block, **trip.blank.more(profile)}


def looks(trip: Trip) -> Visits:
    """A first visit to each of some pages, without asking: how it appears and what it weighs."""
    server = trip.world.server(trip.condition)
    for name, path in PAGES.items():
        with new_profile() as profile, trip.begun(profile, asks=False) as context:
            page = tab(context)
            server.begin()
            page.goto(trip.world.address(trip.condition, trip.contestant, path))
            watched(page, WATCHED)
            yield name, {**appeared(page), **server.weighed(until=loaded(page))}


def loaded(page: Page) -> float:
    """When the page had loaded, in s since 1970."""
    moment = "performance.getEntriesByType('navigation')[0].loadEventStart"
    return (began(page) + float(page.evaluate(moment))) / 1000


def began(page: Page | Frame) -> float:
    """When the navigation began, in ms since 1970."""
    return float(page.evaluate("performance.timeOrigin"))


def ended(page: Page | Frame, measured: Measures) -> float:
    """When the first result stood there, in s since 1970."""
    return (began(page) + float(measured["result"])) / 1000


def folder(trip: Trip) -> Visits:
    """The page opened from a folder, without a server."""
    with new_profile() as profile, trip.begun(profile) as context:
        page = tab(context)
        measured = trip.opened(page, trip.world.folder(trip.contestant), profile)
        yield "first", {**measured, "bytes": None, "requests": None}
