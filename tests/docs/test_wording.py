"""What a reader sees keeps to the rules for writing doses safely."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import product
from pathlib import Path

import pytest

from tests.every import of_every

SITE = Path(__file__).parents[2] / "site"
PAGES = sorted(
    page.relative_to(SITE).as_posix()
    for page in SITE.rglob("*.html")
    if "project" not in page.parts and page.name not in ("404.html", "changelog.html")
)
DRAWN = re.compile(r'<table class="dose-table".*?</table>', re.DOTALL)
HIDDEN = re.compile(r"<(script|style|svg|template|nav|header|q)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</?(?:p|li|td|th|h\d|dt|dd|caption|summary|legend|label|div|ul|ol|tr|table)\b")
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
NOTES = re.compile(r'<div class="footnote">.*?</div>', re.DOTALL)
RECORDS = re.compile(r"<span>[^<]*(?:<[^/][^>]*>[^<]*</a>[^<]*)*</span>")
UNIT = r"(?:mg|mL|g|kg|mmol|L)(?:/\w+)*"

RULES = {
    "a leading zero": r"(?<![\d.])\.\d",
    "no trailing zero": rf"\d\.\d*0\s?(?:µ|m)?{UNIT}\b",
    "a comma from 1,000": rf"(?<![\d.,])\d{{4,}}\s?{UNIT}\b",
    "a space before the unit": rf"\d{UNIT}\b(?!\w)",
    "no shorthand for an interval": r"(?i)\b(?:q\d+h|q\.?d\b|bd|bid|tid|tds|qds|od)\b",
    "micrograms in full": r"\d\s?(?:[µμ]g|mcg|ug)\b",
    "no symbols for units and cubic centimetres": r"\d\s?(?:U|IU|cc)\b",
    "no signs for more and less before a dose": rf"[<>≥≤]\s?\d[\d.,]*\s?{UNIT}",
    "no short names of drugs": r"\b(?:FOS|PFA|ACV|VACV|FCV|CDV)\b",
    "drug names in lower case": r"(?<=[a-z,] )(?:(?:Aci|Valaci|Famci)clovir|Foscarnet|Cidofovir)\b",
}


def prose(name: str) -> Iterator[str]:
    """The same without the tables that calc draws, whose cells hold one dose each and may wrap."""
    yield from texts(name, DRAWN)


def texts(name: str, without: re.Pattern[str] = HIDDEN) -> Iterator[str]:
    """Each block of text that a reader sees on a page, the printed titles of sources left out."""
    html = without.sub("", "".join(ARTICLE.findall((SITE / name).read_text(encoding="utf-8"))))
    html = RECORDS.sub("", NOTES.sub("", HIDDEN.sub("", html)))
    for block in BLOCK.split(html):
        text = re.sub(r"[ \n]+", " ", unescape(re.sub(r"<[^>]*>", "", block.partition(">")[2])))
        if text:
            yield text


@of_every([*product(PAGES, RULES)], ": ".join)
def test_the_words_keep_to_the_rule(place: tuple[str, str]) -> None:
    name, rule = place
    found = re.compile(RULES[rule])

    assert [] == [text for text in texts(name) if found.search(text)]


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("a leading zero", "give .5 mg"),
        ("no trailing zero", "give 5.0 mg"),
        ("a comma from 1,000", "give 2450 mg"),
        ("a space before the unit", "give 50mg"),
        ("no shorthand for an interval", "40 mg/kg q8h"),
        ("micrograms in full", "5 µg"),
        ("no symbols for units and cubic centimetres", "10 IU"),
        ("no signs for more and less before a dose", "> 40 mg/kg"),
        ("no short names of drugs", "start PFA"),
        ("drug names in lower case", "then Foscarnet is given"),
    ],
)
def test_a_rule_catches_what_breaks_it(rule: str, wrong: str) -> None:
    assert re.search(RULES[rule], wrong)


@of_every(PAGES)
def test_a_number_never_parts_from_its_unit(name: str) -> None:
    parted = re.compile(r"\d (?:mg|mL|mmol|kg|hours?|minutes|min)\b")

    assert [] == [text for text in texts(name) if parted.search(text)]


@of_every([name for name in PAGES if not name.startswith(("calculators/", "embed/", "one-file/"))])
def test_a_dose_never_parts_from_its_interval_in_prose(name: str) -> None:
    parted = re.compile(r"mg(?:/kg)? (?:every \d|once daily|once a week|twice|three times a day)")

    assert [] == [text for text in prose(name) if parted.search(text)]


def test_the_words_of_a_page_are_read() -> None:
    assert "By pump, never as a bolus" in " ".join(texts("giving-foscarnet.html"))
