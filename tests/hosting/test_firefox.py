"""Firefox computes the same plan from a server, whichever form of Python's files it sends; and it
opens the references where a citation is followed."""

from pathlib import Path

import pytest

from tests.hosting.conftest import PLAN_PAGE, Answered, expected
from tests.hosting.firefox import Firefox
from tests.kept import NAMES
from tests.server import Serve


@pytest.mark.parametrize("compresses", [False, True], ids=["as it is", "compressing"])
def test_firefox_answers_from_a_server(
    answered_in_firefox: Answered, site: Path, serve: Serve, compresses: bool
) -> None:
    url = serve(site, compresses=compresses).url

    assert expected() == answered_in_firefox(f"{url}/{PLAN_PAGE}")


def test_firefox_needs_nothing_that_is_cut_from_pyodide(
    answered_in_firefox: Answered, site: Path, serve: Serve
) -> None:
    server = serve(site, missing={"sw.js"})
    answered_in_firefox(f"{server.url}/{PLAN_PAGE}")

    assert [] == [path for path in server.asked if "/whole." in path]


def test_firefox_keeps_python_as_it_had_started(
    firefox: Firefox, answered_in_firefox: Answered, site: Path, serve: Serve
) -> None:
    answered_in_firefox(f"{serve(site).url}/{PLAN_PAGE}")

    assert 1 == firefox.wait_for(f"{NAMES}.then((names) => names.length)")


def test_tabs_of_firefox_share_one_python_while_one_of_them_is_open(
    firefox: Firefox, site: Path, serve: Serve
) -> None:
    server = serve(site, missing={"sw.js"}, headers={"Cache-Control": "no-store"})

    def starts() -> int:
        """How often Python was fetched, once a page more has it."""
        firefox.open(f"{server.url}/{PLAN_PAGE}")
        firefox.ready()
        return [path.rpartition("/")[2] for path in server.asked].count("py.bin")

    with firefox.tab():
        first = starts()
        with firefox.tab():
            second = starts()
    with firefox.tab():
        later = starts()

    assert (1, 1, 2) == (first, second, later)


def test_firefox_opens_the_references_where_a_citation_is_followed(
    firefox: Firefox, site: Path, serve: Serve
) -> None:
    firefox.open(f"{serve(site).url}/pathway.html")
    shown = "document.querySelector('.footnote li').checkVisibility()"
    folded = firefox.evaluate(f"document.querySelector('.references').open || {shown}")

    firefox.click(".footnote-ref")

    assert (False, True) == (folded, firefox.wait_for(shown))
