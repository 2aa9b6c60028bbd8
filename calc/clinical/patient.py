"""What is asked about the patient, with limits and the reasons for them."""

from typing import Annotated

from calc.clinical.plausible import RARE, RARE_IN_ADULTS, SLIP, SLIP_OF_THE_UNIT
from calc.model.asking import HOLDS, MOMENTARY
from calc.model.digits import exact
from calc.model.inputs import Choice, Option
from calc.model.limits import ReadBack, Slip, limits, zero_slips
from calc.model.number import Number
from calc.model.quantity import Quantity

UMOL_PER_MG_DL = exact(88.4)
"""88.4 umol/L of creatinine is 1 mg/dL, exactly, by convention."""

YEAR_OF_BIRTH = Slip(
    makes=None,  # an age needs a clock, and there is none here
    between=limits(1900, 2020, "years in which adults were born"),
    ask="was it the year of birth",
)

Age = Annotated[
    Quantity,
    Number(
        label="Age",
        unit="a",
        hint="Adults: 18 or over.",
        example="66",
        hard=limits(18, 120, "no dose here for children", why_high=SLIP),
        soft=limits(18, 110, "few patients are older"),
        slips=(YEAR_OF_BIRTH,),
        whole=True,
        unit_words=("years", "year", "yrs", "yr", "y", "yo", "y/o", "years old"),
        loinc="30525-0",
        without_unit=True,
    ),
    HOLDS,
]

Sex = Annotated[
    str,
    Choice(
        label="Sex",
        hint="As the formula uses it.",
        options=(
            Option("female", "Female", "female", words=("f",)),
            Option("male", "Male", "male", words=("m",)),
        ),
        compact=True,
    ),
    HOLDS,
]

CREATININE_LIMITS = limits(0.1, 25, SLIP_OF_THE_UNIT)
"""Of a creatinine in mg/dL."""

CREATININE_SLIPS = (
    Slip(
        unit="umol/L",
        between=limits(
            15, CREATININE_LIMITS.in_unit(UMOL_PER_MG_DL).high, "a creatinine in µmol/L"
        ),
    ),
    Slip(unit="mg/dL", between=limits(CREATININE_LIMITS.low, 20, "a creatinine in mg/dL")),
)

Creatinine = Annotated[
    Quantity,
    Number(
        label="Creatinine",
        unit="mg/dL",
        hint="Steady over recent days.",
        example="1.25",
        hard=CREATININE_LIMITS,
        soft=limits(0.3, 10, RARE),
        factors={"umol/L": UMOL_PER_MG_DL},
        slips=CREATININE_SLIPS,
        read_back=(
            ReadBack((("umol/L", 1 / UMOL_PER_MG_DL),), exact(0.1)),
            ReadBack((("mg/dL", exact(1)),), exact(0.01)),
        ),
        loinc="2160-0",
    ),
    MOMENTARY,
]

CLEARANCE_LIMITS = limits(3, 500, "a lower figure may be one per kg", why_high=SLIP)
"""Of a clearance in mL/min."""

PER_KG = Slip(
    unit="mL/min/kg",
    makes=None,  # what it would be in mL/min needs the weight
    between=limits(0.1, CLEARANCE_LIMITS.low, "a clearance for each kg"),
    ask="was it for each kg",
)

MeasuredClearance = Annotated[
    Quantity,
    Number(
        label="Measured 24-hour clearance",
        unit="mL/min",
        hint="Instead of creatinine: from a 24-hour collection, in mL/min and not per kg.",
        example="48",
        hard=CLEARANCE_LIMITS,
        slips=(PER_KG,),
        loinc="2164-2",
    ),
    MOMENTARY,
]

KG_PER_LB = exact(0.45359237)
"""The international pound, exactly. A stone is 14 of them."""
KG_PER_STONE = 14 * KG_PER_LB
LIKELY_WEIGHT = limits(30, 250, RARE_IN_ADULTS)
TENTH_KG = exact(0.1)

WEIGHT_SLIPS = (
    *zero_slips(LIKELY_WEIGHT),
    Slip(
        unit="lb",
        makes=KG_PER_LB,
        spellings=("lbs", "pound", "pounds", "[lb_av]", "#"),
        step=TENTH_KG,
        between=LIKELY_WEIGHT,
    ),
    Slip(
        unit="st",
        makes=KG_PER_STONE,
        spellings=("stone", "stones", "[stone_av]"),
        step=TENTH_KG,
        between=LIKELY_WEIGHT,
    ),
    Slip(
        unit="g",
        makes=exact(0.001),
        spellings=("gram", "grams", "gm", "gms"),
        step=TENTH_KG,
        between=LIKELY_WEIGHT,
    ),
)

Weight = Annotated[
    Quantity,
    Number(
        label="Weight",
        unit="kg",
        hint="Today, in kg, not pounds.",
        example="70.5",
        hard=limits(20, 350, "outside this a slip is likelier than a patient"),
        slips=WEIGHT_SLIPS,
        read_back=(
            ReadBack((("lb", KG_PER_LB),)),
            ReadBack((("st", KG_PER_STONE), ("lb", KG_PER_LB))),
        ),
        unit_words=("kilograms", "kilogram", "kgs", "kilo", "kilos"),
        loinc="29463-7",
    ),
]

CM_PER_INCH = exact(2.54)
CM_PER_FOOT = 12 * CM_PER_INCH
LIKELY_HEIGHT = limits(140, 210, RARE_IN_ADULTS)
TENTH_CM = exact(0.1)

HEIGHT_SLIPS = (
    Slip(unit="m", makes=exact(100), spellings=("metre", "metres"), between=LIKELY_HEIGHT),
    Slip(
        unit="in",
        makes=CM_PER_INCH,
        spellings=("inch", "inches", '"', "”", "″", "[in_i]"),
        step=TENTH_CM,
        between=LIKELY_HEIGHT,
    ),
    Slip(
        unit="ft",
        makes=CM_PER_FOOT,
        spellings=("foot", "feet", "'", "’", "′", "[ft_i]"),
        step=TENTH_CM,
        between=LIKELY_HEIGHT,
        if_spelt=True,  # 5.10 alone may be 5.1 feet, or 5 feet 10
    ),
)

Height = Annotated[
    Quantity,
    Number(
        label="Height",
        unit="cm",
        hint="For ideal weight.",
        example="172",
        hard=limits(100, 250, "outside this a slip is likelier than an adult"),
        soft=LIKELY_HEIGHT,
        slips=HEIGHT_SLIPS,
        read_back=(ReadBack((("ft", CM_PER_FOOT), ("in", CM_PER_INCH))),),
        loinc="8302-2",
        folds=True,
    ),
    HOLDS,
]
