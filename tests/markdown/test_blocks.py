"""Blocks, whatever they draw: one line for all, and one register."""

import re
from dataclasses import replace

import pytest
from markdown import Markdown

from calc.catalogue import CATALOGUE
from calc.present.markup import typeset
from overrides.markdown.bibliography import citing_pages
from overrides.markdown.blocks import BLOCKS, Written, read_through, words
from overrides.markdown.checked import checks
from tests.every import of_every

NAMES = ("blocks", "figures", "glossary", "links", "unbroken", "citations")
OURS = [f"overrides.markdown.{name}" for name in NAMES]
STOCK = ["abbr", "attr_list", "md_in_html", "tables", "pymdownx.superfences"]
BRIEF = ("calculator foscarnet-dose", "calculators", "examples first-patients", "measured goals")
WRITTEN = [name for name, block in BLOCKS.items() if isinstance(block, Written)]


@pytest.fixture
def markdown() -> Markdown:
    return Markdown(extensions=[*STOCK, *OURS])


@of_every([*BRIEF, "fluid-table", "pathway", "second-hand"])
def test_spaces_do_not_matter(name: str, markdown: Markdown) -> None:
    usual = markdown.reset().convert(f"::: {name}")
    wide = name.replace(" ", "   ")
    spaced = (f" ::: {wide}", f"   :::   {wide}", f"::: {wide}  ")

    assert [] == [line for line in spaced if usual != markdown.reset().convert(line)]


@pytest.mark.parametrize("line", ["Write ::: pathway", "    ::: pathway", "`::: pathway`", ""])
def test_what_only_mentions_a_block_is_none(line: str) -> None:
    assert words(line) is None


@of_every(WRITTEN)
def test_a_block_of_markdown_stands_between_paragraphs(name: str, markdown: Markdown) -> None:
    html = markdown.reset().convert(f"Before.\n::: {name}\nAfter.")

    assert html.startswith("<p>Before.</p>")
    assert "<p>After.</p>" in html


def test_code_that_shows_a_block_of_markdown_is_left_as_it_is(markdown: Markdown) -> None:
    html = markdown.convert("```\n::: pathway\n```\n\nWrite:\n\n    ::: second-hand")

    assert ["::: pathway", "::: second-hand"] == re.findall("::: [a-z-]+", html)


def test_the_extensions_read_a_page_in_one_order_however_they_are_named() -> None:
    page = "Give 40 mg.[@site-rule] VZV, [=rate-cap].\n\n::: pathway\n\n::: calculators"
    said, turned = (Markdown(extensions=[*STOCK, *each]) for each in (OURS, OURS[::-1]))

    assert said.convert(page) == turned.convert(page)


def test_what_a_block_cites_is_cited_by_the_page_that_it_stands_on() -> None:
    cited = citing_pages(read_through)
    passages = {passage["key"] for check in checks() for passage in check["passage"]}

    page = "[Citations checked](/evidence/checked-citations.md)"
    assert [] == [key for key in passages if page not in cited[key]]


def test_a_page_that_only_shows_a_block_does_not_cite_what_it_cites() -> None:
    assert "Write `::: pathway`." == read_through("Write `::: pathway`.")


PART = ", a part of it"
TO_THE_PLAN = {
    "foscarnet-plan": ", the whole",
    "creatinine-clearance": PART,
    "foscarnet-dose": PART,
    "foscarnet-infusion": PART,
    "foscarnet-hydration": PART,
}


def test_a_row_links_to_each_calculator_and_says_what_it_computes(markdown: Markdown) -> None:
    html = plain(markdown.convert("::: calculators"))
    rows = (
        f'<td><a href="/calculators/{name}.md">{each.title}</a>{TO_THE_PLAN.get(name, "")}</td>\n'
        f"<td>{plain(typeset(each.about))}</td>"
        for name, each in CATALOGUE.items()
    )

    assert [] == [row for row in rows if row not in html]


def test_a_row_for_frames_says_each_name_and_its_address(markdown: Markdown) -> None:
    table = re.sub("</?abbr[^>]*>", "", markdown.convert("::: calculators embed"))
    rows = (
        f"{each.title}</a></td>\n<td><code>{name}</code></td>\n"
        f"<td><code>embed/{name}/index.html</code></td>"
        for name, each in CATALOGUE.items()
    )

    assert [] == [row for row in rows if row not in table]


@pytest.mark.parametrize("block", ["::: calculators", "::: calculators embed"])
def test_a_new_calculator_has_its_row_by_itself(
    markdown: Markdown, monkeypatch: pytest.MonkeyPatch, block: str
) -> None:
    guest = replace(CATALOGUE["foscarnet-dose"], name="carpet-area", title="Carpet")
    monkeypatch.setitem(CATALOGUE, guest.name, guest)

    assert '<a href="/calculators/carpet-area.md">Carpet</a>' in markdown.convert(block)


def plain(html: str) -> str:
    """HTML without the marks of abbreviations and no-break spaces."""
    return re.sub(r"</?abbr[^>]*>", "", html).replace("\N{NO-BREAK SPACE}", " ")
