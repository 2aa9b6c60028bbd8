"""The calculator of tablets: it asks, works out by the rules, and says what came."""

from calc.clinical.body_surface import PER_173, PER_MIN
from calc.clinical.oral_antiviral import known_answers, lines, reference, words
from calc.clinical.oral_antiviral.beside import beside, compared_with
from calc.clinical.oral_antiviral.compared import compared
from calc.clinical.oral_antiviral.dose import ByText, Followed, by_clearance, on_haemodialysis
from calc.clinical.oral_antiviral.inputs import (
    HAEMODIALYSIS,
    DialysisKind,
    IsOrdered,
    Mind,
    OrderDose,
    OrderOften,
    WhatFor,
    WhichTablets,
    WhoseText,
)
from calc.clinical.oral_antiviral.label import (
    COLUMNS,
    MODEL,
    REGIMENS,
    SERIES,
    SESSIONS_BY_DAYS,
    SOURCES_GIVE,
)
from calc.clinical.oral_antiviral.rows import Dose
from calc.clinical.oral_antiviral.settled import settled
from calc.clinical.oral_antiviral.standing import (
    CHECK_FIRST,
    FAMCICLOVIR_PROPHYLAXIS,
    READ_FIRST,
    SCOPE,
)
from calc.clinical.patient import Age, Creatinine, Height, MeasuredClearance, Sex, Weight
from calc.clinical.renal import BY_CREATININE_OR_MEASURED, CLEARANCE_PER_KG, kidneys_of
from calc.clinical.weight import BODY_VALUES, WEIGHT_LIMITS, body_of
from calc.model.calculator import calculator
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Answer
from calc.model.quantity import constant
from calc.model.refusals import RefusalRaised
from calc.model.values import always, sometimes

VALUES = (
    *BODY_VALUES,
    *sometimes(PER_MIN, "clearance"),
    *sometimes(PER_173, "clearance_per_1_73_m2"),
    *always("mg", "dose"),
    *sometimes("mg", "dose_24_h", "tablet_dose_24_h"),
    *sometimes("%", "more_by", "less_by"),
)


@calculator(
    "Antiviral tablets",
    alternatives=BY_CREATININE_OR_MEASURED,
    limits=(CLEARANCE_PER_KG, *WEIGHT_LIMITS),
    scope=SCOPE,
    box=READ_FIRST,
    checks=CHECK_FIRST,
    reference=(reference.TO_TREAT, reference.TO_PREVENT),
    known_answers=(known_answers.TOO_MUCH, known_answers.BY_TEXT),
    columns=COLUMNS,
    values=VALUES,
    refused="No dose can be given",
    onward=("next-step", "aciclovir-iv"),
    onward_refused=("next-step",),
)
def oral_antiviral(
    *,
    tablets: WhichTablets,
    purpose: WhatFor,
    whose_text: WhoseText,
    dialysis_kind: DialysisKind,
    ordered: IsOrdered,
    tablet_dose: OrderDose | None = None,
    order_often: OrderOften | None = None,
    mind: Mind,
    age: Age,
    sex: Sex,
    weight: Weight,
    height: Height,
    creatinine: Creatinine | None = None,
    measured_clearance: MeasuredClearance | None = None,
) -> Answer:
    """The dose of aciclovir, valaciclovir or famciclovir by mouth (mg), and today's order by it.

    By the US label or the UK and EU texts; famciclovir by those who restate them. What 24 hours of
    the order hold is as much, more or less, and by how many per cent. A clearance between two
    printed rows, or in both, takes the lower dose. Refused for famciclovir as prophylaxis, and in
    peritoneal or continuous dialysis.
    Values: those of the ideal-weight calculator; clearance (mL/min) and, where the text counts so,
    clearance_per_1_73_m2 (neither on haemodialysis); dose, dose_24_h (not where it hangs on the
    sessions), tablet_dose_24_h, more_by or less_by (%).
    """
    if (tablets, purpose, whose_text.id) not in REGIMENS:
        raise RefusalRaised(FAMCICLOVIR_PROPHYLAXIS)
    body = body_of(weight, height, sex)
    kidneys = kidneys_of(age, sex, creatinine, measured_clearance, weight)
    followed = Followed(tablets, purpose, whose_text)
    if dialysis_kind == HAEMODIALYSIS:
        own = on_haemodialysis(followed)
    else:
        own = by_clearance(followed, kidneys, weight, height)
    order = None
    if ordered:
        assert tablet_dose is not None
        assert order_often is not None
        order = Dose(tablet_dose.named("dose as ordered", "mg"), order_often)
    most = _most(own)
    at_most = followed.regimen.most if most else 1
    prevents = purpose == "prophylaxis"
    in_series = SERIES.get(tablets) if prevents else None
    sources = SOURCES_GIVE.get(tablets) if prevents and own.not_reduced else None
    model = MODEL if own.too_high else SESSIONS_BY_DAYS if own.less_in_reports else None
    found = compared(order, own.dose, at_most, model, in_series, sources)
    others = beside(own, kidneys, weight, height, body)
    return Answer(
        {**body.values, **lines.values(own, order, found)},
        heading=lines.heading(own, found),
        headline=lines.headline(own, order, found, most, mind),
        reason=lines.reason(own),
        decision="hold" if mind is YesNoUnknown.YES else found.verdict.value,
        lists=lines.boxes(own, mind),
        lines=tuple(lines.lines(own, order)),
        cautions=(
            *words.cautions(own, order, found, most, mind),
            *words.doubts(own, others, body, kidneys),
        ),
        notes=(lines.course(own),),
        comparison=compared_with(own, others),
        settled=settled(own, found, mind, lines.of_valganciclovir(own, order)),
    )


def _most(own: ByText) -> Dose | None:
    """The most that the text allows in severe immunocompromise, where the kidneys are not poor."""
    regimen = own.followed.regimen
    if regimen.most == 1 or not own.dose.same_as(regimen.full):
        return None
    times = constant(regimen.most, "1")
    return own.dose._replace(give=own.dose.give * times)
