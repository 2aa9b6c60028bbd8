"""Bundles each entry, with the modules that it imports, into one classic script.

A page opened from a folder may load no modules, nor may a frame in a sandbox.
"""

import subprocess
from pathlib import Path

from setup.node import installed, node

HERE = Path(__file__).parent
BANNER = "// Refractory Zoster, MIT. Bundled from overrides/scripts, where the comments stand."
CLASSIC = ("--format=iife", "--target=es2022", f"--banner:js={BANNER}")


def bundle(entry: str, out: Path) -> None:
    """Write the script of an entry. Raises CalledProcessError, after esbuild's own words."""
    esbuild(HERE / f"{entry}.js", out, *CLASSIC, within=HERE)


def esbuild(entry: Path, out: Path, *options: str, within: Path) -> None:
    """Write one file of an entry and of what it imports; comments name files as seen from within.

    Raises CalledProcessError, after esbuild's own words.
    """
    program = str(installed() / "esbuild" / "bin" / "esbuild")
    always = ("--bundle", "--charset=utf8", "--log-level=warning", f"--outfile={out.absolute()}")
    command = [str(node()), program, str(entry), *always, *options]
    subprocess.run(command, cwd=within, check=True)
