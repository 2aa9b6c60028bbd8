"""Where the benchmark reads and writes."""

from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BENCH = ROOT / "build" / "bench"
SITES = BENCH / "sites"
"""One folder for each contestant."""
SITE = ROOT / "site"
NPM = HERE / "package-lock.json"
"""Of the contestants that come from npm."""
