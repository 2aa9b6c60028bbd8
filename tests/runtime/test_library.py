"""Every module of the standard library that calc imports is sent to the browser."""

import ast
import sys
from importlib.util import find_spec
from pathlib import Path

from overrides.runtime.build import HERE, ROOT
from overrides.runtime.inside import COMMAND_LINE


def sent() -> set[str]:
    """The modules of library.txt."""
    lines = (HERE / "library.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def imported(source: Path) -> set[str]:
    """The modules that a file imports by name."""
    modules = set()
    for node in ast.walk(ast.parse(source.read_bytes())):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            modules.add(node.module)
    return modules


def written_in_python(module: str) -> bool:
    """Whether it is a file of the library: not in C, and not frozen into Python itself."""
    spec = find_spec("_collections_abc" if module == "collections.abc" else module)
    return spec is not None and (spec.origin or "").endswith(".py")


def test_every_module_that_calc_imports_is_sent() -> None:
    of_no_page = {ROOT / "calc" / path for path in COMMAND_LINE}
    sources = {*(ROOT / "calc").rglob("*.py")} - of_no_page
    needed = {module for source in sources for module in imported(source)}
    library = {name for name in needed if name.partition(".")[0] in sys.stdlib_module_names}
    missing = {name for name in library if written_in_python(name)} - sent()
    assert not missing, f"add to overrides/runtime/library.txt: {', '.join(sorted(missing))}"


def test_calc_imports_nothing_but_the_standard_library_and_itself() -> None:
    sources = (ROOT / "calc").rglob("*.py")
    names = {module.partition(".")[0] for source in sources for module in imported(source)}
    assert names - sys.stdlib_module_names == {"calc"}


def test_the_list_is_in_order_and_says_each_module_once() -> None:
    lines = (HERE / "library.txt").read_text(encoding="utf-8").splitlines()
    modules = [line for line in lines if line and not line.startswith("#")]
    assert modules == sorted(set(modules))
