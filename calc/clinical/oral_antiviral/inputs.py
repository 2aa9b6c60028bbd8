"""What is asked of the tablets: what for, whose text, dialysis, today's order, the mind."""

from typing import Annotated

from calc.clinical import dialysis
from calc.clinical.oral_antiviral.label import EUROPE, US, Purpose
from calc.clinical.oral_antiviral.label import Text as ProductText
from calc.clinical.oral_antiviral.rows import AFTER_SESSION, EVERY_OFTEN, Often
from calc.clinical.oral_antiviral.standing import OTHER_DIALYSIS
from calc.clinical.tablets import TABLETS, Tablets
from calc.model.asking import HOLDS, When
from calc.model.digits import exact
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import Slip, limits, zero_slips
from calc.model.number import Number
from calc.model.quantity import Quantity

WhichTablets = Annotated[Tablets, TABLETS]

WhatFor = Annotated[
    Purpose,
    Choice(
        label="What for",
        options=(
            Option("zoster", "To treat zoster", "zoster"),
            Option("prophylaxis", "As prophylaxis", "prophylaxis"),
        ),
        compact=True,
    ),
]
WhoseText = Annotated[
    ProductText,
    Choice(
        label="Whose text",
        options=(
            Option("us", US.name, US),
            Option("europe", EUROPE.name, EUROPE, words=("uk", "eu")),
        ),
        compact=True,
    ),
    HOLDS,
]

HAEMODIALYSIS = "haemodialysis"
DialysisKind = Annotated[
    str,
    Choice(
        label="Dialysis",
        hint="On dialysis the clearance is not used.",
        options=(
            Option("none", "No dialysis", "none", means=dialysis.NONE),
            Option(
                HAEMODIALYSIS,
                "Haemodialysis or haemodiafiltration, in sessions",
                HAEMODIALYSIS,
                words=("hemodialysis",),
                means=dialysis.HAEMODIALYSIS,
            ),
            Option(
                "other",
                "Peritoneal dialysis, or a continuous one",
                None,
                "No dose is given here.",
                refusal=OTHER_DIALYSIS,
                means=dialysis.PERITONEAL | dialysis.CONTINUOUS,
            ),
        ),
        ask="Choose: is the patient on dialysis, and on which?",
    ),
]

Mind = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "New confusion, hallucinations, tremor or jerks?",
        hint="Since the tablets began, or since the kidneys grew worse.",
    ),
]

IsOrdered = Annotated[
    bool,
    Choice(
        label="Today's order of tablets",
        options=(
            Option("yes", "Compare it with the text", True, words=("y",)),
            Option("no", "None: show the dose", False, words=("n",)),
        ),
        ask="Choose: is there an order to check?",
    ),
]
ORDERED = When("ordered", ("yes",))
TABLET_LIMITS = limits(50, 4000, "beyond this a slip is likelier than a dose of tablets")
OrderDose = Annotated[
    Quantity,
    Number(
        label="Dose as ordered",
        unit="mg",
        hint="What is taken at one time, in mg.",
        example="800",
        hard=TABLET_LIMITS,
        slips=(
            Slip(
                unit="g",
                makes=exact(1000),
                spellings=("gram", "grams", "gm"),
                between=limits(100, 2000, "a dose of tablets that is written in g"),
            ),
            *zero_slips(TABLET_LIMITS),
        ),
        unit_words=("milligram", "milligrams"),
    ),
    ORDERED,
]


def _option(often: Often) -> Option:
    when = When("dialysis_kind", (HAEMODIALYSIS,)) if often is AFTER_SESSION else None
    return Option(
        often.id, f"{often.words[:1].upper()}{often.words[1:]}", often, often.times, when=when
    )


OrderOften = Annotated[
    Often,
    Choice(
        label="How often, as ordered",
        options=tuple(map(_option, EVERY_OFTEN)),
        ask="Choose how often the order has it taken",
    ),
    ORDERED,
]
