"""What notices errors: the worked examples with their stored outcomes, and the quick tests."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.swapping import Place

DEAR = (
    "test_it_holds_for_every_set_of_answers",
    "test_a_printed_sum_comes_to_the_printed_result",
    "test_no_caution_is_given_to_more_than_half_of_ordinary_patients",
    "test_every_outcome_fits_the_schema",
    "test_a_line_gives_what_the_same_answers_give_elsewhere",
    "test_a_thousand_lines_get_a_thousand_answers_and_no_traceback",
)
"""Tests that cost more than a second, and say again of each patient what others say of some."""
STARTING = ("test_many_at_once",)
"""Tests that start other processes, in which nothing is planted."""
EXAMPLE = "example "


@dataclass(eq=False)
class Check:
    """Something that notices errors: a test, or one worked example with its stored outcome."""

    name: str
    holds: Callable[[], bool]
    cost: float = 0.0
    enters: set[Place] = field(default_factory=set)
    runs: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """What it runs may be known from the start."""
        self.learn(self.enters)

    def learn(self, enters: set[Place]) -> None:
        """It enters these; so it runs their modules, and something in each folder of these.

        Worked out once, not again for each error.
        """
        modules = {module for module, _ in enters}
        folders = (map(str, PurePath(each).parents) for each in modules)
        self.enters, self.runs = enters, frozenset(modules.union(*folders))


def said_of(names: Iterable[str]) -> Iterator[tuple[str, object]]:
    """What each of these worked examples says, in this order."""
    from tests.cases import cases
    from tests.catalogue.walk import outcome_of
    from tests.outcomes.writing import said

    by_name = {case.name: case for case in cases()}
    for name in names:
        yield name, tuple(said(outcome_of(by_name[name])))


def examples() -> Iterator[Check]:
    """Each worked example says what it says without an error; tests/outcomes holds it to that."""
    from calc.catalogue import run
    from tests.cases import cases
    from tests.outcomes.writing import said

    def check(case: Any) -> Check:
        expected = said(run(case.calculator, case.answers))

        def holds() -> bool:
            try:
                return said(run(case.calculator, case.answers)) == expected
            except Exception:
                return False

        return Check(f"{EXAMPLE}{case.name}", holds)

    yield from map(check, cases())


def is_quick(item: pytest.Item) -> bool:
    """Whether a test is one that each error can be tried on."""
    test = getattr(item, "obj", None)
    alone = item.path.stem in STARTING or hasattr(test, "hypothesis")
    return not alone and item.name.partition("[")[0] not in DEAR


def of_a_test(item: pytest.Item) -> Check:
    """A test as it passes or fails."""

    def holds() -> bool:
        reports = runtestprotocol(item, log=False, nextitem=None)
        return not any(each.failed for each in reports)

    return Check(item.nodeid, holds)
