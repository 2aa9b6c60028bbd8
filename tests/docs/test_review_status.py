"""That nobody has reviewed it is stated once, and shown everywhere."""

import re
from pathlib import Path

import pytest

from calc.present.text import CHECK, NOT_REVIEWED, REVIEW

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
STATED_IN = "calc/present/text.py"
OF_THE_PRODUCT = [
    ROOT / "mkdocs.yml",
    *(
        file
        for room in ("calc", "overrides")
        for file in sorted((ROOT / room).rglob("*"))
        if file.suffix in (".py", ".html", ".js", ".css")
    ),
]
PROSE = [
    ROOT / "README.md",
    *(ROOT / "docs" / name for name in ("about.md", "index.md", "evidence/how-sure.md")),
]
SHOWN_AT_ANY_ADDRESS = ["404.html"]


def test_the_product_states_it_once() -> None:
    found = [
        file.relative_to(ROOT).as_posix()
        for file in OF_THE_PRODUCT
        for _ in re.findall(r"clinically\s+reviewed", file.read_text(encoding="utf-8"), re.I)
    ]

    assert [STATED_IN] == found


@pytest.mark.parametrize("file", PROSE, ids=lambda file: file.name)
def test_prose_says_it_in_the_same_words(file: Path) -> None:
    words = NOT_REVIEWED.removesuffix(".").lower()

    assert words in re.sub(r" been (?=clinically)", " ", file.read_text(encoding="utf-8").lower())


def test_the_readme_says_the_whole_of_it() -> None:
    assert f"**{NOT_REVIEWED}** {CHECK}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_built_page_says_it_at_its_top() -> None:
    silent = [
        page.relative_to(SITE).as_posix()
        for page in SITE.rglob("*.html")
        if REVIEW not in " ".join(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")).split())
    ]

    assert SHOWN_AT_ANY_ADDRESS == silent
