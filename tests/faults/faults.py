"""The faults of faults.toml, each with how it is caused and what the reader then sees."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from overrides.release.policy import policy
from tests.root import ROOT
from tests.worker import PATIENT, door_with, loading, unsummed

SITE = ROOT / "site"
LISTED = Path(__file__).with_name("faults.toml")
LOGIN = b"<!doctype html><title>Log in</title><form>Please log in</form>"
CONTENTS: Mapping[str, Callable[[bytes], bytes]] = {
    "cut": lambda whole: whole[:-1_000] or whole[: len(whole) // 2],
    "changed": lambda whole: (
        whole[: (half := len(whole) // 2)] + bytes([whole[half] ^ 1]) + whole[half + 1 :]
    ),
    "empty": lambda whole: b"",
    "login": lambda whole: LOGIN,
}
"""What is sent in the place of a file."""
STATUSES = {"missing": 404, "forbidden": 403, "failing": 500}
"""What a file is answered with."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One fault. Without `says` the plan answers all the same, with what it `shows` beside it."""

    id: str
    what: str
    says: str = ""
    shows: str = ""
    missing: str = ""
    forbidden: str = ""
    failing: str = ""
    breaks: str = ""
    cut: str = ""
    changed: str = ""
    empty: str = ""
    login: str = ""
    typed: str = ""
    stalled: str = ""
    without: str = ""
    """A file that is missing besides: what stands in for it is fetched once a person types on."""
    strict: bool = False
    """Whether the server sends the policy of the release."""
    sandboxed: bool = False
    """Whether the page may fetch nothing, as in a sandboxed frame or from a folder."""
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

    def served(self) -> dict[str, Any]:
        """How the site is served."""
        altered = self.of(CONTENTS)
        if self.first():
            altered["boot.js"] = lambda whole: f"{{ {self.first()} }}\n".encode() + whole
        if self.first() or self.html[0]:
            altered["foscarnet-plan.html"] = self.page_sent
        headers = dict(self.headers)
        if self.strict:
            headers["Content-Security-Policy"] = policy_of_the_release()
        if self.sandboxed:
            headers["Content-Security-Policy"] = "sandbox allow-scripts"
        return {
            "altered": altered,
            "missing": {self.without},
            "statuses": self.of(STATUSES),
            "breaks_off": self.of({"breaks": 1}),
            "types": self.of({"typed": "text/plain", "login": "text/html"}),
            "stalls": self.of({"stalled": 0}),
            "rate": self.rate,
            "headers": headers,
        }

    def of[What](self, kinds: Mapping[str, What]) -> dict[str, What]:
        """What belongs to each kind of fault, by the file that has it."""
        return {file: each for kind, each in kinds.items() if (file := getattr(self, kind))}

    def page_sent(self, whole: bytes) -> bytes:
        """The page as it is sent: with what stands there in the place of something else."""
        old, new = (text.encode() for text in self.html)
        changed = whole.replace(old, new) if old else whole
        return unsummed(changed) if self.first() else changed

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
    def answers(self) -> str:
        """What is stored of a fault with which the plan answers all the same."""
        return f"{ANSWER}, and beside it: {self.shows}" if self.shows else ANSWER

    @property
    def waits(self) -> bool:
        """Whether the page's clock must go on for the reader to be told."""
        return bool(self.clock) or "10 seconds" in self.says


ANSWER = "The plan, as ever"
"""What is stored where the plan answers all the same."""


@cache
def policy_of_the_release() -> str:
    """What a server with the configuration of the release sends with each file."""
    return policy(SITE)


SCRIPT_OFF = "Script is off"
TWO_TABS = "Two tabs ask at once, with two patients"
BACK = "Away to another page, and back"
FORWARD = "Back to the page before, and forward again"
SLEEP = "The browser freezes the tab while an answer is under way, and wakes it at once"
CHROMIUM_ALONE = (SCRIPT_OFF, SLEEP)
"""What Firefox cannot be told to do from outside while it is looked at."""


def every_what() -> tuple[str, ...]:
    """Everything that is tried, in the order of the page: the list, and what has its own test."""
    return (*(each.what for each in faults()), TWO_TABS, BACK, FORWARD, *CHROMIUM_ALONE)


def faults() -> Iterator[Fault]:
    """Every fault, in the order of the list."""
    listed = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    for each in listed["kind"]:
        for file in (*each["files"], *each.get("answers", ())):
            where = dict(listed["where"].get(file, {}))
            yield Fault(
                id=f"{each['kind']}-{file}",
                what=f"{where.pop('named', file)} {each['what']}",
                says=each["says"].format(file=file) if file in each["files"] else "",
                **{each["kind"]: file},
                **where,
            )
    yield from (
        Fault(**{**each, "html": tuple(each.get("html", ("", "")))}) for each in listed["fault"]
    )
