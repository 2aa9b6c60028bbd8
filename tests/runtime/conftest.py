"""A page with one small calculator, whose Python does what its one answer says."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calc.model.calculator import Alternative
from calc.model.calculator import calculator as declared
from calc.model.inputs import Choice, Option
from calc.model.number import Number
from calc.model.outcomes import Answer
from calc.model.quantity import Quantity
from calc.present.form import render_form
from overrides.runtime.build import runtime
from overrides.scripts.bundle import bundle
from tests.once import made_once
from tests.server import Serve, Server
from tests.waiting import STARTED

expect.set_options(timeout=STARTED)

SCRIPTS = ("calculators.js", "python.js")
"""The page's own scripts."""

PYTHON = '''
import json

TOKEN = hash("a word")  # which is another in each Python that starts


def known_answers():
    """The known cases: one."""
    return answer('{"answers": {"word": "known"}, "form": ""}')


def answer(text):
    """Answers as the field `word` says."""
    asked = json.loads(text)
    word, live = asked["answers"].get("word", ""), "typing" in asked
    print("a word that must not reach the log:", word)
    if word == "raise" and not live:
        raise ValueError(word)
    while word == "hang" and not live:
        pass
    said = json.dumps(asked["answers"])
    if word == "token":
        said = f"token: {TOKEN}"
    if word == "late":
        import codeop
        said = "late: imported"
    if word == "rare":
        import math
        said = f"rare: {math.lgamma(6):.4f}"
    if word == "odd":
        import os
        try:
            os.chmod("/tmp", 0o777)
            said = "odd: changed"
        except BaseException:
            said = "odd: went on"
    outcome = word if word in ("invalid", "refusal", "failure") else "answer"
    errors = [{"field": "word", "code": "missing", "text": ""}] if live and not word else []
    if outcome == "invalid":
        errors = [
            {"field": "word", "code": "confirm", "text": "Is the word right?"},
            {"field": "aside", "code": "missing", "text": "Say something aside"},
            {"field": None, "code": "together", "text": "And all of it"},
        ]
    fields = {
        error["field"]: f"""<p class="field-error">{error["text"]}</p>"""
        for error in errors
        if error["field"] and error["text"]
    }
    if outcome == "invalid":
        fields["word"] += """<button type="button"
            data-fill='{"word": "offered", "colour": "blue", "confirm": "yes"}'>Offered</button>"""
    if outcome == "answer" and not errors:
        fields["word"] = f"""<p class="field-read">Read as {word}</p>"""
    links = "".join(
        f"""<a href="#{asked["form"]}-{error["field"]}"
            data-for="{error["field"]}">{error["text"]}</a>""" for error in errors
    )
    outline = """<div class="outline">Still needed: Word</div>"""
    html = f"""<h2 class="outcome" tabindex="-1">{outcome}: {said}</h2>
        <button type="button" data-copy="text" data-label="Copy">Copy</button>
        <button type="button" data-print data-label="Print">Print</button><span data-time></span>"""
    if live:
        links = ""
        fields = {name: html for name, html in fields.items() if name != asked["typing"]}
    return json.dumps(
        {
            "live": live,
            "outcome": outcome,
            "html": outline if live and errors else html,
            "text": f"You said {word}\\n",
            "brief": word,
            "checked": "Self-check 1 of 1. Calculated at",
            "said": f"Answered {word}." if live and not errors else "" if errors else "Answered.",
            "summary": links,
            "fields": fields,
            "record": {"errors": errors},
        }
    )
'''


@declared("One calculator", alternatives=(Alternative("word"), Alternative("aside")))
def echo(
    *,
    word: Annotated[Quantity, Number(label="Word", unit="kg", example="70")] | None = None,
    colour: Annotated[
        str,
        Choice(
            label="Colour",
            options=(Option("red", "Red", "red"), Option("blue", "Blue", "blue")),
        ),
    ],
    aside: Annotated[Quantity, Number(label="Aside", unit="kg", example="70")] | None = None,
) -> Answer:
    """Asks for a word, which goes as it was typed to the Python above."""
    raise NotImplementedError


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>One calculator</title>
<link rel="icon" href="data:,">
<meta name="build" content="of-a-test">
<meta name="runtime" content="{runtime}" data-keeps="{keeps}">
<script src="python.js" data-early></script>
<script defer src="calculators.js"></script>
</head>
<body>{form}</body>
</html>
"""


def write_page(folder: Path, runtime: str = "runtime/", keeps: str = "") -> None:
    """The page with the calculator's form, as calc draws it."""
    page = PAGE.format(runtime=runtime, keeps=keeps, form=render_form(echo, "one"))
    (folder / "index.html").write_text(page, encoding="utf-8")


def run_first(site: Path, script: str) -> None:
    """Has the worker run this before its own script, as in a browser that is like that."""
    boot = site / "runtime" / "boot.js"
    boot.write_text(f"{{ {script} }}\n{boot.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.fixture(scope="session")
def small_runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runtime around a calc that does what it is told."""
    return built(made_once(tmp_path_factory, "small", with_small_calc))


def with_small_calc(work: Path) -> None:
    """Writes that calc, and builds its runtime."""
    (work / "calc").mkdir()
    (work / "calc" / "__init__.py").write_text("", encoding="utf-8")
    (work / "calc" / "browser.py").write_text(PYTHON, encoding="utf-8")
    built(work)


def built(work: Path) -> Path:
    """The runtime of the calc in a folder: it is not built again."""
    return runtime(work / "calc", work / "runtime")


@cache
def bundled(script: str) -> str:
    """A script of the page, as the site has it."""
    with TemporaryDirectory() as scratch:
        bundle(script.removesuffix(".js"), Path(scratch, script))
        return Path(scratch, script).read_text(encoding="utf-8")


def put_together(runtime: Path, folder: Path) -> Path:
    """The folder with the page, its scripts and a copy of the runtime."""
    shutil.copytree(runtime, folder / "runtime")
    for script in SCRIPTS:
        (folder / script).write_text(bundled(script), encoding="utf-8")
    write_page(folder)
    return folder


@pytest.fixture
def site(small_runtime: Path, tmp_path: Path) -> Path:
    """A folder with the page, its scripts and the runtime, which a test may spoil."""
    return put_together(small_runtime, tmp_path)


class Calculator:
    """The page's one calculator, as a person meets it."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        page.goto(f"{server.url}/index.html")
        self.section = page.locator(".calculator")
        self.word = page.get_by_role("textbox", name="Word")
        self.status = page.get_by_role("status")
        self.said = page.locator(".calculator-status, .calculator-cause")
        self.result = page.locator(".calculator-result")
        self.outcome = page.locator(".outcome")
        self.errors = page.locator(".calculator-errors")
        self.tick = page.locator("[name=confirm][value=word]")

    def ask(self, word: str) -> None:
        self.word.fill(word)
        self.word.press("Enter")

    def settle(self) -> None:
        """Waits until Python has answered all that it was asked: it answers in turn."""
        self.page.evaluate("""python.ask('{"answers": {}}')""")

    def ready(self) -> "Calculator":
        """Waits for Python, however slow."""
        expect(self.section).to_have_attribute("data-state", "ready")
        return self

    def hold(self) -> None:
        """Has Python wait with what it is asked from now on, until it is let go."""
        self.page.evaluate(
            """() => {
                const [ask, released] = [python.ask, Promise.withResolvers()];
                self.release = released.resolve;
                python.ask = (text) => released.promise.then(() => ask(text));
            }"""
        )

    def let_go(self) -> None:
        self.page.evaluate("self.release()")

    def wait_for_a_stall(self) -> None:
        """Waits until a file has stalled and all else has arrived: the page says nothing new."""
        before, same = None, 0
        while same < 10:
            self.page.wait_for_timeout(100)
            now = (self.server.sent, self.status.text_content())
            same = same + 1 if now == before and self.server.only_stalls() else 0
            before = now

    def fails(self, words: str) -> None:
        """Expects the failure, in words, and the way out of it."""
        expect(self.section).to_have_attribute("data-state", "failed")
        expect(self.said).to_contain_text([words])
        expect(self.status).to_contain_text("Try again, or work by hand.")
        expect(self.outcome).to_have_count(0)


Open = Callable[..., Calculator]


@pytest.fixture
def open_page(page: Page, site: Path, serve: Serve) -> Open:
    """`open_page(**faults)` serves the site with these faults and opens its page."""

    def opened(**faults: Any) -> Calculator:
        return Calculator(page, serve(site, **faults))

    return opened


@pytest.fixture(scope="module")
def running(
    browser: Browser, small_runtime: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Calculator]:
    """A page that has started Python, for all pages that are opened beside it."""
    server = serve(put_together(small_runtime, tmp_path_factory.mktemp("running")))
    context = browser.new_context()
    yield Calculator(context.new_page(), server).ready()
    context.close()


@pytest.fixture
def calculator(running: Calculator) -> Iterator[Calculator]:
    """A new page whose Python runs already, started by another page.

    A test that breaks Python, or sets the clock, which is the whole window's, opens its own.
    """
    page = running.page.context.new_page()
    yield Calculator(page, running.server).ready()
    page.context.clear_permissions()
    page.close()
