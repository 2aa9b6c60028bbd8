"""What is asked about the patient, with limits and the reasons for them."""

from typing import Annotated

from calc.model.digits import exact
from calc.model.inputs import NO, YES, Choice, Number, Option, Slip, limits
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal, Refused
from calc.model.sources import SITE_RULE

UMOL_PER_MG_DL = exact(88.4)
"""88.4 umol/L of creatinine is 1 mg/dL, exactly, by convention."""

Age = Annotated[
    Quantity,
    Number(
        label="Age",
        unit="a",
        hint="In whole years. Adults only: 18 or over.",
        example="66",
        hard=limits(18, 120, "no dose here for children; above 120 a slip is likelier"),
        soft=limits(18, 110, "few patients are older"),
        slips=(Slip("a", "was it the year of birth?", above=1000),),
        whole=True,
        unit_words=("years", "year", "yr", "y"),
        loinc="30525-0",
        bare=True,
    ),
]

Sex = Annotated[
    str,
    Choice(
        label="Sex",
        hint="As the Cockcroft-Gault formula uses it.",
        options=(Option("female", "Female", "female"), Option("male", "Male", "male")),
    ),
]

CREATININE_SLIPS = (
    Slip("mg/dL", "was it {typed} umol/L?", above=15),
    Slip("umol/L", "was it {typed} mg/dL?", below=20),
)

Creatinine = Annotated[
    Quantity,
    Number(
        label="Creatinine",
        unit="mg/dL",
        hint="In serum or plasma, steady over recent days.",
        example="1.25",
        hard=limits(0.1, 25, "beyond this a slip of the unit is likelier than a patient"),
        soft=limits(0.3, 10, "values beyond this are rare"),
        factors={"umol/L": UMOL_PER_MG_DL},
        unit_asked_in="creatinine_unit",
        slips=CREATININE_SLIPS,
        loinc="2160-0",
    ),
]

CreatinineUnit = Annotated[
    str,
    Choice(
        label="Creatinine unit",
        options=(Option("mg/dL", "mg/dL", "mg/dL"), Option("umol/L", "umol/L", "umol/L")),
        compact=True,
    ),
]

MeasuredClearance = Annotated[
    Quantity,
    Number(
        label="Measured 24-hour clearance",
        unit="mL/min",
        hint="Instead of creatinine: from a 24-hour collection, in mL/min and not per kg.",
        example="48",
        loinc="2164-2",
    ),
]

Weight = Annotated[
    Quantity,
    Number(
        label="Weight",
        unit="kg",
        hint="Body weight today, in kg and not in pounds.",
        example="70.5",
        hard=limits(20, 350, "outside this a slip is likelier than a patient"),
        slips=(
            Slip("kg", "was it {typed} lb?", above=109.99),
            Slip("kg", "was it in stone?", below=30),
        ),
        unit_words=("kilograms", "kilogram", "kgs"),
        loinc="29463-7",
    ),
]

Height = Annotated[
    Quantity,
    Number(
        label="Height",
        unit="cm",
        hint="For ideal and adjusted weight.",
        example="172",
        hard=limits(100, 250, "outside this a slip is likelier than an adult"),
        soft=limits(140, 210, "adults outside this are rare"),
        loinc="8302-2",
    ),
]

ON_DIALYSIS = Refusal(
    "dialysis",
    "The patient is on dialysis, for which the label gives no dose: its table ends before, and its "
    "formula does not hold.",
    "Ask a renal pharmacist and an infection specialist; what hospitals give after haemodialysis "
    "is local practice, not the label's.",
    (SITE_RULE.at("no labelled dose, no result"),),
)


Dialysis = Annotated[
    bool,
    Choice(
        label="Is the patient on dialysis?",
        hint="No dose can be given here for dialysis.",
        options=(Option(YES, "Yes", True, refusal=ON_DIALYSIS), Option(NO, "No", False)),
        ask="Choose yes or no: is the patient on dialysis?",
        compact=True,
    ),
]


def refuse_dialysis(dialysis: bool) -> None:
    """Raise Refused for a patient on dialysis."""
    if dialysis:
        raise Refused(ON_DIALYSIS)
