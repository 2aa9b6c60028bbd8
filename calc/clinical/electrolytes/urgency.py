"""How urgent it is: each value against its limits, and what follows from all of them together.

No source gives the order whole: it is this site's. A normal total or corrected calcium never makes
anything less urgent; an ionised calcium decides where there is one.
"""

from dataclasses import dataclass
from enum import Enum

from calc.clinical.electrocardiogram import LONG, MARKED, SHORT, Ecg
from calc.clinical.electrolytes.inputs import Course, Symptom, in_g_per_l
from calc.clinical.mineral_limits import (
    IONISED,
    MAGNESIUM,
    PHOSPHATE,
    POTASSIUM,
    TOTAL,
    Bands,
    Level,
)
from calc.clinical.minerals import Reading, edges, reading_of
from calc.clinical.sources import ST_GEORGE_CALCIUM
from calc.model.inputs import YesNoUnknown
from calc.model.quantity import Quantity, constant

# "Add 0.02 mmol/L for each gram albumin below 40g/L"
FORMULA = ST_GEORGE_CALCIUM.at("correction for albumin")
PER_GRAM = constant(0.02, "mmol/g", without_unit=True)
FORTY = constant(40, "g/L", "", FORMULA, without_unit=True)


class Step(Enum):
    """The most urgent thing to do."""

    STOP = "stop-now"
    TREAT = "treat-now"
    LOOK = "look-again-today"
    NOTHING = "nothing-today"


@dataclass(frozen=True)
class Values:
    """The values as typed, each in its own unit; None where it was not given."""

    ionised: Quantity | None
    total: Quantity | None
    albumin: Quantity | None
    magnesium: Quantity | None
    potassium: Quantity | None
    phosphate: Quantity | None


@dataclass(frozen=True)
class Findings:
    """All that was given, judged. Calcium values are in mmol/L, QTc in ms."""

    course: Course
    symptoms: tuple[Symptom, ...]
    paraprotein: YesNoUnknown
    ionised: Reading | None
    total: Reading | None
    corrected: Reading | None
    magnesium: Reading | None
    potassium: Reading | None
    phosphate: Reading | None
    qtc: Quantity | None
    ecg: Ecg | None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every value that was given, corrected calcium too."""
        each = (self.ionised, self.total, self.corrected)
        return tuple(filter(None, (*each, self.magnesium, self.potassium, self.phosphate)))

    @property
    def calcium(self) -> tuple[Reading, ...]:
        """What calcium is judged by: the ionised one, else the total and the corrected one."""
        if self.ionised:
            return (self.ionised,)
        return tuple(filter(None, (self.total, self.corrected)))

    @property
    def deciding(self) -> tuple[Reading, ...]:
        """The values that decide how urgent it is."""
        others = filter(None, (self.magnesium, self.potassium, self.phosphate))
        return (*self.calcium, *others)

    @property
    def urgent(self) -> tuple[Reading, ...]:
        """The values that are treated now."""
        return tuple(each for each in self.deciding if each.urgent or self._low_and_felt(each))

    @property
    def outside(self) -> tuple[Reading, ...]:
        """The values that are outside their limits and not treated now."""
        rest = (each for each in self.deciding if each not in self.urgent)
        return tuple(each for each in rest if each.level is not Level.WITHIN)

    @property
    def long_by(self) -> tuple[str, ...]:
        """By what QTc is above its limit: the formulas, or as it was reported."""
        if self.ecg:
            return tuple(self.ecg.above(LONG))
        return ("as reported",) if self.qtc and self.qtc > LONG else ()

    @property
    def marked_by(self) -> tuple[str, ...]:
        """By what QTc is long, where it is by nothing above the limit at which it is treated."""
        if self.long_by:
            return ()
        if self.ecg:
            return tuple(self.ecg.above(MARKED))
        return ("as reported",) if self.qtc and self.qtc > MARKED else ()

    @property
    def short_by(self) -> tuple[str, ...]:
        """By what QTc is abnormally short."""
        if self.ecg:
            return tuple(self.ecg.below(SHORT))
        return ("as reported",) if self.qtc and self.qtc < SHORT else ()

    @property
    def calcium_low(self) -> bool:
        """Whether calcium is low by what decides."""
        return any(each.low for each in self.calcium)

    @property
    def to_replace(self) -> tuple[Reading, ...]:
        """The low values that guidelines replace: calcium only where all that judges it is low."""
        sure = all(each.low for each in self.calcium)
        low = (each for each in self.deciding if each.low)
        return tuple(each for each in low if sure or each not in self.calcium)

    @property
    def stopping(self) -> bool:
        """Whether an infusion that runs is stopped: not for a high calcium alone."""
        values = any(each.low or each.bands is POTASSIUM for each in self.urgent)
        return bool(self.symptoms or self.long_by or values)

    @property
    def guessed(self) -> tuple[Reading, ...]:
        """What calcium is judged by while there is no ionised one."""
        return () if self.ionised else self.calcium

    @property
    def magnesium_first(self) -> bool:
        """Whether a low magnesium stands beside a low calcium or potassium."""
        if not (self.magnesium and self.magnesium.low):
            return False
        return self.calcium_low or bool(self.potassium and self.potassium.low)

    @property
    def hidden(self) -> bool:
        """Whether ionised calcium is low where the total or the corrected one is not."""
        if not (self.ionised and self.ionised.low):
            return False
        return any(not each.low for each in (self.total, self.corrected) if each)

    @property
    def unfitting(self) -> tuple[Reading, ...]:
        """A total or a corrected calcium that contradicts an ionised one, which is not low."""
        if not self.ionised or self.ionised.low:
            return ()
        others = filter(None, (self.total, self.corrected))
        if self.ionised.level is Level.WITHIN:
            return tuple(each for each in others if each.level is not Level.WITHIN)
        return tuple(each for each in others if each.low)

    @property
    def falling(self) -> bool:
        """Whether an infusion runs on a low calcium, magnesium or potassium."""
        low = (each for each in self.deciding if each.low and each.bands is not PHOSPHATE)
        return self.course == "running" and any(low)

    def _low_and_felt(self, reading: Reading) -> bool:
        """Whether a value is low in a patient who has symptoms: guidelines treat it then.

        Potassium counts with what may be an arrhythmia, phosphate by its figure alone.
        """
        if not reading.low or reading.bands is PHOSPHATE:
            return False
        heart = {"palpitations", "fainting"} & {*self.symptoms}
        felt = heart if reading.bands is POTASSIUM else self.symptoms
        return bool(felt or self.long_by)


def findings_of(
    course: Course,
    symptoms: tuple[Symptom, ...],
    paraprotein: YesNoUnknown,
    values: Values,
    qtc: Quantity | None,
    ecg: Ecg | None,
) -> Findings:
    """What was given, judged: each value in mmol/L against its limits, and a corrected calcium."""
    total = reading_of(TOTAL, values.total, "calcium", "total calcium")
    corrected = (
        Reading(CORRECTED, corrected_calcium(total.value, values.albumin))
        if total and values.albumin is not None
        else None
    )
    return Findings(
        course=course,
        symptoms=symptoms,
        paraprotein=paraprotein,
        ionised=reading_of(IONISED, values.ionised, "calcium", "ionised calcium"),
        total=total,
        corrected=corrected,
        magnesium=reading_of(MAGNESIUM, values.magnesium, "magnesium", "magnesium"),
        potassium=reading_of(POTASSIUM, values.potassium, "", "potassium"),
        phosphate=reading_of(PHOSPHATE, values.phosphate, "phosphate", "phosphate"),
        qtc=qtc,
        ecg=ecg,
    )


CORRECTED = Bands(
    "Corrected calcium", TOTAL.very_low, TOTAL.low, TOTAL.high, TOTAL.very_high, TOTAL.cites, True
)
"""A corrected calcium is judged by the limits of the total one; their sources mean it."""


def corrected_calcium(total: Quantity, albumin: Quantity) -> Quantity:
    """Calcium (mmol/L) corrected for albumin (g/L or g/dL), from a total one (mmol/L)."""
    corrected = total + PER_GRAM * (FORTY - in_g_per_l(albumin))
    return corrected.named("corrected calcium", "mmol/L", edges=edges(TOTAL))


def step_of(findings: Findings) -> Step:
    """The most urgent thing to do. What is treated now mostly stops an infusion that runs, too.

    Requirement R-ELECTROLYTES: A corrected calcium never reassures, and a symptom stops what runs
    however normal the values are.
    """
    if findings.course == "running" and findings.stopping:
        return Step.STOP
    if findings.stopping or findings.urgent:
        return Step.TREAT
    if findings.outside or findings.unfitting or findings.ionised is None:
        return Step.LOOK
    if findings.marked_by or findings.short_by:
        return Step.LOOK
    return Step.NOTHING
