"""Every page says the same, whichever of three site builders made it, and none makes a broken one.

The builders other than MkDocs lie apart from .venv: `make test-builders` fetches them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from overrides.pages import frames

ROOT = Path(__file__).parents[2]
BUILDERS = {
    "mkdocs": ["build", "--strict", "--quiet"],
    "properdocs": ["build", "--strict", "--quiet"],
    "zensical": ["build", "--strict"],
}
OTHERS = ("properdocs", "zensical")
WITHOUT_ARTICLE = "404.html"

VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")

LEFT_OUT = {
    "data-search-exclude": "Zensical's search takes this mark away once it has followed it; MkDocs'"
    " leaves it on the page, where nothing reads it",
}
"""Attributes that are not compared, each with the reason."""
WITHOUT_HOOKS = "zensical"
"""It runs no hook: for it the pages for frames are written before it builds."""
SKIP_TARGET = {"id": "__skip", "tabindex": "-1"}
"""Zensical's theme begins an article with an empty place to skip to; Material's skips to the title,
which is the next thing."""


class Article(HTMLParser):
    """The article of a page as a list of tags and texts, one space for any; links as they lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.parts: list[str] = []
        self.depth = 0
        self.skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its attributes in order of name."""
        if dict(attrs) == SKIP_TARGET:
            self.skipping = True
        elif self.depth or tag == "article":
            self.parts.append(f"<{' '.join([tag, *self.kept(attrs)])}>")
            self.depth += tag not in VOID

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        if self.skipping:
            self.skipping = False
        elif self.depth and tag not in VOID:
            self.parts.append(f"</{tag}>")
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Note a text, unless it is nothing but space."""
        if self.depth and data.strip():
            self.parts.append(" ".join(data.split()))

    def kept(self, attrs: list[tuple[str, str | None]]) -> Iterator[str]:
        """The attributes that are compared."""
        for name, value in sorted(attrs, key=lambda each: each[0]):
            if name not in LEFT_OUT:
                leads = name in ("href", "src")
                yield f"{name}={urljoin(self.page, value or '') if leads else value!r}"


def article(site: Path, page: str) -> list[str]:
    """What a page's article holds."""
    reader = Article(f"https://site.example/{page}")
    reader.feed((site / page).read_text(encoding="utf-8"))
    return reader.parts


def copied(folder: Path) -> Path:
    """A copy of what a builder reads: Zensical writes beside mkdocs.yml, wherever a link leads."""
    for name in ("calc", "docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("CHANGELOG.md", "LICENSE", "setup", "tests"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def write_frames(docs: Path) -> None:
    """Writes what `overrides/pages.py` adds where a builder runs hooks."""
    for place, text in frames():
        (docs / place).parent.mkdir(parents=True)
        (docs / place).write_text(text, encoding="utf-8")


def run(builder: str, project: Path) -> subprocess.CompletedProcess[str]:
    """Builds a project's pages into its site/."""
    env = {"PYTHONPATH": str(ROOT / "build" / "builders"), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", builder, *BUILDERS[builder]],
        cwd=project,
        env=os.environ | env,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site that each builder makes."""
    made = {}
    for builder in BUILDERS:
        project = copied(tmp_path_factory.mktemp(builder))
        if builder == WITHOUT_HOOKS:
            write_frames(project / "docs")
        done = run(builder, project)
        assert done.returncode == 0, done.stderr
        made[builder] = project / "site"
    return made


def pages(site: Path) -> list[str]:
    """The pages of a site."""
    return sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))


@pytest.mark.parametrize("builder", OTHERS)
def test_the_same_pages_are_built(sites: dict[str, Path], builder: str) -> None:
    assert pages(sites["mkdocs"]) == pages(sites[builder])


@pytest.mark.parametrize("builder", OTHERS)
def test_every_article_says_the_same(sites: dict[str, Path], builder: str) -> None:
    different = [
        page
        for page in pages(sites["mkdocs"])
        if article(sites["mkdocs"], page) != article(sites[builder], page)
    ]

    assert [] == different


def test_every_page_but_one_has_an_article_to_compare(sites: dict[str, Path]) -> None:
    empty = [page for page in pages(sites["mkdocs"]) if not article(sites["mkdocs"], page)]

    assert [WITHOUT_ARTICLE] == empty


@pytest.mark.parametrize("builder", BUILDERS)
def test_no_builder_publishes_a_page_with_a_hole(tmp_path: Path, builder: str) -> None:
    project = copied(tmp_path)
    page = project / "docs" / "pathway.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nIt helps.[@nobody]\n", encoding="utf-8")

    done = run(builder, project)

    assert done.returncode != 0
    assert "@nobody" in done.stdout + done.stderr
