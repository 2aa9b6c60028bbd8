"""What was counted, as it is stored for the page that says it."""

import tomllib
from collections.abc import Mapping

from tests.root import ROOT

STORED = ROOT / "docs" / "evidence" / "bedside.toml"
HEADING = "# Written by `make bedside`: what the plan asks of a person, by version of the site."

Value = int | float


def write(version: str, found: Mapping[str, Value]) -> None:
    """Store what was counted on a version, in place of what was counted on it before."""
    every = {**stored(), version: found}
    lines = [HEADING]
    for name, counted in every.items():
        lines += ["", f'["{name}"]', *(f"{each} = {value}" for each, value in counted.items())]
    STORED.write_text("\n".join([*lines, ""]), encoding="utf-8")


def stored() -> dict[str, dict[str, Value]]:
    """What is stored, by version."""
    if not STORED.exists():
        return {}
    return tomllib.loads(STORED.read_text(encoding="utf-8"))
