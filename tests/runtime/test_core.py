"""The core of Python that is sent first: what no calculator calls is cut from it, and traps."""

import pytest

from overrides.runtime.core import CODE, SMALL, TRAPS, bodies, cut, kept, sections
from setup.pyodide import pyodide

CORE = (pyodide() / "pyodide.asm.wasm").read_bytes()


def test_a_core_of_which_nothing_is_cut_is_the_same_byte_for_byte() -> None:
    assert cut(CORE, range(len(bodies(CORE)))) == CORE


def test_what_is_kept_is_as_it_was_and_the_rest_traps() -> None:
    left = kept(CORE)
    each = enumerate(zip(bodies(CORE), bodies(cut(CORE, left)), strict=True))

    assert [] == [at for at, (old, new) in each if new != (old if at in left else TRAPS)]


def test_nothing_but_the_bodies_of_functions_is_cut() -> None:
    assert dict(sections(CORE)) | {CODE: b""} == dict(sections(cut(CORE, ()))) | {CODE: b""}


def test_a_small_function_is_kept_whether_it_was_called_or_not() -> None:
    small = {at for at, body in enumerate(bodies(CORE)) if len(body) <= SMALL}

    assert small <= kept(CORE)


def test_a_part_that_is_worth_its_while_is_cut() -> None:
    assert len(cut(CORE, kept(CORE))) < 0.8 * len(CORE)


def test_the_core_of_another_pyodide_is_not_cut_by_the_list_of_this_one() -> None:
    with pytest.raises(ValueError, match="run `make core`"):
        kept(CORE + b"\x00\x00")
