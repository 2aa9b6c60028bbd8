"""`python -m tests.figures [FILE ...]`: looks at all of it, and stores how much was looked at.

What a test looks at it records by name, as often as it does. Of some of the files the others keep
what is stored, each figure with the day of its own run; a run that fails stores nothing.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from datetime import date

import pytest

from calc import __version__
from tests.figures.stored import FILES, merged, stored, write


class Looked:
    """Counts what tests that passed have looked at."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes what a test recorded."""
        for name, times in report.user_properties if report.when == "call" else ():
            self.counted[name] += int(str(times))


def main(words: list[str]) -> int:
    """The status: that of the tests, or 1 where a figure of a file was not counted."""
    parser = ArgumentParser(prog="python -m tests.figures")
    parser.add_argument("files", nargs="*", choices=[*FILES, []])
    files = parser.parse_args([each for each in words if not each.startswith("-")]).files or [
        *FILES
    ]
    looked = Looked()
    options = [each for each in words if each.startswith("-")]
    status = pytest.main([*files, *options], plugins=[looked])
    missing = [name for file in files for name in FILES[file] if name not in looked.counted]
    unknown = [name for name in looked.counted if not any(name in FILES[file] for file in files)]
    if status or missing or unknown:
        print(*(f"not counted: {name}" for name in missing), sep="\n")
        print(*(f"counted, and no figure of these files: {name}" for name in unknown), sep="\n")
        return int(status) or 1
    write(merged(stored(), looked.counted, date.today(), __version__))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
