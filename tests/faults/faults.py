"""The faults of faults.toml, each with how it is caused and what the reader then sees."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.worker import PATIENT, door_with, loading

LISTED = Path(__file__).with_name("faults.toml")
LOGIN = b"<!doctype html><title>Log in</title><form>Please log in</form>"
CONTENTS: Mapping[str, Callable[[bytes], bytes]] = {
    "cut": lambda whole: whole[:-1_000],
    "changed": lambda whole: (
        whole[: (half := len(whole) // 2)] + bytes([whole[half] ^ 1]) + whole[half + 1 :]
    ),
    "empty": lambda whole: b"",
    "login": lambda whole: LOGIN,
}
"""What is sent in the place of a file."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One fault. Without `says` the plan answers all the same, with what it `shows` beside it."""

    id: str
    what: str
    says: str = ""
    shows: str = ""
    missing: str = ""
    cut: str = ""
    changed: str = ""
    empty: str = ""
    login: str = ""
    typed: str = ""
    stalled: str = ""
    rate: float = float("inf")
    headers: Mapping[str, str] = field(default_factory=dict)
    html: tuple[str, str] = ("", "")
    """What stands on the page, and what stands there in its place."""
    worker: str = ""
    """What the worker runs before its own script."""
    restored: str = ""
    """What Python runs where it starts from the memory that the browser kept: a second visit."""
    door: str = ""
    """What answers the page in the place of Python."""
    page: str = ""
    """What the page runs before its own scripts."""
    today: str = ""
    clock: str = ""
    """Whether ten seconds pass once all is quiet."""
    asked: bool = False
    slice: bool = False
    firefox: bool = False

    def served(self) -> dict[str, Any]:
        """How the site is served."""
        altered = {
            getattr(self, kind): change for kind, change in CONTENTS.items() if getattr(self, kind)
        }
        if self.first():
            altered["boot.js"] = lambda whole: f"{{ {self.first()} }}\n".encode() + whole
        if self.html[0]:
            old, new = (text.encode() for text in self.html)
            altered["foscarnet-plan.html"] = lambda whole: whole.replace(old, new)
        types = {self.typed: "text/plain"} | {self.login: "text/html"}
        return {
            "altered": altered,
            "missing": {self.missing},
            "types": {name: kind for name, kind in types.items() if name},
            "stalls": {self.stalled: 0} if self.stalled else {},
            "rate": self.rate,
            "headers": self.headers,
        }

    def first(self) -> str:
        """What the worker runs before its own script."""
        if self.restored:
            return PATIENT + loading(f"""async (options) => {{
                const python = await load(options);
                if (options._loadSnapshot) python.runPython({self.restored!r});
                return python;
            }}""")
        return door_with(self.door) if self.door else self.worker

    @property
    def waits(self) -> bool:
        """Whether the page's clock must go on for the reader to be told."""
        return bool(self.stalled or self.clock)


SCRIPT_OFF = "Script is off"
TWO_TABS = "Two tabs ask at once, with two patients"
BACK = "Away to another page, and back"
SLEEP = "The browser freezes the tab while an answer is under way, and wakes it at once"


def every_what() -> tuple[str, ...]:
    """Everything that is tried, in the order of the page: the list, and what has its own test."""
    return (*(each.what for each in faults()), SCRIPT_OFF, TWO_TABS, BACK, SLEEP)


def faults() -> Iterator[Fault]:
    """Every fault, in the order of the list."""
    listed = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    for each in listed["kind"]:
        for file in (*each["files"], *each.get("answers", ())):
            yield Fault(
                id=f"{each['kind']}-{file}",
                what=f"{file} {each['what']}",
                says=each["says"].format(file=file) if file in each["files"] else "",
                firefox=file in each.get("firefox", ()),
                **{each["kind"]: file},
            )
    yield from (
        Fault(**{**each, "html": tuple(each.get("html", ("", "")))}) for each in listed["fault"]
    )
