"""`python -m overrides.site`: builds site/, unless it is already what its sources say."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from calc import __version__
from calc.catalogue import CATALOGUE
from calc.present.schema import schema
from overrides.runtime.build import runtime
from setup.say import say

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
STAMP = ROOT / "build" / "site.digest"
MADE_OF = (
    "calc",
    "docs",
    "overrides",
    "tests/cases",
    "setup/pyodide.py",
    "mkdocs.yml",
    "requirements.txt",
)


def build() -> None:
    """Make site/ anew unless it is what its sources say. A failed build leaves the old one alone.

    Exits with MkDocs' own status when it finds a fault.
    """
    digest = sources_digest()
    if SITE.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == digest:
        return
    say("building the site")
    fresh = ROOT / "build" / "site"
    make(fresh)
    shutil.rmtree(SITE, ignore_errors=True)
    fresh.rename(SITE)
    STAMP.write_text(digest, encoding="utf-8")


def make(folder: Path) -> None:
    """Make the site in a folder, whatever stands there: always the same bytes of one commit.

    Exits with MkDocs' own status when it finds a fault.
    """
    made = runtime()
    shutil.rmtree(folder, ignore_errors=True)
    place = f"assets/runtime/{made.name}/"
    _mkdocs(folder, place)
    shutil.copytree(made, folder / place)
    schemas = folder / "schemas"
    schemas.mkdir()
    for name, calculator in CATALOGUE.items():
        text = json.dumps(schema(calculator), indent=2, ensure_ascii=False)
        (schemas / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def _mkdocs(folder: Path, runtime_place: str) -> None:
    told = {
        "RUNTIME": runtime_place,
        "RELEASE": __version__,
        "SOURCE_DATE_EPOCH": _commit_time(),
    }
    command = ["-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", str(folder)]
    env = os.environ | told | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=env)
    if done.returncode:
        sys.exit(done.returncode)


def sources_digest() -> str:
    """What the site is made of, as one hash."""
    whole = hashlib.sha256()
    for file in sorted(_sources()):
        whole.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _sources() -> Iterator[Path]:
    for name in MADE_OF:
        source = ROOT / name
        if source.is_file():
            yield source
        for file in source.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file


def _commit_time() -> str:
    """The time of the last commit, so that a build does not depend on when it is made."""
    if not shutil.which("git"):
        return "0"
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() or "0"


if __name__ == "__main__":
    build()
