"""How a case of the second implementation is typed, and how days and times are read back."""

from datetime import date, datetime
from fractions import Fraction

from calc.clinical.renal import Estimated
from calc.model.digits import decimal
from calc.model.outcomes import Outcome
from calc.model.quantity import Quantity
from calc.model.results import Due, Schedule
from tests.proof.second import bedside, kidneys
from tests.proof.second.days import DAY_MINUTES, day_of

YES_NO = {True: "yes", False: "no"}


def scaled(number: int, of: int) -> str:
    """So many of what so many make one, as a decimal is typed."""
    return decimal(Fraction(number, of))


def day_typed(number: int) -> str:
    """A day, typed."""
    return str(day_of(number))


def clock_typed(minute: int) -> str:
    """A minute of the day, typed."""
    return f"{minute // 60:02}:{minute % 60:02}"


def patient_typed(patient: bedside.Patient, confirmed: bool) -> dict[str, str]:
    """Age, sex, creatinine and weight, typed; and that they were looked at, if they were."""
    return {
        "age": str(patient.age),
        "sex": patient.sex,
        "creatinine": scaled(patient.creatinine, kidneys.LEAST[patient.unit]),
        "creatinine_unit": patient.unit,
        "weight": scaled(patient.grams, bedside.KG),
        **confirm_typed(confirmed),
    }


def confirm_typed(confirmed: bool) -> dict[str, str]:
    """That all was looked at, if it was."""
    return {"confirm": "yes"} if confirmed else {}


def creatinine_of(unit: str, creatinine: int) -> Quantity:
    """A creatinine as it is handed on."""
    return Quantity(Fraction(creatinine, kidneys.LEAST[unit]), unit, "creatinine")


def kidneys_of(patient: bedside.Patient) -> Estimated:
    """The kidneys of a patient as they are handed on."""
    years = Quantity(Fraction(patient.age), "a", "age", without_unit=True)
    return Estimated(years, patient.sex, creatinine_of(patient.unit, patient.creatinine))


def weight_of(grams: int) -> Quantity:
    """A weight as it is handed on."""
    return Quantity(Fraction(grams, bedside.KG), "kg", "weight")


def height_of(millimetres: int) -> Quantity:
    """A height as it is handed on."""
    return Quantity(Fraction(millimetres, 10), "cm", "height")


def minutes(at: date | datetime) -> int:
    """The running number of a day, or of a minute."""
    if isinstance(at, datetime):
        return at.toordinal() * DAY_MINUTES + at.hour * 60 + at.minute
    return at.toordinal()


def dues(outcome: Outcome) -> list[Due]:
    """All that is due, of every schedule of an answer."""
    results = outcome.answer.results if outcome.answer else ()
    return [due for each in results if isinstance(each, Schedule) for due in each.due]


def times(due: Due) -> tuple[int, ...]:
    """When something is due, or else when, and until when, as far as that is said."""
    return tuple(minutes(each) for each in (due.at, due.or_at, due.until) if each is not None)


def decision(outcome: Outcome) -> dict[str, object]:
    """What an answer comes to, in the word that programs read."""
    return {"decision": outcome.answer.decision} if outcome.answer else {}


def told(outcome: Outcome, *ids: str) -> dict[str, object]:
    """Which of some cautions an answer has."""
    found = {each.id for each in outcome.cautions}
    return {each: each in found for each in ids}
