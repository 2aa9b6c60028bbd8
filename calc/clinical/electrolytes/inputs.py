"""What is asked: where foscarnet stands, the symptoms, the values in their units, and the ECG."""

from fractions import Fraction
from typing import Annotated, Literal

from calc.clinical.qtc import HeartRate, QtInterval
from calc.model.asking import Holds, When
from calc.model.digits import exact
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import ReadBack, Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity, constant
from calc.model.several import Several
from calc.model.sources import SITE_RULE

type Course = Literal["running", "between", "not-begun"]
type Symptom = Literal["tingling", "cramps", "seizure", "palpitations", "fainting"]

MG_DL = {"calcium": exact(4.0078), "magnesium": exact(2.4305), "phosphate": exact(3.0974)}
"""How many mg/dL make 1 mmol/L: atomic weights 40.078, 24.305, and 30.974 for phosphorus."""
MEQ_PER_MMOL = exact(2)
"""A magnesium ion has two charges."""
ATOMIC_WEIGHTS = SITE_RULE.at("atomic weights; phosphate in mg/dL is counted as phosphorus")

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


def _unit_slips(mmol: tuple[float, float], mg: tuple[float, float], what: str) -> tuple[Slip, Slip]:
    """A number of the other unit, where it is one that such a result can have."""
    return (
        Slip(unit="mmol/L", between=limits(*mmol, f"{what} in mmol/L")),
        Slip(unit="mg/dL", between=limits(*mg, f"{what} in mg/dL")),
    )


def _read_back(mg_per_mmol: Fraction) -> tuple[ReadBack, ReadBack]:
    return (
        ReadBack((("mg/dL", 1 / mg_per_mmol),), exact(0.01)),
        ReadBack((("mmol/L", exact(1)),), exact(0.001)),
    )


def _other_calcium(low: float, high: float, ask: str) -> Slip:
    return Slip(makes=None, between=limits(low, high, "the other calcium"), ask=ask)


IonisedCalcium = Annotated[
    Quantity,
    Number(
        label="Ionised calcium",
        unit="mmol/L",
        hint="From a blood gas or the laboratory. On foscarnet it is the one to believe.",
        example="1.18",
        hard=limits(0.4, 3, "beyond this a slip of the unit is likelier than a patient"),
        soft=limits(0.6, 1.7, "values beyond this are rare"),
        factors={"mg/dL": MG_DL["calcium"]},
        slips=(
            *_unit_slips((0.4, 2), (2, 8), "an ionised calcium"),
            _other_calcium(1.7, 4, "was it the total calcium"),
        ),
        read_back=_read_back(MG_DL["calcium"]),
        loinc="1994-3",
    ),
]

TotalCalcium = Annotated[
    Quantity,
    Number(
        label="Total calcium",
        unit="mmol/L",
        hint="As measured, not corrected.",
        example="2.3",
        hard=limits(0.8, 6, "beyond this a slip of the unit is likelier than a patient"),
        soft=limits(1.6, 3.3, "values beyond this are rare"),
        factors={"mg/dL": MG_DL["calcium"]},
        slips=(
            *_unit_slips((1.2, 4), (4, 20), "a total calcium"),
            _other_calcium(0.4, 1.5, "was it the ionised calcium"),
        ),
        read_back=_read_back(MG_DL["calcium"]),
        loinc="17861-6",
    ),
]

Albumin = Annotated[
    Quantity,
    Number(
        label="Albumin",
        unit="g/L",
        hint="Only to show what a corrected calcium would be. It reassures nobody here.",
        example="34",
        hard=limits(5, 80, "beyond this a slip of the unit is likelier than a patient"),
        soft=limits(12, 55, "values beyond this are rare"),
        factors={"g/dL": exact(0.1)},
        slips=(
            Slip(unit="g/L", between=limits(10, 60, "an albumin in g/L")),
            Slip(unit="g/dL", between=limits(1, 6, "an albumin in g/dL")),
        ),
        loinc="1751-7",
    ),
]

Magnesium = Annotated[
    Quantity,
    Number(
        label="Magnesium",
        unit="mmol/L",
        hint="In serum or plasma.",
        example="0.78",
        hard=limits(0.1, 5, "beyond this a slip of the unit is likelier than a patient"),
        soft=limits(0.42, 1.3, "values beyond this are rare, or of another unit"),
        factors={"mg/dL": MG_DL["magnesium"], "mEq/L": MEQ_PER_MMOL},
        slips=(
            *_unit_slips((0.3, 1.2), (0.8, 4), "a magnesium"),
            Slip(unit="mEq/L", between=limits(0.6, 3, "a magnesium in mEq/L")),
        ),
        read_back=_read_back(MG_DL["magnesium"]),
        loinc="2601-3",
    ),
]

Potassium = Annotated[
    Quantity,
    Number(
        label="Potassium",
        unit="mmol/L",
        hint="In mmol/L, which is the same number in mEq/L.",
        example="4.1",
        hard=limits(1, 10, "beyond this a slip is likelier than a patient"),
        soft=limits(2, 7, "values beyond this are rare"),
        slips=(
            Slip(
                makes=exact(0.1),
                between=limits(1.5, 8, "potassiums"),
                far=True,
                ask="was the decimal point left out",
            ),
        ),
        unit_words=("mEq/L",),
        loinc="2823-3",
    ),
]

Phosphate = Annotated[
    Quantity,
    Number(
        label="Phosphate",
        unit="mmol/L",
        hint="In mg/dL it is counted as phosphorus.",
        example="1.05",
        hard=limits(0.1, 6, "beyond this a slip of the unit is likelier than a patient"),
        soft=limits(0.5, 2.2, "values beyond this are rare, or of another unit"),
        factors={"mg/dL": MG_DL["phosphate"]},
        slips=_unit_slips((0.3, 3), (1, 12), "a phosphate"),
        read_back=_read_back(MG_DL["phosphate"]),
        loinc="14879-1",
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
                between=limits(300, 800, "a QTc"),
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
    Holds(but=("unknown",)),
]


def in_mmol(typed: Quantity, what: str, name: str, edges: tuple[Fraction, ...]) -> Quantity:
    """A value of calcium, magnesium or phosphate in mmol/L, divided in full view, unrounded.

    `edges` are the limits whose side must show.
    """
    if typed.unit == "mmol/L":
        return typed.named(name, "mmol/L", edges=edges)
    per_mmol, unit = MG_DL[what], "mg.L/dL/mmol"
    if typed.unit == "mEq/L":
        per_mmol, unit = MEQ_PER_MMOL, "mEq/mmol"
    factor = constant(per_mmol, unit, "", ATOMIC_WEIGHTS, bare=True)
    return (typed / factor).named(name, "mmol/L", edges=edges)


def in_g_per_l(albumin: Quantity) -> Quantity:
    """Albumin in g/L; 1 g/dL is 10 g/L."""
    if albumin.unit == "g/L":
        return albumin
    return albumin / constant(exact(0.1), "L/dL", bare=True)
