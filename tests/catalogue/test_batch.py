"""A batch answers every line with one line, whatever the line holds."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from calc import __version__
from calc.batch import json_lines
from calc.catalogue import CATALOGUE, run, run_json
from calc.clinical.foscarnet import sodium_words
from calc.model.outcomes import Failed, FieldError, Invalid
from calc.present.record import to_json_line
from tests.cases import Case, named
from tests.catalogue.walk import outcome_of
from tests.every import every_case, of_every

ROOT = Path(__file__).parents[2]
PLAN = "foscarnet-plan"
MAN = dict(named("man-50-hsv-every-8-h").answers)
GOOD = json.dumps(MAN).encode()

UNREADABLE = {
    "blank": b"",
    "spaces": b"   ",
    "words": b"age 66",
    "half an object": b'{"age": "66"',
    "two objects": GOOD + GOOD,
    "an array": b'[{"age": "66"}]',
    "an empty array": b"[]",
    "text": b'"66"',
    "a number": b"66",
    "null": b"null",
    "true": b"true",
    "NaN": b"NaN",
    "single quotes": b"{'age': '66'}",
    "UTF-16 in pieces": b"\x00" + GOOD.decode().encode("utf-16-be"),
    "a control character": b'{"age": "6\x016"}',
    "nul bytes": b"\x00\x00",
}
"""Lines that are not one JSON object of answers."""

DEEP = {
    "arrays": b"[" * 100_000,
    "objects": b'{"age":' * 100_000,
    "arrays that end": b"[" * 100_000 + b"]" * 100_000,
}
"""Lines on which a reader of JSON that calls itself runs out of stack."""


def answered(written: bytes, name: str = "foscarnet-plan") -> dict[str, Any]:
    """The outcome of one line."""
    (given,) = json_lines(name, [written])
    read: dict[str, Any] = json.loads(given)
    return read


def _fail(*_: object, **__: object) -> Any:
    raise ArithmeticError


def with_weight(literal: str) -> bytes:
    """The man's answers, his weight written as this piece of JSON."""
    return GOOD.replace(b'"weight": "70"', b'"weight": ' + literal.encode())


def codes(read: dict[str, Any]) -> list[tuple[str | None, str]]:
    """Field and code of each error."""
    return [(each["field"], each["code"]) for each in read["errors"]]


@of_every(UNREADABLE)
def test_a_line_that_is_no_object_is_invalid(kind: str) -> None:
    read = answered(UNREADABLE[kind])

    assert ("invalid", [(None, "line")]) == (read["outcome"], codes(read))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b" age 66 ", 'The line is not one JSON object of answers: "age 66"'),
        (
            b"a\x00g\x00",
            'The line is not one JSON object of answers: "a?g?"; it holds null characters, '
            "as UTF-16 and UTF-32 do: save the file as UTF-8",
        ),
    ],
)
def test_what_is_wrong_with_a_line_is_said(line: bytes, said: str) -> None:
    error = FieldError(None, "line", said)

    outcome = Invalid(calculator=PLAN, version=__version__, errors=(error,))
    assert json.loads(to_json_line(outcome)) == answered(line)


@of_every(DEEP)
def test_a_deep_line_is_invalid(kind: str) -> None:
    read = answered(DEEP[kind])

    assert ("invalid", [(None, "line")]) == (read["outcome"], codes(read))


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
def test_line_endings_do_not_matter(ending: bytes) -> None:
    assert answered(GOOD) == answered(GOOD + ending)


@every_case
def test_a_line_gives_what_the_same_answers_give_elsewhere(case: Case) -> None:
    written = json.dumps(dict(case.answers))

    assert to_json_line(outcome_of(case)) == to_json_line(run_json(case.calculator, written))


@pytest.mark.parametrize("literal", ["70", "70.0", "70.5", "70.000000000000000001"])
def test_a_json_number_is_read_by_its_digits(literal: str) -> None:
    read = answered(with_weight(literal))

    assert "answer" == read["outcome"]
    assert literal == read["inputs"]["weight"]["typed"]


@pytest.mark.parametrize(
    ("literal", "code"),
    [
        ("7e1", "number"),
        ("7E+1", "number"),
        ("-70", "number"),
        ("NaN", "number"),
        ("Infinity", "number"),
        ("-Infinity", "number"),
        ("1e400", "number"),
        ("9" * 5000, "number"),
        ("true", "type"),
        ("false", "type"),
        ("[]", "type"),
        ("[70]", "type"),
        ("{}", "type"),
        ('{"kg": 70}', "type"),
        ("null", "missing"),
        ('""', "missing"),
        ('"  "', "missing"),
        ('"\\ud800"', "number"),
        ('"7\\u00000"', "number"),
        ('"\\uff17\\uff10"', "number"),
    ],
)
def test_a_value_that_is_no_plain_answer_is_invalid(literal: str, code: str) -> None:
    assert [("weight", code)] == codes(answered(with_weight(literal)))


def test_numbers_are_written_out_the_same_whether_typed_as_text_or_not() -> None:
    as_text, as_number = answered(GOOD), answered(with_weight("70"))

    assert as_text == as_number


@pytest.mark.parametrize("again", ['"70"', '"71"', "null"])
def test_a_repeated_name_is_invalid_whatever_it_repeats(again: str) -> None:
    written = GOOD[:-1] + f', "weight": {again}}}'.encode()

    assert ("weight", "repeated") in codes(answered(written))


def test_a_repeated_name_is_told_before_what_else_is_wrong() -> None:
    twice = FieldError("weight", "repeated", "“weight” is answered twice")
    high = run(PLAN, MAN | {"weight": "900"}).errors

    outcome = Invalid(calculator=PLAN, version=__version__, errors=(twice, *high))
    assert json.loads(to_json_line(outcome)) == answered(GOOD[:-1] + b', "weight": "900"}')


def test_an_unknown_name_is_invalid() -> None:
    written = GOOD[:-1] + b', "wieght": "70"}'

    assert [("wieght", "unknown")] == codes(answered(written))


def test_an_unknown_name_with_nothing_in_it_is_invalid_too() -> None:
    written = GOOD[:-1] + b', "dose": null}'

    assert [("dose", "unknown")] == codes(answered(written))


def test_invalid_utf_8_in_an_answer_is_invalid() -> None:
    written = GOOD.replace(b'"70"', b'"7\xff0"')

    assert [("weight", "number")] == codes(answered(written))


def test_a_lone_surrogate_in_a_name_is_invalid() -> None:
    read = answered(GOOD[:-1] + b', "\\ud800": "1"}')

    assert [("\ud800", "unknown")] == codes(read)


@pytest.mark.parametrize("literal", ["true", "1", '"true"', '"on"', "[]"])
def test_dialysis_answered_in_another_way_never_gives_a_dose(literal: str) -> None:
    read = answered(GOOD[:-1] + f', "dialysis": {literal}}}'.encode())

    assert "invalid" == read["outcome"]
    assert {} == read["values"]


def test_confirm_answered_with_true_confirms_nothing() -> None:
    heavy = with_weight('"260"')[:-1] + b', "confirm": true}'

    assert ("weight", "confirm") in codes(answered(heavy))


def nasty() -> Iterable[bytes]:
    """A thousand lines: answers, refusals and nonsense in turn."""
    refused = json.dumps(dict(named("plan-below-0.4").answers)).encode()
    kinds = [GOOD, refused, *UNREADABLE.values()]
    return (kinds[place % len(kinds)] for place in range(1_000))


def test_a_thousand_lines_get_a_thousand_answers_and_no_traceback() -> None:
    written = b"\n".join(each.replace(b"\n", b"") for each in nasty()) + b"\n"

    done = subprocess.run(
        [sys.executable, "-m", "calc", "foscarnet-plan", "--batch"],
        input=written,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    outcomes = [json.loads(each)["outcome"] for each in done.stdout.splitlines()]
    assert (0, b"") == (done.returncode, done.stderr)
    assert 1_000 == len(outcomes)
    assert {"answer", "refusal", "invalid"} == {*outcomes}


def test_an_answer_that_cannot_be_written_is_a_failure_that_shows_no_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sodium_words, "lines", _fail)
        failed = answered(GOOD)

    assert json.loads(to_json_line(Failed(calculator=PLAN, version=__version__))) == failed
    assert "answer" == answered(GOOD)["outcome"]


def test_a_line_on_which_the_calculator_fails_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATALOGUE, PLAN, replace(CATALOGUE[PLAN], compute=_fail))

    assert "failure" == answered(GOOD)["outcome"]


def test_a_line_of_json_needs_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = answered(GOOD)
    monkeypatch.setattr(sodium_words, "summed", _fail)

    assert expected == answered(GOOD)


def test_elsewhere_all_is_written_before_an_answer_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sodium_words, "summed", _fail)

    assert "failure" == run("foscarnet-plan", MAN).kind


def test_no_lines_get_no_answers() -> None:
    assert [] == [*json_lines("foscarnet-plan", [])]


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_a_file_of_utf_16_with_its_mark_is_read(mark: bytes, encoding: str) -> None:
    """As PowerShell of Windows writes with `>`; anchore/syft#4916."""
    written = mark + f"{GOOD.decode()}\r\n{{}}\r\n".encode(encoding)

    given = [
        json.loads(each) for each in json_lines("foscarnet-plan", written.splitlines(keepends=True))
    ]

    assert ["answer", "invalid"] == [each["outcome"] for each in given]
    assert answered(GOOD) == given[0]


def test_half_a_sign_of_utf_16_spoils_its_line_alone() -> None:
    spoilt = GOOD.decode().replace('"70"', '"7\ud800"')
    written = f"\ufeff{spoilt}\n{GOOD.decode()}\n".encode("utf-16-le", "surrogatepass")

    first, second = (
        json.loads(each) for each in json_lines(PLAN, written.splitlines(keepends=True))
    )

    assert [("weight", "number")] == codes(first)
    assert answered(GOOD) == second


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_file_of_another_encoding_without_its_mark_is_named(encoding: str) -> None:
    written = f"{GOOD.decode()}\n{GOOD.decode()}\n".encode(encoding)

    given = [
        json.loads(each) for each in json_lines("foscarnet-plan", written.splitlines(keepends=True))
    ]

    assert [] == [each for each in given if "save the file as UTF-8" not in str(each["errors"])]
    assert 2 <= len(given)


def test_a_byte_order_mark_before_the_first_line_does_no_harm() -> None:
    assert "answer" == answered(b"\xef\xbb\xbf" + GOOD)["outcome"]
