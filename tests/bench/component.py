"""`calc` as a WASI component of CPython, from componentize-py, and jco's JavaScript for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from setup.node import installed, node
from tests.bench.places import NPM, ROOT

TOOL = ROOT / "build" / "component"
"""Where make puts componentize-py, by the hashes of its lock."""
WORLD = """package site:calculators;
world calculators { export answer: func(request: string) -> string; }
"""
APP = """import wit_world
from calc.browser import answer
class WitWorld(wit_world.WitWorld):
    def answer(self, request: str) -> str:
        return answer(request)
"""
"""`calc` is imported when the component is built: it starts from that memory."""
BUILD = ("--wit-path", "world.wit", "--world", "calculators", "componentize", "app", "--stub-wasi")
TRANSPILE = """
import { writeFileSync } from "node:fs";
import { transpile } from "@bytecodealliance/jco-transpile";
const [component, folder] = process.argv.slice(1);
const { files } = await transpile(component, { name: "calculators", nodejsCompat: false });
for (const [name, bytes] of Object.entries(files)) {
  if (!name.endsWith(".d.ts")) writeFileSync(`${folder}/${name}`, bytes);
}
"""


def write_component(folder: Path) -> None:
    """Write calculators.js, which exports `answer`, and its WebAssembly into a folder.

    A component's clock, chance and files are cut off: `calc` asks for none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        _run(Path(scratch), *_built(Path(scratch)))
        component = Path(scratch, "index.wasm")
        script = (str(node()), "--input-type=module", "--eval", TRANSPILE)
        _run(installed(NPM).parent, *script, str(component), str(folder))


def _built(sources: Path) -> tuple[str, ...]:
    """The command that builds index.wasm from these sources, once they are written."""
    shutil.copytree(ROOT / "calc", sources / "calc", ignore=shutil.ignore_patterns("__pycache__"))
    (sources / "world.wit").write_text(WORLD, encoding="utf-8")
    (sources / "app.py").write_text(APP, encoding="utf-8")
    return sys.executable, str(TOOL / "bin" / "componentize-py"), *BUILD


def _run(folder: Path, *command: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(TOOL)}
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=environment)
