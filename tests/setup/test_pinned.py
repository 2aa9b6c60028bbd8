"""Nothing is installed or shipped but the bytes that were pinned."""

import json
import re
import subprocess
from pathlib import Path

from setup.node import locked
from setup.pyodide import PYTHON
from tests.every import of_every

ROOT = Path(__file__).parents[2]
LOCKS = (
    *("requirements.txt", "setup/node.txt"),
    *("setup/builders.txt", "setup/registry.txt", "setup/component.txt"),
)
NPM_LOCKS = ("setup/package-lock.json", "tests/bench/package-lock.json")
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


@of_every(NPM_LOCKS)
def test_a_lock_of_npm_holds_a_hash_of_every_package_and_no_address(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    packages.pop("")

    assert [] == [name for name, each in packages.items() if "sha512-" not in each["integrity"]]
    assert [] == [name for name, each in packages.items() if "resolved" in each]


@of_every(["@biomejs/cli-", "@esbuild/", "@typescript/typescript-"])
def test_a_program_of_npm_is_locked_for_every_usual_machine(tool: str) -> None:
    machines = ("linux-x64", "linux-arm64", "darwin-arm64", "win32-x64")

    assert [] == [each for each in machines if not locked(f"{tool}{each}")["integrity"]]
