"""Every statement of a clinical page says where it comes from, and every source is used."""

import re
from pathlib import Path

from calc.clinical import sources as of_calculators
from calc.model.sources import Source
from overrides.markdown.citations import citations
from overrides.markdown.register import DOCS, load_references
from tests.docs.statements import Statement, clinical, statements
from tests.every import of_every

ABOUT_IT = ("index.md", "about.md", "evidence/how-sure.md")
STATED = [
    *clinical(),
    *(each for page in ABOUT_IT for each in statements(page, (DOCS / page).read_text("utf-8"))),
]
LISTED = [each for each in STATED if each.kind != "sentence"]
SENTENCES = [each for each in clinical() if each.kind == "sentence"]
EXCUSED = Path(__file__).with_name("sentences_that_claim_nothing.txt")
CLAIMS_NOTHING = set(EXCUSED.read_text(encoding="utf-8").splitlines())
PAGES = sorted(DOCS.rglob("*.md"))
LOOKED_UP = (
    "index.md",
    "calculators/",
    "cards/",
    "one-file/",
    "hosting/",
    "project/",
    "glossary.md",
    "changelog.md",
)
SEEN = "pathway.md"
"""What a person standing up reads of it is its picture: a box would say the steps twice."""
READING = [
    name
    for name in (file.relative_to(DOCS).as_posix() for file in PAGES)
    if not name.startswith(LOOKED_UP) and name != SEEN
]
CITED = {place.key for file in PAGES for place in citations(file.read_text(encoding="utf-8"))}


def id_of(statement: Statement) -> str:
    """A name for a statement in the list of tests."""
    return f"{statement.page}: {statement.text[:40]}"


@of_every(LISTED, id_of)
def test_every_bullet_row_and_definition_has_a_source(statement: Statement) -> None:
    assert statement.places or leads_on(statement)


def leads_on(statement: Statement) -> bool:
    """Whether a statement claims nothing itself: a row of the index, or a pitfall's "Here"."""
    of_the_site = statement.page == "index.md" or statement.kind == "definition"
    return of_the_site and bool(statement.links)


@of_every(SENTENCES, id_of)
def test_every_sentence_has_a_source_or_claims_nothing(statement: Statement) -> None:
    asks = statement.text.endswith("?")

    assert statement.places or asks or statement.text in CLAIMS_NOTHING


def test_no_sentence_is_excused_that_is_gone() -> None:
    assert set() == CLAIMS_NOTHING - {each.text for each in SENTENCES}


def test_every_source_is_cited() -> None:
    used = {each.key for each in vars(of_calculators).values() if isinstance(each, Source)}

    assert [] == sorted(load_references().keys() - CITED - used)


def test_every_citation_names_a_source() -> None:
    assert [] == sorted(CITED - load_references().keys())


def test_machine_written_answers_are_cited_only_where_they_are_judged() -> None:
    machines = {
        key for key, each in load_references().items() if each.kind == "machine-written answer"
    }
    judged = {"evidence/starting-text.md", "prevention.md"}
    citing = {
        file.relative_to(DOCS).as_posix()
        for file in PAGES
        if machines & {place.key for place in citations(file.read_text(encoding="utf-8"))}
    }

    assert set() == citing - judged


@of_every(READING)
def test_a_page_has_a_box_of_at_most_five_lines_for_a_person_standing_up(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    box = re.search(r'^!!! glance "At a glance"\n\n((?:    .*\n)+)', text, re.MULTILINE)

    assert box is not None
    assert 1 <= len(re.findall(r"^    - ", box[1], re.MULTILINE)) <= 5


def test_the_page_without_a_box_begins_with_its_picture() -> None:
    first = (DOCS / SEEN).read_text(encoding="utf-8").partition("\n## ")[0]

    assert first.endswith("\n::: pathway\n")


def test_a_statement_goes_on_over_several_lines() -> None:
    page = """
## Dose

- Never a bolus.[@label]
  By pump only.

| a | b |
| --- | --- |
| c | d |
"""

    expected = [("bullet", "Never a bolus. By pump only."), ("row", "c; d")]
    assert expected == [(each.kind, each.text) for each in statements("page", page)]
