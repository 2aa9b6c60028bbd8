"""`::: bedside`: what the plan asks of a person, counted before and now, beside what it may ask."""

import tomllib
from collections.abc import Iterator

from overrides.markdown.register import DOCS, Stash

COUNTED = DOCS / "evidence" / "bedside.toml"
"""What `make bedside` stored."""
BEFORE, NOW = "0.1.0", "now"
NONE = "none came by itself"
DESKTOP, PHONE, SMALL = "1280 x 720", "390 x 844", "320 x 640"

ROWS: dict[str, tuple[str, float | None]] = {
    "keys_to_answer": ("Keys from the first field to the answer, by keyboard alone", 26),
    "ms_to_card": ("From the last key to the card, ms, on the machine that counted", 300),
    "pointer_px": (f"Travel of the pointer to the answer, px, at {DESKTOP}", None),
    "scrolls_to_answer": (f"Scrolls to the answer, at {DESKTOP}", 0),
    "px_to_print": (f"From the top of the page to Print, px beyond {DESKTOP}", 0),
    "words_heard": ("Words that a screen reader is given at once", 20),
    "screens_form_desktop": (f"Screens of the form, {DESKTOP}", 1),
    "screens_page_desktop": (f"Screens of the page with its answer, {DESKTOP}", None),
    "screens_form_phone": (f"Screens of the form, {PHONE}", 1),
    "screens_page_phone": (f"Screens of the page with its answer, {PHONE}", 3),
    "screens_form_small": (f"Screens of the form, {SMALL}", None),
    "screens_page_small": (f"Screens of the page with its answer, {SMALL}", None),
    "covered_desktop": (f"Controls covered when they have the focus, {DESKTOP}", 0),
    "covered_phone": (f"Controls covered when they have the focus, {PHONE}", 0),
    "covered_small": (f"Controls covered when they have the focus, {SMALL}", 0),
}
"""What each count is, and the most that it may be, where a most was set."""


def counted(stash: Stash) -> Iterator[str]:
    """The lines of the table: a missed goal says so."""
    versions = tomllib.loads(COUNTED.read_text(encoding="utf-8"))
    before, now = versions[BEFORE], versions[NOW]
    yield from ("| What was counted | Before | Now | At most |", "| --- | --- | --- | --- |")
    for name, (words, most) in ROWS.items():
        goal = "" if most is None else f"{most}: {'met' if now[name] <= most else '**missed**'}"
        earlier = f"{before[name]:,}" if name in before else NONE
        yield f"| {words} | {earlier} | {now[name]:,} | {goal} |"
