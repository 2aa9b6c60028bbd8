"""A Firefox for the tests: found, or installed on Debian, or asked for in one sentence."""

import os
import shutil
import sys
from pathlib import Path

from setup.debian import install

NAMES = ("firefox-esr", "firefox")
MAC = Path("/Applications/Firefox.app/Contents/MacOS/firefox")
PACKAGES = ("firefox-esr", "fonts-dejavu-core")
"""With a font, so that its pages can be read."""
ASK = "Firefox is needed for the tests: install it, or name it: FIREFOX=/path/to/firefox"


def firefox() -> Path:
    """The Firefox to test with. Exits with one sentence where there is none to be had."""
    found = find()
    if found is None:
        install(PACKAGES, ASK)
        found = find()
    if found is None:
        sys.exit(ASK)
    return found


def find() -> Path | None:
    """A Firefox named by FIREFOX, on the PATH, or where macOS keeps it."""
    for name in (os.environ.get("FIREFOX", ""), *NAMES):
        path = shutil.which(name) if name else None
        if path:
            return Path(path)
    return MAC if MAC.exists() else None


if __name__ == "__main__":
    print(firefox())
