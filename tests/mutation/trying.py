"""Tries mutants one after the other, each in a process of its own that ends with it."""

import gc
import importlib
import os
import resource
import signal
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import process_time
from typing import Any

import pytest

from setup.say import say
from tests.mutation.checks import EXAMPLE, Check, examples, is_quick, of_a_test, said_of
from tests.mutation.entered import Entered
from tests.mutation.mutants import Mutant, modules
from tests.mutation.noticed import Noticed
from tests.mutation.swapping import Place, caches, load_anew, loaded, name_of, swap
from tests.root import ROOT

ROOMS = ("tests/model", "tests/clinical")
OF_PAGES = ("tests/present", "tests/catalogue")
"""What tries the drawing and the doors too: only where a module outside model and clinical rooms is
tried."""
NOTICED, ALIVE, BROKEN = 0, 1, 2
ENDED = (
    pytest.ExitCode.TESTS_FAILED,
    pytest.ExitCode.INTERRUPTED,
    pytest.ExitCode.USAGE_ERROR,
)
"""How pytest ends where a test failed, or could not be collected: one that is asked for by its name
is then not found."""
SECONDS = 8.0
"""Of computing, for each example and test; the dearest takes two."""
OF_LOADING = 20.0
"""Of computing, to load calc and its tests anew."""
AGAIN = 4.0
"""So many times as long, when it is tried again. What takes more runs without an end."""
BYTES = 3 * 2**30
AT_ONCE = 3
"""Checks that noticed most of a module."""


@dataclass
class Tried:
    """A mutant, and whether anything noticed it."""

    mutant: Mutant
    noticed: bool


class Broken(Exception):
    """What tries a mutant failed itself: nothing is known of the mutant."""


class Trial:
    """Collects the tests, learns what each of them runs, and tries the mutants on them.

    They come in batches; `after` is told of each batch what was tried and what broke.
    """

    def __init__(
        self,
        batches: Iterable[Iterable[Mutant]],
        children: int,
        *,
        drawn: bool = True,
        noticed: Noticed | None = None,
        after: Callable[[Sequence[Tried], Sequence[str]], None] | None = None,
    ) -> None:
        self.batches, self.children = batches, children
        self.noticed, self.after = noticed or Noticed(), after
        self.rooms = (*ROOMS, *OF_PAGES) if drawn else ROOMS
        self.tried: list[Tried] = []
        self.failed: list[str] = []
        self.broken: list[str] = []
        self.pipes: dict[int, int] = {}
        self.slow: list[Mutant] = []
        self.times = 1.0

    def run(self) -> list[Tried]:
        """What became of each mutant but those whose trial broke.

        AssertionError: a test fails without any, or calc as it is, loaded anew, seems to have one.
        """
        self.load()
        status = pytest.main(
            ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:playwright", *self.rooms],
            plugins=[self],
        )
        assert not self.failed, self.failed
        assert not status, status
        return self.tried

    def load(self) -> None:
        """All of calc, what only pages or its own test load too; known is what that runs.

        What was loaded before by anything else is not seen to run.
        """
        self.entered = Entered()
        for each in modules():
            importlib.import_module(name_of(each))
        self.at_import = self.entered.take()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In the place of running the tests."""
        items = [each for each in session.items if is_quick(each)]
        every = [*examples()]
        self.said = dict(said_of(each.name.removeprefix(EXAMPLE) for each in every))
        self.checks = [*every, *map(of_a_test, items)]
        say(f"learning what each of {len(self.checks):,} examples and tests runs")
        self.kept = caches()
        _clear(self.kept)
        self.entered.only_in(each for place in loaded().values() for each in place)
        for check in self.checks:
            _clear(each for each in self.kept if each.__module__.startswith("calc."))
            self.entered.take()
            start = process_time()
            if not check.holds():
                self.failed.append(check.name)
            check.cost = process_time() - start
            check.learn(self.entered.take())
        self.entered.end()
        if not self.failed:
            self._try_all()
        return True

    def _try_all(self) -> None:
        self.functions = loaded()
        self.by_place: dict[Place, list[Check]] = defaultdict(list)
        for check in self.checks:
            for place in check.enters:
                self.by_place[place].append(check)
        # Else each process that is split off pays for forgetting it.
        _clear(self.kept)
        gc.collect()
        gc.freeze()
        self.try_each([nothing_wrong()])
        if any(each.noticed for each in self.tried) or self.broken:
            by = self.broken or self.noticed.last(nothing_wrong())
            self.failed.append(f"calc as it is, loaded anew: {by}")
            return
        self.tried.clear()
        for batch in self.batches:
            tried, broken = len(self.tried), len(self.broken)
            self.try_each(batch)
            if self.after:
                self.after(self.tried[tried:], self.broken[broken:])

    def try_each(self, mutants: Iterable[Mutant]) -> None:
        """Each in a process of its own, so many at once; what took too long is tried again.

        Beside other work a check computes longer: an error has no end only if it takes too long by
        itself and with more time too.
        """
        self._try(mutants, self.children, 1)
        slow, self.slow = self.slow, []
        self._try(slow, 1, AGAIN)
        self.tried += (Tried(replace(each, source=""), noticed=True) for each in self.slow)
        self.slow = []

    def _try(self, mutants: Iterable[Mutant], at_once: int, times: float) -> None:
        under_way: dict[int, Mutant] = {}
        for mutant in mutants:
            if len(under_way) >= at_once:
                self._wait(under_way)
            read, write = os.pipe()
            pid = os.fork()
            if not pid:
                os.close(read)
                self.times = times
                self._child(mutant, write)
            os.close(write)
            under_way[pid] = mutant
            self.pipes[pid] = read
        while under_way:
            self._wait(under_way)

    def _wait(self, under_way: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        mutant = under_way.pop(pid)
        with os.fdopen(self.pipes.pop(pid), encoding="utf-8") as pipe:
            by = pipe.read()
        ended = os.waitstatus_to_exitcode(status)
        if ended == -signal.SIGPROF:
            self.slow.append(mutant)
            return
        if ended not in (NOTICED, ALIVE):
            self.broken.append(f"{' / '.join(map(str, mutant.id))}: {by or f'ended with {ended}'}")
            return
        if by:
            self.noticed.add(mutant, by)
        self.tried.append(Tried(replace(mutant, source=""), ended != ALIVE))
        if ended == ALIVE and mutant.was != mutant.now:
            say(f"nothing notices {' / '.join(map(str, mutant.id))}")

    def _child(self, mutant: Mutant, pipe: int) -> None:
        """Never returns. What goes wrong beside calc and its tests is not the mutant's doing."""
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        status = BROKEN
        try:
            by = self._noticed_by(mutant)
            status = NOTICED if by else ALIVE
            os.write(pipe, (by or "").encode())
        except (MemoryError, RecursionError, SyntaxError) as error:
            status = NOTICED
            os.write(pipe, type(error).__name__.encode())
        except BaseException as error:
            os.write(pipe, repr(error).encode())
        finally:
            os._exit(status)

    def _noticed_by(self, mutant: Mutant) -> str | None:
        place = (mutant.module, mutant.within)
        if not mutant.at_import:
            swap(mutant, self.functions[place])
            _clear(self.kept)
            for check in sorted(self.by_place[place], key=self._turn(mutant)):
                self._allow(SECONDS)
                if not check.holds():
                    return check.name
        if mutant.at_import or place in self.at_import:
            return self._noticed_anew(mutant)
        return None

    def _turn(self, mutant: Mutant) -> Callable[[Check], tuple[bool, bool, float]]:
        """First what noticed it the last time; examples come before tests, and what noticed much
        of this module before what did not.

        A test that found what it needs remembered seemed cheaper than it is now.
        """
        last, often_of = self.noticed.last(mutant), self.noticed.often(mutant.module)

        def turn(check: Check) -> tuple[bool, bool, float]:
            often = often_of.get(check.name, 0)
            late = not (often or check.name.startswith(EXAMPLE))
            return check.name != last, late, check.cost / (1 + often)

        return turn

    def _examples_anew(self, mutant: Mutant) -> list[str]:
        """The names of the examples: first those that run something of this module, or near it."""
        last, often = self.noticed.last(mutant), self.noticed.often(mutant.module)
        room = mutant.module.rpartition("/")[0]

        def turn(check: Check) -> tuple[bool, int, bool, bool, float]:
            runs, near = mutant.module in check.runs, room in check.runs
            return check.name != last, -often.get(check.name, 0), not runs, not near, check.cost

        every = [each for each in self.checks if each.name.startswith(EXAMPLE)]
        return [each.name.removeprefix(EXAMPLE) for each in sorted(every, key=turn)]

    def _tests_known(self, mutant: Mutant) -> list[str]:
        """Some tests, where the last time it was a test, or mostly tests notice this module."""
        last, often = self.noticed.last(mutant), self.noticed.often(mutant.module)
        most = sorted(often, key=lambda name: (name != last, -often[name]))[:AT_ONCE]
        known = {each.name for each in self.checks}
        tests = [each for each in most if each in known and not each.startswith(EXAMPLE)]
        return tests if most[:1] == tests[:1] else []

    def _noticed_anew(self, mutant: Mutant) -> str | None:
        """As the site would notice it that was built so: the examples, then all tests.

        What noticed most of this module is asked before either, and of what only pages load their
        tests.
        """
        order, known = self._examples_anew(mutant), self._tests_known(mutant)
        rooms = OF_PAGES if is_of_pages(mutant.module) else ()
        self._allow(OF_LOADING)
        load_anew(mutant)
        try:
            importlib.import_module(name_of(mutant.module))
        except SystemExit as ended:
            return type(ended).__name__
        except Exception:  # whoever imports it is told
            pass
        for which in filter(None, (known, rooms)):
            if by := self._failing(which):
                return by
        try:
            again = importlib.import_module("tests.mutation.checks")
            for name, said in again.said_of(order):
                self._allow(SECONDS)
                if self.said[name] != said:
                    return f"{EXAMPLE}{name}"
            importlib.import_module("calc.browser")
        except ImportError as error:
            if not (error.name or "").startswith("calc"):
                raise
            return type(error).__name__
        except Exception as error:
            return type(error).__name__
        return self._failing(ROOMS)

    def _failing(self, which: Sequence[str]) -> str | None:
        """The test that fails of these, or of those in these rooms; "collected" where one cannot
        be."""
        quiet = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:playwright", "-x", "-q"]
        failing = Failing(self._allow)
        self._allow(OF_LOADING)
        status = pytest.main([*quiet, *which], plugins=[failing])
        if status and status not in ENDED:
            raise Broken(f"pytest ended with {status!r}")
        return (failing.name or "collected") if status else None

    def _allow(self, seconds: float) -> None:
        """So much computing from now on; after it the process ends, whatever it does."""
        signal.setitimer(signal.ITIMER_PROF, self.times * seconds)


class Failing:
    """Which test failed first; each has so long as any check has."""

    def __init__(self, allow: Callable[[float], None]) -> None:
        self.name = ""
        self.allow = allow

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The quick tests alone, as for any other error."""
        items[:] = filter(is_quick, items)

    def pytest_runtest_logstart(self) -> None:
        """Before each test."""
        self.allow(SECONDS)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """After each part of it."""
        if report.failed and not self.name:
            self.name = report.nodeid


def is_of_pages(module: str) -> bool:
    """Whether no rule and no model is made of it: what draws, and the ways in."""
    return not module.startswith(("calc/clinical/", "calc/model/"))


def nothing_wrong() -> Mutant:
    """A module as it is, to be tried as an error is: nothing may notice it."""
    (module, *_) = modules()
    source = (ROOT / module).read_text(encoding="utf-8")
    return Mutant(module, "", "", "", 1, at_import=True, source=source)


def _clear(remembered: Iterable[Any]) -> None:
    for each in remembered:
        if each.__name__ not in ("cases", "by_file"):
            each.cache_clear()


def score(tried: Iterable[Tried]) -> Mapping[str, tuple[int, int]]:
    """For each module how many mutants were tried, and how many of them were noticed."""
    counted: dict[str, tuple[int, int]] = {}
    for each in tried:
        all_, noticed = counted.get(each.mutant.module, (0, 0))
        counted[each.mutant.module] = (all_ + 1, noticed + each.noticed)
    return counted
