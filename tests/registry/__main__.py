"""`python -m tests.registry`: how many plans a batch answers in a processor's second, stored.

A second of a processor and not of the clock: what else the machine does counts for less. The ways
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

from setup.say import say
from tests.plan import ANSWERS, PLAN
from tests.root import ROOT

STORED = ROOT / "docs" / "evidence" / "batch.toml"
HEADING = "# Written by `make batch`: plans in a second of one processor, the start left out."
TURNS = 5
PLANS = 1_000
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


def seconds(options: list[str], count: int) -> float:
    """Seconds of all processors that so many plans take.

    Raises CalledProcessError unless all are answered.
    """
    command = [sys.executable, "-m", "calc", PLAN, "--batch", *options]
    given = written(options, count)
    began = os.times()
    subprocess.run(command, input=given, cwd=ROOT, check=True, capture_output=True)
    ended = os.times()
    user = ended.children_user - began.children_user
    return user + ended.children_system - began.children_system


def main() -> None:
    """Measure each way in turn, and store what came."""
    found: dict[str, list[float]] = {name: [] for name in WAYS}
    for turn in range(TURNS):
        say(f"measuring batches, turn {turn + 1} of {TURNS}")
        for name, options in WAYS.items():
            found[name].append(PLANS / (seconds(options, PLANS) - seconds(options, 1)))
    lines = [
        HEADING,
        f"on = {datetime.now(UTC):%Y-%m-%d}",
        "\n[per_second]",
        *(f"{name} = {median(each):.0f}" for name, each in found.items()),
        "\n[ratio]",
    ]
    for name, each in found.items():
        beside = [way / alone for way, alone in zip(each, found["json"], strict=True)]
        lines.append(f"{name} = {median(beside):.1f}")
    STORED.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
