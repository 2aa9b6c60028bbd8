"""What a repetition measures: which visits, of which contestants, under which condition."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.markdown.speed.runs import (
    AS_INSTALLED,
    BUILD,
    COMMAND_LINE,
    COMPONENT,
    ELSEWHERE,
    FAST,
    FOLDER,
    JAVASCRIPT,
    LOOPBACK,
    MICROPYTHON,
    NO_CALCULATOR,
    OURS,
    PHONE,
    PYSCRIPT,
    READ_AT,
    SLOW,
    SLOWER_4,
    STOCK,
    STOCK_NEXT,
)
from overrides.site.build import make
from tests.bench import steady, trips, typist
from tests.bench.packing import packings
from tests.bench.slow import can_slow
from tests.bench.trips import Trip, Visits
from tests.bench.world import CONDITIONS

MAIN = (OURS, JAVASCRIPT, STOCK)
PAIR = (OURS, JAVASCRIPT)
WITH_FLOOR = (OURS, JAVASCRIPT, ELSEWHERE)
BARE = (OURS, NO_CALCULATOR)
OTHERS = (MICROPYTHON, COMPONENT, STOCK_NEXT, PYSCRIPT)
INDEX = "search_index.js"


@dataclass(frozen=True)
class Task:
    """Visits of one kind, of some contestants, under a condition.

    What no goal asks for is measured in `every` second repetition only, to save time.
    """

    visits: Callable[[Trip], Visits]
    who: Sequence[str]
    condition: str
    every: int = 1

    @property
    def name(self) -> str:
        """The condition, and the kind of visits."""
        return f"{self.condition}, {self.visits.__name__}"

    @property
    def possible(self) -> bool:
        """Whether this machine can make the condition."""
        condition = CONDITIONS.get(self.condition)
        return condition is None or condition.slower == 1 or can_slow()


def built(_trip: Trip) -> Visits:
    """Seconds that building the site takes, and bytes of the search's index as it is sent."""
    with TemporaryDirectory() as scratch:
        began = time.monotonic()
        make(Path(scratch, "site"))
        seconds = time.monotonic() - began
        (index,) = Path(scratch, "site").glob(f"assets/*/{INDEX}")
        packed = packings(index.read_bytes())
    yield "once", {"seconds": seconds, "index": min(map(len, packed.values()))}


TASKS = (
    Task(trips.first_and_repeat, MAIN, LOOPBACK),
    Task(trips.first_and_repeat, OTHERS, LOOPBACK, every=2),
    Task(trips.first_and_repeat, MAIN, FAST),
    Task(trips.first, OTHERS, FAST, every=2),
    Task(trips.first_and_repeat, MAIN, AS_INSTALLED),
    Task(trips.first, MAIN, SLOW),
    Task(trips.first_and_repeat, PAIR, SLOWER_4),
    Task(trips.first, (STOCK,), SLOWER_4, every=2),
    *(Task(trips.untouched, BARE, each) for each in READ_AT),
    Task(trips.from_home, WITH_FLOOR, LOOPBACK),
    Task(trips.from_reading, PAIR, LOOPBACK),
    Task(trips.second_tab, (*WITH_FLOOR, STOCK), LOOPBACK),
    Task(trips.second_frame, WITH_FLOOR, LOOPBACK),
    Task(trips.next_page, (*WITH_FLOOR, STOCK), LOOPBACK),
    Task(trips.next_page, WITH_FLOOR, AS_INSTALLED),
    Task(trips.embed, PAIR, LOOPBACK, every=2),
    Task(trips.folder, PAIR, FOLDER, every=2),
    Task(typist.typing, (OURS, STOCK), FAST),
    Task(typist.typing, (OURS,), AS_INSTALLED),
    Task(steady.in_the_page, PAIR, LOOPBACK, every=2),
    Task(trips.looks, (OURS,), FAST, every=2),
    Task(trips.looks, (OURS,), PHONE, every=2),
    Task(steady.on_the_command_line, (OURS,), COMMAND_LINE, every=2),
    Task(built, (OURS,), BUILD, every=2),
)
