"""Twenty cited statements a page, drawn by hash, were held against the passages that they cite."""

import re
from collections import Counter
from typing import Any

from markdown.extensions.toc import slugify

from overrides.markdown.checked import IN_WORDS, checks
from overrides.markdown.register import DOCS
from tests.docs.statements import OWN, WHEN_DRAWN, Statement, clinical, drawn, plain
from tests.every import of_every

CHECKS = checks()
NAMED = re.compile(r"^#+ (.*) \{ #([a-z-]+) \}$", re.MULTILINE)
"""A heading with an id of its own."""

every_check = of_every(CHECKS, lambda check: check["statement"][:50])


def test_those_drawn_are_those_checked_word_for_word() -> None:
    checked = [(check["page"], check["heading"], check["statement"]) for check in CHECKS]

    assert [(each.page, each.heading, each.text) for each in drawn()] == checked


def test_twenty_of_each_page_are_drawn_or_all_and_no_two_alike() -> None:
    cited = [each for each in clinical() if {place.key for place in each.places} - {OWN}]
    of_page = Counter(each.page for each in cited)

    drawn_of = Counter(each.page for each in {*drawn()})
    assert {page: min(20, count) for page, count in of_page.items()} == drawn_of


@every_check
def test_a_check_has_a_verdict(check: dict[str, Any]) -> None:
    assert check["verdict"] in IN_WORDS


@every_check
def test_what_was_mended_is_shown_as_it_was(check: dict[str, Any]) -> None:
    assert ("before" in check) == (check["verdict"] == "Holds, as mended")


@of_every(drawn(), lambda statement: statement.text[:50])
def test_a_check_has_the_words_of_every_source_or_says_that_it_has_not(
    statement: Statement,
) -> None:
    place = (statement.page, statement.heading, statement.text)
    check = next(c for c in CHECKS if (c["page"], c["heading"], c["statement"]) == place)

    cited = {place.key for place in statement.places} - {OWN}
    assert cited == {each["key"] for each in check["passage"] if each["words"] or each["read"]}


def test_a_renamed_heading_keeps_the_id_of_what_it_was_called_when_drawn() -> None:
    renamed = {
        (page, now): slugify(when_drawn, "-")
        for page, headings in WHEN_DRAWN.items()
        for now, when_drawn in headings.items()
    }
    named = {
        (page, plain(text)): id
        for page in WHEN_DRAWN
        for text, id in NAMED.findall((DOCS / page).read_text(encoding="utf-8"))
    }

    assert renamed == named


def test_what_is_the_sites_own_is_not_drawn() -> None:
    own = {each.text for each in clinical() if {place.key for place in each.places} <= {OWN}}

    assert set() == own & {each.text for each in drawn()}
