"""What is compared, and how: each figure exactly, each row and each outcome by what it says."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from calc.catalogue import run
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from calc.model.tables import DoseTable
from tests.proof.second.bedside import Verdict
from tests.proof.second.columns import Band
from tests.proof.second.ratio import Ratio, Values


class Compared(StrEnum):
    """What is compared, in the order of the work."""

    US_CLEARANCE = "Clearance per kg by the US formula"
    LIMITS = "Limits of a clearance per kg"
    US_ROW = "Row of a US column for a clearance"
    SWISS_CLEARANCE = "Clearance per kg by the Swiss formula"
    SWISS_ROW = "Row of a Swiss column for a clearance"
    MEASURED = "Measured clearance for each kg"
    MEASURED_ROW = "Row of a US column for a measured clearance"
    DOSE = "Dose, interval and the dose of a day"
    HYDRATION = "Fluid with an infusion and in 24 hours"
    INFUSION = "Volumes, times and rates of an infusion"
    FLUIDS = "All fluid of 24 hours"
    SODIUM = "Sodium of a dose and of 24 hours"
    ACICLOVIR_SURFACE = "Aciclovir: body surface"
    ACICLOVIR_CLEARANCE = "Aciclovir: clearance in both units, and the row of each text"
    ACICLOVIR_ORDER = "Aciclovir: dose, volumes, vials, rate and sodium"
    TYPED = "From what is typed: what is to be corrected, refused or answered"
    TYPED_FIGURES = "From what is typed: all figures of the outcome"


class Difference(NamedTuple):
    """Where the two part: the case, what `calc` says, and what the second implementation says."""

    case: str
    calc: str
    second: str


class Step(NamedTuple):
    """One figure or row of one case that was compared: which comparison it belongs to."""

    comparison: Compared
    difference: Difference | None


def compare_outcome(name: str, raw: Mapping[str, str], expected: Verdict) -> Iterator[Step]:
    """What a calculator makes of what is typed: of which kind it is, all it says, its figures.

    A calculator that fails says so, as in a browser, and is a difference.
    """
    outcome = run(name, raw)
    case = f"{name} {' '.join(raw.values())}"
    faults = {(error.field or "", error.code) for error in outcome.errors}
    refusal = outcome.refusal.id if outcome.refusal else ""
    said = f"{outcome.kind} {sorted(faults)} {refusal}"
    second = f"{expected.kind} {sorted(expected.faults)} {expected.refusal}"
    yield compare_words(Compared.TYPED, case, said, second)
    yield compare_figures(Compared.TYPED_FIGURES, case, outcome.values, expected.values)


def compare_figure(comparison: Compared, case: str, found: Quantity, expected: Ratio) -> Step:
    value = found.value
    if expected.same(value.numerator, value.denominator):
        return Step(comparison, None)
    return Step(comparison, Difference(case, str(value), f"{expected.over}/{expected.under}"))


def compare_figures(
    comparison: Compared, case: str, found: Mapping[str, Quantity], expected: Values
) -> Step:
    """All figures of one step: as many as there are, by the same names, each exactly the same."""
    apart = sorted(found.keys() ^ expected.keys()) or [
        name
        for name, each in found.items()
        if not expected[name].same(each.value.numerator, each.value.denominator)
    ]
    if not apart:
        return Step(comparison, None)
    said = [
        " ".join(f"{name} {values.get(name)}" for name in apart)
        for values in ({name: each.value for name, each in found.items()}, expected)
    ]
    return Step(comparison, Difference(case, *said))


def compare_row(
    comparison: Compared, case: str, table: DoseTable, per_kg: Quantity, expected: Band | None
) -> Step:
    try:
        row = table.row_for(per_kg)
    except RefusalRaised:
        found = "refused"
    else:
        found = f"{row.give} every {row.every}"
    second = f"{expected.give} every {expected.hours}" if expected else "refused"
    return compare_words(comparison, case, found, second)


def compare_words(comparison: Compared, case: str, found: str, expected: str) -> Step:
    return Step(comparison, None if found == expected else Difference(case, found, expected))
