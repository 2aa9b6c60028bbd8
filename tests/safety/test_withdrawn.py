"""Withdrawn builds are data: for release.js, which copies read, and for the page of notices."""

import json
from pathlib import Path

import pytest

from overrides.markdown.page import Fault
from overrides.safety.withdrawn import FILE, notices, served, table
from tests.safety.withdrawals import withdrawal

LISTED = """[[withdrawn]]
builds = ["0123456789ab", "ba9876543210"]
version = "0.1.0"
on = 2026-12-24
wrong = "Doses of 40 mg/kg were too high."
affected = "Patients below 1 mL/min/kg."
review = "Reckon each dose again."
"""
BUILD = "0123456789ab"


def listed(folder: Path, text: str) -> Path:
    """A file of withdrawals."""
    file = folder / "withdrawn.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_a_copy_reads_names_each_build_with_why(tmp_path: Path) -> None:
    text = served("newer", notices(listed(tmp_path, LISTED)))
    first, second = text.splitlines()
    words = "Doses of 40 mg/kg were too high. Patients below 1 mL/min/kg. Reckon each dose again."

    assert 'self.served = "newer";' == first
    told = json.loads(second.removeprefix("self.withdrawn = ").removesuffix(";"))
    assert {BUILD: words, "ba9876543210": words} == told


def test_the_page_says_who_is_affected_and_what_to_review() -> None:
    row = list(table([withdrawal(BUILD)]))[-1]

    cells = [
        "24\N{NO-BREAK SPACE}December 2026",
        f"0.1.0, `{BUILD}`",
        "Doses of 40 mg/kg were too high.",
        "Patients below 1 mL/min/kg.",
        "Reckon each dose again.[@site-rule]",
    ]
    assert f"| {' | '.join(cells)} |" == row


def test_the_page_says_plainly_that_there_is_none() -> None:
    assert ["**There is none.** No build of this site was withdrawn so far.[@site-rule]"] == list(
        table([])
    )


def test_the_example_in_the_file_can_be_used_as_it_stands(tmp_path: Path) -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    example = lines[lines.index("# [[withdrawn]]") :]
    (notice,) = notices(listed(tmp_path, "\n".join(line.removeprefix("# ") for line in example)))

    assert (BUILD,) == notice.builds


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"0123456789ab", ', '"v0.1.0", ', "is no list of builds"),
        ('"0123456789ab", "ba9876543210"', "", "is no list of builds"),
        ('review = "Reckon each dose again."\n', "", "lacks review"),
        ("on = 2026", "why = 1\non = 2026", "knows no why"),
        ("Reckon each dose again.", "", "review must be whole sentences"),
        ("Reckon each dose again.", "Reckon each dose again", "review must be whole sentences"),
        ("Patients below", "Patients <b>", "affected must be whole sentences"),
        ('"ba9876543210"', '"0123456789ab"', "is withdrawn twice"),
        ("[[withdrawn]]", "[withdrawn]", "is no list"),
        ('["0123456789ab", "ba9876543210"]', '"0123456789ab"', "builds must be a list"),
        ('"ba9876543210"', "123456789012", "is no list of builds"),
        ('"0.1.0"', "0.1", "version must be a text"),
        ("2026-12-24", '"2026-12-24"', "on must be a day"),
        ("2026-12-24", "2026-12-24T10:00:00", "on must be a day"),
        ('"Patients below 1 mL/min/kg."', "true", "affected must be a text"),
    ],
)
def test_a_notice_that_is_not_whole_stops_the_build(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(Fault, match=words):
        notices(listed(tmp_path, LISTED.replace(old, new)))
