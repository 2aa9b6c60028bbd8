"""Every page has an owner, the day it was checked and the day by which it must be checked again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from overrides.markdown.register import DOCS

NAMES = sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md"))
LONGEST = 366
"""Days: no page may wait longer than a year."""


def front_matter(name: str) -> dict[str, Any]:
    """What a page says of itself above its text."""
    matter: dict[str, Any] = get_data((DOCS / name).read_text(encoding="utf-8"))[1]
    return matter


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_an_owner_and_two_days(name: str) -> None:
    matter = front_matter(name)

    assert matter["owner"]
    assert isinstance(matter["reviewed"], date)
    assert isinstance(matter["review_by"], date)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_checked_again_within_a_year(name: str) -> None:
    matter = front_matter(name)

    assert 0 < (matter["review_by"] - matter["reviewed"]).days <= LONGEST


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("project/")])
def test_a_page_has_a_title_and_says_what_it_holds(name: str) -> None:
    matter = front_matter(name)

    assert matter["title"]
    assert 20 < len(matter["description"]) < 200


def test_there_are_pages() -> None:
    assert Path("pathway.md").as_posix() in NAMES
