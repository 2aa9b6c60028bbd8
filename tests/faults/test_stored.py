"""What is stored of the trials is each one's own: its day, and what was looked at in it."""

from pathlib import Path
from typing import Any

import pytest

from overrides.markdown import faults as page
from tests.faults.__main__ import Seen, merged, stored
from tests.faults.faults import CHROMIUM_ALONE, SCRIPT_OFF, SLEEP, every_what, faults


def row(what: str, on: str, browser: str = "Chromium", **more: Any) -> dict[str, Any]:
    """A trial as it is stored."""
    return {"what": what, "browser": browser, "on": on, "seen": "The plan", "held": []} | more


def test_every_fault_that_is_listed_was_tried_and_nothing_else_is_stored() -> None:
    listed = {(what, "Chromium") for what in every_what()}
    listed |= {(what, "Firefox") for what in every_what() if what not in CHROMIUM_ALONE}

    assert listed == {(each["what"], each["browser"]) for each in stored()}


def test_where_nothing_stalls_the_reader_is_told_within_ten_seconds() -> None:
    late = [each["what"] for each in stored() if each.get("seconds", 0) > 10]

    assert [] == late


def test_the_reader_is_told_within_ten_seconds_more_than_each_python_was_waited_for() -> None:
    """What is asked for while an answer is still to come is asked of a second Python."""
    pythons = {fault.what: 2 if fault.asked else 1 for fault in faults()}
    waited = {each["what"]: each["waited"] for each in stored() if "waited" in each}

    assert waited
    assert [] == [what for what, s in waited.items() if s > 10 * pythons[what] + 10]


def test_a_run_of_a_part_gives_its_day_to_what_it_tried_alone() -> None:
    seen = Seen()
    seen.rows = [row(SLEEP, "2026-12-01")]
    rows = merged([row(SLEEP, "2026-11-29"), row(SCRIPT_OFF, "2026-11-29")], seen)

    assert [(SCRIPT_OFF, "2026-11-29"), (SLEEP, "2026-12-01")] == [
        (each["what"], each["on"]) for each in rows
    ]


def test_what_showed_something_else_or_is_tried_no_more_is_stored_no_more() -> None:
    seen = Seen()
    seen.failed = [row(SLEEP, "2026-12-01")]

    assert [] == merged([row(SLEEP, "2026-11-29"), row("An old fault", "2026-11-29")], seen)


@pytest.fixture
def trials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three trials, one of them older."""
    text = (
        '[[fault]]\nwhat = "{}"\nbrowser = "{}"\non = "{}"\n'
        'seen = "The plan"\nheld = {}\nseconds = 4\nwaited = 13\n'
    )
    file = tmp_path / "faults.toml"
    file.write_text(
        text.format("A", "Chromium", "2026-12-01", '["asked", "answer"]')
        + text.format("A", "Firefox", "2026-12-01", '["tables"]')
        + text.format("B", "Chromium", "2026-11-29", '["asked"]'),
        encoding="utf-8",
    )
    monkeypatch.setattr(page, "STORED", file)


@pytest.mark.usefixtures("trials")
def test_the_page_says_of_an_older_trial_of_which_day_it_is() -> None:
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in page.seen(str)]

    assert [
        "| A | The plan | Chromium, Firefox |",
        "| B | The plan | Chromium, 29 November 2026 |",
        "",
        "3 trials, on 1 December 2026; those of another day say it. Where no file stalls and no "
        "answer is waited for, the reader was told within 4 seconds of opening the page; where ten "
        "seconds are waited, within 13 of opening it or of asking, in Firefox.",
    ] == lines[2:]


@pytest.mark.usefixtures("trials")
def test_the_page_counts_for_each_browser_what_was_looked_at() -> None:
    cells = (line.strip("| ").split(" | ") for line in page.held(str))
    counts = {head: numbers for head, *numbers in cells}

    assert ["2", "0"] == counts[page.HELD["asked"]]
    assert ["0", "1"] == counts[page.HELD["tables"]]
    assert ["**2**", "**1**"] == counts["**All trials**"]
