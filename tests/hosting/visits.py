"""A device that has been on a site once, and the site that is replaced by a newer one meanwhile."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from overrides.scripts.bundle import bundle
from overrides.site.offline import write_worker
from tests.server import Server
from tests.waiting import STARTED

NEWER = "0123456789ab"
"""The name of the newer build."""


class Visit:
    """A person's device, which has been on the site once."""

    def __init__(self, page: Page, server: Server, name: str) -> None:
        self.page = page
        self.server = server
        self.go(name)

    def go(self, name: str) -> None:
        self.page.goto(f"{self.server.url}/{name}")

    def kept(self) -> "Visit":
        """Waits until the page says that it is kept."""
        expect(self.page.locator("[data-kept]")).to_be_visible()
        return self

    def comes_to(self, name: str) -> None:
        """Loads the page again, until what keeps it has come to this file."""
        before = len(self.server.asked)
        self.page.reload()
        for _ in range(STARTED // 100):
            if any(path.endswith(f"/{name}") for path in self.server.asked[before:]):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{name} was not asked for")

    def keeps(self, build: str) -> None:
        """Waits until the one copy that is kept is of this build."""
        for _ in range(STARTED // 100):
            if [build] == self.builds():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"It keeps {self.builds()}, not {build}")

    def builds(self) -> list[str]:
        """The builds of which there is a copy, or one that is being filled."""
        return [name.rpartition(" ")[2] for name in self.page.evaluate("caches.keys()")]

    def without_network(self) -> "Visit":
        self.server.gone = True
        return self

    def warning(self, name: str) -> str:
        return f".md-banner [data-warning={name}]"


Visited = Callable[..., Visit]


def build_of(site: Path) -> str:
    return (site / "release.txt").read_text(encoding="utf-8").split()[1]


def replace_by_newer(site: Path, but: tuple[str, ...] = ()) -> None:
    """Put a newer build in the place of the site, all of it or all but some files."""
    old, new = build_of(site), NEWER
    left = {name: (site / name).read_bytes() for name in but}
    (site / "assets" / old).rename(site / "assets" / new)
    for file in site.rglob("*"):
        if file.suffix in (".html", ".txt") or file.name in ("release.js", "theme.js"):
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    bundle("workers/sw", site / "sw.js")
    write_worker(site, new)
    for name, content in left.items():
        (site / name).write_bytes(content)
