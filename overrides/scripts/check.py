"""`python -m overrides.scripts.check`: format, lint and types of every script; --write mends."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from setup.node import ROOT, installed, node

HERE = Path(__file__).parent
RUN = ROOT / "overrides" / "runtime" / "run.mjs"
"""What Node runs; its types would be a package more."""
TYPED = (HERE, HERE / "workers")
"""Each with a tsconfig.json: a page and a worker have other names at hand."""


def check(*options: str) -> int:
    """The number of tools that found a fault; they say which."""
    biome = [
        "@biomejs/biome/bin/biome",
        "check",
        f"--config-path={ROOT / 'setup'}",
        "--error-on-warnings",
    ]
    lint = _run(*biome, *options, str(HERE), str(RUN))
    types = [_run("typescript/bin/tsc", "--project", str(project)) for project in TYPED]
    return sum(1 for status in (lint, *types) if status)


def _run(program: str, *arguments: str) -> int:
    command: Sequence[str] = [str(node()), str(installed() / program), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(check(*sys.argv[1:]))
