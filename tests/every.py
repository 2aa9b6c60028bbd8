"""One property of many things is one test, and what breaks it is a list of offenders."""

from collections.abc import Callable, Iterable
from inspect import Signature, signature
from traceback import format_exception_only
from typing import Concatenate

import pytest

from tests.cases import Case, cases

IN_FULL = 10
"""How many offenders are told with all that pytest says of them; the others are named."""


def of_every[T, **P](
    things: Iterable[T], called: Callable[[T], str] = str
) -> Callable[[Callable[Concatenate[T, P], None]], Callable[P, None]]:
    """Tries a property on each thing and fails with all that break it, each by its name.

    The thing is its first parameter; the others are fixtures, the same for all things. It fails
    too where there is nothing to try it on.
    """
    every = [*things]

    def tried(holds: Callable[Concatenate[T, P], None]) -> Callable[P, None]:
        def test(*beside: P.args, **fixtures: P.kwargs) -> None:
            __tracebackhide__ = True
            assert every, "there is nothing to try it on"
            faults = [
                (called(each), fault)
                for each in every
                if (fault := _fault(lambda one: holds(one, *beside, **fixtures), each))
            ]
            if faults:
                told = [f"{name}: {_words(fault)}" for name, fault in faults[:IN_FULL]]
                told += [name for name, _ in faults[IN_FULL:]]
                heading = f"{len(faults)} of {len(every)}"
                raise AssertionError("\n\n".join([heading, *told])) from faults[0][1]

        test.__name__ = test.__qualname__ = holds.__name__
        test.__module__, test.__doc__ = holds.__module__, holds.__doc__
        _, *others = signature(holds).parameters.values()
        test.__signature__ = Signature(others)  # type: ignore[attr-defined]
        return test

    return tried


def _fault[T](holds: Callable[[T], None], thing: T) -> BaseException | None:
    """What goes wrong with one thing, whichever way."""
    try:
        holds(thing)
    except (Exception, pytest.fail.Exception) as fault:
        return fault
    return None


def _words(fault: BaseException) -> str:
    """What pytest says of it, and hypothesis."""
    return "".join(format_exception_only(fault)).strip()


def _named(case: Case) -> str:
    return case.name


every_case = of_every(cases(), _named)
every_answer = of_every(cases("answer"), _named)
every_refusal = of_every(cases("refusal"), _named)
every_invalid = of_every(cases("invalid"), _named)
