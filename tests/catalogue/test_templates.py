"""Templates show what they are given, so that any site builder can fill them in."""

import re
from pathlib import Path

import pytest

OVERRIDES = Path(__file__).parents[2] / "overrides"
TEMPLATES = sorted((OVERRIDES / "theme").rglob("*.html"))
PYTHON = sorted(OVERRIDES.rglob("*.py"))
EXPRESSION = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
CALLED = re.compile(r"\.\s*\w+\s*\(")
FILTERED = re.compile(r"super\(\)\s*\|")
OF_MATERIAL = re.compile(r"bundle\.|search_index|lunr|__md_scope|data-md-component")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_template_calls_python_or_edits_what_the_theme_wrote(template: Path) -> None:
    expressions = EXPRESSION.findall(template.read_text(encoding="utf-8"))

    assert [] == [each for each in expressions if CALLED.search(each) or FILTERED.search(each)]


def test_only_one_module_knows_the_files_of_material() -> None:
    knows = [file.name for file in PYTHON if OF_MATERIAL.search(file.read_text(encoding="utf-8"))]

    assert ["material.py"] == knows
