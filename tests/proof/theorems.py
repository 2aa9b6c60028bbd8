"""The theorems in words, and all that is claimed of each."""

from collections.abc import Callable, Iterator

from tests.proof.claims import Claim
from tests.proof.courses import Way, in_bands, planned, typed
from tests.proof.foscarnet import SWISS_TABLES, US_TABLES
from tests.proof.kidneys import (
    Patient,
    below_the_table,
    clearances,
    measured_below_the_table,
    on_dialysis,
)
from tests.proof.rows import by_mouth, into_a_vein
from tests.proof.second import columns, infusion
from tests.proof.second.kidneys import SHARE, US

THEOREMS = {
    "bands": "Every clearance per kg from 0.4 mL/min/kg up lies in exactly one row of each column "
    "of the US label and of the Swiss text, and none below does: no gap, no overlap.",
    "rows": "Of intravenous aciclovir and of tablets, by each text, every clearance gets what the "
    "highest row gives that it reaches.",
    "looked up": "A dose is given for each clearance from 0.4 mL/min/kg up and refused for each "
    "below.",
    "rate": "After rounding the pump never gives more than 1 mg/kg/min: not at the starting rate, "
    "not at the highest one, and not with saline beside the undiluted drug.",
    "volume": "What is drawn up and what hangs never hold more than the dose, and what is drawn up "
    "falls short of it by less than a tenth of a mL.",
    "bag": "At either rate the time that is said never gives more than the bag holds.",
    "time": "No time is below the regimen's minimum, or below a minute for each mg/kg; a first "
    "infusion, and one of more than 60 mg/kg, starts over two hours or longer.",
    "containers": "What is drawn and what is left over make up whole containers of 250 mL, of "
    "which the last is begun and holds the rest.",
    "typed": "Rate, volume, bag, time and containers hold too for any dose that is typed in mg, up "
    "to the full dose of its regimen for each kg.",
    "factors": "Once its row is found, nothing of dose, volume, rate, time, fluid or sodium rests "
    "on anything else of the kidneys.",
    "refusals": "Where nothing may be given, nothing but the clearance that led there is handed "
    "on: below 0.4 mL/min/kg, estimated or measured, on dialysis, and for a typed dose above the "
    "full one.",
    "clearance": "A higher creatinine or a higher age never gives a higher clearance per kg, and "
    "a woman's is never above that of a man of her age and creatinine.",
}
"""For every real age, creatinine, clearance, weight and dose within the limits of the forms."""

type Part = tuple[Callable[..., Iterator[Claim]], tuple[object, ...]]
"""What claims, and of what."""


def whole() -> Iterator[Part]:
    """Every claim of every theorem."""
    yield from _of_tables()
    for regimen in columns.REGIMENS:
        yield from _of_regimen(regimen)


def sliced() -> Iterator[Part]:
    """Every theorem, of the tables, of the lowest and of the highest regimen."""
    yield from _of_tables()
    for regimen in ("hsv-40-every-8-h", "cmv-maintenance-120"):
        way = Way(regimen, "peripheral", True)
        yield planned, (way,)
        yield typed, (way,)
    patient = Patient("hsv-40-every-8-h", "female", "umol/L")
    yield below_the_table, (patient,)
    yield on_dialysis, (patient,)
    yield measured_below_the_table, (patient.regimen,)


def _of_tables() -> Iterator[Part]:
    for name, table in {**US_TABLES, **SWISS_TABLES}.items():
        yield in_bands, (name, table)
    yield into_a_vein, ()
    yield by_mouth, ()
    for unit in US:
        yield clearances, (unit,)


def _of_regimen(regimen: str) -> Iterator[Part]:
    for access in infusion.MG_PER_ML:
        for first in (True, False):
            yield planned, (Way(regimen, access, first),)
            yield typed, (Way(regimen, access, first),)
    yield measured_below_the_table, (regimen,)
    for sex in SHARE:
        for unit in US:
            yield below_the_table, (Patient(regimen, sex, unit),)
            yield on_dialysis, (Patient(regimen, sex, unit),)


def claimed(part: Part) -> list[Claim]:
    """All claims of a part."""
    claims, of = part
    return [*claims(*of)]
