"""`python -m tests.registry`: how many plans a batch answers in a second, stored.

Of the clock, and of a processor, for which what else the machine does counts for less. The ways
take turns, and each figure is the median of what it was in every turn.
"""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice, product
from statistics import median
from typing import NamedTuple

from setup.say import say
from tests.plan import ANSWERS, PLAN
from tests.root import ROOT

STORED = ROOT / "docs" / "evidence" / "batch.toml"
HEADING = "# Written by `make batch`: plans in a second, the start left out."
TURNS = 5
PLANS = 2_000
WAYS = {"json": [], "json_jobs": ["--jobs"], "csv": ["--csv"], "csv_jobs": ["--csv", "--jobs"]}
"""The options of each way, by the name under which it is stored."""


def plans(count: int) -> Iterator[dict[str, str]]:
    """Plans of different patients: ages, creatinines, weights and lines in turn."""
    patients = product(range(40, 90), range(6, 21), range(45, 110, 5), ("central", "peripheral"))
    for age, creatinine, weight, access in islice(patients, 0, None, 7):
        if not count:
            return
        count -= 1
        yield {
            **ANSWERS,
            "age": str(age),
            "creatinine": str(creatinine / 10),
            "creatinine_unit": "mg/dL",
            "weight": str(weight),
            "access": access,
        }


def written(options: list[str], count: int) -> bytes:
    """Plans as a batch with these options reads them."""
    if "--csv" not in options:
        return "".join(f"{json.dumps(plan)}\n" for plan in plans(count)).encode()
    file = io.StringIO()
    table = csv.DictWriter(file, next(plans(1)))
    table.writeheader()
    table.writerows(plans(count))
    return file.getvalue().encode()


class Taken(NamedTuple):
    """What some plans took: seconds of the clock, and of all processors together."""

    clock: float
    processor: float


def taken(options: list[str], count: int) -> Taken:
    """What so many plans take. Raises CalledProcessError unless all are answered."""
    command = [sys.executable, "-m", "calc", PLAN, "--batch", *options]
    given = written(options, count)
    began = os.times()
    subprocess.run(command, input=given, cwd=ROOT, check=True, capture_output=True)
    ended = os.times()
    user = ended.children_user - began.children_user
    system = ended.children_system - began.children_system
    return Taken(ended.elapsed - began.elapsed, user + system)


def per_second(options: list[str]) -> Taken:
    """How many plans are answered in a second of each, once the program has started."""
    many, one = taken(options, PLANS), taken(options, 1)
    return Taken(*(PLANS / (whole - start) for whole, start in zip(many, one, strict=True)))


def main() -> None:
    """Measure each way in turn, and store what came."""
    found: dict[str, list[Taken]] = {name: [] for name in WAYS}
    for turn in range(TURNS):
        say(f"measuring batches, turn {turn + 1} of {TURNS}")
        for name, options in WAYS.items():
            found[name].append(per_second(options))
    lines = [
        HEADING,
        f"on = {datetime.now(UTC):%Y-%m-%d}",
        f"processors = {os.cpu_count()}",
    ]
    for measure in Taken._fields:
        lines.append(f"\n[{measure}]")
        for name, each in found.items():
            lines.append(f"{name} = {median(getattr(way, measure) for way in each):.0f}")
    lines.append("\n[ratio]")
    for name, each in found.items():
        beside = [
            way.processor / alone.processor for way, alone in zip(each, found["json"], strict=True)
        ]
        lines.append(f"{name} = {median(beside):.1f}")
    STORED.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
