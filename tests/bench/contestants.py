"""The contestants: the same built pages of this site, with another engine in Python's place."""

import os
import re
import shutil
from collections.abc import Callable, Set
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from flit_core import buildapi

from overrides.markdown.speed.runs import (
    COMPONENT,
    ELSEWHERE,
    JAVASCRIPT,
    MICROPYTHON,
    NO_CALCULATOR,
    OURS,
    PYSCRIPT,
    STOCK,
    STOCK_NEXT,
)
from setup.node import installed
from setup.pyodide import NEXT, PINNED, pyodide
from tests.bench.component import write_component
from tests.bench.places import HERE, NPM, ROOT, SITE, SITES

PACKAGES = {
    PYSCRIPT: "@pyscript/core",
    MICROPYTHON: "@micropython/micropython-webassembly-pyscript",
}
"""The npm package of a contestant."""
NEEDED = ("pyodide.asm.*", "pyodide.mjs", "pyodide-lock.json", "python_stdlib.zip")
"""What a browser may ask of Pyodide's package."""
ENGINES = HERE / "engines"
OFFLINE = re.compile(r'\s*<script src="[^"]*/offline\.js"[^>]*></script>')
BUNDLE = re.compile(r' data-bundle="[^"]*"')
"""What asks for the bundle that was built with the page: elsewhere the calculators bear no name."""
CALCULATING = re.compile(
    r'\s*<script src="[^"]*/(?:python|calculators)\.js"[^>]*>'
    r"</script>"
)


def folders() -> dict[str, str]:
    """The contestants' names, each with its folder below SITES."""
    return {name: re.sub(r"[^a-z0-9.]+", "-", name.lower()) for name in MADE}


def make(who: Set[str]) -> None:
    """Make the sites of these contestants anew from the built one, and no other's."""
    shutil.rmtree(SITES, ignore_errors=True)
    for name in MADE.keys() & who:
        MADE[name](SITES / folders()[name])


def _ours(folder: Path) -> None:
    """The site as it is. Only it keeps a copy for offline: that is part of it."""
    shutil.copytree(SITE, folder, copy_function=os.link)


def _copied(folder: Path, *removed: re.Pattern[str]) -> None:
    """The site without its engine, its offline copy, and scripts that are removed."""
    left_out = shutil.ignore_patterns("runtime", "one-file", "sw.js")
    shutil.copytree(SITE, folder, copy_function=os.link, ignore=left_out)
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for pattern in (OFFLINE, BUNDLE, *removed):
            html = pattern.sub("", html)
        _write(page, html.encode())


def _write(file: Path, content: bytes) -> None:
    """Write a file anew, so that the built site, linked to the old one, stays as it is."""
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _no_calculator(folder: Path) -> None:
    _copied(folder, CALCULATING)


def _swapped(folder: Path, engine: str) -> None:
    """The site with one of the engines here as its python.js."""
    _copied(folder)
    (script,) = folder.glob("assets/*/python.js")
    _write(script, (ENGINES / engine).read_bytes())


def _javascript(folder: Path) -> None:
    _swapped(folder, "javascript.js")


def _elsewhere(folder: Path) -> None:
    _swapped(folder, "shared.js")
    for name, engine in (("shared.js", "shared-worker.js"), ("javascript.js", "javascript.js")):
        _write(folder / "engine" / name, (ENGINES / engine).read_bytes())


def _pyodide(version: str) -> Callable[[Path], None]:
    def made(folder: Path) -> None:
        _swapped(folder, "worker.js")
        _write(folder / "engine" / "worker.mjs", (ENGINES / "pyodide.mjs").read_bytes())
        _write(folder / "engine" / "calc.whl", _wheel())
        _stock(version, folder)

    return made


def _pyscript(folder: Path) -> None:
    _swapped(folder, "pyscript.js")
    for script in (_package(PYSCRIPT) / "dist").glob("*.js"):
        _write(folder / "engine" / "pyscript" / script.name, script.read_bytes())
    _zip(folder / "engine" / "calc.zip")
    _stock(NEXT, folder)


def _micropython(folder: Path) -> None:
    _swapped(folder, "worker.js")
    _write(folder / "engine" / "worker.mjs", (ENGINES / "micropython.mjs").read_bytes())
    _write(folder / "engine" / "clearance.py", (ENGINES / "clearance.py").read_bytes())
    for name in ("micropython.mjs", "micropython.wasm"):
        content = (_package(MICROPYTHON) / name).read_bytes()
        _write(folder / "engine" / "micropython" / name, content)


def _component(folder: Path) -> None:
    _swapped(folder, "worker.js")
    _write(folder / "engine" / "worker.mjs", (ENGINES / "component.mjs").read_bytes())
    write_component(folder / "engine" / "component")


def _package(contestant: str) -> Path:
    return installed(NPM) / PACKAGES[contestant]


def _stock(version: str, folder: Path) -> None:
    for pattern in NEEDED:
        for file in pyodide(version).glob(pattern):
            if file.suffix not in (".map", ".ts"):
                _write(folder / "engine" / "pyodide" / file.name, file.read_bytes())


def _wheel() -> bytes:
    """The wheel of `calc`, as flit makes it for anyone."""
    with TemporaryDirectory() as scratch:
        return Path(scratch, str(buildapi.build_wheel(scratch))).read_bytes()


def _zip(file: Path) -> None:
    """The sources of `calc` as a zip."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for source in sorted((ROOT / "calc").rglob("*.py")):
            packed.write(source, source.relative_to(ROOT))


MADE: dict[str, Callable[[Path], None]] = {
    OURS: _ours,
    JAVASCRIPT: _javascript,
    ELSEWHERE: _elsewhere,
    STOCK: _pyodide(PINNED),
    STOCK_NEXT: _pyodide(NEXT),
    PYSCRIPT: _pyscript,
    MICROPYTHON: _micropython,
    COMPONENT: _component,
    NO_CALCULATOR: _no_calculator,
}
"""Each contestant, and what makes its site in a folder."""
