"""`::: measured …`: what the newest runs of the benchmark say, as tables."""

import re
from typing import Any

import pytest
from markdown import Markdown

from overrides.markdown import measured
from overrides.markdown.speed.runs import (
    AS_INSTALLED,
    CONTESTANTS,
    FAST,
    FIRST,
    FIRST_AS_INSTALLED,
    FIRST_FAST,
    LOOPBACK,
    Run,
    Where,
    runs,
)
from overrides.markdown.speed.tables import NOTES

MEASURES = ("readable", "unlocked", "result", "typed", "answer", "block", "bytes", "memory")
WHERE = (
    *(FIRST, FIRST_FAST, FIRST_AS_INSTALLED, Where(AS_INSTALLED, "repeat"), Where(FAST, "typing")),
    *(Where(LOOPBACK, visit) for visit in ("repeat", "second tab", "next page", "steady")),
    Where(LOOPBACK, "untouched"),
    Where(AS_INSTALLED, "typing"),
)
ROWS = [
    {"repetition": 0, "contestant": contestant, "condition": where.condition, "visit": where.visit}
    | dict.fromkeys(MEASURES, 60)
    for where in WHERE
    for contestant in CONTESTANTS
]


@pytest.fixture
def markdown(monkeypatch: pytest.MonkeyPatch) -> Markdown:
    """Markdown of a site with two runs on file, in which all measure alike."""
    alike = tuple(Run(day, {}, ROWS) for day in ("2026-11-01", "2026-11-02"))
    monkeypatch.setattr(measured, "runs", lambda: alike)
    return Markdown(extensions=["overrides.markdown.blocks"])


def test_a_goal_s_row_holds_its_limit_both_ratios_and_the_verdict(markdown: Markdown) -> None:
    html = markdown.convert("::: measured goals")

    assert re.findall(r"<td>0.4</td><td>1.00</td><td>1.00</td><td>missed</td>", html)
    assert re.findall(r"<td>2.5</td><td>1.00</td><td>1.00</td><td>met</td>", html)


def test_beside_a_missed_goal_stands_what_bounds_it(markdown: Markdown) -> None:
    html = markdown.convert("::: measured goals")

    assert re.findall(r"<td>missed</td><td>First result after 0.06 s; the page alone", html)
    assert re.findall(r"<td>met</td><td></td>", html)


@pytest.mark.parametrize("part", ["goals", "visits", "steady", "pages"])
def test_every_row_and_column_of_a_table_has_a_head(markdown: Markdown, part: str) -> None:
    html = markdown.convert(f"::: measured {part}")
    rows = re.findall(r"<tr>(.*?)</tr>", html)

    assert [] == [row for row in rows if not re.search(r'<th scope="(row|col)">', row)]


def test_the_notes_stand_below_the_visits(markdown: Markdown) -> None:
    assert NOTES[-1] in markdown.convert("::: measured visits")


def test_an_unknown_part_stops_the_build(markdown: Markdown) -> None:
    with pytest.raises(ValueError, match="measured hopes"):
        markdown.convert("::: measured hopes")


@pytest.mark.parametrize("part", ["goals", "visits", "steady", "pages"])
def test_without_a_run_on_file_the_page_says_that_nothing_was_measured(
    markdown: Markdown, monkeypatch: pytest.MonkeyPatch, tmp_path: Any, part: str
) -> None:
    monkeypatch.setattr(measured, "runs", lambda: runs(tmp_path))

    assert "Not measured yet" in markdown.convert(f"::: measured {part}")
