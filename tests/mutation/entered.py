"""Which functions of `calc` run, so that an error is tried on what runs it alone."""

import sys
from collections.abc import Iterable
from types import CodeType, FunctionType
from typing import Any

from tests.mutation.swapping import Place, inside, place_of

TOOL = 4
EACH_START = sys.monitoring.events.PY_START


class Entered:
    """Which functions of `calc` run, from when it is started on."""

    def __init__(self) -> None:
        # By which they are: two of different modules may be equal.
        self.codes: dict[int, CodeType] = {}
        sys.monitoring.use_tool_id(TOOL, "mutants")
        sys.monitoring.register_callback(TOOL, EACH_START, self._enter)
        sys.monitoring.set_events(TOOL, EACH_START)

    def only_in(self, functions: Iterable[FunctionType]) -> None:
        """Look at these and what is inside of them from now on, and not at all that Python runs."""
        sys.monitoring.set_events(TOOL, 0)
        for each in functions:
            self._look_at((each.__code__, *inside(each.__code__)))

    def _enter(self, code: CodeType, offset: int) -> Any:
        if place_of(code):
            self.codes[id(code)] = code
        return sys.monitoring.DISABLE

    def _look_at(self, codes: Iterable[CodeType]) -> None:
        """What was seen once is looked at again. To do so for all code takes as long as a test."""
        for each in codes:
            sys.monitoring.set_local_events(TOOL, each, 0)
            sys.monitoring.set_local_events(TOOL, each, EACH_START)

    def take(self) -> set[Place]:
        """Those since it was asked last."""
        codes, self.codes = self.codes.values(), {}
        self._look_at(codes)
        return {place for each in codes if (place := place_of(each))}

    def end(self) -> None:
        """Nothing is noted any more."""
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.free_tool_id(TOOL)
