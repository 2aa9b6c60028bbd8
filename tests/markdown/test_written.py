"""Blocks that are written as Markdown: the pathway, the bibliography, refusals and cautions."""

import re

import pytest
from markdown import Markdown

from calc.pages import STAGES
from calc.present.markup import typeset
from overrides.markdown.refusals import cautions, refusals
from overrides.markdown.register import DOCS, register


@pytest.fixture
def markdown() -> Markdown:
    names = ("figures", "blocks", "citations")
    return Markdown(extensions=["attr_list", *(f"overrides.markdown.{name}" for name in names)])


def words(html: str) -> str:
    """The text of some HTML, on one line, without the numbers of notes."""
    return " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"<sup.*?</sup>", "", html)).split())


def test_the_picture_of_the_pathway_says_what_its_list_says(markdown: Markdown) -> None:
    drawing, _, listed = markdown.convert("::: pathway").partition("</figure>")

    for stage in STAGES:
        said = [words(typeset(each)) for each in (stage.title, stage.text, stage.way_out)]
        assert all(each in words(drawing) for each in said)
        assert all(each in words(listed) for each in said)


def test_each_stage_of_the_pathway_links_to_its_section(markdown: Markdown) -> None:
    page = (DOCS / "pathway.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    html = Markdown(extensions=["toc"]).convert("\n\n".join(f"## {each}" for each in headings))

    assert [] == [each.id for each in STAGES if f'id="{each.id}"' not in html]


def test_the_list_links_the_calculator_of_a_stage(markdown: Markdown) -> None:
    listed = markdown.convert("::: pathway").partition("</figure>")[2]

    links = re.findall(r'<a href="/calculators/([a-z-]+)\.md">', listed)
    assert ["aciclovir-iv", "foscarnet-plan", "cidofovir-gate"] == links


def test_the_picture_holds_no_inline_style_and_no_script(markdown: Markdown) -> None:
    drawing = markdown.convert("::: pathway").partition("</figure>")[0]

    assert [] == re.findall(r'style=|<script|\son\w+="', drawing)


def test_the_bibliography_holds_every_record_under_its_key(markdown: Markdown) -> None:
    html = markdown.convert("::: bibliography")

    assert [] == [key for key in register() if f'<h3 id="{key}">' not in html]


def test_the_bibliography_says_where_each_record_is_cited(markdown: Markdown) -> None:
    cited = re.findall(r"Cited in: (\w)", words(markdown.convert("::: bibliography")))

    assert len(register()) == len(cited)


def test_every_refusal_and_caution_can_be_linked_to(markdown: Markdown) -> None:
    html = markdown.convert("::: refusals-and-cautions")
    ids = {f"refusal-{each.id}" for each in refusals()} | {
        f"caution-{each.id}" for each in cautions()
    }

    assert {id.replace(".", "-") for id in ids} == set(re.findall(r'<h3 id="([^"]*)">', html))


def test_a_refusal_says_what_to_do_instead(markdown: Markdown) -> None:
    html = words(markdown.convert("::: refusals-and-cautions"))

    assert [] == [each.id for each in refusals() if each.instead not in html]
