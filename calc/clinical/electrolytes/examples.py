"""What guidelines give for low values: examples side by side, for patients in general.

They differ, none is about foscarnet, and nothing of them is computed.
"""

from collections.abc import Iterable
from typing import NamedTuple

from calc.clinical.sources import (
    AYRSHIRE_PHOSPHATE,
    AYRSHIRE_POTASSIUM,
    CORNWALL_MAGNESIUM,
    GLASGOW_PHOSPHATE,
    HIGHLAND_CALCIUM,
    HIGHLAND_MAGNESIUM,
    HIGHLAND_POTASSIUM,
    LOW_CALCIUM,
    LOW_CALCIUM_2016,
    ST_GEORGE_CALCIUM,
)
from calc.model.quantity import Range, constant
from calc.model.results import Row, Table
from calc.model.sources import Cite


class Example(NamedTuple):
    """What one guideline gives, and when, as it says it."""

    id: str
    whose: str
    when: str
    gives: str
    cite: Cite


def _of(value: float, unit: str) -> str:
    return constant(value, unit).shown()


def _to(low: float, high: float, unit: str) -> str:
    return Range(constant(low, unit), constant(high, unit)).shown()


GLUCONATE = "calcium gluconate 10%"

# "10-20 mL 10% calcium gluconate in 50-100 mL of 5% dextrose i.v. over 10 min with ECG monitoring.
# This can be repeated until the patient is asymptomatic. ... Dilute 100 mL of 10% calcium gluconate
# (10 vials) in 1 L of Normal saline or 5% dextrose and infuse at 50-100 mL/h."
# "Sandocal 1000, 2 tablets BD"; "2.0 to 2.25mmol/L Oral: Calvive"
# "ionised calcium < 1.0 mmol/L ...: treat intravenously. 1g (10 mls) of 10% calcium gluconate
# slowly over 10 mins. Reassess ... in 4 hours."
CALCIUM = (
    Example(
        "calcium-society",
        "Society for Endocrinology",
        f"serum calcium below {_of(1.9, 'mmol/L')}, or symptoms at any level below the range",
        f"on an ECG monitor, {_to(10, 20, 'mL')} of {GLUCONATE} in {_to(50, 100, 'mL')} of 5% "
        f"glucose over {_of(10, 'min')}, again until symptoms are gone; then {_of(100, 'mL')} of "
        f"{GLUCONATE} in {_of(1, 'L')} of saline or 5% glucose at {_to(50, 100, 'mL/h')}",
        LOW_CALCIUM.at("severe hypocalcaemia"),
    ),
    Example(
        "calcium-society-mild",
        "Society for Endocrinology",
        f"serum calcium above {_of(1.9, 'mmol/L')}, no symptoms",
        "by mouth: Sandocal 1000, two tablets twice a day",
        LOW_CALCIUM_2016.at("mild hypocalcaemia"),
    ),
    Example(
        "calcium-highland",
        "Highland",
        f"corrected, {_to(2.0, 2.25, 'mmol/L')}",
        "by mouth",
        HIGHLAND_CALCIUM.at("table"),
    ),
    Example(
        "calcium-st-george",
        "St George, Sydney",
        f"ionised below {_of(1.0, 'mmol/L')}, or corrected below {_of(1.9, 'mmol/L')}",
        f"{_of(1, 'g')} ({_of(10, 'mL')}) of {GLUCONATE} over {_of(10, 'min')}; measured again "
        f"after {_of(4, 'h')}",
        ST_GEORGE_CALCIUM.at("treatment"),
    ),
)
# "20mmol (10mL magnesium sulfate 50% injection (2mmol/mL)) in 250mL glucose 5% over 3 hours. ...
# Give a total of three doses at 12 hour intervals"; "Adult with impaired eGFR less than 30mL/min
# should receive 50% of the recommended dose delivered over a longer period"; "Not for patients with
# heart block or existing myocardial damage"; "(10mmol Mg) once or twice daily"
MAGNESIUM = (
    Example(
        "magnesium-highland",
        "Highland",
        f"below {_of(0.5, 'mmol/L')}",
        f"{_of(20, 'mmol')} in {_of(250, 'mL')} of 5% glucose over {_of(3, 'h')}, three times, "
        f"{_of(12, 'h')} apart; not in heart block; half, and slower, below an eGFR of "
        f"{_of(30, 'mL/min')}",
        HIGHLAND_MAGNESIUM.at("table"),
    ),
    Example(
        "magnesium-highland-mild",
        "Highland",
        _to(0.5, 0.7, "mmol/L"),
        f"by mouth: {_of(10, 'mmol')} once or twice a day; half below an eGFR of "
        f"{_of(30, 'mL/min')}",
        HIGHLAND_MAGNESIUM.at("table"),
    ),
    Example(
        "magnesium-cornwall",
        "Cornwall",
        f"below {_of(0.4, 'mmol/L')}, or above it with symptoms",
        "into a vein",
        CORNWALL_MAGNESIUM.at("summary"),
    ),
    Example(
        "magnesium-cornwall-mild",
        "Cornwall",
        f"{_to(0.4, 0.7, 'mmol/L')}, no symptoms",
        "by mouth",
        CORNWALL_MAGNESIUM.at("summary"),
    ),
)
# "3-3.5mmol/L ...: Sando-K 2 tablets 3 times daily", "2.5-2.9mmol/L ...: Sando-K 3 tablets 3 times
# daily", "each contain 12mmol of potassium", "<2.5mmol/L or cardiac arrhythmia ...: Intravenous"
# "should not normally exceed 10mmol K+/hour. Continuous ECG monitoring is essential for infusion
# rates exceeding 20mmol per hour"; "above 40mmol/L should be given via a central venous catheter"
POTASSIUM = (
    Example(
        "potassium-ayrshire",
        "Ayrshire and Arran",
        f"below {_of(2.5, 'mmol/L')}, or an arrhythmia",
        "into a vein; with the renal team below an eGFR of " + _of(15, "mL/min"),
        AYRSHIRE_POTASSIUM.at("starting doses"),
    ),
    Example(
        "potassium-ayrshire-moderate",
        "Ayrshire and Arran",
        _to(2.5, 2.9, "mmol/L"),
        f"by mouth: Sando-K ({_of(12, 'mmol')} each), three tablets three times a day; daily tests",
        AYRSHIRE_POTASSIUM.at("starting doses"),
    ),
    Example(
        "potassium-ayrshire-mild",
        "Ayrshire and Arran",
        _to(3, 3.5, "mmol/L"),
        "by mouth: Sando-K, two tablets three times a day; tests twice a week",
        AYRSHIRE_POTASSIUM.at("starting doses"),
    ),
    Example(
        "potassium-highland",
        "Highland",
        "into a vein",
        f"not above {_of(10, 'mmol/h')} as a rule; continuous ECG above {_of(20, 'mmol/h')}; above "
        f"{_of(40, 'mmol/L')} by a central line",
        HIGHLAND_POTASSIUM.at("intravenous supplements"),
    ),
)
# "Mild (0.6-0.69mmol/L) No treatment required", "Moderate (0.3-0.59mmol/L): Phosphate Sandoz 1-2
# tablets orally three times daily (each tablet contains 16mmol phosphate, 3mmol potassium and
# 20mmol sodium)", "<0.3 ...: impaired renal function: ... IV 20mmol", "normal ...: 40mmol"
PHOSPHATE = (
    Example(
        "phosphate-ayrshire",
        "Ayrshire and Arran",
        f"below {_of(0.3, 'mmol/L')}",
        f"glycerophosphate {_of(40, 'mmol')} into a vein over {_of(12, 'h')}; "
        f"{_of(20, 'mmol')} with impaired kidneys",
        AYRSHIRE_PHOSPHATE.at("severe hypophosphataemia"),
    ),
    Example(
        "phosphate-glasgow",
        "Glasgow",
        f"below {_of(0.3, 'mmol/L')}",
        f"glycerophosphate {_of(20, 'mmol')} into a vein over {_of(12, 'h')}, twice; once with "
        "impaired kidneys",
        GLASGOW_PHOSPHATE.at("severe hypophosphataemia"),
    ),
    Example(
        "phosphate-both-moderate",
        "Both",
        _to(0.3, 0.59, "mmol/L"),
        f"by mouth: Phosphate Sandoz, one or two tablets three times a day ({_of(16, 'mmol')} of "
        f"phosphate and {_of(20, 'mmol')} of sodium each); with symptoms up to "
        f"{_of(0.5, 'mmol/L')} perhaps into a vein",
        AYRSHIRE_PHOSPHATE.at("moderate hypophosphataemia"),
    ),
    Example(
        "phosphate-ayrshire-mild",
        "Ayrshire and Arran",
        _to(0.6, 0.69, "mmol/L"),
        "nothing",
        AYRSHIRE_PHOSPHATE.at("mild hypophosphataemia"),
    ),
    Example(
        "phosphate-glasgow-mild",
        "Glasgow",
        _to(0.6, 0.79, "mmol/L"),
        "nothing",
        GLASGOW_PHOSPHATE.at("mild hypophosphataemia"),
    ),
)


def table(what: str, examples: Iterable[Example]) -> Table:
    """The examples for one low value side by side, none of them chosen."""
    examples = tuple(examples)
    rows = tuple(Row(each.id, (each.whose, each.when, each.gives), {}) for each in examples)
    cites = tuple(dict.fromkeys(each.cite for each in examples))
    heads = ("Whose guideline", "When", "What it gives")
    return Table(f"Low {what}: examples, not an order", heads, rows, cites)
