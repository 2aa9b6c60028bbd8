"""A Chromium for the tests: found, or installed on Debian, or asked for in one sentence."""

import os
import shutil
import sys
from pathlib import Path

from setup.debian import install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PACKAGES = ("chromium", "fonts-dejavu-core")
"""With a font, so that its pages can be read."""
ASK = "Chromium is needed for the tests: install it, or name it: CHROMIUM=/path/to/chromium"


def chromium() -> Path:
    """The Chromium to test with. Exits with one sentence where there is none to be had."""
    found = find()
    if found is None:
        install(PACKAGES, ASK)
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


if __name__ == "__main__":
    print(chromium())
