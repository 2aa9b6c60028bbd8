"""Which runs count together: what stands for the scripts that were measured."""

from pathlib import Path

from tests.bench.__main__ import scripts


def site(folder: Path, build: str, **texts: str) -> Path:
    """A site with such scripts below assets/."""
    for name, text in texts.items():
        file = folder / "assets" / build / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_another_text_of_a_page_changes_nothing(tmp_path: Path) -> None:
    before = site(tmp_path / "before", "0123", python="same", search_index="one", theme="0123")
    after = site(tmp_path / "after", "4567", python="same", search_index="two", theme="4567")

    assert scripts(before) == scripts(after)


def test_another_script_changes_it(tmp_path: Path) -> None:
    before = site(tmp_path / "before", "0123", python="one")
    after = site(tmp_path / "after", "4567", python="two")

    assert scripts(before) != scripts(after)
