"""A `:::` line in a Markdown page draws a calculator or a table, wherever it stands."""

import re

import pytest
from markdown import Markdown

from calc.catalogue import CATALOGUE
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.pages import TABLES
from calc.present.form import render_form
from calc.present.markup import NBSP, typeset
from calc.present.table import draw_tables
from overrides.markdown.page import Fault
from tests.cases import EXAMPLES, named
from tests.clinical.evidence import TABLE
from tests.every import of_every

EXTENSIONS = [
    *("overrides.markdown.blocks", "admonition", "tables", "md_in_html", "toc"),
    *("pymdownx.superfences", "pymdownx.tabbed"),
]
PLAN = "::: calculator foscarnet-plan"


@pytest.fixture
def markdown() -> Markdown:
    return Markdown(
        extensions=EXTENSIONS,
        extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
    )


def forms(html: str) -> list[str]:
    """The names of the forms, before which the ids in them begin."""
    return re.findall(r'data-calculator="[^"]*" data-form="([^"]*)"', html)


@of_every(sorted(CATALOGUE))
def test_a_line_draws_the_form(name: str, markdown: Markdown) -> None:
    drawn = markdown.reset().convert(f"::: calculator {name}")

    assert render_form(CATALOGUE[name], name) == drawn


def test_a_form_is_drawn_between_paragraphs(markdown: Markdown) -> None:
    html = markdown.convert(f"Before.\n\n{PLAN}\n\nAfter.")

    assert ["foscarnet-plan"] == forms(html)
    assert html.startswith("<p>Before.</p>")
    assert html.endswith("<p>After.</p>")


@pytest.mark.parametrize("before", ["Before.", "- Before.", "> Before."])
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_line_right_below_a_text_is_drawn_too(
    markdown: Markdown, before: str, indent: str
) -> None:
    html = markdown.convert(f"{before}\n{indent}{PLAN}")

    assert ["foscarnet-plan"] == forms(html)
    assert "Before." in html
    assert ":::" not in html


def test_what_follows_the_line_without_a_blank_line_is_not_lost(markdown: Markdown) -> None:
    html = markdown.convert(f"{PLAN}\nAfter.")

    assert ["foscarnet-plan"] == forms(html)
    assert "<p>After.</p>" in html


@pytest.mark.parametrize(
    "page",
    [
        f"- A list item\n\n    {PLAN}\n",
        f"1. A numbered item\n\n    {PLAN}\n",
        f"!!! note\n\n    {PLAN}\n",
        f'=== "A tab"\n\n    {PLAN}\n',
        f"> {PLAN}\n",
        f'<div markdown="1">\n\n{PLAN}\n\n</div>\n',
        f"# A heading\n{PLAN}\n",
    ],
    ids=["list", "numbered list", "admonition", "tab", "quotation", "div", "heading"],
)
def test_a_form_can_stand_inside_other_things(markdown: Markdown, page: str) -> None:
    html = markdown.convert(page)

    assert ["foscarnet-plan"] == forms(html)
    assert ":::" not in html


def test_a_second_use_on_a_page_gets_ids_of_its_own(markdown: Markdown) -> None:
    html = markdown.convert(f"{PLAN}\n\n{PLAN}\n\n::: calculator foscarnet-dose")

    every = re.findall(r' id="([^"]*)"', html)
    assert ["foscarnet-plan", "foscarnet-plan-2", "foscarnet-dose"] == forms(html)
    assert sorted(set(every)) == sorted(every)


def test_the_next_page_counts_anew(markdown: Markdown) -> None:
    markdown.convert(PLAN)

    assert ["foscarnet-plan"] == forms(markdown.reset().convert(PLAN))


@pytest.mark.parametrize(
    "line",
    [
        "::: calculator nobody",
        "::: calculator",
        "::: calculator foscarnet-plan foscarnet-dose",
        "::: nothing",
        "::: dose-table nobody",
        "::: dose-table",
        "::: dose-tables hsv-40-every-8-h",
        ":::calculator foscarnet-plan",
        ":::",
    ],
)
def test_a_line_that_names_nothing_fails_the_build(markdown: Markdown, line: str) -> None:
    with pytest.raises(Fault, match=f"^{re.escape(line)} "):
        markdown.convert(line)


@of_every(sorted(REGIMENS))
def test_a_dose_table_is_drawn_from_the_rows_that_compute(regimen: str, markdown: Markdown) -> None:
    html = markdown.reset().convert(f"::: dose-table {regimen}")

    assert draw_tables(TABLES[f"dose-table {regimen}"]) == html
    rows = re.findall(r'<th scope="row">(.*?)</th><td><strong>(.*?)</strong></td>', html)
    table = REGIMENS[regimen].table
    assert [(row.band, typeset(row.dose)) for row in table.rows] == rows[:-1]
    assert ("below 0.4", "not recommended") == rows[-1]


def test_all_dose_tables_can_be_drawn_at_once(markdown: Markdown) -> None:
    html = markdown.convert("::: dose-tables")

    assert draw_tables(TABLES["dose-tables"]) == html
    assert 6 == html.count("<table")


def test_the_dose_tables_say_as_often_what_to_give_as_the_evidence_does(markdown: Markdown) -> None:
    transcribed = len(TABLE.read_text(encoding="utf-8").splitlines()) - 1

    assert transcribed == markdown.convert("::: dose-tables").count('scope="row"')


def test_the_fluid_table_is_drawn(markdown: Markdown) -> None:
    assert draw_tables(TABLES["fluid-table"]) == markdown.convert("::: fluid-table")


def test_the_regimens_are_drawn_with_the_doses_that_compute(markdown: Markdown) -> None:
    html = markdown.convert("::: regimen-table")

    doses = re.findall(r"<strong>(.*?)</strong>", html)
    assert [typeset(regimen.table.rows[0].dose) for regimen in REGIMENS.values()] == doses


def test_the_formula_is_read_off_the_code_that_computes(markdown: Markdown) -> None:
    html = markdown.convert("::: clearance-formula").replace(NBSP, " ")

    assert "Men: (140 − age) ÷ (72 × creatinine in mg/dL)" in html
    assert "Women: 0.85 × (140 − age) ÷ (72 × creatinine in mg/dL)" in html


def test_examples_are_drawn_from_their_file(markdown: Markdown) -> None:
    html = markdown.convert("::: examples first-patients")

    written = (EXAMPLES / "first-patients.toml").read_text(encoding="utf-8").count("[[case]]")
    assert written == html.count("<li>")
    assert named("man-50-hsv-every-8-h").about in html.replace(NBSP, " ")


def test_examples_of_a_file_that_is_not_there_fail_the_build(markdown: Markdown) -> None:
    with pytest.raises(Fault):
        markdown.convert("::: examples nobody")


def test_code_that_shows_the_line_is_left_as_it_is(markdown: Markdown) -> None:
    html = markdown.convert(f"```\n{PLAN}\n```\n\nWrite `{PLAN}`.")

    assert [] == forms(html)
    assert 2 == html.count(PLAN)


def test_indented_code_that_shows_the_line_is_left_as_it_is(markdown: Markdown) -> None:
    html = markdown.convert(f"Write:\n\n    {PLAN}")

    assert [] == forms(html)
    assert PLAN in html


def test_what_an_author_types_in_a_name_is_never_drawn(markdown: Markdown) -> None:
    with pytest.raises(Fault):
        markdown.convert('::: calculator "><script>')
