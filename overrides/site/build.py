"""Builds site/, unless it is already what its sources say, in the steps of STEPS."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from calc import __version__
from calc.catalogue import CATALOGUE
from calc.present.outcome_schema import outcome_schema
from calc.present.schema import inputs_schema
from calc.present.text import CHECK, NOT_REVIEWED
from overrides.markdown.page import Fault
from overrides.runtime.build import bundle_of, runtime
from overrides.safety import exports
from overrides.safety.log import log
from overrides.safety.withdrawn import served
from overrides.scripts.bundle import bundle
from overrides.site import material, one_file
from overrides.site.assets import write_assets
from overrides.site.offline import write_worker
from setup.say import say

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
STAMP = ROOT / "build" / "site.digest"
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


@dataclass(frozen=True)
class Build:
    """A site that is being made: of what, and where."""

    folder: Path
    number: str
    """The first twelve digits of the hash of all sources."""
    runtime: Path
    """The folder of Python and the calculators, named after its contents."""

    @property
    def assets(self) -> str:
        """Where the scripts and styles lie: what a page loads is of its own build."""
        return f"assets/{self.number}/"

    @property
    def python(self) -> str:
        """Where the runtime lies. It outlives a build that changes no calculator."""
        return f"assets/runtime/{self.runtime.name}/"

    def write(self, name: str, text: str) -> None:
        """Write a file of the site."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def pages(site: Build) -> None:
    """MkDocs: docs/ and the templates become pages, which name the assets and the runtime.

    First, because it empties the folder. Exits with one line where a page holds a fault, else with
    MkDocs' own words and status.
    """
    environment = {
        "ASSETS": site.assets,
        "RUNTIME": site.python,
        "BUNDLE": bundle_of(),
        "BOOT": str(zlib.adler32((site.runtime / "boot.js").read_bytes())),
        "BUILD": site.number,
        "RELEASE": __version__,
        "NOT_REVIEWED": NOT_REVIEWED,
        "CHECK": CHECK,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = ["-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", str(site.folder)]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    if fault := FAULT.search(done.stderr):
        sys.exit(fault[1])
    sys.stderr.write(done.stderr)
    if done.returncode:
        sys.exit(done.returncode)


def search(site: Build) -> None:
    """What MkDocs copied of the theme goes, and the sitemap; the search's index becomes a script.

    Before the assets: it clears their folder, and the index comes to lie among them.
    """
    index = material.take_index(site.folder)
    site.write(f"{site.assets}{material.INDEX}", index)
    for sitemap in site.folder.glob("sitemap.xml*"):
        sitemap.unlink()  # a site that can stand anywhere has no addresses to list


def assets(site: Build) -> None:
    """overrides/scripts, overrides/styles and the theme's, bundled into what the pages name."""
    write_assets(site.folder / site.assets, site.assets)
    bundle("embed", site.folder / "embed.js")


def python(site: Build) -> None:
    """The runtime is copied to where pages look for it."""
    shutil.copytree(site.runtime, site.folder / site.python)


def schemas(site: Build) -> None:
    """What each calculator asks for, and what comes of it, as files for programs: at any place."""
    for name, calculator in CATALOGUE.items():
        files = {name: inputs_schema(calculator), f"{name}.outcome": outcome_schema(calculator)}
        for file, schema in files.items():
            text = json.dumps(schema, indent=2, ensure_ascii=False)
            site.write(f"schemas/{file}.json", f"{text}\n")


def safety(site: Build) -> None:
    """The hazard log for whoever deploys it, beside its page: at any place."""
    whole = log()
    site.write("safety/hazards.csv", exports.to_csv(whole))
    forms = {
        "hazards": exports.to_json(whole),
        "hazards.schema": exports.schema(whole),
        "hazardwise": exports.to_hazardwise(whole),
    }
    for name, form in forms.items():
        text = json.dumps(form, indent=2, ensure_ascii=False)
        site.write(f"safety/{name}.json", f"{text}\n")


def alone(site: Build) -> None:
    """The page that loads nothing gets its assets and the runtime written into it: after both."""
    one_file.fill(site.folder, site.folder / site.assets, site.runtime)


def version(site: Build) -> None:
    """Which build this is, for people and for an open page of an older one."""
    site.write("release.txt", f"{__version__} {site.number}\n")
    site.write("release.js", served(site.number))


def offline(site: Build) -> None:
    """The worker that keeps a copy. Last, because it lists every file with its hash."""
    bundle("workers/sw", site.folder / "sw.js")
    write_worker(site.folder, site.number)


STEPS: tuple[Callable[[Build], None], ...] = (
    pages,
    search,
    assets,
    python,
    schemas,
    safety,
    alone,
    version,
    offline,
)
"""Each step reads what those before it wrote, and says why it stands where it does."""


def build() -> None:
    """Make site/ anew unless it is what its sources say. A failed build leaves the old alone."""
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
    """Make the site in a folder, whatever stands there: always the same bytes of one commit."""
    building = Build(folder, sources_digest()[:12], runtime())
    shutil.rmtree(folder, ignore_errors=True)
    for step in STEPS:
        step(building)


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
