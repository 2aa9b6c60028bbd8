"""The register of sources: every record is whole, and formatted as medical journals do."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from calc.clinical import sources as of_calculators
from calc.model.sources import Source
from overrides.markdown.bibliography import KINDS
from overrides.markdown.register import READ, REGISTER, STYLE, load_references, printed
from overrides.site.sources import CLINICAL, STALE, WRITTEN, made, module
from tests.every import of_every

RECORDS: list[dict[str, Any]] = json.loads(REGISTER.read_text(encoding="utf-8"))
FORMATTED = Path(__file__).with_name("formatted_references.toml")
EXAMPLES = tomllib.loads(FORMATTED.read_text(encoding="utf-8"))
CALCULATOR_SOURCES = [each for each in vars(of_calculators).values() if isinstance(each, Source)]
CLINICAL_FILES = [file for file in sorted(CLINICAL.rglob("*.py")) if file != WRITTEN]

every_record = of_every(RECORDS, lambda record: record["id"])


def strings(file: Path) -> Iterator[str]:
    """Every string that a module computes with: all but those that explain it."""
    nodes = [*ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    explaining = [each.value for each in nodes if isinstance(each, ast.Expr)]
    for each in nodes:
        if isinstance(each, ast.Constant) and each not in explaining:
            yield str(each.value)


def plain(html: str) -> str:
    """The text of a formatted record."""
    return re.sub(r"<[^>]*>", "", html)


def test_the_register_names_each_source_once() -> None:
    keys = [record["id"] for record in RECORDS]

    assert sorted(set(keys)) == sorted(keys)


@every_record
def test_a_record_says_what_it_is_how_it_was_read_and_when(record: dict[str, Any]) -> None:
    custom = record["custom"]

    assert custom["kind"] in KINDS
    assert custom["read"] in READ
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", custom["checked"])


@every_record
def test_a_record_has_a_short_name_and_an_author(record: dict[str, Any]) -> None:
    assert record["title-short"]
    assert record["author"]


@every_record
def test_a_record_can_be_looked_up_or_says_where_it_was_read(record: dict[str, Any]) -> None:
    assert {"DOI", "PMID", "URL", "note"} & record.keys()


@every_record
def test_an_address_has_the_day_on_which_it_was_read(record: dict[str, Any]) -> None:
    assert ("URL" in record) == ("accessed" in record)


@every_record
def test_a_digital_object_identifier_is_one(record: dict[str, Any]) -> None:
    assert re.fullmatch(r"10\.\d{4,}/\S+", record.get("DOI", "10.1000/none"))
    assert re.fullmatch(r"\d{6,8}", record.get("PMID", "1000000"))


@of_every(EXAMPLES["reference"], lambda each: each["key"])
def test_a_record_is_printed_in_the_vancouver_style(example: dict[str, str]) -> None:
    assert example["printed"] == plain(load_references()[example["key"]].html)


def test_editors_are_named_before_they_are_called_editors() -> None:
    book = {
        "id": "book",
        "type": "chapter",
        "title": "Zoster",
        "author": [{"family": "Author", "given": "A"}],
        "editor": [{"family": "Bennett", "given": "J E"}, {"family": "Dolin", "given": "R"}],
        "container-title": "A textbook",
    }
    told = ["--citeproc", "--csl", str(STYLE), "--wrap=none"]
    text = pypandoc.convert_text(json.dumps([book]), "plain", format="csljson", extra_args=told)

    assert "Bennett JE, Dolin R, editors." in text


@every_record
def test_a_short_name_that_says_second_hand_is_of_a_source_so_known(record: dict[str, Any]) -> None:
    assert "second hand" not in record["title-short"] or "second hand" == record["custom"]["read"]


def test_the_calculators_have_what_the_register_says_now() -> None:
    assert made() == WRITTEN.read_text(encoding="utf-8"), STALE


@of_every(CALCULATOR_SOURCES, lambda source: source.key)
def test_a_result_says_of_a_source_what_the_bibliography_says(source: Source) -> None:
    read, when = source.status.split(", ")

    assert source.title == load_references()[source.key].short
    assert f", {read}, checked " in load_references()[source.key].status
    assert load_references()[source.key].status.endswith(f"\N{NO-BREAK SPACE}{when}.")


def test_a_record_that_is_read_again_is_printed_so() -> None:
    record = {
        "id": "book",
        "title-short": "A book",
        "custom": {"kind": "handbook", "read": "in full", "checked": "2027-02-01"},
    }

    assert ("A book", "read in full, February 2027") == printed(record)
    assert "read in full, February 2027" in module(json.dumps([record]), 'BOOK = source("book")')


def test_a_source_that_the_register_lacks_is_named() -> None:
    with pytest.raises(SystemExit, match="has no unheard-of"):
        module("[]", 'BOOK = source("unheard-of")')


@of_every(CLINICAL_FILES, lambda file: file.name)
def test_no_name_of_a_source_and_no_way_of_reading_it_is_typed(file: Path) -> None:
    words = {*READ.values(), *(record["title-short"] for record in RECORDS)}

    assert [] == [text for text in strings(file) if any(word in text for word in words)]


def test_a_source_is_made_of_the_register_alone() -> None:
    making = [file for file in CLINICAL_FILES if "Source(" in file.read_text(encoding="utf-8")]

    assert [of_calculators.__file__] == [str(file) for file in making]
    assert 1 == making[0].read_text(encoding="utf-8").count("Source(")
