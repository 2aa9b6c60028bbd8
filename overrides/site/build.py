"""Builds site/, unless it is already what its sources say."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from calc import __version__
from calc.catalogue import CATALOGUE
from calc.present.outcome_schema import outcome_schema
from calc.present.schema import inputs_schema
from calc.present.text import CHECK, NOT_REVIEWED
from overrides.markdown.page import Fault
from overrides.runtime.build import runtime
from overrides.scripts.bundle import bundle_site
from overrides.site.assets import name_after_contents
from overrides.site.material import adapt
from overrides.site.offline import write_worker
from overrides.site.one_file import one_file
from overrides.site.styles import one_sheet
from setup.say import say

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
STAMP = ROOT / "build" / "site.digest"
ONE_FILE = "foscarnet-plan"
"""The calculator that is also made as one file: it has the steps of all the others."""
FAULT = re.compile(rf"^{Fault.__module__}\.{Fault.__name__}: (.*)$", re.MULTILINE)
"""The one line of MkDocs' many that says what to change on a page."""
MADE_OF = (
    "calc",
    "docs",
    "overrides",
    "setup/pyodide.py",
    "setup/package-lock.json",
    "CHANGELOG.md",
    "LICENSE",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.txt",
)


def build() -> None:
    """Make site/ anew unless it is what its sources say. A failed build leaves the old one alone.

    Exits with one line where a page holds a fault, else with MkDocs' own words and status.
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

    Exits with one line where a page holds a fault, else with MkDocs' own words and status.
    """
    made = runtime()
    build = sources_digest()[:12]
    shutil.rmtree(folder, ignore_errors=True)
    place = f"assets/runtime/{made.name}/"
    told = {"RELEASE": __version__, "NOT_REVIEWED": NOT_REVIEWED, "CHECK": CHECK}
    _mkdocs(folder, RUNTIME=place, BUILD=build, **told)
    bundle_site(folder)
    for sitemap in folder.glob("sitemap.xml*"):
        sitemap.unlink()  # a site that can stand anywhere has no addresses to list
    _keep_links_within(folder)
    adapt(folder)
    one_sheet(folder)
    name_after_contents(folder)
    shutil.copytree(made, folder / place)
    for name, calculator in CATALOGUE.items():
        schemas = {name: inputs_schema(calculator), f"{name}.outcome": outcome_schema(calculator)}
        for file, schema in schemas.items():
            text = json.dumps(schema, indent=2, ensure_ascii=False)
            _write(folder / "schemas" / f"{file}.json", f"{text}\n")
    _write(folder / "one-file" / f"{ONE_FILE}.html", one_file(folder, ONE_FILE, made))
    _write(folder / "release.txt", f"{__version__} {build}\n")
    _write(folder / "release.js", f'self.served = "{build}";\n')
    write_worker(folder, build)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _keep_links_within(folder: Path) -> None:
    """A frame's links open a tab of their own, but not from one place of it to another."""
    for page in folder.glob("embed/*/index.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace('href="#', 'target="_self" href="#'), encoding="utf-8")


def _mkdocs(folder: Path, **told: str) -> None:
    command = ["-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", str(folder)]
    env = os.environ | told | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True
    )
    if fault := FAULT.search(done.stderr):
        sys.exit(fault[1])
    sys.stderr.write(done.stderr)
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
