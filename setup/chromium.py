"""A Chromium for the tests: found, or installed on Debian, or asked for in one sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from setup.say import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PACKAGES = ("chromium", "fonts-dejavu-core")
ASK = "Chromium is needed for the tests: install it, or name it: CHROMIUM=/path/to/chromium"


def chromium() -> Path:
    """The Chromium to test with. Exits with one sentence where there is none to be had."""
    found = find()
    if found is None and can_install():
        install()
        found = find()
    if found is None:
        sys.exit(ASK)
    return found


def find() -> Path | None:
    """A Chromium named by CHROMIUM, on the PATH, or where macOS keeps it."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        path = shutil.which(name) if name else None
        if path:
            return Path(path)
    return MAC if MAC.exists() else None


def can_install() -> bool:
    """Whether this is Debian, and the person is root."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install() -> None:
    """Install Debian's Chromium, and a font so that its pages can be read."""
    say("installing Chromium, which this machine does not have")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    packages = ["install", "--yes", "--no-install-recommends", *PACKAGES]
    for arguments in (["update"], packages):
        command = ["apt-get", "--quiet=2", *arguments]
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode:
            sys.exit(ASK)


if __name__ == "__main__":
    print(chromium())
