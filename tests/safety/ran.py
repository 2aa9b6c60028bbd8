"""Which of the tests that the hazard log names passed in a run: held at its end, or stored.

`--controls=hold` fails a run in which one of them, of the folders that were run, did not pass with
all its parameters; of a part of the tests (tests/part.py) that is not asked. `--controls=store`
writes what passed into docs/safety/tested.toml.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from calc import __version__
from tests.root import ROOT

SAFETY = ROOT / "docs" / "safety"
STORED = SAFETY / "tested.toml"
HEADING = "# Written by `make controls`: how often each test that the hazard log names passed.\n"


def named() -> list[str]:
    """Every test that a control names, once, in the order of the log."""
    listed = tomllib.loads((SAFETY / "controls.toml").read_text(encoding="utf-8"))["control"]
    return list(dict.fromkeys(test for each in listed for test in each["proved_by"]))


def stored(file: Path = STORED) -> dict[str, int]:
    """How often each test passed in the stored run."""
    if not file.exists():
        return {}
    passed: dict[str, int] = tomllib.loads(file.read_text(encoding="utf-8"))["passed"]
    return passed


def day_of(passed: Mapping[str, int], file: Path = STORED) -> date:
    """The day of what is stored with this run: an earlier one while not all was run anew."""
    if all(passed.get(test) for test in named()) or not file.exists():
        return today()
    day: date = tomllib.loads(file.read_text(encoding="utf-8"))["on"]
    return day


def write(passed: Mapping[str, int], day: date, file: Path = STORED) -> None:
    """Store a run of this day, in the order of the names."""
    lines = [f'"{test}" = {times}\n' for test, times in sorted(passed.items())]
    head = f'on = {day.isoformat()}\nversion = "{__version__}"\n\n[passed]\n'
    file.write_text(f"{HEADING}{head}{''.join(lines)}", encoding="utf-8")


def within(tests: Iterable[str], run: Iterable[str], ignored: Iterable[str]) -> Iterator[str]:
    """Those of the tests that lie in what was run, and in nothing that was left out."""
    inside, outside = ([PurePosixPath(each) for each in paths] for paths in (run, ignored))
    for test in tests:
        place = PurePosixPath(test.partition("::")[0])
        if _lies(place, inside) and not _lies(place, outside):
            yield test


def _lies(place: PurePosixPath, folders: list[PurePosixPath]) -> bool:
    return any(place.is_relative_to(folder) for folder in folders)


class Ran:
    """Counts what passed, and what did otherwise, in all processes of a run together."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        asked: str | None = config.getoption("--controls")
        self.mode = None if config.getoption("--part") else asked
        self.passed: Counter[str] = Counter()
        self.otherwise: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes a report: a skipped test has not passed, nor has one that failed at its end."""
        test = report.nodeid.partition("[")[0]
        if report.outcome != "passed":
            self.otherwise[test] += 1
        elif report.when == "call":
            self.passed[test] += 1

    def lacking(self, tests: Iterable[str]) -> list[str]:
        """Those of the tests that did not pass, or not with all their parameters."""
        return [test for test in tests if not self.passed[test] or self.otherwise[test]]

    def of_this_run(self) -> list[str]:
        """The named tests that this run had to try."""
        root = self.config.rootpath
        left_out = self.config.getoption("ignore") or []
        places = [
            [_relative(each, root) for each in paths] for paths in (self.config.args, left_out)
        ]
        return list(within(named(), *places))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Holds or stores, once for all processes."""
        if hasattr(self.config, "workerinput") or session.exitstatus:
            return
        if self.mode == "hold" and self.lacking(self.of_this_run()):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        if self.mode == "store":
            kept = {test: times for test, times in stored().items() if test in named()}
            passed = {test: self.passed[test] for test in named() if self.passed[test]}
            write(kept | passed, day_of(passed))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Says which control has lost its proof."""
        if self.mode == "hold":
            for test in self.lacking(self.of_this_run()):
                terminalreporter.write_line(f"named by the hazard log, and did not pass: {test}")


def _relative(path: object, root: Path) -> str:
    """A path of the command line, as the log writes it."""
    return (root / str(path).partition("::")[0]).resolve().relative_to(root).as_posix()


def today() -> date:
    """The day on which a run is stored."""
    return date.today()
