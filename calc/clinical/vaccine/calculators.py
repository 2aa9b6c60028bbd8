"""The days of the recombinant zoster vaccine, by the country's sources."""

from calc.clinical.country import CountryAsked
from calc.clinical.vaccine import known_answers, words
from calc.clinical.vaccine.days import schedule
from calc.clinical.vaccine.order import (
    DayWished,
    DosesGiven,
    FirstDose,
    LiveVaccineBefore,
    ProphylaxisStops,
    SecondDose,
    TransplantAsked,
    TransplantDay,
    TreatmentStarts,
    Zoster,
    ZosterAsked,
    ZosterOver,
)
from calc.clinical.vaccine.plan import Course, plan_of
from calc.clinical.vaccine.standing import (
    AFTER_TRANSPLANT,
    CHECK_FIRST,
    READ_FIRST,
    SCOPE,
    SECOND_DOSE,
)
from calc.model.calculator import calculator
from calc.model.dates import in_short
from calc.model.outcomes import Answer, FieldError, InputError
from calc.model.refusals import RefusalRaised


@calculator(
    "Zoster vaccine: when",
    scope=SCOPE,
    box=READ_FIRST,
    checks=CHECK_FIRST,
    reference=(SECOND_DOSE, AFTER_TRANSPLANT),
    known_answers=(
        known_answers.FIRST_ON_31_DECEMBER,
        known_answers.AFTER_AUTOGRAFT,
        known_answers.NOT_OVER,
    ),
    values=(),
    refused="No day on these answers",
    onward=("prophylaxis",),
)
def vaccine_dates(
    *,
    country: CountryAsked,
    doses: DosesGiven,
    first_dose: FirstDose | None = None,
    second_dose: SecondDose | None = None,
    wished: DayWished | None = None,
    treatment_starts: TreatmentStarts | None = None,
    transplant: TransplantAsked,
    transplant_day: TransplantDay | None = None,
    prophylaxis_stops: ProphylaxisStops | None = None,
    zoster: ZosterAsked,
    zoster_over: ZosterOver | None = None,
    live_before: LiveVaccineBefore,
) -> Answer:
    """When both doses of the recombinant zoster vaccine may be given, by US or UK sources.

    Days by the calendar, no value: the next dose on the wished day or not before another, the
    windows of the second, what a transplant or zoster moves, and whether a second dose that was
    given counts. Where sources differ all are shown. Refused while zoster is not over.
    """
    if first_dose and second_dose and second_dose <= first_dose:
        raise _order("second_dose", "Day of the second dose", in_short(first_dose))
    if first_dose and wished and wished <= first_dose:
        raise _order("wished", "Day wished for the next dose", in_short(first_dose))
    plan = plan_of(
        Course(
            country=country,
            first=first_dose,
            second=second_dose,
            wished=wished,
            treatment=treatment_starts,
            transplant=transplant,
            transplant_day=transplant_day,
            stops=prophylaxis_stops,
            zoster_over=zoster_over,
            live_before=live_before,
        )
    )
    if plan.next and zoster is Zoster.NOT_OVER:
        raise RefusalRaised(words.ZOSTER_NOT_OVER)
    return Answer(
        {},
        heading=words.heading(plan),
        headline=words.headline(plan),
        reason=words.reason(plan),
        decision=plan.verdict.value,
        lists=words.lists(plan),
        cautions=tuple(words.cautions(plan)),
        notes=(words.MONTHS,),
        results=(schedule(plan),),
    )


def _order(field: str, label: str, first: str) -> InputError:
    text = f"{label} must be after the first dose, which was given on {first}"
    return InputError(FieldError(field, "order", text))
