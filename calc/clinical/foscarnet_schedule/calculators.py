"""The timetable of a course of foscarnet: it asks, counts by the rules, and says what came."""

from datetime import datetime

from calc.clinical.foscarnet.checks import STOP_AND_LINE
from calc.clinical.foscarnet.dialysis import Dialysis, refuse_dialysis
from calc.clinical.foscarnet.hydration import HYDRATION_VALUES, hydration_of
from calc.clinical.foscarnet.order import DosePerKg, FirstInfusion, Interval
from calc.clinical.foscarnet.reference import FLUID
from calc.clinical.foscarnet.regimens import RegimenChoice
from calc.clinical.foscarnet.scope import SCOPE
from calc.clinical.foscarnet_schedule import known_answers, sheets, words
from calc.clinical.foscarnet_schedule.course import Course, Late
from calc.clinical.foscarnet_schedule.order import (
    WITHIN_THE_DAYS,
    DoseLate,
    FirstTime,
    LateBy,
    LateDose,
    LaterTime,
    StartDay,
    StartTime,
    in_minutes,
)
from calc.clinical.foscarnet_schedule.reference import COUNT
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.quantity import named_values
from calc.model.values import always, sometimes

VALUES = (
    *always("mg/kg", "dose_per_kg"),
    *always("h", "interval"),
    *always("1", "infusions"),
    *always("min", "shortest_time"),
    *sometimes("min", "late_by"),
    *HYDRATION_VALUES,
)


@calculator(
    "Foscarnet timetable",
    limits=(WITHIN_THE_DAYS,),
    scope=SCOPE,
    box=STOP_AND_LINE,
    reference=(COUNT, FLUID),
    known_answers=(known_answers.OVER_THE_YEAR_S_END, known_answers.TOO_QUICK),
    values=VALUES,
    refused="No timetable can be given",
    onward=("foscarnet-redose",),
    onward_refused=("next-step",),
)
def foscarnet_schedule(
    *,
    dialysis: Dialysis,
    regimen: RegimenChoice,
    dose_per_kg: DosePerKg,
    interval: Interval,
    first_infusion: FirstInfusion,
    start_day: StartDay,
    start_time: StartTime,
    first_time: FirstTime | None = None,
    later_time: LaterTime,
    dose_late: DoseLate,
    late_dose: LateDose | None = None,
    late_by: LateBy | None = None,
) -> Answer:
    """When each infusion (mg/kg), its fluid (mL) and each test is due in 24 hours and in 14 days.

    By the clock, in local hours: the night on which it changes is not known. Refused on dialysis,
    above the regimen's full dose, where dose and interval are no row of its column, and for a time
    (min) below the shortest. Values: dose_per_kg, interval (h), infusions (that start within 14
    days), shortest_time, late_by (min, up to the whole minute), and those of foscarnet_hydration.
    """
    refuse_dialysis(dialysis)
    late = Late(late_dose, in_minutes(late_by)) if late_dose and late_by else None
    begins = datetime.combine(start_day, start_time)
    course = Course(regimen, dose_per_kg, interval, begins, first_time, later_time, late)
    words.refuse(course)
    hydration = hydration_of(dose_per_kg, interval, first_infusion)
    first_day = sheets.first_day(course)
    return Answer(
        {
            "dose_per_kg": dose_per_kg,
            "interval": interval,
            "infusions": course.count,
            "shortest_time": course.shortest_time,
            **named_values(late_by=late and late.by),
            **hydration.values,
        },
        heading=words.heading(course),
        headline=words.headline(course),
        lines=words.lines(course, hydration),
        cautions=words.cautions(course),
        notes=words.notes(regimen),
        results=(first_day.schedule, sheets.infusions(course), sheets.tests(course)),
        pictures=(first_day,),
    )
