"""The register of sources, docs/references.json, with each record in words."""

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pypandoc

DOCS = Path(__file__).parents[2] / "docs"
REGISTER = DOCS / "references.json"
BIBLIOGRAPHY = "/evidence/bibliography.md"
STYLE = Path(__file__).with_name("vancouver.csl")
ENTRY = re.compile(
    r'<div id="ref-(?P<key>[\w-]+)".*?<div class="csl-right-inline">(?P<html>.*?)</div>', re.DOTALL
)
READ = {
    "in full": "read in full",
    "in part": "read in part",
    "reprint": "read in a reprint",
    "second hand": "known second hand",
    "not read": "not read",
    "own": "not from any source",
}

type References = dict[str, "Record"]
type Stash = Callable[[str], str]  # puts HTML aside and gives what stands for it in Markdown


class Record(NamedTuple):
    """One source. `html` is the record in the Vancouver style, as pandoc formats it."""

    key: str
    short: str
    kind: str
    read: str
    html: str
    status: str


@cache
def load_references(path: Path = REGISTER) -> References:
    """Every record of a CSL-JSON file by its key, in the order of the file."""
    text = path.read_text(encoding="utf-8")
    options = ["--citeproc", "--csl", str(STYLE), "--wrap=none"]
    html = pypandoc.convert_text(text, "html", format="csljson", extra_args=options)
    formatted = {found["key"]: found["html"] for found in ENTRY.finditer(html)}
    return {each["id"]: _record(each, formatted[each["id"]]) for each in json.loads(text)}


def _record(record: dict[str, Any], html: str) -> Record:
    custom = record["custom"]
    words = f"{custom['kind']}, {how_read(record)}, checked {day(custom['checked'])}."
    note = f"{record['note'].rstrip('.')}. " if "note" in record else ""
    status = note + words[:1].upper() + words[1:]
    ended = html if html.endswith(".") else f"{html}."
    return Record(
        record["id"], record["title-short"], custom["kind"], custom["read"], ended, status
    )


def printed(record: dict[str, Any]) -> tuple[str, str]:
    """What a result says of a source: its short name; how it was read, and in which month."""
    return record["title-short"], f"{how_read(record)}, {month(record['custom']['checked'])}"


def how_read(record: dict[str, Any]) -> str:
    """How a source was read, in the words of every page and of every result."""
    return READ[record["custom"]["read"]]


def day(text: str) -> str:
    """An ISO date in words: 23 November 2026."""
    return f"{date.fromisoformat(text).day}\N{NO-BREAK SPACE}{month(text)}"


def month(text: str) -> str:
    """The month of an ISO date in words: November 2026."""
    return f"{date.fromisoformat(text):%B %Y}"
