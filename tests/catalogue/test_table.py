"""A table of patients: a row in, a row out, with what was wrong and no formula in it."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping

import pytest

from calc.batch import csv_rows, json_lines
from calc.catalogue import CATALOGUE
from calc.clinical.foscarnet import sodium_words
from calc.model.outcomes import Failed, FieldError, InputError, Line
from calc.present.columns import BETWEEN, WORDS, cells, harmless, harmless_row, heads
from calc.present.text import FAILED
from tests.cases import Case, cases, named
from tests.catalogue.walk import outcome_of
from tests.every import of_every

PLAN = "foscarnet-plan"
MAN = dict(named("man-50-hsv-every-8-h").answers)


def table(rows: Iterable[Mapping[str, str]], sign: str = ",") -> bytes:
    """Rows as a CSV file, the names of the first in its head."""
    rows = [*rows]
    cells = [[*rows[0]], *([*row.values()] for row in rows)]
    return "".join(f"{sign.join(row)}\r\n" for row in cells).encode()


def answered(written: bytes, name: str = PLAN, sign: str = ",") -> list[dict[str, str]]:
    """What comes out for a CSV file, read again."""
    lines = written.splitlines(keepends=True)
    return [*csv.DictReader([*csv_rows(name, lines)], delimiter=sign)]


def errors(head: str) -> tuple[FieldError, ...]:
    """What is wrong with a head."""
    with pytest.raises(InputError) as raised:
        [*csv_rows(PLAN, [f"{head}\n".encode()])]
    return raised.value.errors


def refused(head: str) -> list[tuple[str | None, str]]:
    """Field and code of each error of a head."""
    return [(each.field, each.code) for each in errors(head)]


ANSWERABLE = [
    case for case in cases() if case.answers and "unknown" not in dict(case.errors).values()
]


@of_every(ANSWERABLE, lambda case: case.name)
def test_a_row_holds_what_the_outcome_holds(case: Case) -> None:
    outcome = outcome_of(case)
    quoted = {name: '"{}"'.format(each.replace('"', '""')) for name, each in case.answers.items()}

    (row,) = answered(table([quoted]), case.calculator)

    values = [*row.values()][len(case.answers) + len(WORDS) :]
    expected = sorted(each.decimal() for each in outcome.values.values())
    assert expected == sorted(each for cell in values if cell for each in cell.split(BETWEEN))
    assert outcome.kind == row["outcome"]
    assert (outcome.answer.decision if outcome.answer else "") == row["decision"]
    assert BETWEEN.join(each.text for each in outcome.cautions) == row["cautions"]


@of_every(ANSWERABLE, lambda case: case.name)
def test_what_is_wrong_stands_in_a_row_that_is_invalid_alone_and_a_refusal_in_a_refused_one(
    case: Case,
) -> None:
    row = dict(zip(WORDS, cells(outcome_of(case)), strict=False))

    assert [row["outcome"] == "invalid", row["outcome"] == "refusal"] == [
        row["wrong"] != "",
        row["refusal"] != "",
    ]


def test_a_value_stands_under_its_name_and_unit() -> None:
    (row,) = answered(table([MAN]))

    assert ("2100", "8") == (row["dose (mg)"], row["interval (h)"])


def test_a_value_in_another_unit_stands_in_another_column() -> None:
    (row,) = answered(table([{**MAN, "creatinine": "88.4", "creatinine_unit": "umol/L"}]))

    assert "" == row["edge_creatinine (mg/dL)"]
    assert "" != row["edge_creatinine (umol/L)"]


def test_what_was_typed_stands_before_the_outcome() -> None:
    (row,) = answered(table([MAN]))

    assert MAN == {name: row[name] for name in MAN}


def test_a_wrong_cell_is_named_with_its_reason() -> None:
    (row,) = answered(table([{**MAN, "weight": "7e1"}]))

    assert "invalid" == row["outcome"]
    assert row["wrong"].startswith("weight: Weight must be written out, without")
    assert "" == row["dose (mg)"]


def test_a_refusal_says_why_and_what_to_do_instead_and_holds_no_dose() -> None:
    (row,) = answered(table([dict(named("plan-below-0.4").answers)]))

    assert "refusal" == row["outcome"]
    assert " Instead: " in row["refusal"]
    assert ("", "") == (row["dose (mg)"], row["result"])


def test_where_the_calculator_failed_the_row_says_so_and_holds_no_value() -> None:
    failed = cells(Failed(calculator=PLAN, version="0"))

    said = {"outcome": "failure", "wrong": FAILED, "version": "0"}
    assert said == {
        name: cell for name, cell in zip(heads(CATALOGUE[PLAN]), failed, strict=True) if cell
    }


def test_a_row_needs_nothing_that_it_does_not_print(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> Iterator[Line]:
        raise ArithmeticError

    expected = answered(table([MAN]))
    monkeypatch.setattr(sodium_words, "lines", fails)

    assert expected == answered(table([MAN]))


def test_dose_and_interval_are_one_text_as_well() -> None:
    (row,) = answered(table([MAN]))

    assert "Foscarnet for herpes simplex: 2,100 mg every 8 hours" == row["result"]


def test_an_empty_cell_is_no_answer() -> None:
    (row,) = answered(table([{**MAN, "weight": ""}]))

    assert "weight: Enter weight" == row["wrong"]


def test_an_unknown_column_is_refused_by_its_name() -> None:
    assert [("wieght", "unknown")] == refused("age,wieght")


def test_a_column_that_stands_twice_is_refused_by_its_name() -> None:
    assert [("age", "repeated")] == refused("age,weight,age")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "The first row names no column"),
        ('"age', "The row cannot be read: unexpected end of data"),
    ],
)
def test_a_head_that_names_nothing_is_refused_with_the_reason(head: str, said: str) -> None:
    assert (FieldError(None, "line", said),) == errors(head)


def test_a_column_without_a_name_is_refused() -> None:
    assert [("", "unknown")] == refused("age,")


def test_what_confirms_is_a_column_too() -> None:
    heavy = {**MAN, "weight": "260", "confirm": "weight"}

    (row,) = answered(table([heavy]))

    assert ("answer", "weight") == (row["outcome"], row["confirmed"])


@pytest.mark.parametrize("row", ["68", "68,male,1", ""])
def test_a_row_of_another_length_is_wrong_and_the_next_is_answered(row: str) -> None:
    written = f"age,sex\n{row}\n68,male\n".encode()

    first, second = answered(written)

    assert "line: The row has" in first["wrong"]
    assert "weight: Enter weight" in second["wrong"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("6" * 200_000 + ",male", "field larger than field limit (131072)"),
        ('"6"8,male', "',' expected after '\"'"),
    ],
    ids=["long", "mark within a cell"],
)
def test_a_row_that_cannot_be_read_is_wrong_and_the_next_is_answered(row: str, why: str) -> None:
    first, second = answered(f"age,sex\n{row}\n68,male\n".encode())

    assert f"line: The row cannot be read: {why}" == first["wrong"]
    assert "68" == second["age"]


@pytest.mark.parametrize("cell", ['"68', '68,"male', '"68",male,"'])
def test_a_mark_that_is_not_closed_takes_no_other_row_with_it(cell: str) -> None:
    first, *_, last = answered(f"age,sex\n{cell}\n68,male\n".encode())

    assert "line: The row cannot be read: a quotation mark is not closed" == first["wrong"]
    assert "68" == last["age"]


def test_a_mark_that_is_closed_by_that_of_another_patient_takes_none_either() -> None:
    head = "age,sex,creatinine,creatinine_unit,weight"
    patients = '68,male,1.4,mg/dL,"70\n30,male,9,mg/dL,71\n55,female,1.2,mg/dL,60"\n'

    rows = answered(f"{head}\n{patients}".encode())

    assert ["", "30", "55"] == [row["age"] for row in rows]


def test_nor_one_in_a_cell_that_has_no_column() -> None:
    rows = answered(b'age,sex\n68,male,"\n30,female\n55,female"\n')

    assert ["", "30", "55"] == [row["age"] for row in rows]


def test_a_row_of_another_length_is_not_taken_apart_where_a_cell_has_lines() -> None:
    written = b'age,creatinines\n66,"2026-11-25 1.1\n2026-11-27 1.1",\n'

    (row,) = answered(written, "foscarnet-redose")

    assert "line: The row has 3 cells and not 2 as the first" == row["wrong"]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    case = dict(named("redose-stays").answers)
    (row,) = answered(
        table([{name: f'"{each}"' for name, each in case.items()}]), "foscarnet-redose"
    )

    assert "answer" == row["outcome"]


def test_a_cell_of_several_lines_may_hold_what_stands_between_cells() -> None:
    case = dict(named("redose-stays").answers)
    case["creatinines"] = case["creatinines"].replace(" ", ", ")
    (row,) = answered(
        table([{name: f'"{each}"' for name, each in case.items()}]), "foscarnet-redose"
    )

    assert "answer" == row["outcome"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_what_stands_between_the_cells_is_seen_in_the_head(sign: str) -> None:
    (row,) = answered(table([MAN], sign), sign=sign)

    assert "2100" == row["dose (mg)"]


def test_a_table_in_utf_16_is_read() -> None:
    written = table([MAN]).decode().encode("utf-16")

    (row,) = answered(written)

    assert "2100" == row["dose (mg)"]


def test_a_mark_before_the_head_does_no_harm() -> None:
    (row,) = answered(b"\xef\xbb\xbf" + table([MAN]))

    assert "2100" == row["dose (mg)"]


def test_nothing_comes_of_nothing_and_a_head_of_a_head() -> None:
    assert [] == [*csv_rows(PLAN, [])]
    assert [f"age,{','.join(heads(CATALOGUE[PLAN]))}"] == [*csv_rows(PLAN, [b"age\n"])]


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\N{FULLWIDTH EQUALS SIGN}1")


@of_every(FORMULAS)
def test_in_a_row_it_does_so_wherever_it_stands(formula: str) -> None:
    rows = ([formula, "68"], ["68", formula], ["68", f"70;{formula}"], ["", f"70,{formula}", ""])

    assert [[*map(harmless, row)] for row in rows] == [harmless_row(row) for row in rows]


@of_every(FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it(cell: str) -> None:
    assert f"'{cell}" == harmless(cell)


def test_nor_is_one_run_where_a_spreadsheet_parts_cells_elsewhere() -> None:
    assert "x;'=1+1,'@SUM(A1), 2" == harmless("x;=1+1,@SUM(A1), 2")


@pytest.mark.parametrize("cell", ["", "68", "0.5", "a=1", "2-3", "me@home"])
def test_another_cell_is_left_as_it_is(cell: str) -> None:
    assert cell == harmless(cell)


def test_no_cell_that_comes_out_begins_a_formula() -> None:
    spoilt = [{**MAN, name: f"={text}"} for name, text in MAN.items()]

    rows = answered(table(spoilt))

    cells = [cell for row in rows for cell in row.values()]
    assert [] == [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]


def test_a_table_and_lines_of_json_say_the_same() -> None:
    (row,) = answered(table([MAN]))
    (line,) = json_lines(PLAN, [json.dumps(MAN).encode()])

    assert json.loads(line)["values"]["dose"]["value"] == row["dose (mg)"]
