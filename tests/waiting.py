"""Tests in a browser wait for what must come, however long a busy machine takes to bring it."""

from playwright.sync_api import Page

STARTED = 60_000
"""Milliseconds given to whatever is to come, Python's start included. What is there costs none."""


def stop_clock(page: Page) -> None:
    """From now on time passes on the page as it is told, and not by itself."""
    page.clock.install(time=0)
    page.clock.pause_at(86_400)  # a day on, later than this came to be
