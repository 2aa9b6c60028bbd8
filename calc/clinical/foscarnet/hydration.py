"""Fluid with foscarnet: what the label gives, and where it is silent."""

from collections.abc import Mapping
from typing import NamedTuple

from calc.clinical.foscarnet.dose import ONE, doses_in_24_h
from calc.clinical.foscarnet.hazards import OVERDOSE
from calc.clinical.foscarnet.infusion import SUGAR
from calc.clinical.foscarnet.label import COLUMNS, GREATEST_DOSE, INDUCTION
from calc.clinical.foscarnet.order import DEXTROSE, DosePerKg, FirstInfusion, FluidChoice, Interval
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.patient import Dialysis, refuse_dialysis
from calc.clinical.sources import DOSAGE, GERMAN, LABEL, SECOND_SWISS, UCSF
from calc.model.calculator import calculator
from calc.model.outcomes import Answer, Caution, Line
from calc.model.quantity import Found, Quantity, Step, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE

HYDRATION = LABEL.at(f"{DOSAGE.locator}, hydration")


def between(low: Quantity, high: Quantity) -> str:
    """A range in words, or one figure where its ends are the same: "750 to 1,000 mL"."""
    if low.value == high.value:
        return low.shown()
    return f"{low.shown().partition(' ')[0]} to {high.shown()}"


class Fluid(NamedTuple):
    """Fluid for one infusion, mL, for doses from `least` to `most` mg/kg, both included."""

    least: int
    most: int
    low: int
    high: int

    def doses(self) -> str:
        """The doses in words: "40 to 60 mg/kg"."""
        return f"{self.least} to {self.most} mg/kg"

    def volume(self) -> str:
        """The volume in words: "750 to 1,000 mL"."""
        return between(constant(self.low, "mL"), constant(self.high, "mL"))


# "750 to 1,000 mL prior to the first infusion to establish diuresis"
BEFORE_FIRST = Fluid(0, 120, 750, 1000)
# "500 mL with doses of 40 to 60 mg/kg", "750 to 1,000 mL with doses of 90 to 120 mg/kg"
WITH_LATER = (Fluid(40, 60, 500, 500), Fluid(90, 120, 750, 1000))

# "500-1000ml of D5 or NS concurrently"; "0,5 – 1 Liter NaCl 0.9% ... mit jeder ... Infusion"
ELSEWHERE = Fluid(0, 120, 500, 1000)
"""What other sources give with every infusion, without a word on its dose."""
GIVE_ELSEWHERE = (UCSF.at("hydration"), SECOND_SWISS.at("warnings"), GERMAN.at("hydration"))

ELSEWHERE_WORDS = (
    f"{ELSEWHERE.volume()} with every infusion: a Swiss text, a digest of a German one; UCSF with "
    "each later one"
)
SILENT = "the label gives no figure for this dose"
HIGHEST_DOSE = constant(GREATEST_DOSE, "mg/kg")
HIGHEST_DAY = constant(
    max(row.give * 24 // row.every for table in COLUMNS for row in table.rows), "mg/kg"
)

ABOVE_LABEL = Refusal(
    "dose-above-label",
    f"{{dose}} is above every dose of the label; the highest is {HIGHEST_DOSE.shown()}.",
    "Check the dose: the label says that its doses should not be exceeded.",
    (DOSAGE, SITE_RULE.at("a dose above the label")),
)
ABOVE_LABEL_DAY = Caution(
    "day-above-label",
    OVERDOSE,
    "{day} in 24 hours is more than any column of the label gives; the most is "
    f"{HIGHEST_DAY.shown()}.",
    (LABEL.at(INDUCTION),),
)


@calculator("Foscarnet hydration", scope=SCOPE)
def foscarnet_hydration(
    *,
    dose_per_kg: DosePerKg,
    interval: Interval,
    first_infusion: FirstInfusion,
    fluid: FluidChoice,
    dialysis: Dialysis,
) -> Answer:
    """The fluid with this infusion and in 24 hours (mL), or that the label gives no figure for it.

    By the US label. Refused on dialysis and above 120 mg/kg. Values, each absent where the label
    is silent: hydration_low, hydration_high, hydration_24_h_low, hydration_24_h_high. Where it is,
    hydration_24_h_elsewhere_low and hydration_24_h_elsewhere_high count what other sources give
    with every infusion. A first infusion counts its own fluid once, then the later figure.
    """
    refuse_dialysis(dialysis)
    if dose_per_kg > HIGHEST_DOSE:
        raise RefusalRaised(ABOVE_LABEL.saying(dose=dose_per_kg.shown()))
    day = dose_per_kg * doses_in_24_h(interval)
    cautions = (ABOVE_LABEL_DAY.saying(day=day.shown()),) if day > HIGHEST_DAY else ()
    hydration = hydrated(dose_per_kg, interval, first_infusion, fluid)
    return hydration.followed_by(Answer({}, cautions=cautions))


def hydrated(dose_per_kg: Quantity, interval: Quantity, first: bool, fluid: str) -> Answer:
    """The fluid with a dose (mg/kg) every `interval` (h), without the checks on who it is for."""
    later = with_later(dose_per_kg)
    doses = doses_in_24_h(interval)
    values: dict[str, Quantity] = {}
    for bound in ("low", "high"):
        with_later_one = _volume(later, bound, dose_per_kg, "later")
        now = _volume(BEFORE_FIRST, bound, dose_per_kg, "first") if first else with_later_one
        if now is None:
            continue
        values[f"hydration_{bound}"] = now
        total = _in_24_h(now, with_later_one, doses, first)
        if total is not None:
            values[f"hydration_24_h_{bound}"] = total
    if "hydration_24_h_low" not in values:
        values |= _elsewhere_in_24_h(values, doses, first)
    lines = _lines(values, fluid, first)
    cautions = (SUGAR,) if fluid == DEXTROSE else ()
    return Answer(values, lines[0].label, lines[0].text, lines, cautions)


def with_later(dose_per_kg: Quantity) -> Fluid | None:
    """The fluid with a later infusion of this dose (mg/kg), or None where the label is silent."""
    for fluid in WITH_LATER:
        if fluid.least <= dose_per_kg.value <= fluid.most:
            return fluid
    return None


def _volume(fluid: Fluid | None, bound: str, dose_per_kg: Quantity, when: str) -> Quantity | None:
    """The low or high volume of a row of the label, as a step."""
    if fluid is None:
        return None
    low, high = constant(fluid.low, "mL"), constant(fluid.high, "mL")
    if when == "first":
        name, why = "fluid before the first infusion", "before the first infusion, any dose"
    else:
        name = "fluid with each later infusion"
        why = f"{dose_per_kg.shown()} is within {fluid.least} to {fluid.most} mg/kg"
    step = Step(
        name, "the label's figure for the dose per kg", why, between(low, high), (HYDRATION,)
    )
    value = low if bound == "low" else high
    return Quantity(value.value, "mL", f"{name}, {bound}", Found(dose_per_kg, step))


def _elsewhere_in_24_h(
    values: dict[str, Quantity], doses: Quantity, first: bool
) -> dict[str, Quantity]:
    """The fluid in 24 hours with what other sources give, and the label's before a first one."""
    counted = {}
    for bound, each in (("low", ELSEWHERE.low), ("high", ELSEWHERE.high)):
        given = constant(
            each, "mL", f"fluid with each infusion elsewhere, {bound}", *GIVE_ELSEWHERE
        )
        now = values[f"hydration_{bound}"] if first else given
        total = _in_24_h(now, given, doses, first)
        if total is not None:
            name = f"hydration in 24 hours with other sources' figure, {bound}"
            counted[f"hydration_24_h_elsewhere_{bound}"] = total.named(name, "mL")
    return counted


def _in_24_h(
    now: Quantity, later: Quantity | None, doses: Quantity, first: bool
) -> Quantity | None:
    """This infusion's fluid and that of the others within 24 hours; None where one is unknown."""
    if first and later is None and doses > ONE:
        return None
    total = now + (doses - ONE) * later if first and later and doses > ONE else doses * now
    return total.named(f"hydration in 24 hours, {now.name.rpartition(' ')[2]}", "mL")


def _lines(values: dict[str, Quantity], fluid: str, first: bool) -> tuple[Line, ...]:
    now = "Fluid before this first infusion" if first else "Fluid with this infusion"
    known = "hydration_24_h_low" in values
    return (
        Line("Fluid", now, with_figure(values, "hydration", first, f" of {fluid}")),
        *(() if known else (Line("Fluid", "Other sources", ELSEWHERE_WORDS),)),
        Line(
            "Fluid",
            "Hydration in 24 hours",
            with_figure(values, "hydration_24_h", first, f" of {fluid}"),
        ),
    )


def with_figure(values: Mapping[str, Quantity], name: str, first: bool, after: str = "") -> str:
    """A range by the label, or that it is silent and what other sources' figure comes to.

    Before a `first` infusion the label is not silent: its own figure is counted there.
    """
    if f"{name}_low" in values:
        return f"{between(values[f'{name}_low'], values[f'{name}_high'])}{after}"
    if f"{name}_elsewhere_low" in values:
        low, high = (values[f"{name}_elsewhere_{bound}"] for bound in ("low", "high"))
        silent, each = "label silent", f"{ELSEWHERE.volume()} each"
        if first:
            silent, each = (
                "label silent after the first",
                f"{ELSEWHERE.volume()} for each later one",
            )
        return f"{silent}; with {each}: {between(low, high)}{after}"
    return SILENT
