"""Bad input gets no number and no fault: it gets a sentence that says what to correct.

One property is one test over the whole stored corpus; a browser types a part of it in
tests/site/test_bad_input.py.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest

from calc.__main__ import EXIT, main
from calc.batch import csv_rows, json_lines
from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.model.calculator import number_of
from calc.model.outcomes import shortened
from calc.present.record import to_json_line, to_record
from calc.present.text import render_text
from tests.bad_input.corpus import (
    EVERY,
    NO_NUMBER,
    TYPED,
    Row,
    careful,
    errors_of,
    every_number,
    json_line,
    label_of,
    outcome_of,
)
from tests.every import of_every
from tests.root import ROOT

REFUSED = [row for row in EVERY if row.must != "taken"]
TAKEN = [row for row in EVERY if row.must == "taken"]
LONGEST = 500
Count = Callable[[str, Any], None]
"""Letters of a sentence at most."""
EMPTY: dict[str, object] = {
    "values": {},
    "tiles": [],
    "headline": None,
    "refusal": None,
    "cautions": [],
}
"""What the record of an invalid outcome holds where a result would stand."""
SPEAKS_OF_NO_TEXT = {"missing", "type", "low", "high", "confirm", "twice", "choice", "repeated"}
"""Codes of errors that repeat what was read, or was left out, or a word of several."""


class Drawn(HTMLParser):
    """The tags of a piece of HTML, and whatever of it could run or load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.alive: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and the attributes that could run or load something."""
        self.tags.add(tag)
        for name, value in attrs:
            leads = name in ("href", "src", "action") and not (value or "").startswith("#")
            if leads or name == "style" or name.startswith("on"):
                self.alive.append(f"{name}={value}")


def asked(row: Row, **more: str) -> dict[str, Any]:
    """What the page gets for a row that is typed."""
    request = {"calculator": row.careful.calculator, "answers": row.answers, **more}
    reply: dict[str, Any] = json.loads(answer(json.dumps(request)))
    return reply


def html_of(reply: dict[str, Any]) -> Iterator[str]:
    """All the HTML that a page would place."""
    yield from (reply["html"], reply["summary"], *reply["fields"].values())


def drawn(row: Row) -> tuple[set[str], list[str]]:
    """The tags that come of a row, and what of them is alive: asked, and while it is typed."""
    replies = [asked(row), asked(row, typing=row.field)]
    found = [Drawn(html) for reply in replies for html in html_of(reply)]
    alive = [each for one_of in found for each in one_of.alive]
    return {tag for one_of in found for tag in one_of.tags}, alive


@cache
def harmless(name: str, field: str) -> set[str]:
    """The tags that come of careful answers, of a word that is none, and of one left out."""
    answers = dict(careful(name, field).answers)
    texts = (str(answers.get(field, "")), "70.,5", "+70", "xyzzy", "")
    requests = [{"calculator": name, "answers": {**answers, field: text}} for text in texts]
    requests += [{**each, "typing": field} for each in requests]
    replies = [json.loads(answer(json.dumps(each))) for each in requests]
    return {tag for reply in replies for html in html_of(reply) for tag in Drawn(html).tags}


def test_the_corpus_is_of_a_thousand_distinct_rows_and_more() -> None:
    assert 1_000 <= len({(row.field, row.text, row.literal, row.line, row.times) for row in EVERY})


@of_every(REFUSED)
def test_what_is_bad_is_to_be_corrected_in_its_field(row: Row) -> None:
    codes = {each.code for each in errors_of(row)}

    assert "invalid" == outcome_of(row).kind
    assert codes if row.must == "any" else codes & {*row.codes}


@of_every(TAKEN)
def test_what_is_clear_is_read_as_it_was_meant(row: Row) -> None:
    assert [] == errors_of(row)
    assert row.reads == outcome_of(row).inputs[row.field].value


@of_every([row for row in EVERY if row.offers])
def test_what_may_be_meant_is_offered_and_nothing_else(row: Row) -> None:
    (error,) = errors_of(row)

    assert row.offers == tuple(offer.answers[row.field] for offer in error.offers)


@of_every(REFUSED)
def test_nothing_is_computed_from_what_is_bad(row: Row, record_property: Count) -> None:
    record_property("bad-python", 1)
    record = to_record(outcome_of(row))

    assert EMPTY == {key: record[key] for key in EMPTY}
    assert not {"results", "decision"} & record.keys()


@of_every(every_number(), " ".join)
def test_what_is_no_number_is_none_in_any_field_of_any_calculator(asked: tuple[str, str]) -> None:
    kinds = {row.what.partition(":")[0]: row for row in NO_NUMBER}

    assert [] == [str(row) for row in kinds.values() if not is_to_be_corrected(row, *asked)]


@pytest.mark.figures
@of_every(every_number(), " ".join)
def test_nor_is_any_other_text_of_the_corpus(asked: tuple[str, str]) -> None:
    assert [] == [str(row) for row in NO_NUMBER if not is_to_be_corrected(row, *asked)]


def is_to_be_corrected(row: Row, name: str, field: str) -> bool:
    """Whether a text gets an error in a field, by its label and with the range, not an answer."""
    outcome = run(name, {**careful(name, field).answers, field: row.text})
    told = [each.text for each in outcome.errors if each.field == field]
    label = CATALOGUE[name].inputs[field].label
    says = all(label in each and tells_the_range(each) for each in told)
    return outcome.kind == "invalid" and bool(told) and says


def tells_the_range(text: str) -> bool:
    """Whether a sentence says what is possible, or which limit was passed."""
    return any(
        words in text for words in (" is possible", " or more (", " or less (", " is usually ")
    )


@of_every(REFUSED)
def test_each_sentence_names_its_field_and_is_short(row: Row) -> None:
    for error in errors_of(row):
        assert label_of(error, row).lower() in error.text.lower()
        assert LONGEST >= len(error.text)


@of_every([row for row in TYPED if row.field not in ("confirm", "drugs", "creatinines")])
def test_each_sentence_repeats_what_was_typed_or_how_it_was_read(row: Row) -> None:
    for error in errors_of(row):
        repeated = shortened(row.text.strip()) in error.text

        assert repeated or error.code in SPEAKS_OF_NO_TEXT, error.text


@of_every([row for row in TYPED if row.field in ("weight", "creatinine", "age")])
def test_a_number_that_is_not_taken_is_told_the_range_or_the_limit(row: Row) -> None:
    declared = number_of(CATALOGUE[row.careful.calculator].inputs[row.field])
    assert declared
    assert declared.hard
    for error in errors_of(row):
        assert tells_the_range(error.text) or error.code == "missing", error.text


@pytest.mark.figures
@of_every([row for row in REFUSED if not row.line])
def test_a_message_of_the_page_is_to_be_corrected_too(row: Row, record_property: Count) -> None:
    answers = json_line(row).decode("latin-1")
    reply = json.loads(
        answer(f'{{"calculator": "{row.careful.calculator}", "answers": {answers}}}')
    )
    record_property("bad-message", 1)

    assert "invalid" == reply["outcome"]


@of_every([row for row in TYPED if {*"<>&\"'"} & {*row.typed}])
def test_nothing_typed_becomes_a_tag_or_runs(row: Row) -> None:
    tags, alive = drawn(row)

    assert tags <= harmless(row.careful.calculator, row.field)
    assert [] == alive


@of_every({(row.what, row.field): row for row in TYPED}.values())
def test_the_command_line_says_the_same(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    assert said_by_python(row) == said_by_flags(row, capsys)


@pytest.mark.figures
@of_every(TYPED)
def test_the_command_line_says_the_same_of_each(
    row: Row, capsys: pytest.CaptureFixture[str], record_property: Count
) -> None:
    record_property("bad-flags", 1)

    assert said_by_python(row) == said_by_flags(row, capsys)


def given(row: Row) -> dict[str, Any]:
    """What flags can give of a row: a flag has an answer."""
    return {name: text for name, text in row.answers.items() if text}


def said_by_python(row: Row) -> tuple[int, str, object]:
    """The status, the errors and the record that the command line must give."""
    expected = run(row.careful.calculator, given(row))
    return EXIT[expected.kind], "", to_record(expected)


def said_by_flags(row: Row, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, object]:
    """Those that it gives."""
    flags = [f"--{name}={text}" for name, text in given(row).items()]
    status = main([row.careful.calculator, *flags, "--json"])
    printed = capsys.readouterr()
    return status, printed.err, json.loads(printed.out)


@of_every({(row.what, row.field): row for row in TYPED}.values())
def test_the_text_for_a_terminal_is_short_and_holds_nothing_that_it_would_obey(row: Row) -> None:
    text = render_text(outcome_of(row))

    assert 12_000 >= len(text)
    assert [] == [line for line in text.splitlines() if not line.isprintable()]


def test_a_batch_answers_every_line_as_if_it_came_alone(record_property: Count) -> None:
    record_property("bad-line", len(EVERY))
    together: dict[str, list[Row]] = {}
    for row in EVERY:
        together.setdefault(row.careful.calculator, []).append(row)

    wrong = [
        str(row)
        for name, rows in together.items()
        for row, said in zip(rows, json_lines(name, map(json_line, rows)), strict=True)
        if to_json_line(outcome_of(row)) != said
    ]

    assert [] == wrong


@of_every([row for row in TYPED if row.must != "taken"])
def test_in_a_cell_of_a_table_it_is_to_be_corrected_too(row: Row) -> None:
    assert {"invalid"} == {*outcomes_in_a_table(row)}


def outcomes_in_a_table(row: Row) -> list[str]:
    """What comes of a table whose one row holds these answers, for each row that it is taken as."""
    written = StringIO(newline="")
    csv.writer(written).writerows([row.answers.keys(), row.answers.values()])
    lines = written.getvalue().encode("utf-8", "surrogatepass").splitlines(keepends=True)
    answered = csv.DictReader(csv_rows(row.careful.calculator, lines))
    return [each["outcome"] for each in answered]


def test_flags_that_are_no_text_of_any_encoding_are_to_be_corrected() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "calc", "foscarnet-dose", "--weight", b"7\xff0", b"--\xc3=\xa9"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONUTF8": "1"},
    )

    assert (2, b"") == (run.returncode, run.stderr)
    assert b"Weight holds a character that cannot be seen" in run.stdout
