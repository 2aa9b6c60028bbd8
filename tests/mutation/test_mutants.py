"""Errors are planted where they matter and reach what runs; what nothing notices is listed."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from calc.model.quantity import constant
from tests.mutation import result
from tests.mutation.mutants import Mutant, by_path, modules, mutants
from tests.mutation.result import faults, fitting, listed, stored
from tests.mutation.swapping import READ, loaded, swap
from tests.root import ROOT

SOURCE = '''
ROWS = (
    Row(above=1.4, give=40),
    Row(at_least=0.5, up_to=1.4, give=1_000),
    Row(at_least=0.4, up_to=0.5, give=30),
)


@calculator("Dose")
def dose(weight: Weight, first: bool = False) -> Answer:
    """Words of a docstring stay."""
    if weight < LOWEST:
        return None
    assert weight > 0, "words of an assertion stay"
    return answer(f"of {weight}", "mg")
'''
RENAL = "calc/clinical/renal.py"


def of(function: str, now: str) -> Mutant:
    """The error of the kidneys' module that makes this line."""
    (found,) = (each for each in mutants(RENAL) if (each.within, each.now) == (function, now))
    return found


@contextmanager
def swapped(mutant: Mutant) -> Iterator[None]:
    """The error is in what is loaded; afterwards all is as before."""
    functions = loaded()[mutant.module, mutant.within]
    as_it_is = (ROOT / mutant.module).read_text(encoding="utf-8")
    swap(mutant, functions)
    try:
        yield
    finally:
        swap(replace(mutant, source=as_it_is), functions)


def test_a_table_gets_each_figure_edge_and_row_wrong() -> None:
    made = [each.now for each in mutants("calc/a_table.py", SOURCE) if not each.within]

    assert "Row(above=1.5, give=40)," in made
    assert "Row(at_least=1.4, give=40)," in made
    assert "Row(above=0.5, up_to=1.4, give=1_000)," in made
    assert "Row(at_least=0.5, up_to=1.4, give=1001)," in made
    assert 3 == made.count("")


def test_a_function_with_a_decorator_is_changed_and_what_only_programmers_read_is_not() -> None:
    made = [each.now for each in mutants("calc/a_table.py", SOURCE) if each.within]

    assert "if weight <= LOWEST:" in made
    assert 'return answer(f"of {weight}", "XXmgXX")' in made
    assert any(each.startswith("assert weight >= 0") for each in made)
    assert [] == [each for each in made if "XXwords" in each or "docstring" in each]


def test_modules_are_tried_in_the_order_in_which_their_paths_are_given() -> None:
    named = by_path([RENAL, "calc/clinical/foscarnet/", "calc/clinical"])

    assert {*named} == {each for each in modules() if each.startswith("calc/clinical/")}
    assert [RENAL, "calc/clinical/foscarnet/__init__.py"] == named[:2]


def test_no_two_errors_of_a_module_have_one_name() -> None:
    ids = [each.id for each in mutants(RENAL)]

    assert len({*ids}) == len(ids) > 50


def test_an_error_reaches_a_function_that_is_loaded_and_leaves_it_again() -> None:
    renal = importlib.import_module("calc.clinical.renal")
    age = constant(40, "a")

    with swapped(of("age_term", "years = YEARS_140 + age")):
        assert 180 == renal.age_term(age, "male").value
    assert 100 == renal.age_term(age, "male").value


def test_an_error_reaches_a_table_that_is_loaded_anew() -> None:
    program = """
import tests.mutation.test_mutants as here
from tests.mutation.swapping import load_anew
load_anew(here.of("", 'FEMALE_FACTOR = constant(0.86, "1")'))
from calc.clinical.renal import FEMALE_FACTOR
print(FEMALE_FACTOR.value)
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)

    assert "43/50\n" == run.stdout, run.stderr


def test_what_stays_loaded_runs_nothing_of_calc() -> None:
    program = f"""
import sys
import {READ}
print([name for name in sys.modules if name.partition(".")[0] == "calc"])
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)

    assert "[]\n" == run.stdout, run.stderr


def test_an_error_that_nothing_notices_must_be_listed() -> None:
    error = of("age_term", "years = YEARS_140 + age")

    assert 1 == sum("not listed" in each for each in faults([error], ()))


def test_a_module_is_stored_whatever_is_found_in_another() -> None:
    error, other = of("age_term", "years = YEARS_140 + age"), "calc/__init__.py"

    assert [other] == fitting([error], [RENAL, other])


def text_of(module: str) -> str:
    """A module's lines, one after the other."""
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
    return " ".join(map(str.strip, lines))


def test_what_is_listed_has_one_reason_and_its_lines_are_there() -> None:
    assert [] == [
        (module, within, was)
        for (module, within, was, _, _), entry in listed().items()
        if was not in text_of(module) or len({"same", "open"} & {*entry}) != 1
    ]


def test_an_error_that_is_listed_twice_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = of("age_term", "years = YEARS_140 + age")
    monkeypatch.setattr(result, "LISTED", tmp_path / "alive.toml")
    result.LISTED.write_text(2 * result.as_listed(error), encoding="utf-8")

    with pytest.raises(ValueError, match="listed 2 times"):
        listed()


def test_the_score_counts_what_is_listed_and_nothing_else() -> None:
    counted = {path: each.tried - each.noticed for path, each in stored().items()}

    assert counted == {path: sum(path == each[0] for each in listed()) for path in counted}
    assert {*counted} >= {each[0] for each in listed()}
    assert {*counted} <= {*modules()}
