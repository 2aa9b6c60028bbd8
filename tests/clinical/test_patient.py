"""What is asked about the patient, and of the order: from which figure to which a slip is named."""

from fractions import Fraction
from typing import Any, get_args

import pytest

from calc.catalogue import CATALOGUE
from calc.clinical.oral_antiviral.inputs import OrderDose
from calc.clinical.patient import Age, Creatinine, Height, MeasuredClearance, Weight
from calc.model.number import Number
from calc.model.outcomes import InputError
from calc.model.quantity import Quantity
from calc.present.form import render_form


def number(question: Any) -> Number:
    """The number that a question declares."""
    (found,) = (each for each in get_args(question) if isinstance(each, Number))
    return found


def said(question: Any, figure: str, unit: str) -> str:
    """What is said of a figure that has not been confirmed; nothing where it is taken."""
    try:
        number(question).check(Quantity(Fraction(figure), unit), "field", False)
    except InputError as invalid:
        return str(invalid)
    return ""


@pytest.mark.parametrize(
    ("question", "unit", "asks", "first", "last", "step"),
    [
        (Age, "a", "was it the year of birth?", "1900", "2020", "1"),
        (Creatinine, "umol/L", "mg/dL?", "0.1", "20", "0.01"),
        (MeasuredClearance, "mL/min", "was it for each kg?", "0.1", "2.999", "0.001"),
        (Weight, "kg", "was a nought left out", "3", "19.999", "0.001"),
        (Weight, "kg", "was a nought added", "350.001", "2500", "0.001"),
        (OrderDose, "mg", "g (", "0.1", "2", "0.001"),
    ],
    ids=[
        *("year of birth", "creatinine in mg/dL", "clearance per kg", "nought lost"),
        *("nought added", "tablets in g"),
    ],
)
def test_a_slip_is_named_from_its_first_figure_to_its_last(
    question: Any, unit: str, asks: str, first: str, last: str, step: str
) -> None:
    ends = (Fraction(first), Fraction(last))
    beyond = (ends[0] - Fraction(step), ends[1] + Fraction(step))

    assert [True, True] == [asks in said(question, str(figure), unit) for figure in ends]
    assert [False, False] == [asks in said(question, str(figure), unit) for figure in beyond]


def test_a_height_is_unusual_below_140_cm_and_above_210_cm() -> None:
    figures = ("139.9", "140", "210", "210.1")

    assert [True, False, False, True] == [bool(said(Height, each, "cm")) for each in figures]


def test_of_the_numbers_that_may_be_left_out_the_height_alone_is_folded() -> None:
    forms = [render_form(each, "here") for each in CATALOGUE.values()]
    labels = {
        each.label
        for calculator in CATALOGUE.values()
        for each in calculator.inputs.values()
        if isinstance(each, Number)
    }

    assert {"Height"} == {label for label in labels for form in forms if _folded(label) in form}


def _folded(label: str) -> str:
    """How a form heads a question that is folded because it may be left out."""
    return f"<summary>{label} (optional)</summary>"


def test_the_two_sexes_stand_side_by_side() -> None:
    form = render_form(CATALOGUE["foscarnet-plan"], "here")

    assert "options compact" in form.partition("Female")[0].rpartition("<fieldset")[2]
