"""The commands by which a host replaces the site do so each time, and there is a way back."""

import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "hosting" / "index.md"
PART = PAGE.read_text(encoding="utf-8").partition("## Replace it by a newer one")[2]
PART = PART.partition("\n## ")[0]
REPLACE, GO_BACK = (block for block in PART.split("```")[1::2])


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A server's folder with the first release, and with the file that is the host's own."""
    site = tmp_path / "www" / "zoster"
    (site / "embed").mkdir(parents=True)
    (site / "release.txt").write_text("first", encoding="utf-8")
    (site / "embed" / "hosts.js").write_text("the host's own", encoding="utf-8")
    return tmp_path


def run(commands: str, host: Path) -> None:
    """Types what the page says, on a server whose folder is here."""
    typed = commands.replace("sudo ", "").replace("/var/www", str(host / "www"))
    subprocess.run(["sh", "-e", "-c", typed], cwd=host, check=True)


def replaced(host: Path, *releases: str) -> None:
    """Unpacks releases, one after the other, and puts each in the place of the one before."""
    for release in releases:
        (host / "site" / "embed").mkdir(parents=True, exist_ok=True)
        (host / "site" / "release.txt").write_text(release, encoding="utf-8")
        (host / "site" / "embed" / "hosts.js").write_text("as released", encoding="utf-8")
        run(REPLACE, host)


def served(host: Path) -> dict[str, str]:
    """All that lies in the server's folder, and what it says."""
    files = (host / "www").rglob("*.*")
    return {
        file.relative_to(host / "www").as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if file.is_file()
    }


def test_the_newest_release_is_served_and_the_one_before_kept(host: Path) -> None:
    replaced(host, "second", "third")

    assert {
        "zoster/release.txt": "third",
        "zoster/embed/hosts.js": "the host's own",
        "zoster.old/release.txt": "second",
        "zoster.old/embed/hosts.js": "the host's own",
    } == served(host)


def test_what_an_interrupted_change_left_does_no_harm(host: Path) -> None:
    (host / "www" / "zoster.new").mkdir()
    (host / "www" / "zoster.new" / "half.html").write_text("", encoding="utf-8")
    replaced(host, "second")

    assert "zoster/half.html" not in served(host)
    assert "second" == served(host)["zoster/release.txt"]


def test_the_way_back_brings_the_release_before(host: Path) -> None:
    replaced(host, "second", "third")
    run(GO_BACK, host)

    assert "second" == served(host)["zoster/release.txt"]
