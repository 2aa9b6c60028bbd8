"""What may be wrong with tablets for these kidneys, each with what would follow if it were."""

from collections.abc import Iterator

from calc.clinical.body_surface import MOSTELLER
from calc.clinical.confusion import NEVER_RAISED
from calc.clinical.doubts import (
    ASK,
    BY_OTHER_WEIGHTS,
    COLLECT,
    IN_WHOM,
    MUSCLE_SAYS,
    VERY_OBESE,
    in_the_very_obese,
    reference_in,
    underweight,
)
from calc.clinical.hazards import BUILD_UP, CLEARANCE_OVERESTIMATED, TOO_LITTLE, WRONG_WEIGHT
from calc.clinical.oral_antiviral.beside import Beside
from calc.clinical.oral_antiviral.compared import ROUNDED_UP, Compared, Verdict
from calc.clinical.oral_antiviral.dose import ByText
from calc.clinical.oral_antiviral.hazards import CONFUSED, WRONG_DRUG
from calc.clinical.oral_antiviral.label import (
    BHIVA,
    LOWER,
    MODEL,
    MODEL_LOAD,
    MODEL_SAYS,
    SERIES,
    SERIES_GAVE,
    SESSIONS,
    SESSIONS_SAY,
    SOURCES_GIVE,
    US_DIALYSIS,
    US_TABLE,
    VALACICLOVIR_HD,
    VALGANCICLOVIR_GIVES,
    VALGANCICLOVIR_SAYS,
)
from calc.clinical.oral_antiviral.lines import of_valganciclovir, up_to
from calc.clinical.oral_antiviral.rows import AFTER_SESSION, Dose
from calc.clinical.renal import Estimated, Kidneys, Measured
from calc.clinical.sources import (
    HIV_TABLE,
    NEUROTOXICITY,
    PROPHYLAXIS_ALLOGRAFT,
    PROPHYLAXIS_CAR_T,
    PROPHYLAXIS_POUR,
    PROPHYLAXIS_VICKREY,
    VALTREX_OVERDOSE,
)
from calc.clinical.weight import DEVINE, Body
from calc.model import units
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Caution
from calc.model.sources import SITE_RULE

ASK_FIRST = "ask before the next dose"
TOXIC = (NEUROTOXICITY.at("letter"), VALTREX_OVERDOSE.at("overdose"))

MIND = Caution(
    "tablets-confusion",
    CONFUSED,
    "New confusion or jerks: hold the tablets until kidneys and dose are checked.",
    NEVER_RAISED,
    "They may be the toxicity of these tablets, at the text's own dose too. Today's kidneys are "
    "meant.",
)
ASK_MIND = Caution(
    "tablets-mind-not-known",
    CONFUSED,
    "Look at the patient: whether the mind has changed is not known.",
    (*TOXIC, SITE_RULE.at("look at the patient")),
    "It matters here: {why}.",
)
MORE = Caution(
    "tablets-too-much",
    BUILD_UP,
    "Ask the prescriber today: {percent} more than the text gives for these kidneys.",
    (*TOXIC, ROUNDED_UP),
    "What the kidneys do not clear builds up: confusion, hallucinations, coma, more harm to the "
    "kidneys. {hint}",
)
ORDER_IS_MORE = "the order is more than the text gives for these kidneys"
MUCH_AT_ONCE = "the dose at one time is more than the text gives"
TEXT_HARMS = "on haemodialysis doses reduced for the kidneys have harmed it too"
MORE_AS_IN_SOURCES = Caution(
    "tablets-more-as-in-sources",
    BUILD_UP,
    "Ask whether it is meant for CAR-T or an allograft: {percent} more than this row.",
    (
        PROPHYLAXIS_CAR_T.at("antiviral row"),
        PROPHYLAXIS_ALLOGRAFT.at("abstract"),
        PROPHYLAXIS_POUR.at("abstract"),
        SITE_RULE.at("a higher dose is told too"),
    ),
    "Sources for CAR-T and after allografts have up to {sources}. A series on bortezomib gave "
    "{series} to some. The row is for genital herpes. This holds while "
    "the kidneys reduce no dose of it: look again with each creatinine.",
)
AT_ONCE = Caution(
    "tablets-much-at-one-time",
    BUILD_UP,
    "Ask before the next dose: {ordered} at one time is {times} times the text's{most}.",
    (SITE_RULE.at("the dose at one time counts too"), *TOXIC),
    "The text gives {dose}.",
)
ON_DIALYSIS = Caution(
    "tablets-after-haemodialysis",
    BUILD_UP,
    "Ask the renal team first: on haemodialysis reduced doses have been neurotoxic.",
    (*SESSIONS_SAY, VALACICLOVIR_HD, SITE_RULE.at(ASK_FIRST)),
    "On haemodialysis even reduced doses of valaciclovir have been neurotoxic. Reports found none "
    "with {sessions}; the text gives {dose}. Ask the renal team before the next dose. One hospital "
    "saw it in two patients on reduced doses, and gave the next one this. In a register no mind "
    "was altered on as much, or less, three times a week.",
)
OF_VALGANCICLOVIR = Caution(
    "tablets-dose-of-valganciclovir",
    WRONG_DRUG,
    "Look at the packet: {ordered} is a dose of valganciclovir, another drug.",
    (VALGANCICLOVIR_SAYS, SITE_RULE.at("names that look alike")),
    "The tablets of valganciclovir hold {tablet}. Look at the prescription too. No text read gives "
    "valaciclovir in such a dose.",
)
LESS = Caution(
    "tablets-too-little",
    TOO_LITTLE,
    "Ask the prescriber today: {percent} less than the text gives for these kidneys.",
    (SITE_RULE.at("a dose left low after the kidneys have recovered is too small"), ROUNDED_UP),
    "With too little, {harm}",
)
MEANT = Caution(
    "tablets-less-as-in-series",
    TOO_LITTLE,
    "Ask, though it may be meant: {percent} less than the text for these kidneys.",
    (
        PROPHYLAXIS_VICKREY.at("abstract"),
        PROPHYLAXIS_POUR.at("abstract"),
        SITE_RULE.at("a lower dose is told too"),
    ),
    "Series in myeloma gave {series}, and saw no zoster. Those series had bortezomib. The text's "
    "row is for genital herpes or herpes simplex.",
)
MEANT_OF_FEW = MEANT._replace(
    id="tablets-less-as-in-a-series",
    cites=(PROPHYLAXIS_VICKREY.at("abstract"), SITE_RULE.at("a lower dose is told too")),
    detail="A few in a series in myeloma had {series}, and no zoster was seen. It was an "
    "alternative there, to aciclovir, in fewer than a fifth, on bortezomib. The "
    "text's row is for genital herpes or herpes simplex.",
)
SPREADS = "zoster may spread, and too small a dose be taken for resistance."
BREAKS_THROUGH = "zoster may break through."
DIVIDED = Caution(
    "tablets-divided-otherwise",
    TOO_LITTLE,
    "Ask: as much in 24 hours as the text gives, but in other doses.",
    (SITE_RULE.at("dose and interval are one row"),),
    "The text gives {dose}.",
)
SESSION = Caution(
    "tablets-timing-and-session",
    BUILD_UP,
    "Ask the renal team: by the session or not? Text: {dose}.",
    (SITE_RULE.at("a dose after the session is not a dose a day"),),
    "They cannot be compared: one ties the dose to the session, the other does not.",
)
SESSION_LESS = SESSION._replace(id="tablets-session-only", hazard=TOO_LITTLE)
"""The same, where the order waits for a session and the text does not."""
TOO_HIGH_ON_DIALYSIS = Caution(
    "tablets-too-high-on-haemodialysis",
    BUILD_UP,
    "Ask the renal team first: on haemodialysis a model has {model}.",
    (MODEL_SAYS, HIV_TABLE.at("table 6"), US_DIALYSIS, SITE_RULE.at(ASK_FIRST)),
    "On haemodialysis {dose} is too much by a study: it has caused confusion. Ask the renal "
    "team before the next dose. The model begins with {load}, and gives {load} once more after "
    "each session: seven patients, levels computed. US HIV guidance gives the text's dose, after "
    "the session; the US label adds a dose after each session, which is left out here.",
)
BETWEEN = Caution(
    "tablets-between-rows",
    CLEARANCE_OVERESTIMATED,
    "{short}: lower dose taken. Other: {other}.",
    (LOWER,),
    "Clearance {clearance} is {where}. The lower dose is taken; the other would be {other}.",
)
OTHER_LESS = Caution(
    "tablets-other-text-gives-less",
    CLEARANCE_OVERESTIMATED,
    "Which text? In the {other}'s {unit}: {there}.",
    (US_TABLE, MOSTELLER, SITE_RULE.at("both readings are shown")),
    "The {other} counts clearance in {unit}: {clearance} there, which would give {there}.",
)
OTHER_MORE = OTHER_LESS._replace(id="tablets-other-text-gives-more", hazard=TOO_LITTLE)
LITTLE_MUSCLE = Caution(
    "tablets-creatinine-of-little-muscle",
    CLEARANCE_OVERESTIMATED,
    f"Little muscle?{COLLECT} At {{reference}}: {{short}}.",
    (SITE_RULE.at(IN_WHOM), *MUSCLE_SAYS),
    "Creatinine {creatinine} may come of little muscle, not only of good kidneys. At {reference}: "
    "{there}. The other figure is one more to weigh, not a rule. A timed urine collection tells.",
)
IN_OBESITY = Caution(
    "tablets-clearance-in-obesity",
    WRONG_WEIGHT,
    f"Obese: by ideal weight {{ideal}}.{COLLECT}",
    (VERY_OBESE, DEVINE, SITE_RULE.at("each weight with its own clearance")),
    "Body mass index {bmi}: by the actual weight the clearance may read too high. "
    f"{{there}}.{ASK} {in_the_very_obese()}{BY_OTHER_WEIGHTS}",
)
BHIVA_DIFFERS = Caution(
    "tablets-famciclovir-sources-differ",
    CLEARANCE_OVERESTIMATED,
    "A British HIV page gives less for the immunocompromised: {short}.",
    (BHIVA, SITE_RULE.at("the product text is followed")),
    "It has other rows of famciclovir, for the immunocompromised: {there}.",
)


def cautions(
    own: ByText, order: Dose | None, found: Compared, most: Dose | None, mind: YesNoUnknown
) -> Iterator[Caution]:
    """What speaks against the order, or against the dose itself; `most` is what the text allows."""
    if mind is YesNoUnknown.YES:
        yield MIND
    elif mind is YesNoUnknown.UNKNOWN and (why := _why_ask(own, found)):
        yield ASK_MIND.filled(why=why)
    if order and of_valganciclovir(own, order):
        tablet = VALGANCICLOVIR_GIVES[0].shown()
        yield OF_VALGANCICLOVIR.filled(ordered=order.give.shown(), tablet=tablet)
    if own.too_high:
        yield TOO_HIGH_ON_DIALYSIS.filled(
            dose=own.dose.words, model=MODEL.words, load=MODEL_LOAD.shown()
        )
    elif own.less_in_reports:
        yield ON_DIALYSIS.filled(sessions=SESSIONS.words, dose=own.dose.words)
    if order and found.at_once:
        yield AT_ONCE.filled(
            times=found.at_once.number(),
            ordered=order.give.shown(),
            most=" highest" if most else "",
            dose=up_to(own, most),
        )
    yield from _of_verdict(own, order, found, mind)


def _why_ask(own: ByText, found: Compared) -> str:
    """Why the mind is to be looked at where nobody knows it; nothing where there is no reason."""
    if found.verdict in (Verdict.MORE, Verdict.AS_IN_SOURCES):
        return ORDER_IS_MORE
    if found.at_once:
        return MUCH_AT_ONCE
    known = own.too_high or own.less_in_reports
    taken = (Verdict.SAME, Verdict.WITHIN, Verdict.DIVIDED, Verdict.ABOVE_MODEL)
    return TEXT_HARMS if known and found.verdict in taken else ""


def _of_verdict(
    own: ByText, order: Dose | None, found: Compared, mind: YesNoUnknown
) -> Iterator[Caution]:
    """What the comparison of the order with the text asks for."""
    zoster = own.followed.purpose == "zoster"
    match found.verdict:
        case Verdict.MORE:
            yield MORE.filled(percent=found.shown, hint=_hint(own, order))
        case Verdict.AS_IN_SOURCES:
            sources = SOURCES_GIVE[own.followed.tablets].words
            yield MORE_AS_IN_SOURCES.filled(
                percent=found.shown, sources=sources, series=SERIES_GAVE.words
            )
        case Verdict.LESS | Verdict.AS_IN_SERIES if mind is YesNoUnknown.YES:
            pass  # never raised for confusion
        case Verdict.AS_IN_SERIES:
            meant = MEANT_OF_FEW if own.followed.tablets == "valaciclovir" else MEANT
            yield meant.filled(percent=found.shown, series=SERIES[own.followed.tablets].words)
        case Verdict.LESS:
            yield LESS.filled(percent=found.shown, harm=SPREADS if zoster else BREAKS_THROUGH)
        case Verdict.DIVIDED if not found.at_once:
            yield DIVIDED.filled(dose=own.dose.words)
        case Verdict.SESSION:
            by_order = order is not None and order.often is AFTER_SESSION
            yield (SESSION_LESS if by_order else SESSION).filled(dose=own.dose.words)
        case _:
            pass  # as the text has it, or told above


def _hint(own: ByText, order: Dose | None) -> str:
    """Where the order is the dose for normal kidneys, that it is."""
    full = own.followed.regimen.full
    if order is None or not order.same_as(full):
        return ""
    return f"{full.words} is the dose for normal kidneys, not reduced for these."


def doubts(own: ByText, beside: Beside, body: Body, kidneys: Kidneys) -> Iterator[Caution]:
    """What may be wrong with the clearance, and where sources give another dose for it."""
    if own.counted is None or own.found is None:
        return
    yield from _between(own)
    yield from _other_text(own, beside)
    match kidneys:
        case Estimated():
            yield from _of_estimate(own, beside, body, kidneys)
        case Measured():
            pass
    if beside.bhiva_less:
        short = beside.bhiva.words if beside.bhiva else "none"
        yield BHIVA_DIFFERS.filled(short=short, there=beside.bhiva_words)


def _between(own: ByText) -> Iterator[Caution]:
    """That the clearance is in no printed row, or in two."""
    assert own.found is not None
    assert own.counted is not None
    row, printed, above = own.found
    if len(printed) == 1 or above is None:
        return
    rows = f"'{above.words}' and '{row.words}'"
    where = f"printed in two rows, {rows}" if printed else f"in no printed row: they are {rows}"
    clearance = own.counted.shown()
    short = "In two printed rows" if printed else "In no printed row"
    yield BETWEEN.filled(short=short, clearance=clearance, where=where, other=above.gives.words)


def _other_text(own: ByText, beside: Beside) -> Iterator[Caution]:
    other = beside.other_text
    if other is None or other.counted is None:
        return
    here, there = own.dose.day, other.dose.day
    assert here is not None
    assert there is not None
    yield (OTHER_LESS if there < here else OTHER_MORE).filled(
        other=other.followed.text.name,
        unit=units.for_people(other.followed.regimen.unit),
        clearance=other.counted.shown(),
        there=other.dose.words,
    )


def _of_estimate(own: ByText, beside: Beside, body: Body, kidneys: Estimated) -> Iterator[Caution]:
    """That creatinine may flatter the kidneys, or that weight misleads the formula."""
    creatinine = kidneys.creatinine
    if beside.reference:
        yield LITTLE_MUSCLE.filled(
            creatinine=creatinine.shown(),
            reference=reference_in(creatinine.unit).shown(),
            short=beside.reference.dose.words,
            there=f"{beside.reference.dose.words} instead of {own.dose.words}",
        )
    elif body.thin:
        yield underweight(body.mass_index)
    if beside.weights:
        there = "; ".join(f"by {name} {each.dose.words}" for name, each in beside.weights)
        bmi = body.mass_index.shown()
        (_, ideal), *_ = beside.weights
        yield IN_OBESITY.filled(bmi=bmi, ideal=ideal.dose.words, there=there.capitalize())
