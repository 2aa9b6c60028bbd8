"""`python -m tests.bedside [VERSION FOLDER]`: counts what a plan asks of a person, and stores it.

Without arguments: of the built site. Another version is measured in the folder of its site.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from setup.browsers import CHROMIUM
from setup.say import say
from tests.bedside.people import Site, counted
from tests.bedside.result import write
from tests.root import ROOT

NOW = "now"


def main(version: str = NOW, folder: str = "") -> None:
    """Measure one version, and store what came beside the others."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.path(), args=["--no-sandbox"])
        site = Site(browser, Path(folder or ROOT / "site"), by_itself=version == NOW)
        found = {}
        for name, value in counted(site):
            say(f"{name}: {value}")
            if value is not None:
                found[name] = value
        browser.close()
    write(version, found)


if __name__ == "__main__":
    main(*sys.argv[1:])
