"""Drives a stock Firefox over WebDriver BiDi: Playwright can drive only a Firefox of its own."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

from calc.model.calculator import Calculator
from calc.model.number import Number
from setup.browsers import FIREFOX

PATIENCE = 30
"""Seconds given to Firefox to start on a busy machine, and to answer any one command."""
ARGUMENTS = ("--headless", "--no-remote", "--remote-debugging-port=0")
PREFERENCES = 'user_pref("network.dns.disabled", true);'
"""It looks no name up, and so reaches nothing but this machine."""
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}
"""What WebDriver calls the keys that type nothing."""


class Firefox:
    """A Firefox with one page, and with a profile that ends with it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.sent = 0
        self.log: list[str] = []
        """What the page wrote to the console, and its errors, as far as heard."""
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.page = self.send("browsingContext.getTree")["contexts"][0]["context"]

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[Self]:
        """A Firefox that runs without a window until the `with` block ends."""
        with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            Path(profile, "user.js").write_text(PREFERENCES, encoding="utf-8")
            process = subprocess.Popen(
                [str(FIREFOX.path()), *ARGUMENTS, "--profile", profile],
                env=os.environ | {"HOME": profile},  # root may not use the home of another user
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                address = f"ws://127.0.0.1:{port(Path(profile))}/session"
                with connect(address, proxy=None, max_size=None) as socket:
                    yield cls(socket)
            finally:
                os.killpg(process.pid, signal.SIGKILL)  # the processes that it started too
                process.wait()

    @contextmanager
    def tab(self) -> Iterator[str]:
        """A tab of its own, in which all happens until the `with` block ends; its name."""
        before = self.page
        self.page = tab = self.send("browsingContext.create", type="tab")["context"]
        try:
            yield tab
        finally:
            self.send("browsingContext.close", context=tab)
            self.page = before

    @contextmanager
    def turned_to(self, tab: str) -> Iterator[None]:
        """All happens in this tab, which a person looks at, until the `with` block ends."""
        before, self.page = self.page, tab
        self.send("browsingContext.activate", context=tab)
        try:
            yield
        finally:
            self.page = before
            self.send("browsingContext.activate", context=before)

    def open(self, url: str, width: int = 1280, height: int = 720, wait: str = "complete") -> None:
        """Go to a page, in a window of this size, and wait until it has loaded; or for "none"."""
        size = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self.page, viewport=size)
        self.send("browsingContext.navigate", context=self.page, url=url, wait=wait)

    def go(self, pages: int) -> None:
        """So many pages forward in the tab's history, or back where it is below 0."""
        self.send("browsingContext.traverseHistory", context=self.page, delta=pages)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, or of its promise, as far as JSON can tell it."""
        caught = "value => ({value}), error => ({thrown: String(error)})"
        told = self.run(f"(async () => ({expression}))().then({caught}).then(JSON.stringify)")
        answer = json.loads(told["value"])
        if "thrown" in answer:
            raise AssertionError(f"{expression} threw {answer['thrown']}")
        return answer.get("value")

    @contextmanager
    def first(self, script: str) -> Iterator[None]:
        """Each page runs this before its own scripts until the `with` block ends."""
        before = self.send("script.addPreloadScript", functionDeclaration=f"() => {{ {script} }}")
        try:
            yield
        finally:
            self.send("script.removePreloadScript", script=before["script"])

    def ready(self, seconds: float = 30) -> None:
        """Waits until the page's calculator is ready."""
        self.wait_for("document.querySelector('.calculator')?.dataset.state === 'ready'", seconds)

    def wait_for(self, expression: str, seconds: float = 30) -> Any:
        """The value of an expression as soon as it is truthy; until then it may also throw."""
        end = time.monotonic() + seconds
        thrown = ""
        while time.monotonic() < end:
            try:
                if value := self.evaluate(expression):
                    return value
            except AssertionError as error:
                thrown = f" ({error})"
            time.sleep(0.05)
        status = self.evaluate("document.querySelector('.calculator-status')?.textContent")
        raise AssertionError(
            f"Not true in {seconds} seconds: {expression}{thrown}. "
            f"The page's status is {status!r}, its console {self.log}"
        )

    def click(self, selector: str) -> None:
        """Press and release the mouse in the middle of an element."""
        element = self.find(selector, "scrollIntoView({block: 'center', behavior: 'instant'})")
        there = {"type": "pointerMove", "x": 0, "y": 0, "origin": element}
        press = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self.act({"type": "pointer", "id": "mouse", "actions": [there, *press]})

    def type(self, selector: str, text: str) -> None:
        """Give an element the focus and type into it, a key at a time."""
        self.find(selector, "focus()")
        for letter in text:
            self.press(letter)

    def press(self, key: str) -> None:
        """Press and release one key: what it types, or its name in `KEYS`."""
        press = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keyboard", "actions": press})

    def act(self, device: dict[str, Any]) -> None:
        """Do with the mouse or the keyboard what a person would do."""
        self.send("input.performActions", context=self.page, actions=[device])

    def find(self, selector: str, call: str) -> dict[str, Any]:
        """The first element of a selector, as a place to act on, after a call of its method."""
        element = f"document.querySelector({json.dumps(selector)})"
        found = self.run(f"{element}.{call}, {element}")
        return {"type": "element", "element": {"sharedId": found["sharedId"]}}

    def run(self, script: str) -> dict[str, Any]:
        """The value of a script in BiDi's own words; what it throws fails the test."""
        target = {"context": self.page}
        done = self.send("script.evaluate", expression=script, target=target, awaitPromise=True)
        if done["type"] == "exception":
            raise AssertionError(done["exceptionDetails"]["text"])
        value: dict[str, Any] = done["result"]
        return value

    def send(self, method: str, **params: Any) -> Any:
        """The result of a BiDi command; an error or a silence fails the test."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while True:
            try:
                heard = json.loads(self.socket.recv(timeout=PATIENCE))
            except TimeoutError:
                raise AssertionError(f"No answer in {PATIENCE} s: {method} {params}") from None
            if heard["type"] == "event":
                self.log.append(f"{heard['params']['level']}: {heard['params']['text']}")
            elif heard["id"] == self.sent:
                if heard["type"] == "error":
                    raise AssertionError(f"{method} failed: {heard['message']}")
                return heard["result"]


def type_into(firefox: Firefox, calculator: Calculator[Any], answers: Mapping[str, str]) -> None:
    """Type each number, and click each choice."""
    for name, typed in answers.items():
        if isinstance(calculator.inputs[name], Number):
            firefox.type(f"[name={name}]", typed)
        else:
            choice = json.dumps(f"[name={name}][value='{typed}']")
            firefox.evaluate(f"document.querySelector({choice}).click()")


def port(profile: Path) -> int:
    """The port that a starting Firefox chooses, and writes into its profile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            written = (profile / "WebDriverBiDiServer.json").read_text(encoding="utf-8")
            return int(json.loads(written)["ws_port"])
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.05)
    raise AssertionError(f"Firefox did not start in {PATIENCE} seconds")
