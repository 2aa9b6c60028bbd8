"""`python -m tests.runtime.watched`: sees what runs of Python's core and of the script around it.

A core that marks each function which is called takes the place of Pyodide's own, and a script that
notes each of its own; what they saw is stored. They run in Node for the
tests of `calc` and for every worked and every bad answer; in Chromium for a first visit, on which
these are asked too, and for a second one, which starts from the memory of the first.
"""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from playwright.sync_api import sync_playwright

from overrides.runtime import glue
from overrides.runtime.build import runtime
from overrides.runtime.core import BITS, STORED, bodies, counting
from overrides.runtime.pyodide import run
from overrides.scripts.bundle import bundle
from setup.browsers import CHROMIUM
from setup.node import node
from setup.pyodide import pyodide
from setup.say import say
from tests import in_pyodide
from tests.bad_input.corpus import TYPED
from tests.cases import cases
from tests.present.carried import requests_after
from tests.runtime.conftest import PYTHON, put_together, write_page
from tests.runtime.package import with_core
from tests.server import serving
from tests.waiting import STARTED

WATCH = Path(__file__).with_name("watch.js")
FUNCTIONS = Path(__file__).with_name("functions.mjs")
FAIL = "raise ValueError('a word')"
"""What a fault of the calculators would do."""
ASK = """
import json
from pathlib import Path
from calc.browser import answer
for request in json.loads(Path("/asked/requests.json").read_text(encoding="utf-8")):
    answer(request)
"""
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Watched</title>
<link rel="icon" href="data:,">
<meta name="runtime" content="runtime/" data-keeps="snapshot">
<script src="python.js" data-early></script>
</head>
</html>
"""
OWN_WORKER = "delete self.SharedWorker"
"""A worker of the page's own alone can be looked into."""
WORDS = ("plum", "invalid", "refusal", "failure", "late", "token")
"""What the small calculator of these tests is asked: it prints too, and imports late."""


@dataclass(frozen=True)
class Seen:
    """A core and a script that see what runs."""

    core: bytes
    script: str


type Ran = tuple[set[int], set[int]]
"""The numbers of the core's functions, and where the bodies of the script's begin."""


def functions() -> list[tuple[int, int]]:
    """Where the functions of Pyodide's script stand."""
    command = [str(node()), str(FUNCTIONS), str(pyodide())]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return [(first, last) for first, last in json.loads(told)]


def together(each: Iterable[Ran]) -> Ran:
    """What ran in any of them."""
    core, script = zip(*each, strict=True)
    return set().union(*core), set().union(*script)


def requests() -> list[str]:
    """Every worked example as it is asked and while it is typed, and every bad answer.

    The forms that are folded in what comes of the examples, too.
    """
    asked = [{"calculator": each.calculator, "answers": each.answers} for each in cases()]
    typing = [{**each, "typing": ""} for each in asked]
    bad = [{"calculator": row.careful.calculator, "answers": row.answers} for row in TYPED]
    folded = [form for each in asked for form in requests_after(json.dumps(each))]
    return [*(json.dumps(request) for request in (*asked, *typing, *bad)), *folded]


def of_marks(told: tuple[list[int], list[int]]) -> Ran:
    """The functions that are marked, of those of the core and of the script."""
    marks, called = told
    core = {
        BITS * place + bit
        for place, mark in enumerate(marks)
        for bit in range(BITS)
        if mark >> bit & 1
    }
    return core, set(called)


def ran_in_node(seen: Seen, scratch: Path) -> Iterator[Ran]:
    """What the tests of `calc` and every request call, each in a Python of its own."""
    package = with_core(seen.core, scratch / "pyodide", seen.script)
    library = scratch / "library.zip"
    library.write_bytes((runtime() / "plain" / "py.bin").read_bytes())
    (scratch / "requests.json").write_text(json.dumps(requests()), encoding="utf-8")
    marks = scratch / "ran.json"
    asked, failed = (
        partial(run, code, {"/asked": scratch}, package, library) for code in (ASK, FAIL)
    )
    watched = {"NODE_OPTIONS": f"--require={WATCH}", "RAN": str(marks)}
    for work in (asked, failed, partial(in_pyodide.main, package)):
        foreseen = suppress(RuntimeError) if work is failed else nullcontext()
        with patch.dict(os.environ, watched), foreseen:
            work()
        yield of_marks(json.loads(marks.read_text(encoding="utf-8")))


def ran_in_chromium(seen: Seen, scratch: Path) -> Iterator[Ran]:
    """What is called in pages: of the calculators, and of the small one of these tests."""
    site, small, made = scratch / "site", scratch / "small", scratch / "made"
    shutil.copytree(runtime(), site / "runtime")
    bundle("python", site / "python.js")
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (made / "calc").mkdir(parents=True)
    (made / "calc" / "__init__.py").touch()
    (made / "calc" / "browser.py").write_text(PYTHON, encoding="utf-8")
    small.mkdir()
    put_together(runtime(made / "calc", made / "runtime"), small)
    asked = [json.dumps({"answers": {"word": word}, "form": ""}) for word in WORDS]
    typed = [json.dumps({"answers": {"word": word}, "form": "", "typing": ""}) for word in WORDS]
    yield from visited(site, seen, requests())
    yield from visited(small, seen, [*asked, *typed])
    write_page(small, keeps="snapshot")
    yield from visited(small, seen, [*asked, *typed])


def visited(original: Path, seen: Seen, asked: list[str]) -> Iterator[Ran]:
    """What a first visit to a page calls, on which all is asked, and a second one."""
    site = Path(shutil.copytree(original, original.with_name("watched"), dirs_exist_ok=True))
    boot = site / "runtime" / "boot.js"
    packed = {"core.bin": gzip.compress(seen.core), "asm.bin": gzip.compress(seen.script.encode())}
    for name, content in packed.items():
        (site / "runtime" / name).write_bytes(content)
    new = {name: zlib.adler32(content) for name, content in packed.items()}
    mended = f"Object.assign(self.sums, {json.dumps(new)});"
    sums, script = boot.read_text(encoding="utf-8").split("\n", 1)
    boot.write_text("\n".join((sums, mended, WATCH.read_text(), script)), encoding="utf-8")
    with serving(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.path(), args=["--no-sandbox"])
        window = browser.new_context()
        window.add_init_script(OWN_WORKER)
        for requests in (asked, asked[:1]):
            page = window.new_page()
            page.goto(f"{server.url}/")
            page.evaluate(
                """async (requests) => {
                    for (const request of requests) await python.ask(request);
                }""",
                requests,
            )
            page.wait_for_timeout(STARTED / 10)  # until its memory is kept
            yield of_marks(page.workers[0].evaluate("ran()"))
            page.close()
        browser.close()


def spans(numbers: set[int]) -> list[str]:
    """2, 3, 4, 7 as "2-4" and "7-7"."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0])
    ends = ([number for _, number in run] for _, run in runs)
    return [f"{each[0]}-{each[-1]}" for each in ends]


def main() -> None:
    """Watch, and store what ran."""
    core = (pyodide() / "pyodide.asm.wasm").read_bytes()
    script = (pyodide() / "pyodide.asm.js").read_text("ascii")
    can_be_cut = glue.bodies(script, functions())
    seen = Seen(counting(core), glue.counting(script, can_be_cut))
    with TemporaryDirectory() as scratch:
        ran, called = together(
            (*ran_in_node(seen, Path(scratch)), *ran_in_chromium(seen, Path(scratch)))
        )
    name = hashlib.sha256(core).hexdigest()
    STORED.write_text("\n".join((name, *spans(ran), "")), encoding="ascii")
    left = glue.unneeded(can_be_cut, [each for each in can_be_cut if each[0] in called])
    glue.STORED.write_text(
        "\n".join((glue.hash_of(script), *(f"{first}-{last}" for first, last in left), "")), "ascii"
    )
    say(f"of the core's {len(bodies(core))} functions {len(ran)} ran")
    say(f"of the script's {len(can_be_cut)} functions {len(called)} ran")


if __name__ == "__main__":
    main()
