"""A page of another origin around calculators, as a hospital's intranet would have it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.plan import PLAN
from tests.server import Server

HOST = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Intranet</title>
<link rel="icon" href="data:,">
<style>body.night {{ background: #111; color: #eee }}</style>
<script src="{site}/embed.js"></script>
<h1>Ward</h1>
{body}
<p>Below</p>
<script>
  self.heard = [];
  for (const name of ["result", "refused"]) {{
    addEventListener(name, ({{detail}}) => heard.push({{name, detail}}));
  }}
</script>
</html>
"""
LISTENING = ".calculator[data-state]"
"""A calculator whose script is there: before, nobody hears that Enter is pressed."""

KINDS = pytest.mark.parametrize("kind", ["", "sandboxed"], ids=["plain", "sandboxed"])


class Host:
    """A page around calculators, and what it sees of them."""

    def __init__(self, page: Page, site: Server) -> None:
        self.page = page
        self.site = site
        self.element = page.locator("dose-calculator").first
        self.note = page.frame_locator("iframe").first.locator(".frame-note")

    def frame(self, place: int = 0) -> Frame:
        """A calculator's frame, once it is there."""
        expect(self.page.locator("iframe").nth(place)).to_be_attached()
        expect(
            self.page.frame_locator("iframe").nth(place).locator(LISTENING).first
        ).to_be_attached()
        return self.page.frames[1 + place]

    def plain_frame(self, address: str = "") -> None:
        """Adds a frame without the element, and counts the messages that come."""
        self.page.evaluate(
            """src => {
                self.messages = 0;
                addEventListener("message", () => self.messages += 1);
                const frame = document.body.appendChild(document.createElement("iframe"));
                frame.src = src;
            }""",
            f"{self.site.url}/embed/{PLAN}/{address}",
        )

    def height(self) -> float:
        """How high the frame is."""
        box = self.page.locator("iframe").first.bounding_box()
        assert box
        return box["height"]

    def fits(self) -> None:
        """Waits until the frame is as high as its content, no more and no less."""
        self.frame().wait_for_function("Math.abs(innerHeight - document.body.offsetHeight) < 2")

    def heard(self) -> list[dict[str, Any]]:
        """The events of the element."""
        events: list[dict[str, Any]] = self.page.evaluate("heard")
        return events

    def scheme(self, expected: str) -> None:
        """Waits until the frame is light or dark."""
        body = self.page.frame_locator("iframe").first.locator("body")
        expect(body).to_have_attribute("data-md-color-scheme", expected)


Embed = Callable[..., Host]


def element(*attributes: str) -> str:
    """The plan in another's page, with these attributes."""
    return f'<dose-calculator name="{PLAN}" {" ".join(attributes)}></dose-calculator>'
