"""Today's calcium, magnesium, potassium, phosphate and urine: each warns, none changes the dose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from calc.clinical.foscarnet.hazards import DRIFTING, OFF_MINERALS
from calc.clinical.hazards import CLEARANCE_OVERESTIMATED
from calc.clinical.kidney_injury import DEFINITION, URINE, URINE_HOURS
from calc.clinical.mineral_limits import IONISED, MAGNESIUM, PHOSPHATE, POTASSIUM
from calc.clinical.minerals import MAGNESIUM_FIRST, NO_NEXT, Reading, reading_of
from calc.clinical.sources import BEST_PRACTICE
from calc.model.outcomes import Caution
from calc.model.quantity import Quantity, named_values

BY_URINE = (DEFINITION, BEST_PRACTICE.at("KDIGO, definition"))
HOW = (
    "The limits are those of the calculator of electrolytes, for patients in general; of two that "
    "differ the one that acts earlier counts. What to do, and what others give, stands there."
)
URGENT = Caution(
    "minerals-urgent",
    OFF_MINERALS,
    "Urgent: {values}. {then}",
    (
        *IONISED.cites,
        *MAGNESIUM.cites,
        *POTASSIUM.cites,
        *PHOSPHATE.cites,
        *NO_NEXT.cites,
        *MAGNESIUM_FIRST.cites,
    ),
    HOW,
)
OUTSIDE = URGENT._replace(
    id="minerals-outside", hazard=DRIFTING, text="Outside the limits: {values}. {then}"
)
URINE_LOW = Caution(
    "urine-low",
    CLEARANCE_OVERESTIMATED,
    f"Urine was {{rate}} over {URINE_HOURS.shown()}, below {URINE.shown()}: acute kidney injury by "
    "KDIGO's figure for urine, whatever the creatinine. {then}",
    BY_URINE,
)
FIRST = "Treat now."
TODAY = "Correct it today."


@dataclass(frozen=True)
class Newest:
    """What was given of the newest values (mmol/L), and of urine (mL/kg/h); None where nothing."""

    readings: tuple[Reading, ...]
    urine: Quantity | None

    @property
    def urgent(self) -> tuple[Reading, ...]:
        """The values that are treated now."""
        return tuple(each for each in self.readings if each.urgent)

    @property
    def outside(self) -> tuple[Reading, ...]:
        """The values outside their limits, the most urgent first."""
        off = [each for each in self.readings if not each.within]
        return tuple(sorted(off, key=lambda each: (not each.urgent, each.level)))

    @property
    def holds(self) -> bool:
        """Whether no infusion starts before a value is treated: not for a high calcium alone."""
        return any(each.low or each.bands is POTASSIUM for each in self.urgent)

    @property
    def magnesium_first(self) -> bool:
        """Whether a low magnesium stands beside a low calcium or potassium."""
        low = {each.bands.name for each in self.readings if each.low}
        return MAGNESIUM.name in low and bool(low & {IONISED.name, POTASSIUM.name})

    @property
    def urine_low(self) -> bool:
        """Whether so little urine is acute kidney injury."""
        return self.urine is not None and self.urine < URINE

    @property
    def values(self) -> dict[str, Quantity]:
        """The values of an outcome."""
        named = {each.bands.name.lower().replace(" ", "_"): each.value for each in self.readings}
        return {**named, **named_values(urine_per_kg=self.urine)}


def newest_of(
    ionised: Quantity | None,
    magnesium: Quantity | None,
    potassium: Quantity | None,
    phosphate: Quantity | None,
    urine: Quantity | None,
    weight: Quantity,
) -> Newest:
    """The newest values as typed, each in its own unit; urine (mL) of 6 hours for a weight (kg)."""
    given = (
        reading_of(IONISED, ionised, "calcium", "ionised calcium"),
        reading_of(MAGNESIUM, magnesium, "magnesium", "magnesium"),
        reading_of(POTASSIUM, potassium, "", "potassium"),
        reading_of(PHOSPHATE, phosphate, "phosphate", "phosphate"),
    )
    rate = None
    if urine is not None:
        rate = (urine / URINE_HOURS / weight).named(
            "urine per kg and hour", "mL/kg/h", *BY_URINE, edges=(URINE.value,)
        )
    return Newest(tuple(filter(None, given)), rate)


def cautions(newest: Newest, is_dose: bool, held: str) -> Iterator[Caution]:
    """What the newest values warn of; `held` says what low urine asks for."""
    if newest.outside:
        kind = URGENT if newest.urgent else OUTSIDE
        then = [FIRST if newest.urgent else TODAY]
        if newest.holds and is_dose:
            then.append(NO_NEXT.text)
        if newest.magnesium_first:
            then.append(f"{MAGNESIUM_FIRST.text.partition(':')[0]}.")
        yield _cited(kind.filled(values=_said(newest.outside), then=" ".join(then)), newest)
    if newest.urine_low and newest.urine:
        yield URINE_LOW.filled(rate=newest.urine.shown(), then=held)


def _said(readings: tuple[Reading, ...]) -> str:
    """Each value with where it lies: "very low ionised calcium 0.9 mmol/L"."""
    by_level = groupby(readings, key=lambda each: each.level)
    return "; ".join(f"{level.words} {_listed(several)}" for level, several in by_level)


def _listed(readings: Iterable[Reading]) -> str:
    return ", ".join(f"{each.said()[0].lower()}{each.said()[1:]}" for each in readings)


def _cited(caution: Caution, newest: Newest) -> Caution:
    """The caution under the sources of what it says, and of no other value."""
    said = [cite for each in newest.outside for cite in each.bands.cites]
    said += NO_NEXT.cites if NO_NEXT.text in caution.text else ()
    said += MAGNESIUM_FIRST.cites if newest.magnesium_first else ()
    detail = (
        f"{caution.detail} {MAGNESIUM_FIRST.text}" if newest.magnesium_first else caution.detail
    )
    return caution._replace(detail=detail, cites=tuple(dict.fromkeys(said)))
