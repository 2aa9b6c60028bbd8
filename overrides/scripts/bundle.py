"""Bundles each entry, with the modules that it imports, into one classic script.

A page opened from a folder may load no modules, nor may a frame in a sandbox.
"""

import subprocess
from pathlib import Path

from setup.node import installed, node

HERE = Path(__file__).parent
PAGE = ("python", "calculators", "freshness", "offline", "frame")
"""The entries below assets/."""
OPTIONS = ("--bundle", "--format=iife", "--target=es2022", "--charset=utf8", "--log-level=warning")
BANNER = "// Refractory Zoster, MIT. Bundled from overrides/scripts, where the comments stand."


def bundle(entry: str, out: Path) -> None:
    """Write the script of an entry. Raises CalledProcessError, after esbuild's own words."""
    esbuild = str(installed() / "esbuild" / "bin" / "esbuild")
    options = [*OPTIONS, f"--banner:js={BANNER}", f"--outfile={out.absolute()}"]
    subprocess.run([str(node()), esbuild, f"{entry}.js", *options], cwd=HERE, check=True)


def bundle_site(site: Path) -> None:
    """Write all scripts of a site but the worker's, which belongs to the runtime."""
    for name in PAGE:
        bundle(name, site / "assets" / f"{name}.js")
    bundle("embed", site / "embed.js")
    bundle("workers/sw", site / "sw.js")
