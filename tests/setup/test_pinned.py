"""Nothing is installed or shipped but the bytes that were pinned."""

import re
import subprocess
from pathlib import Path

import pytest

from setup.npm import WrongBytes, verify
from setup.pyodide import INTEGRITY, PINNED, PYTHON
from tests.every import of_every

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "setup/node.txt", "setup/builders.txt")
LOCK_LINE = re.compile(
    r"[a-z0-9._-]+==[^ ]+( ; .+)? \\"  # name==version, and where it applies
    r"|    --hash=sha256:[0-9a-f]{64}( \\)?"
)

# Spelled apart, so that this file does not find itself.
REGISTRIES = ("registry." + "npmjs", "pypi." + "org", "files." + "pythonhosted", "deb." + "debian")
DOWNLOADS = (
    "un" + "pkg.com",
    "js" + "delivr",
    "cdn" + "js.",
    "github.com/.*/releases/" + "download",
)
MACHINES = ("/ro" + "ot/", "/home" + "/", "/wor" + "k/", "/Use" + "rs/", "/tm" + "p/")


def committed() -> list[Path]:
    """Every text file of the project that git knows or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / name for name in listed.stdout.splitlines()]
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()]


@of_every(LOCKS)
def test_a_lock_holds_names_versions_and_hashes_only(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()

    assert [] == [line for line in lines if not LOCK_LINE.fullmatch(line)]


@of_every(REGISTRIES + DOWNLOADS + MACHINES)
def test_no_file_names_a_registry_a_download_or_a_machine(forbidden: str) -> None:
    pattern = re.compile(forbidden)
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()[:80]}"
        for file in committed()
        for line in file.read_text(encoding="utf-8").splitlines()
        if pattern.search(line)
    ]

    assert [] == found


def test_the_python_that_the_browser_runs_is_named_once() -> None:
    names = re.compile(rf"{re.escape(PYTHON)}|Pyodide\b.*\bPython 3\.\d")
    files = [file for file in committed() if names.search(file.read_text(encoding="utf-8"))]

    assert ["setup/pyodide.py"] == [file.relative_to(ROOT).as_posix() for file in files]


def test_bytes_that_are_not_the_pinned_ones_are_refused_and_deleted(tmp_path: Path) -> None:
    archive = tmp_path / "pyodide.tgz"
    archive.write_bytes(b"something else")

    with pytest.raises(WrongBytes, match=r"pyodide\.tgz is refused"):
        verify(archive, INTEGRITY[PINNED])

    assert not archive.exists()


def test_npm_is_told_to_keep_addresses_out_of_its_locks() -> None:
    settings = (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()

    assert "omit-lockfile-registry-resolved=true" in settings
