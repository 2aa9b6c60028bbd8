"""Blocks that are written as Markdown: the pathway, the bibliography, refusals and cautions."""

import re

import pytest
from markdown import Markdown

from calc.pages import STAGES
from calc.present.markup import typeset
from overrides.markdown.refusals import cautions, refusals
from overrides.markdown.register import DOCS, load_references


@pytest.fixture
def markdown() -> Markdown:
    names = ("figures", "blocks", "citations")
    return Markdown(extensions=["attr_list", *(f"overrides.markdown.{name}" for name in names)])


def words(html: str) -> str:
    """The text of some HTML, on one line, without the numbers of notes."""
    return " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"<sup.*?</sup>", "", html)).split())


def test_each_step_of_the_pathway_is_told_once(markdown: Markdown) -> None:
    told = words(markdown.convert("::: pathway"))

    said = [words(typeset(part)) for each in STAGES for part in (each.text, each.way_out) if part]
    assert [] == [each for each in said if told.count(each) != 1]


def test_each_box_of_the_pathway_links_to_its_section(markdown: Markdown) -> None:
    page = (DOCS / "pathway.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## .*$", page, re.MULTILINE)
    html = Markdown(extensions=["attr_list", "toc"]).convert("\n\n".join(headings))
    box = r'<p class="pathway-step"><strong><a href="#([^"]*)">([^<]*)</a>'

    expected = [(each.id, each.title) for each in STAGES]
    assert expected == re.findall(box, markdown.convert("::: pathway"))
    assert [] == [each.id for each in STAGES if f'id="{each.id}"' not in html]


def test_a_way_out_stands_in_a_box_of_its_own(markdown: Markdown) -> None:
    html = markdown.convert("::: pathway")

    expected = [words(typeset(each.way_out)) for each in STAGES if each.way_out]
    assert expected == re.findall(r'<p class="pathway-exit">([^<]*)</p>', html)


def test_the_pathway_links_the_calculator_of_a_stage(markdown: Markdown) -> None:
    html = markdown.convert("::: pathway").partition('class="references"')[0]

    links = re.findall(r'<a href="/calculators/([a-z-]+)\.md">', html)
    assert ["aciclovir-iv", "foscarnet-plan", "cidofovir-gate"] == links


def test_the_bibliography_holds_every_record_under_its_key(markdown: Markdown) -> None:
    html = markdown.convert("::: bibliography")

    assert [] == [key for key in load_references() if f'<h3 id="{key}">' not in html]


def test_the_bibliography_says_where_each_record_is_cited(markdown: Markdown) -> None:
    cited = re.findall(r"Cited in: (\w)", words(markdown.convert("::: bibliography")))

    assert len(load_references()) == len(cited)


def test_every_refusal_and_caution_can_be_linked_to(markdown: Markdown) -> None:
    html = markdown.convert("::: refusals-and-cautions")
    ids = {f"refusal-{each.id}" for each in refusals()} | {
        f"caution-{each.id}" for each in cautions()
    }

    assert {id.replace(".", "-") for id in ids} == set(re.findall(r'<h3 id="([^"]*)">', html))


def test_a_refusal_says_what_to_do_instead(markdown: Markdown) -> None:
    html = words(markdown.convert("::: refusals-and-cautions"))

    assert [] == [each.id for each in refusals() if each.instead not in html]
