"""Numbers and units are written so that they cannot be misread (ISMP and NHS rules)."""

import re
from functools import cache

from calc.present.markup import NBSP
from calc.present.text import render_text
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.every import every_answer, of_every
from tests.present.reading import page_of

every_result = of_every([*cases("answer"), *cases("refusal")], lambda case: case.name)

VERSION = re.compile(r"version \d+\.\d+\.\d+")
UNIT = (
    r"(?:mg/kg/min|mg/kg|mg/mL|mg/dL|mg/mmol|mg|mL/min/kg|mL/min|mL/h|mL|mmol/mL|mmol|"
    r"[µu]mol/L|kg|min/h|min|hours?|years)"
)
CALCULATED = ["answer-headline", "step-result", "band-dose"]
"""Where the figures stand that are acted upon."""


@cache
def said(case: Case) -> str:
    """All that a person reads of a result, page and copy, without the version."""
    return VERSION.sub("", "\n".join([*page_of(case).texts(), render_text(outcome_of(case))]))


def calculated(case: Case) -> str:
    """The figures that are acted upon, alone."""
    page = page_of(case)
    parts = [part for class_ in CALCULATED for part in page.all(class_=class_)]
    return "\n".join(part.text for part in parts)


@every_result
def test_no_number_has_a_trailing_nought(case: Case) -> None:
    assert [] == re.findall(r"\d\.\d*0(?!\d)", said(case))


@every_result
def test_no_number_starts_with_its_point(case: Case) -> None:
    assert [] == re.findall(r"(?<!\d)\.\d", said(case))


@every_result
def test_numbers_from_1000_have_commas(case: Case) -> None:
    """Years are no amounts: only numbers that a unit follows are looked at."""
    assert [] == re.findall(rf"(?<![\d.,])\d{{4,}}(?:\.\d+)?[ {NBSP}]{UNIT}\b", said(case))


@every_answer
def test_a_calculated_number_never_parts_from_its_unit(case: Case) -> None:
    assert [] == re.findall(rf"\d {UNIT}(?![\w/])", calculated(case))


@every_result
def test_no_number_touches_its_unit(case: Case) -> None:
    assert [] == re.findall(rf"\d{UNIT}(?![\w/])", said(case))


@every_result
def test_no_dangerous_abbreviation_is_used(case: Case) -> None:
    found = re.findall(r"\bq\d+ ?h\b|\bQD\b|\bBID\b|\bTID\b|\bIU\b|\bcc\b|µg\b|\bmcg\b", said(case))

    assert [] == found


@every_result
def test_more_and_less_are_said_in_words(case: Case) -> None:
    assert [] == re.findall(r"[<>≤≥]", said(case))


@every_result
def test_the_drug_is_never_abbreviated(case: Case) -> None:
    assert [] == re.findall(r"\bFOS\b|\bPFA\b|\bACV\b", said(case))
