"""What is counted for each person, on a screen of theirs, each time on a page opened afresh."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bedside import counts
from tests.bedside.result import Value
from tests.bedside.start import stages

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
IN_OTHER_UNITS = MAN_OF_68 | {"weight": "70,5", "creatinine": "124", "creatinine_unit": "umol/L"}
IN_POUNDS = MAN_OF_68 | {"weight": "154 lb"}
DESKTOP, PHONE, SMALL, ZOOMED = (1280, 720), (390, 844), (320, 640), (320, 256)

NEW_LESIONS_ON_ACICLOVIR = {
    "red_flags": "none",
    "patient": "on-treatment",
    "lesions": "new",
    "treatment": "aciclovir-iv",
    "days": "10",
    "in_full": "yes",
    "enough_clearance": "yes",
    "virus": "vzv",
    "resistance": "resistant",
    "suspicions": "none",
}
PLAN = ("index.html", "calculators/foscarnet-plan.html")
"""Where a version has the plan: on its first page, or else on one of its own."""
FRAME, PATHWAY = "embed/foscarnet-plan/index.html", "pathway.html"
NEXT_STEP = "calculators/next-step.html"

RATE, FLUID, WATCH = r"145\.8\smL/h", r"750(\smL)? to 1,000", "[Cc]alcium"

type Count[T] = Callable[[Page, counts.Answers], T]
type Counted = Iterator[tuple[str, Value | None]]


@dataclass(frozen=True)
class Site:
    """A version of the site, in a folder; in some the answer comes by itself."""

    browser: Browser
    folder: Path
    by_itself: bool

    def has(self, path: str) -> bool:
        """Whether the version has such a page."""
        return (self.folder / path).exists()

    def page_with_the_plan(self) -> str:
        """The first of its pages that holds the plan."""
        return next(
            path
            for path in PLAN
            if 'data-calculator="foscarnet-plan"' in (self.folder / path).read_text("utf-8")
        )

    def fresh[T](
        self,
        size: tuple[int, int],
        count: Count[T],
        answers: Mapping[str, str] = MAN_OF_68,
        path: str = "",
    ) -> T:
        """What is counted on a page opened afresh, that with the plan unless another is named."""
        width, height = size
        with closing(self.browser.new_page(viewport={"width": width, "height": height})) as page:
            page.goto((self.folder / (path or self.page_with_the_plan())).resolve().as_uri())
            page.locator(".calculator[data-state=ready]").first.wait_for(timeout=60_000)
            return count(page, counts.asked(page, answers))

    def answered[T](self, size: tuple[int, int], count: Callable[[Page], T], path: str = "") -> T:
        """The same of a page that was answered."""

        def filled(page: Page, answers: counts.Answers) -> T:
            counts.fill(page, answers)
            return count(page)

        return self.fresh(size, filled, path=path)


def counted(site: Site) -> Counted:
    """All counts of a version, person by person."""
    people: tuple[Callable[[Site], Counted], ...] = (
        night_pharmacist,
        *(partial(nurse, name, size) for name, size in (("phone", PHONE), ("small", SMALL))),
        registrar,
        by_keys_alone,
        second_checker,
        reader_of_a_screen,
        in_other_units,
        web_editor,
        whoever_opens_a_form,
        offline,
    )
    for person in people:
        yield from person(site)


def night_pharmacist(site: Site) -> Counted:
    """A plan to print, on a desktop, with the pointer."""
    far, scrolls = site.fresh(DESKTOP, counts.travel)
    yield "pointer_px", far
    yield "scrolls_to_answer", scrolls
    yield "px_to_print", site.answered(DESKTOP, partial(counts.below, what=counts.PRINT))
    if site.by_itself:
        yield "ms_to_first_card", site.fresh(DESKTOP, counts.ms_to_first_card)
        yield "ms_to_card", site.answered(DESKTOP, counts.ms_to_card)
    yield from screens("desktop", DESKTOP, site)


def nurse(name: str, size: tuple[int, int], site: Site) -> Counted:
    """How to give a plan, on a phone."""
    yield f"scrolls_to_answer_{name}", site.fresh(size, counts.travel)[1]
    yield from screens(name, size, site)
    for what, says in (("rate", RATE), ("fluid", FLUID), ("watch", WATCH)):
        yield (
            f"screens_to_{what}_{name}",
            site.answered(size, partial(counts.screens_to, says=says)),
        )


def screens(name: str, size: tuple[int, int], site: Site) -> Counted:
    """How high form and page are, and how many controls lie under something."""
    yield (
        f"screens_form_{name}",
        site.fresh(size, lambda page, _: counts.screens(page, counts.FORM)),
    )
    yield f"screens_page_{name}", site.answered(size, counts.screens)
    yield f"covered_{name}", len(site.answered(size, counts.covered))


def registrar(site: Site) -> Counted:
    """What to do next, on a phone."""
    width, height = PHONE
    with closing(site.browser.new_page(viewport={"width": width, "height": height})) as page:
        page.goto((site.folder / PATHWAY).resolve().as_uri())
        yield "screens_pathway", counts.screens(page)
    if not site.has(NEXT_STEP):
        return
    asked = partial(site.fresh, PHONE, answers=NEW_LESIONS_ON_ACICLOVIR, path=NEXT_STEP)
    yield "keys_to_next_step", asked(counts.keys)
    yield "scrolls_to_next_step", asked(counts.travel)[1]


def by_keys_alone(site: Site) -> Counted:
    """The same plan, without a pointer."""
    yield "keys_to_answer", site.fresh(DESKTOP, counts.keys)
    yield "keys_to_print", site.fresh(DESKTOP, counts.keys_to_print)


def second_checker(site: Site) -> Counted:
    """The plan entered once more, by another."""
    if site.by_itself:
        yield "keys_to_compare", site.fresh(DESKTOP, counts.keys_to_compare)


def reader_of_a_screen(site: Site) -> Counted:
    """What is read out, and a page enlarged four times."""
    yield "words_heard", site.answered(DESKTOP, counts.words_heard)
    yield "words_read", site.answered(DESKTOP, counts.words_read)
    yield "screens_page_zoomed", site.answered(ZOOMED, counts.screens)
    yield "covered_zoomed", len(site.answered(ZOOMED, counts.covered))


def in_other_units(site: Site) -> Counted:
    """Micromoles and a comma, or pounds: what cannot be taken has no count."""
    yield "keys_other_units", site.fresh(DESKTOP, counts.keys_or_none, IN_OTHER_UNITS)
    yield "keys_in_pounds", site.fresh(DESKTOP, counts.keys_or_none, IN_POUNDS)


def web_editor(site: Site) -> Counted:
    """The plan in a frame."""
    yield "px_frame", site.answered(DESKTOP, counts.px_high, path=FRAME)


def whoever_opens_a_form(site: Site) -> Counted:
    """A form on a server, which waits for Python."""
    if site.by_itself:
        yield from stages(site.browser, site.folder)


def offline(site: Site) -> Counted:
    """The plan from a folder, as all else here; until its form answers."""
    yield "ms_to_ready", site.fresh(DESKTOP, lambda page, _: counts.ms_open(page))
