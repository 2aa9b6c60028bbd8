"""Citations in a page become numbers, and the numbers notes at its foot."""

import json
import re
from pathlib import Path

import pytest
from markdown import Markdown

LABEL = {
    "id": "label",
    "type": "document",
    "title": "Foscarnet label",
    "title-short": "The label",
    "author": [{"literal": "A maker"}],
    "note": "NDA 020068",
    "custom": {"kind": "label", "read": "reprint", "checked": "2026-11-22"},
}
TRIAL = {
    "id": "trial-1991",
    "type": "article-journal",
    "title": "A controlled trial",
    "title-short": "Safrin 1991",
    "author": [{"family": "Safrin", "given": "S"}],
    "custom": {"kind": "trial", "read": "in part", "checked": "2026-11-22"},
}


@pytest.fixture
def markdown(tmp_path: Path) -> Markdown:
    register = tmp_path / "references.json"
    register.write_text(json.dumps([LABEL, TRIAL]), encoding="utf-8")
    citations = "overrides.markdown.citations"
    return Markdown(
        extensions=[citations, "attr_list", "tables", "fenced_code", "toc"],
        extension_configs={citations: {"register": str(register)}},
    )


def numbers(html: str) -> list[str]:
    """What a reader sees of the citations, in the order of the page."""
    return re.findall(r">(\[\d+\])</a></sup>", html)


def notes(html: str) -> list[str]:
    """The text of each note at the foot of the page."""
    items = re.findall(r'<li id="fn:\d+">\s*<p>(.*?)&#160;', html, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", item) for item in items]


def test_a_citation_is_a_bracketed_number(markdown: Markdown) -> None:
    expected = ["[1]"]
    assert expected == numbers(markdown.convert("Use a pump.[@label]"))


def test_a_citation_links_to_its_note_and_the_note_back(markdown: Markdown) -> None:
    html = markdown.convert("Use a pump.[@label]")

    targets = re.findall(r'href="#([^"]*)"', html)
    expected = ["fn:1", "fnref:1"]
    assert expected == [id for id in targets if f'id="{id}"' in html]


def test_a_note_says_who_what_where_and_how_it_was_read(markdown: Markdown) -> None:
    html = markdown.convert("Use a pump.[@label, Dosage and Administration]")

    expected = [
        "A maker. Foscarnet label. Dosage and Administration. NDA 020068. Label, read in a "
        "reprint, checked 22\N{NO-BREAK SPACE}November 2026. Where else it is cited."
    ]
    assert expected == notes(html)


def test_a_second_place_in_a_source_is_a_note_that_points_at_the_first(markdown: Markdown) -> None:
    html = markdown.convert("One.[@label, p. 12] Two.[@label, p. 13]")

    assert ["[1]", "[2]"] == numbers(html)
    assert "The label (read in a reprint), as in note 1. p. 13." == notes(html)[1]
    assert '<a href="#fn:1">note 1</a>' in html


def test_the_same_place_cited_twice_keeps_its_number(markdown: Markdown) -> None:
    html = markdown.convert("One.[@label, p. 1] Two.[@trial-1991] Three.[@label, p. 1]")

    expected = ["[1]", "[2]", "[1]"]
    assert expected == numbers(html)


def test_two_sources_may_share_one_pair_of_brackets(markdown: Markdown) -> None:
    html = markdown.convert("Both.[@trial-1991, p. 552; @label]")

    expected = ["[1]", "[2]"]
    assert expected == numbers(html)


def test_numbers_follow_the_page_through_lists_and_tables(markdown: Markdown) -> None:
    page = """
- First.[@trial-1991]

| Drug | Why |
| --- | --- |
| Second | because[@label] |

Third.[@trial-1991]
"""
    expected = ["[1]", "[2]", "[1]"]
    assert expected == numbers(markdown.convert(page))


def test_a_note_links_to_the_record_in_the_bibliography(markdown: Markdown) -> None:
    assert "/evidence/bibliography.md#label" in markdown.convert("One.[@label]")


def test_the_notes_are_folded_under_how_many_they_are_and_the_search_leaves_them_out(
    markdown: Markdown,
) -> None:
    html = markdown.convert("One.[@label] Two.[@trial-1991] Three.[@label]")

    folded = '<details class="references" data-search-exclude="">'
    expected = f"{folded}<summary>References (2)</summary>"
    assert expected == html.partition("</p>\n")[2].partition("<div")[0].replace("\n", "")


def test_a_page_without_citations_has_no_notes(markdown: Markdown) -> None:
    expected = "<p>Nothing to cite.</p>"
    assert expected == markdown.convert("Nothing to cite.")


def test_the_next_page_starts_from_one(markdown: Markdown) -> None:
    markdown.convert("One.[@label]")

    expected = ["[1]"]
    assert expected == numbers(markdown.reset().convert("Two.[@trial-1991]"))


def test_code_is_left_as_it_is(markdown: Markdown) -> None:
    html = markdown.convert("Write `[@label]`.\n\n```\n[@label]\n```")

    assert not numbers(html)
    expected = "<p>Write <code>[@label]</code>.</p>"
    assert expected == html.splitlines()[0]


def test_an_unknown_source_stops_the_build(markdown: Markdown) -> None:
    with pytest.raises(ValueError, match="@nobody names no source"):
        markdown.convert("One.[@nobody]")


@pytest.mark.parametrize("citation", ["[@]", "[@label p. 12]", "[@label; trial-1991]", "[@label,]"])
def test_a_citation_that_cannot_be_read_stops_the_build(markdown: Markdown, citation: str) -> None:
    with pytest.raises(ValueError, match="is no citation"):
        markdown.convert(citation)
