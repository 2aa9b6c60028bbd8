"""What a reader sees keeps to the rules for writing doses safely."""

import re
from functools import cache
from html import unescape
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.every import of_every

SITE = Path(__file__).parents[2] / "site"
PAGES = sorted(
    page.relative_to(SITE).as_posix()
    for page in SITE.rglob("*.html")
    if "project" not in page.parts and page.name not in ("404.html", "changelog.html")
)
DRAWN = re.compile(
    r'<table class="dose-table".*?</table>|<form.*?</form>|<section class="on-paper".*?</section>',
    re.DOTALL,
)
HIDDEN = re.compile(r"<(script|style|svg|template|nav|header|q)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</?(?:p|li|td|th|h\d|dt|dd|caption|summary|legend|label|div|ul|ol|tr|table)\b")
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
NOTES = re.compile(r'<div class="footnote">.*?</div>', re.DOTALL)
BUILD = re.compile(r"\bbuild [0-9a-f]{12}\b")
"""What a build is called: figures and letters, which may look like a unit."""
RECORDS = re.compile(r"<span>[^<]*(?:<[^/][^>]*>[^<]*</a>[^<]*)*</span>")
UNIT = r"(?:mg|mL|g|kg|mmol|L)(?:/\w+)*"


class Rule(NamedTuple):
    """What a text may not hold, and a text that does."""

    never: str
    wrong: str


RULES = {
    "a leading zero": Rule(r"(?<![\d.])\.\d", "give .5 mg"),
    "no trailing zero": Rule(rf"\d\.\d*0\s?(?:µ|m)?{UNIT}\b", "give 5.0 mg"),
    "a comma from 1,000": Rule(rf"(?<![\d.,])\d{{4,}}\s?{UNIT}\b", "give 2450 mg"),
    "a space before the unit": Rule(rf"\d{UNIT}\b(?!\w)", "give 50mg"),
    "no shorthand for an interval": Rule(
        r"(?i)\b(?:q\d+h|q\.?d\b|bd|bid|tid|tds|qds|od)\b", "40 mg/kg q8h"
    ),
    "micrograms in full": Rule(r"\d\s?(?:[µμ]g|mcg|ug)\b", "5 µg"),
    "no symbols for units and cubic centimetres": Rule(r"\d\s?(?:U|IU|cc)\b", "10 IU"),
    "no signs for more and less before a dose": Rule(rf"[<>≥≤]\s?\d[\d.,]*\s?{UNIT}", "> 40 mg/kg"),
    "no short names of drugs": Rule(r"\b(?:FOS|PFA|ACV|VACV|FCV|CDV)\b", "start PFA"),
    "drug names in lower case": Rule(
        r"(?<=[a-z,] )(?:(?:Aci|Valaci|Famci)clovir|Foscarnet|Cidofovir)\b",
        "then Foscarnet is given",
    ),
}


@cache
def texts(name: str, without: re.Pattern[str] = HIDDEN) -> list[str]:
    """Each block of text that a reader sees on a page, the printed titles of sources left out."""
    html = without.sub("", "".join(ARTICLE.findall((SITE / name).read_text(encoding="utf-8"))))
    html = BUILD.sub("", RECORDS.sub("", NOTES.sub("", HIDDEN.sub("", html))))
    blocks = (re.sub(r"<[^>]*>", "", each.partition(">")[2]) for each in BLOCK.split(html))
    return [text for each in blocks if (text := re.sub(r"[ \n]+", " ", unescape(each)))]


def prose(name: str) -> list[str]:
    """The same without the tables and forms that calc draws, which hold one dose each and wrap."""
    return texts(name, DRAWN)


@of_every([*product(PAGES, RULES)], ": ".join)
def test_the_words_keep_to_the_rule(place: tuple[str, str]) -> None:
    name, rule = place
    found = re.compile(RULES[rule].never)

    assert [] == [text for text in texts(name) if found.search(text)]


@of_every(RULES)
def test_a_rule_catches_what_breaks_it(rule: str) -> None:
    assert re.search(RULES[rule].never, RULES[rule].wrong)


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
