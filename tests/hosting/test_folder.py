"""The release opened from a folder, with no server, and the calculator that is one file."""

from pathlib import Path

from playwright.sync_api import Page, expect

from calc.catalogue import CATALOGUE
from tests.every import of_every
from tests.hosting.conftest import Answered, answered, expected
from tests.hosting.firefox import Firefox
from tests.plan import PLAN

ONE_FILE = f"one-file/{PLAN}.html"
FOUND = "document.querySelector('.md-search-result__link')"


@of_every(CATALOGUE)
def test_a_calculator_answers_from_a_folder(name: str, page: Page, site: Path) -> None:
    page.goto((site / "calculators" / f"{name}.html").as_uri())

    assert expected(name) == answered(page, name)


def test_the_first_page_answers_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())

    assert expected() == answered(page)


def test_the_search_finds_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.keyboard.type("hypocalcaemia")
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    page.locator(".md-search-result__link").first.click()

    expect(page.locator("article h1")).to_be_visible()


def test_the_page_for_frames_answers_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "embed" / PLAN / "index.html").as_uri())

    assert expected() == answered(page)


def test_the_one_file_answers_alone(page: Page, site: Path, tmp_path: Path) -> None:
    """Nothing stands beside it, and it asks for nothing."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    copy = tmp_path / "mailed.html"
    copy.write_bytes((site / ONE_FILE).read_bytes())
    page.goto(copy.as_uri())

    assert expected() == answered(page)
    assert {copy.as_uri()} == {url for url in asked if not url.startswith("blob:")}


def test_a_framed_page_shows_no_link_within_it_which_would_open_a_tab(
    page: Page, site: Path
) -> None:
    page.goto((site / "embed" / PLAN / "index.html").as_uri())
    answered(page)

    assert 0 == page.locator('a[href^="#"]:visible').count()


def test_the_one_file_answers_in_a_sandbox(page: Page, site: Path) -> None:
    page.goto((site / "404.html").as_uri())
    page.evaluate(
        """src => {
            const frame = document.body.appendChild(document.createElement("iframe"));
            frame.sandbox = "allow-scripts";
            frame.src = src;
        }""",
        (site / ONE_FILE).as_uri(),
    )
    expect(page.frame_locator("iframe").locator(".calculator-button").first).to_be_attached()

    assert expected() == answered(page.frames[1])


def test_the_one_file_has_no_link_to_what_is_not_there(page: Page, site: Path) -> None:
    page.goto((site / ONE_FILE).as_uri())
    answered(page)
    links = page.locator("a[href]").evaluate_all("all => all.map((a) => a.getAttribute('href'))")

    assert [] == [link for link in links if not link.startswith(("#", "https://"))]


def test_firefox_answers_from_a_folder(answered_in_firefox: Answered, site: Path) -> None:
    assert expected() == answered_in_firefox((site / "calculators" / f"{PLAN}.html").as_uri())


def test_firefox_answers_from_one_file(answered_in_firefox: Answered, site: Path) -> None:
    assert expected() == answered_in_firefox((site / ONE_FILE).as_uri())


def test_firefox_follows_links_from_a_folder(firefox: Firefox, site: Path) -> None:
    firefox.open((site / "calculators" / "index.html").as_uri())
    firefox.click(f"article a[href*='{PLAN}.html']")

    firefox.ready()
    assert firefox.evaluate("location.pathname").endswith(f"/{PLAN}.html")


def test_firefox_searches_from_a_folder(firefox: Firefox, site: Path) -> None:
    """On a phone's screen: a Firefox that nobody sees gives no field the focus by a click."""
    firefox.open((site / "index.html").as_uri(), width=400)
    firefox.click("label.md-header__button[for=__search]")
    firefox.type(".md-search__input", "hypocalcaemia")

    assert firefox.wait_for(f"{FOUND} !== null")
