"""Every page has an owner, the day it was checked and the day by which it must be checked again;
a decision has neither, since it does not expire.
"""

import re
from datetime import date
from pathlib import Path, PurePosixPath

from calc.catalogue import CATALOGUE
from overrides.markdown.register import DOCS
from tests.docs.pages import DECISIONS, NAMES, front_matter
from tests.every import of_every

SITE = Path(__file__).parents[2] / "site"
MENU = re.compile(
    r'<a href="([^"]*)" class="md-nav__link">\s*<span class="md-ellipsis">\s*(.*?)\s*<'
)
FRAMES = {f"embed/{name}/index.md": f"calculators/{name}.md" for name in CATALOGUE}
"""Each page for frames, and the page whose keeper and days it has."""
TAB = re.compile(r'class="md-tabs__link">(.*?)</a>', re.DOTALL)
PARTS = ("creatinine-clearance", "foscarnet-dose", "foscarnet-infusion", "foscarnet-hydration")
"""Each does a single step of the plan."""
LONGEST = 366
"""Days: no page may wait longer than a year."""


@of_every(NAMES)
def test_a_page_has_an_owner_and_two_days(name: str) -> None:
    matter = front_matter(name)

    assert matter["owner"]
    assert isinstance(matter["reviewed"], date)
    assert isinstance(matter["review_by"], date)


@of_every(NAMES)
def test_a_page_is_checked_again_within_a_year(name: str) -> None:
    matter = front_matter(name)

    assert 0 < (matter["review_by"] - matter["reviewed"]).days <= LONGEST


@of_every(NAMES)
def test_a_page_has_a_title_and_says_what_it_holds(name: str) -> None:
    matter = front_matter(name)

    assert matter["title"]
    assert 20 < len(matter["description"]) < 200


@of_every(CATALOGUE)
def test_the_page_of_a_calculator_has_its_title_and_so_has_the_heading(name: str) -> None:
    page = f"calculators/{name}.md"
    headings = re.findall(r"^# (.*)$", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)

    assert [CATALOGUE[name].title] * 2 == [front_matter(page)["title"], *headings]


@of_every(CATALOGUE)
def test_a_calculator_is_in_the_menu_by_the_title_of_its_page(name: str) -> None:
    menu = MENU.findall((SITE / "pathway.html").read_text(encoding="utf-8"))

    assert (f"calculators/{name}.html", CATALOGUE[name].title) in menu


def test_the_menu_has_the_plan_before_its_parts_and_these_before_the_others() -> None:
    pages = [page for page, _ in MENU.findall((SITE / "pathway.html").read_text(encoding="utf-8"))]
    menu = [PurePosixPath(page).stem for page in pages]
    places = [menu.index(name) for name in ("foscarnet-plan", *PARTS)]
    others = [menu.index(name) for name in CATALOGUE if name not in ("foscarnet-plan", *PARTS)]

    assert places == [*range(places[0], places[0] + 5)]
    assert others == [*range(places[-1] + 1, places[-1] + 1 + len(others))]


def test_four_or_five_tabs_lead_to_everything() -> None:
    page = (SITE / "about.html").read_text(encoding="utf-8")

    assert ["Plan", "Pathway", "Giving it", "Calculators", "More"] == [
        " ".join(tab.split()) for tab in TAB.findall(page)
    ]


@of_every([*NAMES, *FRAMES])
def test_a_page_shows_who_keeps_it_and_both_days(name: str) -> None:
    matter = front_matter(FRAMES.get(name, name))
    said = re.findall(r'<p class="page-review">(.*?)</p>', shown(name), re.DOTALL)

    assert 1 == len(said)
    assert matter["owner"] in said[0]
    assert in_words(matter["reviewed"]) in said[0]
    assert in_words(matter["review_by"]) in said[0]


@of_every([*NAMES, *FRAMES])
def test_a_page_carries_the_notice_that_its_script_shows_once_it_is_late(name: str) -> None:
    last = front_matter(FRAMES.get(name, name))["review_by"]
    notices = re.findall(r'data-review-by="([^"]*)" hidden', shown(name))

    assert [last.isoformat()] == notices
    assert re.search(r"(freshness|calculators)\.js", shown(name))


@of_every(DECISIONS)
def test_a_decision_does_not_expire(name: str) -> None:
    page = shown(name)

    assert not front_matter(name).keys() & {"owner", "reviewed", "review_by"}
    assert "data-review-by" not in page
    assert "page-review" not in page


def shown(name: str) -> str:
    """A page as it was built."""
    return (SITE / name).with_suffix(".html").read_text(encoding="utf-8")


def in_words(day: date) -> str:
    """A day as the page writes it."""
    return f"{day.day}&nbsp;{day:%B %Y}"


def test_there_are_pages_and_decisions() -> None:
    assert "pathway.md" in NAMES
    assert "project/decisions/0001-four-rooms.md" in DECISIONS
