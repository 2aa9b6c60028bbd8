"""Makes the runtime's files, and only what changed: Pyodide, under Node, does the work."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.runtime import glue
from overrides.runtime.core import cut, kept
from overrides.runtime.inside import digest, sources_of
from overrides.runtime.pyodide import run
from overrides.runtime.sitecustomize import COMPILED
from overrides.scripts.bundle import HERE as SCRIPTS
from overrides.scripts.bundle import bundle
from setup.node import LOCK
from setup.pyodide import PINNED, pyodide
from setup.say import say

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STARTED = f"""
import marshal, sitecustomize
from pathlib import Path
import calc.browser
Path("/out/{COMPILED}").write_bytes(marshal.dumps(sitecustomize.codes))
"""
"""Starts Python as a page does, and keeps what that compiled."""


def runtime(
    calc: Path = ROOT / "calc",
    out: Path = ROOT / "build" / "runtime",
    cache: Path = ROOT / "build" / "library",
) -> Path:
    """The folder with the runtime for these calculators, in its three forms.

    Requirement R-SAME-ANSWER: The page answers as plain Python does.
    """
    sources = {source.relative_to(calc).as_posix(): source for source in sorted(calc.rglob("*.py"))}
    scripts = sorted(SCRIPTS.rglob("*.js"))
    ours = (HERE / name for name in ("build.py", "pyodide.py", "run.mjs", "sitecustomize.py"))
    makers = {file.name: file for file in (*scripts, *ours, LOCK)}
    made_of = digest(_contents(sources | makers) | _library_parts())
    note = out / "current.json"
    current = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}
    if current.get("made_of") != made_of or not (out / current["folder"]).exists():
        folder = _runtime_anew(calc, out, library(cache))
        current = {"made_of": made_of, "folder": folder.name}
        note.write_text(json.dumps(current), encoding="utf-8")
        _drop_others(folder)
    return out / str(current["folder"])


def bundle_of(calc: Path = ROOT / "calc") -> str:
    """The digest that the bundle of these calculators bears, for its pages to bear it too."""
    return digest(sources_of(calc))


def library(cache: Path) -> Path:
    """The folder with what calc does not touch: Pyodide's scripts and cores, and library.zip."""
    folder = cache / digest(_library_parts())
    if not folder.exists():
        say(f"compiling Python's library with Pyodide {PINNED}, and cutting its core and script")
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as scratch:
            new = Path(scratch, "new")
            (new / "plain").mkdir(parents=True)
            package = pyodide(PINNED)
            whole = (package / "pyodide.asm.wasm").read_bytes()
            script, loader = (
                (package / name).read_text("ascii") for name in ("pyodide.asm.js", "pyodide.js")
            )
            (new / "plain" / "core.bin").write_bytes(cut(whole, kept(whole)))
            (new / "plain" / "whole.bin").write_bytes(whole)
            (new / "asm.js").write_text(glue.cut(script, loader), "ascii")
            (new / "whole.js").write_text(script, "ascii")
            (new / "loader.js").write_text(loader, "ascii")
            inside("library()", {"/out": new})
            if not folder.exists():  # or another process has made the same meanwhile
                new.rename(folder)  # in one step: a folder of this name is always whole
    return folder


def inside(call: str, mounts: Mapping[str, Path]) -> None:
    """Makes one call to inside.py, in the runtime that is shipped."""
    code = f"import sys; sys.path.insert(0, '/runtime'); import inside; inside.{call}"
    run(code, {"/runtime": HERE, **mounts})


def _runtime_anew(calc: Path, out: Path, library: Path) -> Path:
    say("compiling the calculators for the browser")
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out, prefix=".") as scratch:
        new = Path(scratch, "new")
        shutil.copytree(library, new, ignore=shutil.ignore_patterns("library.zip"))
        bundle("workers/boot", new / "boot.js")
        inside("calculators()", {"/library": library, "/calc": calc, "/out": new})
        run(STARTED, {"/out": new}, library=new / "plain" / "py.bin")
        inside(f"bundle({COMPILED!r})", {"/out": new})
        for made in new.rglob("*"):  # Pyodide lets everyone write what it makes
            made.chmod(0o755 if made.is_dir() else 0o644)
        files = sorted(file for file in new.rglob("*") if file.is_file())
        folder = out / digest(_contents({str(file.relative_to(new)): file for file in files}))
        if not folder.exists():
            new.rename(folder)
    return folder


def _drop_others(folder: Path) -> None:
    """Removes what is stale. A name with a dot is the scratch of a build under way elsewhere."""
    for other in folder.parent.glob("[!.]*/"):
        if other != folder:
            shutil.rmtree(other)


def _library_parts() -> dict[str, bytes]:
    """All that the library's part follows from."""
    names = ("core.py", "core.txt", "glue.py", "glue.txt", "inside.py", "library.txt")
    return {"pyodide": PINNED.encode(), **_contents({name: HERE / name for name in names})}


def _contents(files: Mapping[str, Path]) -> dict[str, bytes]:
    return {name: file.read_bytes() for name, file in files.items()}
