"""Which runs count together: what stands for the scripts that were measured."""

from pathlib import Path

from tests.bench.__main__ import scripts


def site(folder: Path, *names: str) -> Path:
    """A site with such files below assets/."""
    for name in names:
        file = folder / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    return folder


def test_another_text_of_a_page_changes_nothing(tmp_path: Path) -> None:
    same = "python.0123.js"
    before = site(tmp_path / "before", same, "search_index.4567.js", "javascripts/bundle.89ab.js")
    after = site(tmp_path / "after", same, "search_index.cdef.js", "javascripts/bundle.0123.js")

    assert scripts(before) == scripts(after)


def test_another_script_changes_it(tmp_path: Path) -> None:
    before = site(tmp_path / "before", "python.0123.js")
    after = site(tmp_path / "after", "python.4567.js")

    assert scripts(before) != scripts(after)
