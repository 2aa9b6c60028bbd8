"""The runtime's files follow from the sources: not from the machine, the place or the moment."""

import base64
import gzip
import json
import shutil
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from overrides.runtime import build
from overrides.runtime.build import HERE, ROOT, runtime
from overrides.runtime.pyodide import run
from tests.once import made_once
from tests.runtime.conftest import built


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runtime built from a copy of calc, in a place of its own."""
    return built(made_once(tmp_path_factory, "made", lambda place: built(with_calc(place))))


def with_calc(place: Path) -> Path:
    copy_of_calc(place)
    return place


def copy_of_calc(place: Path) -> Path:
    return Path(shutil.copytree(ROOT / "calc", place / "calc"))


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def unpacked(folder: Path) -> dict[str, bytes]:
    """The files that the packed scripts hold, put together as the page does it."""
    parts: dict[str, list[bytes]] = {}
    for script in sorted((folder / "packed").glob("*-??.js")):
        text = script.read_text(encoding="ascii").split('"')[3]
        parts.setdefault(script.name[:-6], []).append(base64.b64decode(text))
    whole = {name: b"".join(pieces) for name, pieces in parts.items()}
    return {
        name: content if name.endswith(".bin") else gzip.decompress(content)
        for name, content in whole.items()
    }


def compiled(folder: Path) -> dict[str, bytes]:
    """The files inside py.bin."""
    archive = zipfile.ZipFile(BytesIO(gzip.decompress((folder / "py.bin").read_bytes())))
    return {name: archive.read(name) for name in archive.namelist()}


def test_six_files_in_two_forms_and_a_seventh_have_names_that_any_server_knows(made: Path) -> None:
    names = [name for name in sorted(contents(made)) if not name.startswith("packed/")]

    one_form = ["asm.bin", "boot.js", "core.bin", "loader.js", "py.bin", "whole.bin"]
    plain = ["asm.js", "plain/core.bin", "plain/py.bin", "plain/whole.bin"]
    assert sorted([*one_form, *plain, "whole.js"]) == names


@pytest.mark.parametrize(
    ("packed", "plain"),
    [
        ("asm.bin", "asm.js"),
        ("core.bin", "plain/core.bin"),
        ("py.bin", "plain/py.bin"),
        ("whole.bin", "plain/whole.bin"),
    ],
)
def test_what_is_compressed_is_there_without_it_too(made: Path, packed: str, plain: str) -> None:
    assert gzip.decompress((made / packed).read_bytes()) == (made / plain).read_bytes()


def test_the_packed_scripts_hold_five_of_them_with_nothing_cut(made: Path) -> None:
    names = ("boot.js", "loader.js", "py.bin", "whole.bin", "whole.js")

    assert {name: contents(made)[name] for name in names} == unpacked(made)


def test_the_packed_scripts_are_named_in_their_index(made: Path) -> None:
    index = contents(made)["packed/index.js"].decode().removeprefix("self.pieces = ")
    named = {f"packed/{name}.js" for name in json.loads(index.rstrip(";\n"))["sums"]}

    assert named | {"packed/index.js"} == {
        name for name in contents(made) if name.startswith("packed/")
    }


@pytest.mark.sweep
def test_the_same_sources_give_the_same_bytes_even_where_the_library_is_compiled_anew(
    made: Path, tmp_path: Path
) -> None:
    again = runtime(copy_of_calc(tmp_path), tmp_path / "runtime", tmp_path / "library")
    assert again.name == made.name
    assert contents(again) == contents(made)


@pytest.mark.sweep
def test_bytecode_does_not_depend_on_what_was_compiled_before_it() -> None:
    printed = run(
        """
import sys, zipfile
sys.path.insert(0, "/runtime")
import inside

with zipfile.ZipFile(inside.STDLIB) as stock:
    sources = {name: stock.read(name) for name in stock.namelist() if name.count("/") < 1}
one_way = {name: inside.bytecode(source, name) for name, source in sources.items()}
other_way = {name: inside.bytecode(sources[name], name) for name in reversed(sources)}
print(len(sources) > 100, one_way == other_way)
""",
        {"/runtime": HERE},
    )
    assert printed == "True True\n"


def test_all_is_bytecode_of_the_calculators_and_of_the_listed_library(made: Path) -> None:
    names = set(compiled(made))
    listed = (HERE / "library.txt").read_text(encoding="utf-8").splitlines()
    modules = {line for line in listed if line and not line.startswith("#")}
    found = {
        name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in names
    }
    ours = {"compiled.bin", "sitecustomize"}
    assert ["compiled.bin"] == [name for name in names if not name.endswith(".pyc")]
    assert modules | ours == {name for name in found if name.partition(".")[0] != "calc"}
    assert {"calc", "calc.browser", "calc.model.quantity"} <= found
    assert set() == {"calc.__main__", "calc.batch"} & found


def test_no_path_of_this_machine_is_in_the_bytecode(made: Path) -> None:
    paths = [str(ROOT), str(made.parents[1]), sys.prefix, sys.base_prefix]
    held = [
        (name, path)
        for name, content in compiled(made).items()
        for path in paths
        if path.encode() in content
    ]
    assert held == []


def test_bytecode_names_its_source_by_its_place_in_the_project(made: Path) -> None:
    assert b"/calc/model/quantity.py" in compiled(made)["calc/model/quantity.pyc"]


def test_nothing_is_done_when_nothing_changed(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "run", None)
    assert runtime(made.parents[1] / "calc", made.parent) == made


@pytest.mark.sweep
def test_a_changed_calculator_makes_a_new_name_and_drops_the_old(tmp_path: Path) -> None:
    calc = tmp_path / "calc"
    calc.mkdir()
    (calc / "__init__.py").touch()
    (calc / "browser.py").write_text("answer = 1", encoding="utf-8")
    before = runtime(calc, tmp_path / "runtime")
    (calc / "browser.py").write_text("answer = 2", encoding="utf-8")
    after = runtime(calc, tmp_path / "runtime")
    assert before.name != after.name
    assert [folder for folder in after.parent.iterdir() if folder.is_dir()] == [after]


def test_a_calculator_that_does_not_compile_is_told_in_pythons_words(tmp_path: Path) -> None:
    calc = tmp_path / "calc"
    calc.mkdir()
    (calc / "browser.py").write_text("answer = = 1", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"/calc/browser\.py[\s\S]*SyntaxError"):
        runtime(calc, tmp_path / "runtime")


def test_a_traceback_names_functions_without_lines(made: Path) -> None:
    printed = run(
        """
import json, traceback

try:
    json.loads("{")
except ValueError:
    print(traceback.format_exc().splitlines()[2])
""",
        {},
        library=made / "plain" / "py.bin",
    )
    assert printed == '  File "/lib/python313.zip/json/__init__.py", line None, in loads\n'
