"""What is asked: where foscarnet stands, the symptoms, the values in their units, and the ECG."""

from typing import Annotated, Literal

from calc.clinical.electrocardiogram import HeartRate, QtInterval
from calc.clinical.plausible import RARE, SLIP_OF_THE_UNIT
from calc.model.asking import Lasts, Reach, When
from calc.model.digits import exact
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity, constant
from calc.model.several import Several

type Course = Literal["running", "between", "not-begun"]
type Symptom = Literal["tingling", "cramps", "seizure", "palpitations", "fainting"]

FoscarnetNow = Annotated[
    Course,
    Choice(
        label="Foscarnet now",
        options=(
            Option("running", "An infusion runs now", "running"),
            Option("between", "Between two infusions", "between"),
            Option("not-begun", "Not begun, or stopped for good", "not-begun"),
        ),
        ask="Choose where foscarnet stands: does an infusion run now?",
    ),
]

Symptoms = Annotated[
    tuple[Symptom, ...],
    Several(
        label="Symptoms now",
        hint="New, or worse than before foscarnet.",
        options=(
            Option("tingling", "Tingling or numbness: mouth, hands or feet", "tingling"),
            Option("cramps", "Cramps, spasm, twitching or tetany", "cramps"),
            Option("seizure", "A seizure", "seizure"),
            Option("palpitations", "Palpitations or an arrhythmia", "palpitations"),
            Option("fainting", "Fainting", "fainting"),
        ),
        none="None of these",
        ask="Tick the symptoms, or that there are none",
    ),
]


Albumin = Annotated[
    Quantity,
    Number(
        label="Albumin",
        unit="g/L",
        hint="Only to show what a corrected calcium would be. It reassures nobody here.",
        example="34",
        hard=limits(5, 80, SLIP_OF_THE_UNIT),
        soft=limits(12, 55, RARE),
        factors={"g/dL": exact(0.1)},
        slips=(
            Slip(unit="g/L", between=limits(10, 60, "an albumin in g/L")),
            Slip(unit="g/dL", between=limits(1, 6, "an albumin in g/dL")),
        ),
        loinc="1751-7",
    ),
]

WhichEcg = Annotated[
    Literal["none", "qtc", "qt"],
    Choice(
        label="ECG of today",
        options=(
            Option("none", "None", "none"),
            Option("qtc", "QTc, as reported", "qtc"),
            Option("qt", "QT interval and heart rate", "qt"),
        ),
        compact=True,
    ),
]

Qtc = Annotated[
    Quantity,
    Number(
        label="QTc",
        unit="ms",
        hint="Corrected for the heart rate, as it was reported.",
        example="440",
        hard=limits(300, 800, "beyond this a slip is likelier than a QTc"),
        slips=(
            Slip(
                unit="s",
                makes=exact(1000),
                spellings=("sec", "second", "seconds"),
            ),
        ),
        unit_words=("msec", "milliseconds"),
    ),
    When("ecg", ("qtc",)),
]
QtNow = Annotated[QtInterval, When("ecg", ("qt",))]
HeartRateNow = Annotated[HeartRate, When("ecg", ("qt",))]

Paraprotein = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "Paraprotein in the blood?",
        hint="An M band or a high globulin. It can falsify calcium, phosphate and magnesium.",
    ),
    Lasts(Reach.BEYOND_THE_DAY, but=("unknown",)),
]


def in_g_per_l(albumin: Quantity) -> Quantity:
    """Albumin in g/L; 1 g/dL is 10 g/L."""
    if albumin.unit == "g/L":
        return albumin
    return albumin / constant(exact(0.1), "L/dL", without_unit=True)
