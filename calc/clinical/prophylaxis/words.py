"""What is said of prophylaxis: the verdict, what to do, what differs, and what nobody settles."""

from collections.abc import Iterator

from calc.clinical.prophylaxis.days import COUNTED
from calc.clinical.prophylaxis.doses import US_LOW, US_ORAL, US_TABLE, doses
from calc.clinical.prophylaxis.ends import CD4_WORDS, ROSWELL, SWAIKA, YEAR_OF_TWO, Since
from calc.clinical.prophylaxis.hazards import MISJUDGED, NOT_HELD, OVERDOSE, TOO_SHORT
from calc.clinical.prophylaxis.igg import NOT_SO_LOW, levels
from calc.clinical.prophylaxis.label import (
    ALLOGRAFT,
    ANTI_BCMA,
    ASH,
    AUTOGRAFT,
    BCMA,
    CYTOPENIA,
    EMN,
    ISATUXIMAB_FDA,
    ISATUXIMAB_WARNINGS,
    NICE,
    NORTHWESTERN,
    Advice,
)
from calc.clinical.prophylaxis.order import Place
from calc.clinical.prophylaxis.plan import Plan, Verdict
from calc.clinical.prophylaxis.therapies import Kind, named
from calc.clinical.sources import (
    IMMUNOGLOBULIN_AT_ANY_LEVEL,
    PANEL,
    PROPHYLAXIS_AUTOGRAFT_2015,
    VACCINE_CCJM,
)
from calc.model.dates import in_short, in_words
from calc.model.inputs import YesNoUnknown
from calc.model.outcomes import Caution
from calc.model.quantity import Quantity, Step, constant
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE
from calc.model.statements import Box, Check

NOTHING_READ = SITE_RULE.at("no source found")
EIGHT_MONTHS = constant(8, "mo")
UNCLEAR = constant(3, "mo")
"""Of the table on anti-BCMA treatment, as printed."""

RESISTANT = Caution(
    "prophylaxis-resistant",
    NOT_HELD,
    "Ask infection specialists before ordering: the last strain resisted aciclovir.",
    (PANEL.at("abstract"), SITE_RULE.at("the same drug may not hold it")),
    "Aciclovir and related drugs may not hold it: ask which prophylaxis, if any. "
    "A recurrence occasionally responds to aciclovir again.",
)
MAYBE_RESISTANT = Caution(
    "prophylaxis-perhaps-resistant",
    NOT_HELD,
    "Ask infection specialists first, if it did not clear on aciclovir.",
    (PANEL.at("abstract"), SITE_RULE.at("not known is not no")),
    "Whether the last strain resisted aciclovir is not known.",
)
LOW_KIDNEYS = Caution(
    "prophylaxis-low-kidneys",
    OVERDOSE,
    "{kidneys}: too much by some texts; ask a renal pharmacist.",
    (US_TABLE, US_ORAL, SITE_RULE.at("no dose is chosen")),
    "The full doses are too much by some of the texts below, and they differ. "
    "No text read gives a dose to prevent zoster in failing kidneys.",
)
DIALYSIS = Caution(
    "prophylaxis-dialysis",
    OVERDOSE,
    "On dialysis: ask a renal pharmacist for the dose.",
    (US_TABLE, US_ORAL),
    "The US texts give valaciclovir after haemodialysis, and a further dose of aciclovir after it. "
    "For peritoneal dialysis they have no information specific to valaciclovir.",
)
KIDNEYS_UNKNOWN = Caution(
    "prophylaxis-kidneys-not-given",
    OVERDOSE,
    "Work out the clearance before you order: the doses are for normal kidneys.",
    (US_TABLE, SITE_RULE.at("no dose without the kidneys")),
    "The clearance was not given.",
)
NO_END = Caution(
    "prophylaxis-no-end",
    TOO_SHORT,
    "The days below do not end it: no source read names an end for some of these.",
    (NOTHING_READ,),
    "No end is named for {therapies}: the days below are of the others.",
)
CELLS = Caution(
    "prophylaxis-cd4",
    TOO_SHORT,
    f"After CAR-T look at CD4 too, above {CD4_WORDS}: a day may not be enough.",
    (ASH, CYTOPENIA),
    f"Two tables also ask for CD4 above {CD4_WORDS}.",
)
SERIES_ONLY = Caution(
    "prophylaxis-series-only",
    TOO_SHORT,
    "The days after bortezomib are what two series did, not advice to stop.",
    (ROSWELL, SWAIKA, NICE, NORTHWESTERN),
    "NICE, second hand, would consider going on after it, and one centre never stops.",
)
LONGER = Caution(
    "prophylaxis-longer-on-immunosuppression",
    TOO_SHORT,
    "On immunosuppressive drugs after an allograft that day is not the end.",
    (YEAR_OF_TWO, ALLOGRAFT),
    "Cohorts went on for longer after an allogeneic transplant, and most of the zoster after the "
    "trial came in such patients.",
)
AFTER_ZOSTER = Caution(
    "prophylaxis-after-zoster",
    TOO_SHORT,
    "There was zoster: a day before it is no end.",
    (SITE_RULE.at("no source found"),),
    "Only the table on CAR-T read counts from it. For other therapies nobody says how long after.",
)
PARAPROTEIN = Caution(
    "immunoglobulin-paraprotein",
    MISJUDGED,
    "Ask for IgG without the paraprotein: normal IgG is lower than measured.",
    (
        IMMUNOGLOBULIN_AT_ANY_LEVEL.at("abstract"),
        SITE_RULE.at("a paraprotein counts as IgG"),
    ),
    "In IgG myeloma the paraprotein counts as IgG: ask the laboratory for it without the "
    "paraprotein. "
    "The viewpoint says that IgG has limits as a measure in myeloma; the rest is this site's.",
)

CHOOSE = Check(
    "Settle with the haematologist which source is followed; note a day of review.",
    (SITE_RULE.at("nothing is chosen here"),),
    "The day of review is written into the record.",
)
GO_ON = Check(
    "No end is counted while a therapy runs: type its last dose once it is given.",
    (SITE_RULE.at("no end before the last dose"),),
)
TYPE_DAY = Check(
    "Type the day of the infusion or transplant: the ends are counted from it.",
    (SITE_RULE.at("no day is guessed"),),
)
ASK = Check(
    "Ask the haematologist.",
    (NOTHING_READ,),
    "What is said of myeloma whatever the therapy stands below.",
)
VACCINE = Check(
    "Plan the recombinant vaccine too: it is not live.",
    (VACCINE_CCJM.at("table 3"), SITE_RULE.at("neither replaces the other")),
    "After a transplant it begins before prophylaxis ends.",
)
NOT_AFTER_TREATMENT = Check(
    "Zoster in spite of prophylaxis: treat it, and send tests for resistance.",
    (SITE_RULE.at("breakthrough asks for tests"),),
)

PROTEASOME_END = Check(
    "How long after a proteasome inhibitor: advice was read, and no time.",
    (EMN, NICE),
    "The European Network gives advice, and no time was read; NICE, second hand, has none. Series "
    "differ, and are of bortezomib.",
)
ISATUXIMAB_END = Check(
    "After isatuximab: its label speaks of treatment, and no time after it was read.",
    (ISATUXIMAB_WARNINGS, ISATUXIMAB_FDA),
)
AUTOGRAFT_END = Check(
    "How long after an autologous transplant: no agreement, says a report of 2025.",
    (AUTOGRAFT, PROPHYLAXIS_AUTOGRAFT_2015.at("abstract")),
    f"It finds none on dose and duration. In a series zoster peaked at {EIGHT_MONTHS.shown()}: "
    "count in months.",
)
BCMA_END = Check(
    "How long after anti-BCMA treatment: no day is counted from the table.",
    (BCMA,),
    f'It prints {UNCLEAR.shown()} "of treatment", or until CD4 is above {CD4_WORDS}; that can be '
    "read in two ways.",
)
NOT_NAMED = Check(
    "{therapies}: named by no source read on prophylaxis.",
    (NOTHING_READ,),
)
UK_TEXTS = Check(
    "UK: no UK source read gives a duration or a dose of prophylaxis.",
    (SITE_RULE.at("no UK sentence read"),),
    "NICE was read second hand. US labels are not UK texts.",
)
ELSEWHERE = Check(
    "Outside the US and UK: no national guidance was looked for, but Germany's.",
    (SITE_RULE.at("not looked for"),),
)
SIX_WEEKS = Check(
    "Six weeks after a proteasome inhibitor: not counted.",
    (SITE_RULE.at("machine-written pages are no source"),),
    "It was found on machine-written pages alone.",
)
COUNTING = Step(
    "how days are counted",
    "the last dose, the infusion or the transplant is day 0",
    "by the calendar",
    "a month ends on the same day of the month; where there is no such day, on the first of the "
    "next month. With two drugs of a kind the last dose of either counts. Of several therapies "
    "each must have come to an end by some source",
    (COUNTED, SITE_RULE.at("the end of one therapy is not the end of all")),
)


def headline(plan: Plan) -> str:
    """What the sources come to, in one breath."""
    match plan.verdict:
        case Verdict.NOT_NAMED:
            return "No source read speaks of prophylaxis with these"
        case Verdict.GOES_ON:
            return f"No last day yet: {named(plan.running)} not stopped"
        case Verdict.DAY_MISSING:
            return f"No last day: the day of {named(plan.without_day)} is not given"
        case Verdict.NO_END:
            return "Advised, but no source read names a last day"
        case Verdict.BEFORE_ZOSTER:
            return "No last day: each that sources name lies before the zoster"
        case Verdict.ONE | Verdict.DIFFER if plan.only_studies:
            return f"{_studies(plan)}: not advice to stop"
        case Verdict.ONE:
            also = ", which is a study's and no advice to stop" if plan.studies_decide else ""
            return f"Until {in_words(plan.latest)}, as far as sources name an end{also}"
        case Verdict.DIFFER:
            partly = ", partly studies that are no advice to stop" if plan.studies_decide else ""
            return f"Sources end {_between(plan)}: none is chosen{partly}"


def _studies(plan: Plan) -> str:
    """When studies stopped: no reader may take it for advice."""
    count = len(plan.studies)
    at = f"on {in_words(plan.latest)}" if plan.soonest == plan.latest else _between(plan)
    return f"{count} {'study' if count == 1 else 'studies'} stopped {at}"


def _between(plan: Plan) -> str:
    return f"between {in_short(plan.soonest)} and {in_short(plan.latest)}"


def reason(plan: Plan) -> str:
    """Why, in one sentence."""
    match plan.verdict:
        case Verdict.NOT_NAMED:
            return "Two sources speak of myeloma whatever the therapy: see below."
        case Verdict.GOES_ON:
            return "A therapy without a last dose is taken as running."
        case Verdict.DAY_MISSING:
            return "Its ends are counted from that day."
        case Verdict.ONE | Verdict.DIFFER if len(plan.timed) > 1:
            return "The days are of several therapies: the end of one is not the end of all."
        case _:
            count = len(plan.advice)
            return f"{count} {'source speaks' if count == 1 else 'sources speak'} of it."


def advice(plan: Plan) -> Table:
    """Who says what of these therapies, and of myeloma whatever the therapy."""
    rows = tuple(_said(plan, each) for each in (*plan.advice, *plan.for_all))
    cites = (cite for each in (*plan.advice, *plan.for_all) for cite in each.cites)
    return Table(
        "Who advises what",
        ("Whose", "In", "What it says"),
        rows,
        tuple(dict.fromkeys(cites)),
    )


def _said(plan: Plan, advice: Advice) -> Row:
    whom = named(each for each in plan.therapies if each.id in advice.of) or "myeloma"
    return Row(advice.id, (advice.whose, whom, advice.says), {})


def lists(plan: Plan) -> tuple[Box, ...]:
    """What to do, and what no source read settles."""
    boxes = (
        Box("What to do", tuple(_to_do(plan))),
        Box("What no source read settles", tuple(_not_settled(plan))),
    )
    return tuple(box for box in boxes if box.items)


def _to_do(plan: Plan) -> Iterator[Check]:
    yield {Verdict.NOT_NAMED: ASK, Verdict.GOES_ON: GO_ON, Verdict.DAY_MISSING: TYPE_DAY}.get(
        plan.verdict, CHOOSE
    )
    yield NOT_AFTER_TREATMENT
    yield VACCINE


def _not_settled(plan: Plan) -> Iterator[Check]:
    ids = {each.id for each in plan.therapies}
    if Kind.PROTEASOME in plan.kinds:
        yield PROTEASOME_END
        yield SIX_WEEKS
    if "isatuximab" in ids:
        yield ISATUXIMAB_END
    if Kind.AUTOLOGOUS in plan.kinds:
        yield AUTOGRAFT_END
    if ids.intersection(ANTI_BCMA):
        yield BCMA_END
    if plan.unspoken:
        text = NOT_NAMED.text.format(therapies=named(plan.unspoken).capitalize())
        yield NOT_NAMED._replace(text=text)
    if plan.place is Place.UK:
        yield UK_TEXTS
    if plan.place is Place.ELSEWHERE:
        yield ELSEWHERE


def cautions(
    plan: Plan, resistance: YesNoUnknown | None, clearance: Quantity | None, on_dialysis: bool
) -> Iterator[Caution]:
    """What speaks against a dose or a day, or asks for a look."""
    if resistance is YesNoUnknown.YES:
        yield RESISTANT
    if resistance is YesNoUnknown.UNKNOWN:
        yield MAYBE_RESISTANT
    if on_dialysis:
        yield DIALYSIS
    elif clearance is None and doses(plan):
        yield KIDNEYS_UNKNOWN
    elif clearance is not None and clearance.decided(lambda value: value < US_LOW.value):
        yield LOW_KIDNEYS.filled(kidneys=f"Clearance {clearance.shown()}")
    if plan.ends and plan.without_end:
        yield NO_END.filled(therapies=named(plan.without_end))
    ids = {each.id for each in plan.therapies}
    if "bortezomib" in ids and Since.PROTEASOME in plan.days:
        yield SERIES_ONLY
    if Kind.ALLOGENEIC in plan.kinds:
        yield LONGER
    if Kind.CAR_T in plan.kinds:
        yield CELLS
    if Since.ZOSTER in plan.days and (
        plan.kinds - {Kind.CAR_T} or len(plan.ends_ahead) < len(plan.ends)
    ):
        yield AFTER_ZOSTER


def paraprotein(plan: Plan, igg: Quantity) -> Iterator[Caution]:
    """What may mislead a level of IgG that some source would not call low."""
    if any(row.cells[-1] == NOT_SO_LOW for row in levels(plan, igg).rows):
        yield PARAPROTEIN
