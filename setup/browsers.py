"""The browsers for the tests: found, or installed on Debian, or asked for in one sentence."""

import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from setup.debian import can_install, install


@dataclass(frozen=True)
class Browser:
    """A browser, the programs that are one, and the Debian package that brings it."""

    name: str
    programs: tuple[str, ...]
    mac: str
    package: str
    first_is_best: bool = False
    """Whether the first program is installed where it can be, though another is there."""

    def path(self) -> Path:
        """The program to test with. Exits with one sentence where there is none to be had."""
        if self.first_is_best and not self._has_first and can_install():
            with suppress(SystemExit):  # another does as well
                install((self.package,), self.ask)
        found = self.find()
        if found is None:
            install((self.package, "fonts-dejavu-core"), self.ask)  # a font, to read its pages by
            found = self.find()
        if found is None:
            sys.exit(self.ask)
        return found

    @property
    def _has_first(self) -> bool:
        """Whether there is the one named in the environment, or else the first of its programs."""
        named = os.environ.get(self.name.upper())
        return shutil.which(named or self.programs[0]) is not None

    def find(self) -> Path | None:
        """A program named in the environment, on the PATH, or where macOS keeps it."""
        for program in (os.environ.get(self.name.upper(), ""), *self.programs):
            path = shutil.which(program) if program else None
            if path:
                return Path(path)
        return Path(self.mac) if Path(self.mac).exists() else None

    @property
    def ask(self) -> str:
        """What the person is asked for."""
        variable = f"{self.name.upper()}=/path/to/{self.programs[0]}"
        return f"{self.name} is needed for the tests: install it, or name it: {variable}"


CHROMIUM = Browser(
    "Chromium",
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "chromium",
)
HEADLESS = replace(
    CHROMIUM,
    programs=("chromium-headless-shell", *CHROMIUM.programs),
    package="chromium-headless-shell",
    first_is_best=True,
)
"""Chromium with nothing around the page, for tests that look at no more: it takes a fifth less."""
FIREFOX = Browser(
    "Firefox",
    ("firefox-esr", "firefox"),
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "firefox-esr",
)

BROWSERS = {"chromium": CHROMIUM, "headless": HEADLESS, "firefox": FIREFOX}

if __name__ == "__main__":
    for name in sys.argv[1:]:
        BROWSERS[name].path()
