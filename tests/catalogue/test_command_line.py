"""The command line: flags in, text or JSON out, and an exit status that says which outcome."""

import dataclasses
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calc import __version__
from calc.__main__ import USAGE, main
from calc.catalogue import CATALOGUE, invalid, run
from calc.clinical.foscarnet import dose_words
from calc.model.calculator import Calculator
from calc.model.outcomes import Answer, Failed, FieldError, Line
from calc.present.outcome_schema import outcome_schema
from calc.present.record import to_record
from calc.present.schema import inputs_schema
from calc.present.text import render_text

ROOT = Path(__file__).parents[2]
PATIENT = ["--age", "68", "--sex", "male", "--creatinine", "1.0", "--creatinine_unit", "mg/dL"]
DOSE = ["foscarnet-dose", *PATIENT, "--weight", "70", "--dialysis", "no"]
DOSE += ["--regimen", "hsv-40-every-8-h"]
ANSWERS = dict(zip((flag.removeprefix("--") for flag in DOSE[1::2]), DOSE[2::2], strict=True))

Printed = pytest.CaptureFixture[str]


def as_json(arguments: list[str], printed: Printed) -> dict[str, Any]:
    """The JSON outcome of a command."""
    main([*arguments, "--json"])
    read: dict[str, Any] = json.loads(printed.readouterr().out)
    return read


def errors(arguments: list[str], printed: Printed) -> list[tuple[str | None, str]]:
    """Field and code of each error of a command."""
    return [(each["field"], each["code"]) for each in as_json(arguments, printed)["errors"]]


def broken() -> Calculator[Any]:
    """The dose calculator with a fault in it."""

    def divides_by_nought(**answers: object) -> Answer:
        raise ZeroDivisionError(f"{answers}")

    return dataclasses.replace(CATALOGUE["foscarnet-dose"], compute=divides_by_nought)


def test_list_names_every_calculator_and_says_what_it_is_for(capsys: Printed) -> None:
    status = main(["list"])

    assert 0 == status
    assert [f"{name:22}{each.about}" for name, each in CATALOGUE.items()] == (
        capsys.readouterr().out.splitlines()
    )


def for_people(data: object) -> str:
    """JSON with a line for each member, as a person reads it."""
    return json.dumps(data, indent=2) + "\n"


def test_schema_prints_the_schema(capsys: Printed) -> None:
    status = main(["schema", "foscarnet-plan"])

    assert 0 == status
    assert for_people(inputs_schema(CATALOGUE["foscarnet-plan"])) == capsys.readouterr().out


def test_schema_outcome_prints_the_schema_of_the_outcomes(capsys: Printed) -> None:
    status = main(["schema", "foscarnet-plan", "--outcome"])

    assert 0 == status
    assert for_people(outcome_schema(CATALOGUE["foscarnet-plan"])) == capsys.readouterr().out


def test_an_answer_exits_with_0(capsys: Printed) -> None:
    status = main(DOSE)

    assert 0 == status
    said = capsys.readouterr().out
    assert "35 mg/kg (2,450 mg) every 12 hours" in said
    assert render_text(run(DOSE[0], ANSWERS)) == said


def test_a_refusal_exits_with_3(capsys: Printed) -> None:
    on_dialysis = ["yes" if flag == "no" else flag for flag in DOSE]

    assert 3 == main(on_dialysis)
    assert "No dose" in capsys.readouterr().out


def test_invalid_answers_exit_with_2(capsys: Printed) -> None:
    assert 2 == main(["foscarnet-dose", *PATIENT])
    assert "Enter weight" in capsys.readouterr().out


def test_a_failure_exits_with_1_and_says_nothing_of_the_patient(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CATALOGUE, "foscarnet-dose", broken())

    status = main([*DOSE, "--json"])

    printed = capsys.readouterr()
    assert 1 == status
    assert "" == printed.err
    assert {
        "outcome": "failure",
        "calculator": "foscarnet-dose",
        "version": __version__,
        "inputs": {},
        "confirmed": [],
        "values": {},
        "heading": None,
        "headline": None,
        "beneath": None,
        "tiles": [],
        "lines": [],
        "scope": None,
        "box": None,
        "checks": [],
        "cautions": [],
        "comparison": None,
        "refusal": None,
        "errors": [],
        "working": [],
        "sources": [],
    } == json.loads(printed.out)


def test_a_failure_in_words_says_what_to_use_instead(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CATALOGUE, "foscarnet-dose", broken())

    main(DOSE)

    said = capsys.readouterr()
    assert "The calculator failed" in said.out
    assert render_text(Failed(calculator=DOSE[0], version=__version__)) == said.out
    assert "For maintainers: python -m calc --traceback NAME ... says why\n" == said.err


def test_an_answer_that_cannot_be_written_is_a_failure(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Iterator[Line]:
        raise ZeroDivisionError

    monkeypatch.setattr(dose_words, "lines", fails)

    assert 1 == main(DOSE)
    assert "The calculator failed" in capsys.readouterr().out


def test_a_maintainer_can_have_the_fault_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATALOGUE, "foscarnet-dose", broken())

    with pytest.raises(ZeroDivisionError):
        main(["--traceback", *DOSE])


def test_json_is_printed_where_asked(capsys: Printed) -> None:
    main([*DOSE, "--json"])

    printed = capsys.readouterr().out
    assert "2450" == json.loads(printed)["values"]["dose"]["value"]
    assert for_people(json.loads(printed)) == printed


def test_a_hyphen_is_accepted_for_the_underscore(capsys: Printed) -> None:
    with_hyphen = [flag.replace("creatinine_unit", "creatinine-unit") for flag in DOSE]

    assert as_json(DOSE, capsys) == as_json(with_hyphen, capsys)


def test_an_answer_may_follow_an_equals_sign(capsys: Printed) -> None:
    pairs = zip(DOSE[1::2], DOSE[2::2], strict=True)
    joined = [f"{flag}={answer}" for flag, answer in pairs]

    assert as_json(DOSE, capsys) == as_json(["foscarnet-dose", *joined], capsys)


def test_an_unknown_flag_is_invalid(capsys: Printed) -> None:
    assert [("shoe_size", "unknown")] == errors([*DOSE, "--shoe-size", "42"], capsys)


def test_a_repeated_flag_is_invalid_even_with_the_same_answer(capsys: Printed) -> None:
    (error,) = as_json([*DOSE, "--weight", "70"], capsys)["errors"]

    said = '"weight" is answered twice'
    assert {"field": "weight", "code": "repeated", "text": said, "offers": []} == error


def test_a_flag_repeated_in_two_spellings_is_invalid(capsys: Printed) -> None:
    again = ["--creatinine-unit", "umol/L"]

    assert ("creatinine_unit", "repeated") in errors([*DOSE, *again], capsys)


def test_a_word_without_a_flag_is_invalid(capsys: Printed) -> None:
    assert [(None, "line")] == errors([*DOSE, "70"], capsys)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("70", '"70" is no flag: write --name and then its answer'),
        ("--weight", '"--weight" has no answer: write --name and then its answer'),
    ],
)
def test_what_is_wrong_with_a_flag_is_said(typed: str, said: str, capsys: Printed) -> None:
    outcome = invalid(DOSE[0], FieldError(None, "line", said))

    assert to_record(outcome) == as_json([*DOSE, typed], capsys)


@pytest.mark.parametrize("flag", ["--weight", "--dialysis", "--confirm"])
def test_a_flag_without_an_answer_is_never_passed_over(flag: str, capsys: Printed) -> None:
    """`--dialysis` at the end of a line must not give a dose."""
    assert 2 == main([*DOSE, flag])


@pytest.mark.parametrize("flag", ["--dialysis", "--confirm"])
def test_a_flag_followed_by_a_flag_has_no_answer(flag: str, capsys: Printed) -> None:
    assert 2 == main([DOSE[0], flag, *DOSE[1:]])


@pytest.mark.parametrize(
    "arguments", [[], ["nobody"], ["schema"], ["schema", "nobody"], ["list", "all"]]
)
def test_a_command_that_is_none_explains_itself(arguments: list[str], capsys: Printed) -> None:
    status = main(arguments)

    printed = capsys.readouterr()
    assert 2 == status
    assert f"{USAGE}The calculators: {', '.join(CATALOGUE)}\n" == printed.err
    assert "" == printed.out


def test_the_module_runs_as_a_program() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "calc", *DOSE],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONUTF8": "1"},
    )

    assert (0, "") == (run.returncode, run.stderr)
    assert "35 mg/kg (2,450 mg) every 12 hours" in run.stdout


def test_a_terminal_that_cannot_print_a_sign_is_no_reason_to_fail() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "calc", *DOSE],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    )

    assert (0, b"") == (run.returncode, run.stderr)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], [DOSE[0], "--help"], [DOSE[0], "-h"]])
def test_help_is_printed_when_asked_for(arguments: list[str], capsys: Printed) -> None:
    assert 0 == main(arguments)
    assert USAGE == capsys.readouterr().out
