"""A release: one zip with the site and all that its host needs, and the wheel of the calculators
with a lock file by which other pages with Pyodide load it.

All are the same bytes for the same commit, whatever machine makes them. Their files bear the time
of the commit: a server tells by date and size whether a page has changed, and two releases may have
pages of one size.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import brotli
from flit_core import buildapi
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from calc import __version__
from overrides.release import conformance
from overrides.release.policy import policy
from overrides.release.sbom import sbom
from overrides.release.servers import servers
from overrides.runtime import core, glue
from overrides.runtime.inside import stored
from overrides.runtime.pyodide import run
from overrides.site.material import PACKAGE
from setup.pyodide import PINNED, pyodide
from setup.say import say

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DIST = ROOT / "dist"
PYODIDE = (
    f"Pyodide {PINNED} is part of the site, unchanged but for its files' names and two copies:\n"
    "whole.bin is its pyodide.asm.wasm, and whole.js its pyodide.asm.js; core.bin and asm.js\n"
    "are the same without the bodies of functions that the calculators never call. The programs\n"
    "that cut them stand at the end of this text, each with its list.\n"
    f"Its source is published by the Pyodide project, pyodide.org, as version {PINNED}."
)
NAME = f"refractory-zoster-{__version__}"


def release(site: Path, dist: Path) -> Path:
    """Make the zip, the wheel and its lock file in a folder, anew. The path of the zip."""
    moment = commit_time()
    say("making the release")
    if _git("status", "--porcelain"):
        say("it holds changes that are not committed, so it is no release of that commit")
    shutil.rmtree(dist, ignore_errors=True)
    dist.mkdir(parents=True)
    with TemporaryDirectory() as scratch:
        unpacked = Path(scratch)
        shutil.copytree(site, unpacked / "site")
        _write(unpacked / "servers", servers(policy(site)))
        _write(unpacked / "licences", dict(_licences()))
        _write(unpacked, {"sbom.json": sbom(__version__, ROOT / "requirements.txt")})
        conformance.write(unpacked / "conformance")
        _pack("siblings()", unpacked, dist)
        for gzipped in sorted(unpacked.rglob("*.gz")):
            plain = gzipped.with_suffix("")
            Path(f"{plain}.br").write_bytes(brotli.compress(plain.read_bytes()))
        _write(unpacked, {"SHA256SUMS": "".join(sorted(_sums(unpacked)))})
        _pack(f"archive('{NAME}.zip', {moment})", unpacked, dist)
    (dist / f"{NAME}.zip").chmod(0o644)  # Pyodide lets everyone write what it makes
    lock(wheel(dist))
    return dist / f"{NAME}.zip"


def wheel(dist: Path) -> Path:
    """Make the wheel of `calc`, with its command line, in a folder."""
    made = dist / str(buildapi.build_wheel(str(dist)))
    with ZipFile(made) as built:
        files = [(name, built.read(name)) for name in built.namelist()]
    made.write_bytes(stored(files))  # the host's zlib may compress to other bytes
    return made


def lock(wheel: Path) -> Path:
    """Write Pyodide's own lock file with the wheel in it, by name and hash, beside the wheel."""
    file = wheel.with_name("pyodide-lock.json")
    stock = PyodideLockSpec.from_json(pyodide() / file.name)
    add_wheels_to_spec(stock, [wheel]).to_json(file)
    return file


def commit_time() -> int:
    """Seconds since 1970, by SOURCE_DATE_EPOCH or git. Exits with one sentence without both."""
    said = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct")
    if not said.isdigit():
        sys.exit("A release bears its commit's time: make it in a clone, or set SOURCE_DATE_EPOCH")
    return int(said)


def _git(*arguments: str) -> str:
    """What git says; nothing where there is no git, or no clone."""
    if not shutil.which("git"):
        return ""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip()


def _pack(call: str, unpacked: Path, out: Path) -> None:
    """Call a function of packing.py, in the runtime that is shipped."""
    path = "import sys; sys.dont_write_bytecode = True; sys.path.append('/')"
    code = f"{path}; from overrides.release import packing; packing.{call}"
    run(code, {"/overrides": ROOT / "overrides", "/unpacked": unpacked, "/out": out})


def _licences() -> Iterator[tuple[str, str]]:
    """The licence of each thing that a site holds."""
    yield "refractory-zoster.txt", (ROOT / "LICENSE").read_text(encoding="utf-8")
    mpl = (HERE / "licences" / "MPL-2.0.txt").read_text(encoding="utf-8")
    files = (core.__file__, core.STORED, glue.__file__, glue.STORED)
    cutting = (Path(file).read_text(encoding="utf-8") for file in files)
    yield "pyodide.txt", "\n\n".join((PYODIDE, mpl, *cutting))
    yield "python.txt", (HERE / "licences" / "PSF-2.0.txt").read_text(encoding="utf-8")
    yield "material-for-mkdocs.txt", distribution(PACKAGE).read_text("licenses/LICENSE") or ""


def _sums(unpacked: Path) -> Iterator[str]:
    """One line for each file, as `sha256sum --check` reads them."""
    for file in unpacked.rglob("*"):
        if file.is_file():
            digest = sha256(file.read_bytes()).hexdigest()
            yield f"{digest}  {file.relative_to(unpacked).as_posix()}\n"


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
