"""Citations in a page become numbers, and the numbers a list of sources at its foot."""

import json
import re
from pathlib import Path

import pytest
from markdown import Markdown

from overrides.markdown.citations import REGISTER

LABEL = {
    "id": "label",
    "title": "Foscarnet label",
    "author": [{"literal": "A maker"}],
    "note": "NDA 020068",
    "custom": {"kind": "label", "read": "reprint", "checked": "2026-11-22"},
}
TRIAL = {
    "id": "trial-1991",
    "title": "A controlled trial",
    "author": [{"family": "Safrin", "given": "S"}, {"literal": "A trials group"}],
    "container-title": "N Engl J Med",
    "issued": {"date-parts": [[1991, 8, 22]]},
    "volume": "325",
    "page": "551-555",
    "DOI": "10.1056/NEJM199108223250805",
    "PMID": "1649971",
    "custom": {"kind": "trial", "read": "in part", "checked": "2026-11-22"},
}


@pytest.fixture
def markdown(tmp_path: Path) -> Markdown:
    register = tmp_path / "references.json"
    register.write_text(json.dumps([LABEL, TRIAL]), encoding="utf-8")
    citations = "overrides.markdown.citations"
    return Markdown(
        extensions=[citations, "tables", "fenced_code", "toc"],
        extension_configs={citations: {"register": str(register)}},
    )


def numbers(html: str) -> list[str]:
    """What a reader sees of the citations, in the order of the page."""
    return re.findall(r">(\[\d+\])</a>", html)


def listed(html: str) -> list[str]:
    """The text of each source in the list at the foot of the page."""
    return re.findall(r'<li id="source-[^"]*">\s*<p>(.*?)</p>', html, re.DOTALL)


def test_a_citation_is_a_bracketed_number(markdown: Markdown) -> None:
    expected = ["[1]"]
    assert expected == numbers(markdown.convert("Use a pump.[@label]"))


def test_a_citation_links_to_its_source_and_the_source_back(markdown: Markdown) -> None:
    html = markdown.convert("Use a pump.[@label]")

    targets = re.findall(r'href="#([^"]*)"', html)
    expected = ["source-label", "cite-1-1"]
    assert expected == [id for id in targets if f'id="{id}"' in html]


def test_the_locator_is_in_the_name_of_the_link(markdown: Markdown) -> None:
    html = markdown.convert("Use a pump.[@label, Dosage and Administration]")

    assert 'aria-label="1: Foscarnet label, Dosage and Administration"' in html


def test_the_locator_stands_in_the_list_before_the_way_back(markdown: Markdown) -> None:
    html = markdown.convert("One.[@label, p. 12] Two.[@label, p. 12]")

    expected = ["p. 12: ", "#cite-1-1", "#cite-1-2"]
    assert expected == re.findall(r'p\. 12: |(?<=href=")#cite-[^"]*', html)


def test_a_source_cited_twice_keeps_its_number(markdown: Markdown) -> None:
    html = markdown.convert("One.[@label] Two.[@trial-1991] Three.[@label]")

    expected = ["[1]", "[2]", "[1]"]
    assert expected == numbers(html)


def test_two_sources_share_one_pair_of_brackets(markdown: Markdown) -> None:
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


def test_the_list_says_who_what_where_and_how_it_was_read(markdown: Markdown) -> None:
    html = markdown.convert("One.[@trial-1991] Two.[@label]")

    expected = [
        "Safrin S, A trials group. A controlled trial. N Engl J Med 1991;325:551-555. "
        "DOI 10.1056/NEJM199108223250805. PMID 1649971. Trial, read in part, checked 2026-11-22.",
        "A maker. Foscarnet label. NDA 020068. Label, read in a reprint, checked 2026-11-22.",
    ]
    assert expected == listed(html)


def test_the_list_has_a_heading_that_can_be_linked_to(markdown: Markdown) -> None:
    assert '<h2 id="sources">Sources</h2>' in markdown.convert("One.[@label]")


def test_a_page_without_citations_has_no_list(markdown: Markdown) -> None:
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
    with pytest.raises(ValueError, match=r"\[@nobody\] names no source"):
        markdown.convert("One.[@nobody]")


@pytest.mark.parametrize("citation", ["[@]", "[@label p. 12]", "[@label; trial-1991]", "[@label,]"])
def test_a_citation_that_cannot_be_read_stops_the_build(markdown: Markdown, citation: str) -> None:
    with pytest.raises(ValueError, match="names no source"):
        markdown.convert(citation)


def test_the_register_names_each_source_once() -> None:
    keys = [record["id"] for record in json.loads(REGISTER.read_text(encoding="utf-8"))]

    assert sorted(set(keys)) == sorted(keys)


def test_every_source_of_the_register_can_be_described() -> None:
    keys = [record["id"] for record in json.loads(REGISTER.read_text(encoding="utf-8"))]
    markdown = Markdown(extensions=["overrides.markdown.citations"])

    html = markdown.convert("".join(f"[@{key}]" for key in keys))

    assert len(keys) == len(listed(html))


def test_every_source_says_what_it_is_and_how_it_was_read() -> None:
    records = json.loads(REGISTER.read_text(encoding="utf-8"))
    ways = {"in full", "in part", "reprint", "second hand", "not read"}
    kinds = {
        *("label", "guideline", "trial", "cohort", "case series", "review"),
        *("hospital policy", "handbook"),
    }

    assert not [record["id"] for record in records if record["custom"]["read"] not in ways]
    assert not [record["id"] for record in records if record["custom"]["kind"] not in kinds]
