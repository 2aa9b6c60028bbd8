"""What is compared, and how: each figure exactly, each row and each outcome by what it says."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from calc.catalogue import run
from calc.model.outcomes import Outcome
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
    CLEARANCE = "Clearance page: all of the outcome, from what is typed"
    DOSE_PAGE = "Foscarnet dose page: all of the outcome, from what is typed"
    CERTAINTY = "Band certainty: the figures in the bands beside, from what is typed"
    INFUSION_PAGE = "Foscarnet infusion page: all of the outcome, from what is typed"
    HYDRATION_PAGE = "Foscarnet hydration page: all of the outcome, from what is typed"
    CIDOFOVIR_GATE = "Cidofovir: what bars a dose, its days, the dose for each kg"
    CIDOFOVIR = "Cidofovir: all of the outcome and the clock, from what is typed"
    TABLETS_ROW = "Antiviral tablets: clearance, and the row of a text"
    TABLETS_ORDER = "Antiviral tablets: an order held against a row"
    TABLETS = "Antiviral tablets: all of the outcome, from what is typed"
    REDOSE = "Re-dosing: what becomes of the dose, and all of the outcome, from what is typed"
    ORDER = "Order check: each item and all of the outcome, from what is typed"
    TIMETABLE = "Timetable: each infusion, fluid and test, from what is typed"
    BODY = "Body mass index, ideal and adjusted weight"
    WEIGHTS = "Ideal and adjusted weight: all of the outcome, from what is typed"
    QTC = "Corrected QT interval: four formulas, of an ECG of today and of an earlier one"
    QTC_BESIDE = "Corrected QT interval: all of the outcome, from what is typed"
    MINERALS = "Electrolytes: the most urgent step, from what is typed"
    VACCINE = "Zoster vaccine: the step and each day, from what is typed"
    EXPOSURE = "Exposure: the step and each day, from what is typed"
    PROPHYLAXIS = "Prophylaxis: each end that a source names, from what is typed"
    NEXT_STEP = "Next step: which one, by a table of rules"
    NEXT_STEP_TYPED = "Next step: which one, from what is typed"
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
    yield compare_words(Compared.TYPED, case, _kind(outcome), _expected(expected))
    yield compare_figures(Compared.TYPED_FIGURES, case, outcome.values, expected.values)


def nothing(outcome: Outcome) -> dict[str, object]:
    """What else is told by a calculator that gives figures alone."""
    return {}


def compare_whole(
    comparison: Compared,
    name: str,
    raw: Mapping[str, str],
    expected: Verdict,
    says: Callable[[Outcome], dict[str, object]] = nothing,
    figures_of: Callable[[Outcome], Mapping[str, Quantity]] = lambda outcome: outcome.values,
) -> Step:
    """What a calculator makes of what is typed, as one: its kind, its figures, what else it says.

    `says` reads off an answer or a refusal what else is told, by the names of the second, and
    `figures_of` its figures, where its tables have more than its values.
    """
    outcome = run(name, raw)
    case = f"{name} {' '.join(f'{key} {typed}' for key, typed in raw.items())}"
    kind = compare_words(comparison, case, _kind(outcome), _expected(expected))
    if kind.difference:
        return kind
    figures = compare_figures(comparison, case, figures_of(outcome), expected.values)
    if figures.difference or outcome.errors:
        return figures
    found = says(outcome)
    apart = sorted(
        key
        for key in found.keys() | expected.says.keys()
        if found.get(key) != expected.says.get(key)
    )
    if not apart:
        return Step(comparison, None)
    told = [" ".join(f"{key} {each.get(key)}" for key in apart) for each in (found, expected.says)]
    return Step(comparison, Difference(case, *told))


def _kind(outcome: Outcome) -> str:
    faults = {(error.field or "", error.code) for error in outcome.errors}
    refusal = outcome.refusal.id if outcome.refusal else ""
    return f"{outcome.kind} {sorted(faults)} {refusal}"


def _expected(verdict: Verdict) -> str:
    return f"{verdict.kind} {sorted(verdict.faults)} {verdict.refusal}"


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
