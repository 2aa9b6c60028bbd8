"""What stops a build names the file, the line and what to change, in one line."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from overrides.markdown import page
from overrides.markdown.bibliography import citing_pages
from overrides.site import build

EXTENSIONS = [f"overrides.markdown.{name}" for name in ("blocks", "figures", "citations")]


class Builder(Treeprocessor):
    """What MkDocs and ProperDocs tell of the page that they read."""

    file = SimpleNamespace(src_uri="a-page.md")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of pages, with nothing in it yet."""
    monkeypatch.setattr(page, "ROOT", tmp_path)
    (tmp_path / "CHANGELOG.md").write_text("", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


def what_is_said_of(text: str, docs: Path) -> str:
    """What stops the build of a page with this text on its fourth line."""
    whole = f"---\ntitle: A page\n---\n{text}\n"
    (docs / "a-page.md").write_text(whole, encoding="utf-8")
    markdown = Markdown(extensions=EXTENSIONS)
    markdown.treeprocessors.register(Builder(), "relpath", 0)
    with pytest.raises(page.Fault) as stopped:
        markdown.convert(text)
    return str(stopped.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It helps.[@ohashi-2012, abstract]",
            "@ohashi-2012 names no source of docs/references.json: add it there, or write"
            " perhaps ohashi-2021",
        ),
        (
            "It helps.[@blimark-2015 abstract]",
            "@blimark-2015 abstract is no citation: write [@key, place]",
        ),
        (
            "It helps.[^blimark-2015]",
            "[^blimark-2015] is no citation: write [@key, place]",
        ),
        (
            "Never above [=rate-cup].",
            "[=rate-cup] names no figure of the calculators: write perhaps rate-cap",
        ),
        (
            "::: calculator foscarnet-plans",
            "::: calculator foscarnet-plans cannot be drawn: after calculator write perhaps"
            " foscarnet-plan",
        ),
        (
            "::: dose-tabel hsv-40-every-8-h",
            "::: dose-tabel hsv-40-every-8-h names no block: write perhaps dose-table",
        ),
        (
            "::: measured xyz",
            "::: measured xyz cannot be drawn: after measured write one of goals, machine, pages, "
            "steady, visits",
        ),
        (
            "::: pathway today",
            "::: pathway today cannot be drawn: after pathway write nothing",
        ),
        (
            "> ::: pathway",
            "::: pathway stands inside something: begin its line at the margin",
        ),
    ],
)
def test_the_line_is_named_and_what_to_change(text: str, expected: str, docs: Path) -> None:
    assert f"docs/a-page.md:4: {expected}" == what_is_said_of(text, docs)


def test_where_nothing_is_like_it_all_that_can_be_written_is_listed() -> None:
    assert "one of dose, plan" == page.nearest("xyz", ["plan", "dose"])
    assert "one that is there" == page.nearest("xyz", [f"plan-{each}" for each in range(21)])


def test_what_a_page_is_drawn_from_is_named_where_the_words_stand_there(docs: Path) -> None:
    (docs / "a-page.md").write_text("::: checked-citations\n", encoding="utf-8")
    (docs / "checked.toml").write_text('text = "Below [=stop]."\n', encoding="utf-8")

    assert "docs/checked.toml:1: [=stop] is wrong" == str(
        page.fault("a-page.md", "[=stop]", "is wrong")
    )


def test_a_longer_name_that_begins_alike_is_not_taken_for_it(docs: Path) -> None:
    (docs / "a-page.md").write_text("[@label-of-old]\n[@label]\n", encoding="utf-8")

    assert str(page.fault("a-page.md", "@label", "")).startswith("docs/a-page.md:2: ")


def test_the_bibliography_names_the_page_that_it_cannot_read(docs: Path) -> None:
    (docs / "a-page.md").write_text("One.\nTwo.[@]\n", encoding="utf-8")

    with pytest.raises(page.Fault, match=r"^docs/a-page\.md:2: @ is no citation"):
        citing_pages(str, docs)


class Stopped:
    """MkDocs as it ends at a fault: with a traceback of many lines."""

    returncode = 1
    stderr = (
        "Traceback (most recent call last):\n  ...\noverrides.markdown.page.Fault: a.md:1: why\n"
    )


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A build in which MkDocs ends so."""
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", lambda *command, **options: Stopped())
        yield


@pytest.mark.usefixtures("stopped")
def test_of_all_that_mkdocs_writes_the_person_sees_that_line(tmp_path: Path) -> None:
    (tmp_path / "boot.js").touch()  # whose sum the pages bear
    with pytest.raises(SystemExit) as end:
        build.pages(build.Build(tmp_path, "", tmp_path))

    assert "a.md:1: why" == end.value.code


def test_a_fault_is_the_last_line_of_a_traceback_as_the_build_looks_for_it() -> None:
    code = "from overrides.markdown.page import fault; raise fault(None, '@nobody', 'is nobody')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    found = build.FAULT.search(done.stderr)
    assert found
    assert "@nobody is nobody" == found[1]
