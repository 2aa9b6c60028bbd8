"""What the whole run came to, as it is stored for the page that says it."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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


def write(compared: Mapping[Compared, int], claimed: Counter[str]) -> None:
    """Store what a run without any difference came to."""
    STORED.write_text("\n".join([HEADING, *_lines(compared, claimed), ""]), encoding="utf-8")


def _lines(compared: Mapping[Compared, int], claimed: Counter[str]) -> Iterator[str]:
    yield f"combinations = {combinations()}"
    for each in Compared:
        yield from ("", "[[comparison]]", f'name = "{each}"', f"compared = {compared[each]}")
    for theorem, words in THEOREMS.items():
        yield from ("", "[[theorem]]", f'id = "{theorem}"', f'words = "{words}"')
        yield f"claims = {claimed[theorem]}"


def stored() -> dict[str, Any]:
    """What is stored."""
    return tomllib.loads(STORED.read_text(encoding="utf-8"))
