"""Where the contestants are served: two servers, and slow lines to them."""

from dataclasses import dataclass

from overrides.markdown.speed.runs import (
    AS_INSTALLED,
    FAST,
    FAST_RATE,
    FAST_TRIP,
    LOOPBACK,
    PHONE,
    SLOW,
    SLOW_RATE,
    SLOW_TRIP,
    SLOWER_4,
)
from tests.bench import contestants
from tests.bench.line import Line, Speed
from tests.bench.places import SITES
from tests.bench.server import Server
from tests.bench.visit import NAME

TEN = Speed(FAST_RATE, FAST_TRIP)
SLOWEST = Speed(SLOW_RATE, SLOW_TRIP)
PAGE = "calculators/creatinine-clearance.html"
OTHER_PAGE = "calculators/foscarnet-dose.html"
EMBED = "embed/creatinine-clearance/index.html"


@dataclass(frozen=True)
class Condition:
    """A line to a server, and a processor that is so many times slower.

    `trusted` is whether the browser takes the address for a safe one, as it does this machine's;
    `untouched` how many seconds a page is watched on which nobody asks, time enough to be ready.
    """

    name: str
    speed: Speed | None = None
    compresses: bool = True
    trusted: bool = True
    slower: float = 1
    untouched: float = 8


CONDITIONS = {
    each.name: each
    for each in (
        Condition(LOOPBACK),
        Condition(FAST, TEN),
        Condition(AS_INSTALLED, TEN, compresses=False, trusted=False),
        Condition(SLOW, SLOWEST, untouched=20),
        Condition(SLOWER_4, slower=4, untouched=20),
        Condition(PHONE, SLOWEST, slower=4),
    )
}


class World:
    """The servers and the lines, for as long as the benchmark runs."""

    def __init__(self) -> None:
        self.folders = contestants.folders()
        self.servers = {compresses: Server(SITES, compresses) for compresses in (True, False)}
        self.lines = {
            name: Line(each.speed, self.server(each).port)
            for name, each in CONDITIONS.items()
            if each.speed
        }

    def server(self, condition: Condition) -> Server:
        """The server that counts what is sent under a condition."""
        return self.servers[condition.compresses]

    def address(self, condition: Condition, contestant: str, page: str = PAGE) -> str:
        """A page's address."""
        end = self.lines[condition.name] if condition.speed else self.server(condition)
        name = "127.0.0.1" if condition.trusted else NAME
        return f"http://{name}:{end.port}/{self.folders[contestant]}/{page}"

    def host(self, condition: Condition, contestant: str, another: bool = True) -> str:
        """The address of a page of another site, or the same, with the calculator in a frame."""
        frame = f'<iframe src="{self.address(condition, contestant, EMBED)}"></iframe>'
        path = f"/{self.folders[contestant]}-host.html"
        html = f'<!doctype html><title>Ward</title><link rel="icon" href="data:,"><p>Ward{frame}'
        self.server(condition).put(path, html)
        name = "localhost" if another else "127.0.0.1"
        return f"http://{name}:{self.server(condition).port}{path}"

    def folder(self, contestant: str) -> str:
        """The address of the page in a folder, without a server."""
        return (SITES / self.folders[contestant] / PAGE).as_uri()
