"""A batch of any length: the same by many processes as by one, and never whole in memory."""

from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import active_children

import pytest

from calc.batch import TOGETHER, csv_rows, json_lines

PLAN = "foscarnet-plan"
JOBS = 2
COUNT = 3 * TOGETHER + 2

Answering = Callable[..., Iterator[str]]

every_way = pytest.mark.parametrize("answering", [json_lines, csv_rows])


def lines(answering: Answering, count: int) -> Iterator[bytes]:
    """Lines of which each is answered otherwise: with its number as a name, or as an age."""
    if answering is csv_rows:
        yield b"age\n"
    for place in range(count):
        yield (b"%d\n" if answering is csv_rows else b'{"n%d": "1"}\n') % place


@every_way
def test_many_processes_answer_as_one_does(answering: Answering) -> None:
    by_one = [*answering(PLAN, lines(answering, COUNT))]

    assert by_one == [*answering(PLAN, lines(answering, COUNT), JOBS)]
    assert len(by_one) == len({*by_one}) >= COUNT


def test_the_first_is_answered_here_and_the_next_by_as_many_processes_as_are_asked_for() -> None:
    jobs = 5

    started = [len(active_children()) for _ in json_lines(PLAN, lines(json_lines, COUNT), jobs)]

    assert [0, jobs] == started[:2]


@every_way
@pytest.mark.parametrize(("jobs", "held"), [((), 0), ((JOBS,), 5 * 64 - 1)])
def test_some_lines_are_read_ahead_and_no_more(
    answering: Answering, jobs: tuple[int, ...], held: int
) -> None:
    """Alone none is; of each process two times 64, and those that are handed out next."""
    taken = 0

    def noted() -> Iterator[bytes]:
        nonlocal taken
        for line in lines(answering, 9 * TOGETHER):
            taken += 1
            yield line

    answered = islice(answering(PLAN, noted(), *jobs), 8 * TOGETHER)

    assert held == max(taken - given for given, _ in enumerate(answered, 1))
