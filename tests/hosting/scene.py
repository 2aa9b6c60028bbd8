"""A browser before a site that is spoiled or served badly, as a symptom needs it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from overrides.release.policy import policy
from tests.hosting.conftest import PLAN_PAGE
from tests.server import Serve, Server
from tests.worker import unsummed


@dataclass
class Scene:
    """A browser, and a site that may be spoiled or served badly."""

    page: Page
    new_context: Callable[..., BrowserContext]
    whole: Path
    serve: Serve
    scratch: Path

    def spoiled(self, pattern: str, change: Callable[[str], str] | None) -> Path:
        """A site like the whole one but for one file: changed, or missing."""
        place = self.scratch / "spoiled"
        shutil.copytree(self.whole, place, copy_function=os.symlink)
        (file,) = place.glob(pattern)
        text = file.read_text(encoding="utf-8")
        file.unlink()
        if change:
            file.write_text(change(text), encoding="utf-8")
        return place

    def opened(self, name: str = PLAN_PAGE, site: Path | None = None, **faults: Any) -> Server:
        """Serves the site, well or badly, and opens a page of it."""
        served = self.serve(site or self.whole, **faults)
        self.page.goto(f"{served.url}/{name}")
        return served

    def status(self, site: Path | None = None, **faults: Any) -> Locator:
        """The line below Calculate, on the plan's page."""
        self.opened(site=site, **faults)
        return self.page.locator(".calculator-status").first

    def cause(self, site: Path | None = None, **faults: Any) -> Locator:
        """What is folded below that line, for whoever runs the site."""
        self.opened(site=site, **faults)
        return self.page.locator(".calculator-cause").first

    def booted(self, first: str) -> Locator:
        """The same where the worker runs this before its own script."""
        boot = self.spoiled("assets/runtime/*/boot.js", lambda code: f"{{ {first} }}\n{code}")
        return self.cause(boot, altered={Path(PLAN_PAGE).name: unsummed})

    def under(self, old: str, new: str) -> dict[str, Any]:
        """The site's policy with one change, as what the server sends."""
        said = policy(self.whole)
        assert old in said
        return {"headers": {"Content-Security-Policy": said.replace(old, new)}}

    def embedded(self, element: str, **faults: Any) -> None:
        """Opens a page of another origin with a calculator in it."""
        site = self.serve(self.whole, **faults).url
        icon = '<link rel="icon" href="data:,">'
        text = f'<!doctype html>{icon}<script src="{site}/embed.js"></script>{element}'
        (self.scratch / "host").mkdir()
        (self.scratch / "host" / "index.html").write_text(text, encoding="utf-8")
        self.page.goto(f"{self.serve(self.scratch / 'host').url}/index.html")
        expect(self.page.locator("iframe")).to_be_attached()

    def ready(self) -> None:
        """Waits for Python."""
        calculator = self.page.locator(".calculator").first
        expect(calculator).to_have_attribute("data-state", "ready")

    def calculate(self) -> None:
        """Presses the button."""
        self.page.get_by_role("button", name="Calculate").press("Enter")
