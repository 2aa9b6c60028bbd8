"""Prophylaxis in myeloma: who advises it, how much, and until which day, source by source."""

from collections.abc import Iterator, Mapping
from datetime import date

from calc.clinical.prophylaxis import known_answers, words
from calc.clinical.prophylaxis.days import schedule
from calc.clinical.prophylaxis.doses import doses, kidneys
from calc.clinical.prophylaxis.ends import Since
from calc.clinical.prophylaxis.igg import levels
from calc.clinical.prophylaxis.order import (
    CarTDay,
    Clearance,
    Igg,
    LastAntiCd38,
    LastBispecific,
    LastProteasome,
    OnDialysis,
    PlaceAsked,
    Resistance,
    StartOfDaratumumab,
    Therapies,
    TransplantDay,
    ZosterAsked,
    ZosterHealed,
)
from calc.clinical.prophylaxis.plan import Plan
from calc.clinical.prophylaxis.standing import CHECKS, HOW_LONG, IGG, SCOPE
from calc.clinical.prophylaxis.therapies import Kind, Therapy
from calc.model.calculator import calculator
from calc.model.dates import in_short
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Answer, FieldError, InputError
from calc.model.quantity import Quantity
from calc.model.results import Result


@calculator(
    "Prophylaxis against zoster: who advises it, and until when",
    scope=SCOPE,
    checks=CHECKS,
    reference=(HOW_LONG, IGG),
    known_answers=(
        known_answers.DARATUMUMAB_STOPPED,
        known_answers.CAR_T,
        known_answers.ACTIVE,
    ),
    values=(),
    refused="No prophylaxis on these answers",
    onward=("vaccine-dates",),
)
def prophylaxis(
    *,
    treated_in: PlaceAsked,
    therapies: Therapies,
    daratumumab_start: StartOfDaratumumab | None = None,
    proteasome_last: LastProteasome | None = None,
    anti_cd38_last: LastAntiCd38 | None = None,
    bispecific_last: LastBispecific | None = None,
    day_of_transplant: TransplantDay | None = None,
    car_t_day: CarTDay | None = None,
    earlier_zoster: ZosterAsked,
    zoster_healed: ZosterHealed | None = None,
    aciclovir_resistance: Resistance | None = None,
    dialysis_now: OnDialysis,
    clearance: Clearance | None = None,
    igg: Igg | None = None,
) -> Answer:
    """Who advises antivirals against zoster with which therapy, how much, and until which day.

    Days by the calendar, no value: each end that a source gives, counted from the last dose, the
    infusion, the transplant or the last zoster; doses as sources give them, clearance in mL/min;
    levels of IgG in g/L or mg/dL. Nothing is chosen. Refused while zoster is not healed.
    """
    days: dict[str, tuple[date | None, tuple[Kind, ...]]] = {
        "daratumumab_start": (daratumumab_start, (Kind.ANTI_CD38,)),
        "proteasome_last": (proteasome_last, (Kind.PROTEASOME,)),
        "anti_cd38_last": (anti_cd38_last, (Kind.ANTI_CD38,)),
        "bispecific_last": (bispecific_last, (Kind.BISPECIFIC,)),
        "day_of_transplant": (day_of_transplant, (Kind.AUTOLOGOUS, Kind.ALLOGENEIC)),
        "car_t_day": (car_t_day, (Kind.CAR_T,)),
    }
    errors = [*_without_therapy(days, therapies)]
    if daratumumab_start and anti_cd38_last and anti_cd38_last < daratumumab_start:
        errors.append(
            FieldError(
                "anti_cd38_last",
                "order",
                "Last dose of an anti-CD38 antibody must not be before the first dose of "
                f"daratumumab, {in_short(daratumumab_start)}",
            )
        )
    if errors:
        raise InputError(*errors)
    allogeneic = any(each.kind is Kind.ALLOGENEIC for each in therapies)
    known = {
        Since.PROTEASOME: proteasome_last,
        Since.ANTI_CD38: anti_cd38_last,
        Since.BISPECIFIC: bispecific_last,
        Since.CAR_T: car_t_day,
        Since.ALLOGENEIC: day_of_transplant if allogeneic else None,
        Since.ZOSTER: zoster_healed,
    }
    plan = Plan(
        treated_in,
        therapies,
        {since: day for since, day in known.items() if day},
        daratumumab_start,
    )
    on_dialysis = dialysis_now is YesNoUnknown.YES
    return Answer(
        {},
        heading="Antiviral prophylaxis",
        headline=words.headline(plan),
        reason=words.reason(plan),
        decision=plan.verdict.value,
        lists=words.lists(plan),
        cautions=(
            *words.cautions(plan, aciclovir_resistance, clearance, on_dialysis),
            *(words.paraprotein(plan, igg) if igg is not None else ()),
        ),
        notes=(words.COUNTING,),
        results=tuple(_results(plan, clearance, on_dialysis, igg)),
    )


def _results(
    plan: Plan, clearance: Quantity | None, on_dialysis: bool, igg: Quantity | None
) -> Iterator[Result]:
    yield from filter(None, (schedule(plan),))
    yield words.advice(plan)
    yield from filter(None, (doses(plan), kidneys(clearance, on_dialysis)))
    if igg is not None:
        yield levels(plan, igg)


def _without_therapy(
    days: Mapping[str, tuple[date | None, tuple[Kind, ...]]], therapies: tuple[Therapy, ...]
) -> Iterator[FieldError]:
    """An error for each day of a therapy that was not named: one of the two is a slip."""
    kinds = {each.kind for each in therapies}
    for field, (day, asked) in days.items():
        of_daratumumab = field == "daratumumab_start"
        named = (
            any(each.id == "daratumumab" for each in therapies)
            if of_daratumumab
            else not kinds.isdisjoint(asked)
        )
        if day and not named:
            what = "daratumumab" if of_daratumumab else " or ".join(each.value for each in asked)
            text = (
                f"{in_short(day)} is a day of {what}, and none is among the therapies: name it, or "
                "leave the day out"
            )
            yield FieldError(field, "unasked", text)
