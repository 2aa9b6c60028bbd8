"""What was wrong is told where readers look, with who is affected and what is said now."""

from pathlib import Path

import pytest

from overrides.markdown.register import DOCS
from tests.docs.statements import Statement, statements
from tests.every import of_every

SITE = Path(__file__).parents[2] / "site"
NAME = "evidence/corrections.md"
PAGE = (DOCS / NAME).read_text(encoding="utf-8")
ROWS = [each for each in statements(NAME, PAGE) if each.kind == "row"]
CELLS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")]


@of_every(ROWS, lambda row: row.text[:40])
def test_what_is_said_now_has_its_source(row: Statement) -> None:
    assert row.places


@of_every(CELLS, lambda cells: cells[0][:40])
def test_a_correction_says_what_was_said_who_is_affected_and_what_is_said_now(
    cells: list[str],
) -> None:
    assert 3 == len([cell for cell in cells if cell.strip()])


def test_every_correction_is_a_row_of_a_table_on_the_page() -> None:
    built = (SITE / "evidence" / "corrections.html").read_text(encoding="utf-8")
    heads = len([cells for cells in CELLS if cells[0] in ("---", "It said")]) // 2

    assert len(CELLS) - heads == built.count("<tr>")
    assert "| [" not in built


@pytest.mark.parametrize("name", ["about.md", "index.md", "evidence/how-sure.md"])
def test_a_page_on_the_site_itself_leads_to_the_corrections(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")

    assert "corrections.md)" in text


def test_the_foot_of_a_page_leads_to_the_corrections() -> None:
    foot = (SITE / "pathway.html").read_text(encoding="utf-8").partition("page-review")[2]

    assert 'href="evidence/corrections.html"' in foot.partition("</p>")[0]
