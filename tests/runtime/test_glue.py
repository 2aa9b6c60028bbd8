"""The script around Python's core that is sent first: what never ran is cut from it, and traps."""

import re

import pytest

from overrides.runtime.glue import (
    OF_THE_CORE,
    STRICT,
    bodies,
    cut,
    unneeded,
    with_traps,
    without_names,
)
from setup.pyodide import pyodide

SCRIPT = (pyodide() / "pyodide.asm.js").read_text("ascii")
LOADER = (pyodide() / "pyodide.js").read_text("ascii")
LONG = "a = b;" * 20
"""Of a body that is worth cutting."""


def body_of(script: str) -> list[str]:
    """The bodies of the one function that is all of this script."""
    return [script[first:last] for first, last in bodies(script, [(0, len(script))])]


@pytest.mark.parametrize(
    "begins",
    [
        "function name(one,two){",
        "function(){",
        "async function name(){",
        "async function(){",
        "name(one){",
        "(one,two)=>{",
        "async one=>{",
        "one=>{",
    ],
)
def test_the_body_of_a_function_is_what_stands_within_its_braces(begins: str) -> None:
    assert [LONG] == body_of(f"{begins}{LONG}}}")


@pytest.mark.parametrize(
    "script",
    [
        f"one=>call({LONG})",
        f"function*name(){{{LONG}}}",
        f"function(one={{}}){{{LONG}}}",
        "function(){a=b}",
    ],
)
def test_a_function_without_braces_a_generator_one_with_defaults_and_a_small_one_are_kept(
    script: str,
) -> None:
    assert [] == body_of(script)


def test_a_function_in_which_another_one_ran_is_kept() -> None:
    assert [(40, 50)] == unneeded([(0, 30), (10, 20), (40, 50)], [(10, 20)])


def test_of_one_within_another_the_outer_one_is_cut() -> None:
    assert [(0, 30)] == unneeded([(0, 30), (10, 20)], [])


def test_a_body_that_is_cut_is_a_call_of_the_trap() -> None:
    script = f"{STRICT}function name(){{{LONG}}}"
    (body,) = bodies(script, [(len(STRICT), len(script))])

    assert with_traps(script, [body]).endswith("function name(){trap()}")


def test_a_name_that_only_the_core_has_is_not_handed_out() -> None:
    unused = 'var _one=Module["_one"]=wasmExports["one"];'
    used = 'var _two=Module["_two"]=wasmExports["two"];_two();'
    asked = 'var _three=Module["_three"]=wasmExports["three"];'

    assert used + asked == without_names(unused + used + asked, "Module._three()")


def test_a_function_of_the_script_is_handed_out_where_one_asks_for_it() -> None:
    script = 'Module["one"]=one;Module["two"]=two;Module["three"]=three;one();Module.two()'

    assert script.replace('Module["one"]=one;', "") == without_names(script, "a.three()")


def test_more_than_half_of_the_script_is_cut() -> None:
    assert len(cut(SCRIPT, LOADER)) < len(SCRIPT) / 2


def test_of_what_the_core_hands_out_hardly_anything_is_left() -> None:
    before, after = (OF_THE_CORE.findall(each) for each in (SCRIPT, cut(SCRIPT, LOADER)))

    assert len(after) < len(before) / 20


def test_nothing_that_the_loader_names_is_cut() -> None:
    asked = set(re.findall(r"\w\.(_\w+)\(", LOADER))
    handed = {name for name in asked if f'Module["{name}"]=' in SCRIPT}

    assert [] == sorted(name for name in handed if f'["{name}"]=' not in cut(SCRIPT, LOADER))


def test_the_script_of_another_pyodide_is_not_cut_by_the_list_of_this_one() -> None:
    with pytest.raises(ValueError, match="run `make core`"):
        cut(SCRIPT + "\n", LOADER)
