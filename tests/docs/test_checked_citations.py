"""Thirty cited statements, drawn by hash, were held against the passages that they cite."""

from typing import Any

import pytest

from overrides.markdown.checked import checks
from tests.docs.statements import DRAWN, OWN, Statement, clinical, drawn

VERDICTS = {
    "Holds",
    "Holds, as mended",
    "Holds, with its source added",
    "Could not be read again",
}
CHECKS = checks()

every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check["statement"][:50])


def test_those_drawn_are_those_checked_word_for_word() -> None:
    checked = [(check["page"], check["heading"], check["statement"]) for check in CHECKS]

    assert [(each.page, each.heading, each.text) for each in drawn()] == checked


def test_thirty_are_drawn_and_no_two_alike() -> None:
    assert 30 == DRAWN == len({(each.page, each.heading, each.text) for each in drawn()})


@every_check
def test_a_check_has_a_verdict(check: dict[str, Any]) -> None:
    assert check["verdict"] in VERDICTS


@every_check
def test_what_was_mended_is_shown_as_it_was(check: dict[str, Any]) -> None:
    assert ("before" in check) == (check["verdict"] == "Holds, as mended")


@pytest.mark.parametrize("statement", drawn(), ids=lambda statement: statement.text[:50])
def test_a_check_has_the_words_of_every_source_or_says_that_it_has_not(
    statement: Statement,
) -> None:
    check = next(each for each in CHECKS if each["statement"] == statement.text)

    cited = {place.key for place in statement.places} - {OWN}
    assert cited == {each["key"] for each in check["passage"] if each["words"] or each["read"]}


def test_what_is_the_sites_own_is_not_drawn() -> None:
    own = {each.text for each in clinical() if {place.key for place in each.places} <= {OWN}}

    assert set() == own & {each.text for each in drawn()}
