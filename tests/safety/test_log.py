"""The hazard log fits the code and the tests, and a log that does not stops the build."""

import ast
import re
import shutil
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from overrides.markdown.page import Fault
from overrides.markdown.refusals import cautions, refusals
from overrides.safety.log import FILES, FOLDER, MATRIX, Hazard, log
from overrides.safety.requirements import requirements
from tests.every import of_every
from tests.root import ROOT
from tests.safety.ran import named, stored

HAZARDS = log().hazards


@cache
def held_in(file: str) -> set[str]:
    """The names of the tests that a file holds."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@of_every(named())
def test_a_control_names_a_test_that_is_there(test: str) -> None:
    file, _, name = test.partition("::")

    assert name in held_in(file)


@of_every(named())
def test_it_passed_in_the_stored_run(test: str) -> None:
    assert stored().get(test, 0) > 0, "run make controls"


def test_the_stored_run_holds_no_test_that_is_not_named() -> None:
    assert [] == sorted(stored().keys() - set(named()))


def test_every_caution_and_every_refusal_stands_at_a_hazard() -> None:
    listed = {id for each in HAZARDS for id in (*each.cautions, *each.refusals)}

    assert [] == sorted(
        {*(each.id for each in cautions()), *(each.id for each in refusals())} - listed
    )


def test_every_requirement_of_the_code_is_a_control_in_its_own_words() -> None:
    stated = {each.id: each.words for each in requirements()}

    assert len(stated) > 50
    assert stated == {id: each.words for id, each in log().controls.items() if id in stated}


@of_every(requirements(), lambda each: each.id)
def test_a_requirement_is_one_sentence(requirement: tuple[str, str, str, str]) -> None:
    assert re.fullmatch(r"[A-Z][^.]*\.", requirement[1])


@of_every(HAZARDS, lambda each: each.id)
def test_a_hazard_says_what_is_left(hazard: Hazard) -> None:
    assert hazard.residual.endswith(".")


@of_every(HAZARDS, lambda each: each.id)
def test_no_control_makes_a_harm_worse_or_likelier(hazard: Hazard) -> None:
    before, after = (
        (
            [level.name for level in log().severities].index(risk.severity),
            [level.name for level in log().likelihoods].index(risk.likelihood),
        )
        for risk in (hazard.before, hazard.after)
    )

    assert all(then >= first for first, then in zip(before, after, strict=True))


def test_what_has_no_control_is_said_on_the_page() -> None:
    page = (ROOT / "site" / "safety" / "hazards.html").read_text(encoding="utf-8")
    without = [each.id.lower() for each in HAZARDS if not each.controls]

    assert len(without) == page.count("<strong>None</strong>: all of this risk is left.")


def test_a_rating_never_falls_where_it_gets_worse_or_likelier() -> None:

    assert all([*row] == sorted(row) for row in MATRIX)
    assert all(high >= low for rows in pairwise(MATRIX) for high, low in zip(*rows, strict=True))


ONE_CONTROL = """
[[control]]
id = "R-EDGE"
proved_by = ["a::b"]
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("tested", "::test_the_row_is_the_label_s", "::test_gone", "run make controls"),
        ("controls", "::test_the_row_is_the_label_s", "::test_gone", "run make controls"),
        ("controls", 'id = "R-FRAME"\n', 'id = "R-FRAMES"\n', "perhaps R-FRAMES"),
        ("controls", "overrides/scripts/frame.js", "overrides/frame.js", "names no file"),
        ("controls", "overrides/scripts/frame.js", "overrides/pages.py", "in a docstring there"),
        ("controls", '[[control]]\nid = "R-EDGE"', f'{ONE_CONTROL}[[control]]\nid = "R-EDGE"', "2"),
        ("controls", 'id = "R-EDGE"', 'id = "R-EDGES"', "give its words"),
        ("controls", 'id = "R-TIME"', 'id = "R-TIME"\nwords = "Slowly."', "take its words away"),
        ("hazards", '"R-PER-KG", "R-LIMITS"', '"R-PER-KILO"', "write perhaps R-PER-KG"),
        ("hazards", 'controls = ["R-FRAME"]', "uncontrolled = true", "than they can make"),
        ("hazards", 'controls = ["R-FRAME"]', "", "say uncontrolled = true"),
        ("hazards", 'controls = ["R-FRAME"]', 'controls = ["R-PRIVATE"]', "control of no hazard"),
        ("hazards", '"high-clearance"', '"higher-clearance"', "write perhaps high-clearance"),
        ("hazards", '"dialysis", "c', '"dialyses", "c', "write perhaps dialysis"),
        ("hazards", '["Major", "Very high"]', '["Bad", "Very high"]', "is no step of its scale"),
        ("hazards", 'residual = "None is known."', 'residual = ""', "does not say what is left"),
        ("hazards", 'id = "H02"', 'id = "H01"', "stands 2 times"),
    ],
)
def test_a_log_that_does_not_fit_stops_the_build(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    for name in FILES:
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    spoilt = tmp_path / f"{file}.toml"
    text = spoilt.read_text(encoding="utf-8")
    assert old in text
    spoilt.write_text(text.replace(old, new, 1), encoding="utf-8")
    tomllib.loads(spoilt.read_text(encoding="utf-8"))

    with pytest.raises(Fault, match=re.escape(said)):
        log(tmp_path)
