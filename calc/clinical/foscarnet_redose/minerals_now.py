"""Today's calcium, magnesium, potassium, phosphate and urine: each warns, none changes the dose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from calc.clinical.foscarnet.hazards import DRIFTING, OFF_MINERALS
from calc.clinical.hazards import CLEARANCE_OVERESTIMATED
from calc.clinical.kidney_injury import DEFINITION, URINE, URINE_HOURS
from calc.clinical.mineral_limits import IONISED, MAGNESIUM, PHOSPHATE, POTASSIUM, Bands
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
    "Treat now{then}: {short}.",
    (
        *IONISED.cites,
        *MAGNESIUM.cites,
        *POTASSIUM.cites,
        *PHOSPHATE.cites,
        *NO_NEXT.cites,
        *MAGNESIUM_FIRST.cites,
    ),
    f"Outside the limits: {{values}}. {HOW}",
)
OUTSIDE = URGENT._replace(
    id="minerals-outside", hazard=DRIFTING, text="Correct today{then}: {short}."
)
URINE_LOW = Caution(
    "urine-low",
    CLEARANCE_OVERESTIMATED,
    "Urine {rate}. {then}",
    BY_URINE,
    f"It was {{rate}} over {URINE_HOURS.shown()}, below {URINE.shown()}: acute kidney injury by "
    "KDIGO's figure for urine, whatever the creatinine.",
)


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
        _reading(IONISED, ionised),
        _reading(MAGNESIUM, magnesium),
        _reading(POTASSIUM, potassium),
        _reading(PHOSPHATE, phosphate),
    )
    rate = None
    if urine is not None:
        rate = (urine / URINE_HOURS / weight).named(
            "urine per kg and hour", "mL/kg/h", *BY_URINE, edges=(URINE.value,)
        )
    return Newest(tuple(filter(None, given)), rate)


def _reading(bands: Bands, typed: Quantity | None) -> Reading | None:
    """A value under its own name: of ionised calcium it is calcium that is converted."""
    name = bands.name.lower()
    return reading_of(bands, typed, name.split()[-1], name)


def cautions(newest: Newest, is_dose: bool, held: str) -> Iterator[Caution]:
    """What the newest values warn of; `held` says what low urine asks for."""
    if newest.outside:
        kind = URGENT if newest.urgent else OUTSIDE
        holds = newest.holds and is_dose
        first = ", magnesium first" if newest.magnesium_first else ""
        words = {
            "then": f"{first}; no infusion yet" if holds else first,
            "short": _short(newest),
            "values": _said(newest.outside),
        }
        yield _cited(kind.filled(**words), newest, holds)
    if newest.urine_low and newest.urine:
        yield URINE_LOW.filled(rate=newest.urine.shown(), then=held)


def _said(readings: tuple[Reading, ...]) -> str:
    """Each value with where it lies: "very low ionised calcium 0.9 mmol/L"."""
    by_level = groupby(readings, key=lambda each: each.level)
    return "; ".join(f"{level.words} {_listed(several)}" for level, several in by_level)


def _short(newest: Newest) -> str:
    """The first value, and how many more: it is low where magnesium comes first."""
    readings = newest.outside
    first = _listed(readings[:1]) if newest.magnesium_first else _said(readings[:1])
    return f"{first}, {len(readings) - 1} more" if readings[1:] else first


def _listed(readings: Iterable[Reading]) -> str:
    return ", ".join(f"{each.said()[0].lower()}{each.said()[1:]}" for each in readings)


def _cited(caution: Caution, newest: Newest, holds: bool) -> Caution:
    """The caution under the sources of what it says, and of no other value."""
    said = [cite for each in newest.outside for cite in each.bands.cites]
    also = [*([NO_NEXT] if holds else []), *([MAGNESIUM_FIRST] if newest.magnesium_first else [])]
    said += [cite for each in also for cite in each.cites]
    detail = " ".join([caution.detail, *(each.whole for each in also)])
    return caution._replace(detail=detail, cites=tuple(dict.fromkeys(said)))
