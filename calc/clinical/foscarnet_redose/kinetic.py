"""The clearance while creatinine changes, from two of them: it warns, and chooses no dose."""

from datetime import datetime
from fractions import Fraction

from calc.clinical.conversions import MINUTES_PER_HOUR
from calc.clinical.foscarnet_redose.course import Course
from calc.clinical.renal import PER_KG, YEARS_140, in_mg_per_dl
from calc.clinical.sources import KINETIC, KINETIC_GUIDE
from calc.model.quantity import Quantity, constant
from calc.model.series import Row
from calc.model.sources import SITE_RULE

FORMULA = KINETIC.at("formula")
# "Recommended interval: 6-24 hours. Extremely short (<2h) or long (>48h) intervals reduce
# reliability"
SHORTEST, LONGEST = constant(6, "h"), constant(48, "h")
APART = KINETIC_GUIDE.at("when to use")
HOURS_COUNTED = SITE_RULE.at("without both times a day of the calendar counts as 24 hours")

# "R = production rate of creatinine in mg/day = ((140 - (age in years)) * (body weight in kg)) /
# K", "K = 5 for males and 5.9 for females"; "V (expressed in liters) = total body water = 0.6 *
# (body weight)"; "A = 2 * R / ((creatinine at time t1) + (creatinine at time t2))"; "B = 2 * V *
# ((creatinine at time t1) - (creatinine at time t2))". The weight cancels.
K = {
    "male": constant(5, "a.kg.d/mg", without_unit=True),
    "female": constant(5.9, "a.kg.d/mg", without_unit=True),
}
WATER = constant(0.6, "L/kg", "", FORMULA)
TWICE = constant(2, "1")
DL_PER_L = constant(10, "dL/L", without_unit=True)
HOURS_PER_DAY = constant(24, "h/d", without_unit=True)
ML_PER_L = constant(1000, "mL/L", without_unit=True)
NONE_LEFT = constant(0, PER_KG, "clearance while creatinine changes", FORMULA)


def kinetic_per_kg(course: Course, age: Quantity, sex: str) -> Quantity | None:
    """Clearance per kg (mL/min/kg) from the newest creatinine and the last one 6 to 48 h before.

    For an age (a) and sex, by a balance of what is made and what is left in the body's water. None
    where no two lie so far apart, or both are the same. Nought where less than none would be left.
    """
    newest = course.newest.row
    pairs = [(each.row, hours_between(each.row, newest)) for each in course.readings[:-1]]
    fit = [(row, hours) for row, hours in pairs if SHORTEST <= hours <= LONGEST]
    if not fit or fit[-1][0].value.value == newest.value.value:
        return None
    row, hours = fit[-1]
    first, second = (in_mg_per_dl(each.value) * DL_PER_L for each in (row, newest))
    made = (YEARS_140 - age) / K[sex] / HOURS_PER_DAY
    kept = WATER * (second - first) / hours
    per_hour = TWICE * (made - kept) / (first + second)
    clearance = per_hour * ML_PER_L / MINUTES_PER_HOUR
    if clearance.value < 0:
        return NONE_LEFT
    return clearance.named("clearance while creatinine changes", PER_KG, FORMULA, APART)


def hours_between(earlier: Row, later: Row) -> Quantity:
    """The hours from one row to another; a day of the calendar is 24 where a time is missing."""
    hours = Fraction((later.day - earlier.day).days * 24)
    if earlier.time and later.time:
        first = datetime.combine(earlier.day, earlier.time)
        second = datetime.combine(later.day, later.time)
        hours = Fraction(int((second - first).total_seconds()), 3600)
    return constant(hours, "h", "between two creatinines")
