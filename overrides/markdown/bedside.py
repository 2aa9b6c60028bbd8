"""`::: bedside`: what the plan asks of each person, before and now, beside what it may ask."""

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from overrides.markdown.register import DOCS, Stash

COUNTED = DOCS / "evidence" / "bedside.toml"
"""What `make bedside` stored."""
BEFORE, NOW = "0.1.0", "now"
NONE = "none came"


class Row(NamedTuple):
    """What a count is, and the most that it may be, where a most was set."""

    words: str
    most: float | None = None


def _on_a_phone(name: str, form: float | None, page: float | None) -> dict[str, Row]:
    """What is counted on a phone of either size."""
    return {
        f"scrolls_to_answer_{name}": Row("Scrolls to the answer"),
        f"screens_form_{name}": Row("Screens of the form", form),
        f"screens_page_{name}": Row("Screens of the page with its answer", page),
        f"screens_to_rate_{name}": Row("Screens from the answer's heading to the rate"),
        f"screens_to_fluid_{name}": Row("Screens from there to the fluid before it"),
        f"screens_to_watch_{name}": Row("Screens from there to ionised calcium"),
        f"covered_{name}": Row("Controls covered when they have the focus", 0),
    }


PEOPLE: dict[str, dict[str, Row]] = {
    "A pharmacist at night, with the pointer, 1280 x 720": {
        "pointer_px": Row("Travel of the pointer to the answer, px"),
        "scrolls_to_answer": Row("Scrolls to the answer", 0),
        "ms_to_first_card": Row(
            "From the last key of a new form to its first card, ms, on the machine that counted",
            300,
        ),
        "ms_to_card": Row("From a changed answer's key to the next card, ms, on that machine", 300),
        "px_to_print": Row("From the top of the page to Print, px beyond the screen", 0),
        "screens_form_desktop": Row("Screens of the form", 1),
        "screens_page_desktop": Row("Screens of the page with its answer"),
        "covered_desktop": Row("Controls covered when they have the focus", 0),
    },
    "A nurse with a phone, 390 x 844": _on_a_phone("phone", 1, 3),
    "A nurse with a small phone, 320 x 640": _on_a_phone("small", None, None),
    "A registrar with a phone, 390 x 844": {
        "screens_pathway": Row("Screens of the pathway"),
        "keys_to_next_step": Row("Keys from the first question of the next step to its answer"),
        "scrolls_to_next_step": Row("Scrolls to that answer, by the pointer"),
    },
    "By keys alone, 1280 x 720": {
        "keys_to_answer": Row("Keys from the first field to the answer", 26),
        "keys_to_print": Row("Keys from the first field until Print is pressed"),
    },
    "A second checker, by keys": {
        "keys_to_compare": Row("Keys from the answer until both entries are said to agree"),
    },
    "With a screen reader, or enlarged four times": {
        "words_heard": Row("Words that are given at once", 20),
        "words_read": Row("Words of the answer, what is folded left out"),
        "screens_page_zoomed": Row("Screens of the page with its answer, 320 x 256"),
        "covered_zoomed": Row("Controls covered when they have the focus, 320 x 256", 0),
    },
    "With micromoles and a comma, or with pounds, by keys": {
        "keys_other_units": Row("Keys to the answer, with 70,5 kg and 124 µmol/L"),
        "keys_in_pounds": Row("Keys to the answer, with 154 lb"),
    },
    "A web editor, with a frame 1,280 px wide": {
        "px_frame": Row("Height of the answered plan, px", 960),
    },
    "Whoever opens a form for the first time, with all files at hand": {
        "ms_load": Row("Python itself, ms, on the machine that counted"),
        "ms_import": Row("The calculators, ms"),
        "ms_edges": Row("Every edge of every dose table tried, before the form answers, ms", 100),
        "ms_first_answer": Row(
            "First answer of creatinine clearance, once its known answers came, ms"
        ),
        "ms_next_answer": Row("Its next answer, ms"),
    },
    "Offline, from a folder": {
        "ms_to_ready": Row("From opening the page until its form answers, ms, on that machine"),
    },
}
"""What is counted for whom, by the name of each count."""
ROWS = {name: row for rows in PEOPLE.values() for name, row in rows.items()}


def counted(stash: Stash) -> Iterator[str]:
    """A table for each person: a missed goal says so."""
    versions = tomllib.loads(COUNTED.read_text(encoding="utf-8"))
    for person, rows in PEOPLE.items():
        yield from (f"## {person}", "")
        yield from ("| What was counted | Before | Now | At most |", "| --- | --- | --- | --- |")
        for name, row in rows.items():
            yield _line(row, versions[BEFORE].get(name), versions[NOW].get(name))
        yield ""


def _line(row: Row, before: float | None, now: float | None) -> str:
    goal = ""
    if row.most is not None:
        met = now is not None and now <= row.most
        goal = f"{row.most}: {'met' if met else '**missed**'}"
    return f"| {row.words} | {_told(before)} | {_told(now)} | {goal} |"


def _told(value: float | None) -> str:
    return NONE if value is None else f"{value:,}"
