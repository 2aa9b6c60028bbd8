"""What the whole run came to, as it is stored for the page that says it."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from overrides.markdown.as_tried import digest
from overrides.markdown.proved import compared_code
from tests.proof.edges import AGES, CREATININES, WEIGHTS
from tests.proof.second import columns, infusion, kidneys
from tests.proof.steps import Compared
from tests.proof.theorems import THEOREMS

STORED = Path(__file__).parents[2] / "docs" / "evidence" / "proof.toml"

HEADING = (
    "# Written by `make prove`: what the whole run came to. The page project/proof.md says it."
)


def patients() -> int:
    """Every age, sex and creatinine of the grid, in both units."""
    return len(AGES) * len(kidneys.SHARE) * sum(map(len, CREATININES.values()))


def combinations() -> int:
    """Every patient with every regimen, weight, access, first infusion, fluid and diluent.

    All of these are not tried together: that a later step receives nothing of the kidneys but the
    row is a theorem of its own.
    """
    ways = len(infusion.MG_PER_ML) * 2 * 2 * 2
    return patients() * len(columns.REGIMENS) * len(WEIGHTS) * ways


def texts() -> dict[str, str]:
    """What tells the code that is compared from any other: the digest of each of its modules."""
    return {path: digest(path) for path in compared_code()}


def write(
    compared: Mapping[Compared, int], claimed: Counter[str], day: date, code: Mapping[str, str]
) -> None:
    """Store what a run of this day, of this code, came to without any difference."""
    lines = [HEADING, *_lines(compared, claimed, day), *_code(code), ""]
    STORED.write_text("\n".join(lines), encoding="utf-8")


def _lines(compared: Mapping[Compared, int], claimed: Counter[str], day: date) -> Iterator[str]:
    yield f"on = {day.isoformat()}"
    yield f"combinations = {combinations()}"
    for each in Compared:
        yield from ("", "[[comparison]]", f'name = "{each}"', f"compared = {compared[each]}")
    for theorem, words in THEOREMS.items():
        yield from ("", "[[theorem]]", f'id = "{theorem}"', f'words = "{words}"')
        yield f"claims = {claimed[theorem]}"


def _code(code: Mapping[str, str]) -> Iterator[str]:
    yield from ("", "[code]")
    yield from (f'"{path}" = "{text}"' for path, text in code.items())


def stored() -> dict[str, Any]:
    """What is stored."""
    return tomllib.loads(STORED.read_text(encoding="utf-8"))
