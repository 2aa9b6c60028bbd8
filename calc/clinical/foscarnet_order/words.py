"""What is said of an order that was held against the label: headline, tables, cautions."""

from collections.abc import Iterable

from calc.clinical.conversions import ONE
from calc.clinical.foscarnet.clearance import Clearance
from calc.clinical.foscarnet.dose import DEADLY_DAY, INTENDED_DAY, Dose, doses_in_24_h, reduced
from calc.clinical.foscarnet.dose_words import in_words, too_much
from calc.clinical.foscarnet.hazards import OFF_COLUMN, OVERDOSE, TOO_FAST
from calc.clinical.foscarnet.hydration import HYDRATION
from calc.clinical.foscarnet.infusion import UNDILUTED
from calc.clinical.foscarnet.infusion_words import who_starts_so
from calc.clinical.foscarnet_order.against_label import fastest_rate
from calc.clinical.foscarnet_order.compared import (
    NO_MARGIN,
    ROUNDED_UP,
    TENTH_PERCENT,
    WHOLE,
    Finding,
)
from calc.clinical.foscarnet_order.facts import ByLabel, Facts, per_kg
from calc.clinical.foscarnet_order.hazards import CONTRADICTION, TOO_DRY, TOO_STRONG, UNDERDOSE
from calc.clinical.sources import CHEO, DOSAGE, GALWAY, OVERDOSES, UCSF
from calc.model.outcomes import Caution, Line
from calc.model.quantity import Quantity, constant
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE

CASE = (DEADLY_DAY / INTENDED_DAY - ONE) * WHOLE
"""How much more than was meant the dose of a day was that killed: %."""
CASE_SHOWN = f"{CASE.rounded_down_to(TENTH_PERCENT).number()}%"

ABOVE = Caution(
    "order-overdose",
    OVERDOSE,
    "Do not give it: ask the prescriber. {short}.",
    (OVERDOSES, DOSAGE, NO_MARGIN, ROUNDED_UP),
    "{items}. One patient died on "
    f"{DEADLY_DAY.shown()} a day instead of {INTENDED_DAY.shown()}: {CASE_SHOWN} more.{{hint}} "
    "The label says that its doses, frequencies and rates should not be exceeded. No margin "
    "is allowed upward: that is this site's rule.",
)
FAST = Caution(
    "order-too-fast",
    TOO_FAST,
    "Do not run it so. {short}.",
    (DOSAGE, NO_MARGIN, SITE_RULE.at("a reduced dose keeps its regimen's minimum time")),
    "{items}.",
)
FAST_START = Caution(
    "order-start-faster-than-elsewhere",
    TOO_FAST,
    "{time} keeps to the label's shortest time. Others start over {start}.",
    (UCSF.at("infusion rate"), CHEO.at("administration"), GALWAY.at("administration")),
    "Over {start}: {who}.",
)
UNFIT = Caution(
    "order-contradicts-itself",
    CONTRADICTION,
    "Find out which is wrong before it runs: {short}.",
    (SITE_RULE.at("one order, one set of figures"), NO_MARGIN),
    "The order's own figures do not fit: {items}.",
)
STRONG = Caution(
    "order-too-concentrated",
    TOO_STRONG,
    "Not in this line: {items}.",
    (DOSAGE,),
    "{why}",
)
SLIP = Caution(
    "order-ten-times-too-thin",
    TOO_FAST,
    "Read the bag's label: if it is {strongest}, run it at no more than {real}.",
    (DOSAGE, SITE_RULE.at("a tenth of what is supplied is likelier a slip")),
    "{whose} {strength}, a tenth or less of what foscarnet is supplied as: a decimal point or a "
    "nought may be wrong. If the bag is {strongest}, the pump may run at most {real}, not "
    "{own}.",
)
DRY = Caution(
    "order-too-little-fluid",
    TOO_DRY,
    "{items} than the label's figure for this dose: ask.",
    (HYDRATION,),
)
OTHER_ROW = Caution(
    "order-not-the-label-s-row",
    OFF_COLUMN,
    "Ask: {short}.",
    (DOSAGE, SITE_RULE.at("dose and interval are one row")),
    "{items}, though 24 hours hold no {more_or_less}. The label gives dose and interval together.",
)
BELOW = Caution(
    "order-below-label",
    UNDERDOSE,
    "Ask, though it may be meant: {short}.",
    (DOSAGE, SITE_RULE.at("a lower dose is told too")),
    "{items}: less than the label's.",
)

FEW = 3
"""So many differences are told in the headline by how much; of more, which they are."""

MOST = 4
"""A caution of more differences leaves out the dose per kg, which says the dose again."""

THIN = UNDILUTED / constant(10, "1")
"""A tenth of what is supplied (mg/mL): a concentration up to it is likelier a slip."""

LABEL_S = "By the label, for this patient"
DIFFERS = "differs"
"""The word that marks a row which does not agree, or whose two statements do not fit."""
HEADS = ("Item", "As written", "By the label", "Verdict")
PAIR_HEADS = ("Statements", "One says", "The other says", "Verdict")


def headline(found: Iterable[Finding], pairs: Iterable[Finding]) -> str:
    """How many items were checked, and which differ; first what is wrong, if anything is."""
    found = tuple(found)
    checked = [each for each in found if each.differs is not None]
    left = [each.item.lower() for each in found if each not in checked and each.is_written]
    rest = f"; written but not checked: {', '.join(left)}" if left else ""
    unfit = "its own figures do not fit with each other"
    is_unfit = any(each.differs for each in pairs)
    differing = [each for each in checked if each.differs]
    count = len(checked)
    if not differing:
        agree = f"All {count} items checked agree" if count > 1 else "The one item checked agrees"
        agree = f"{agree} with the label's figures" if checked else "Nothing was checked"
        if is_unfit:
            agree = f"{_begun(unfit)}; {agree[:1].lower()}{agree[1:]}"
        return f"{agree}{rest}"
    rest = f"; {unfit}{rest}" if is_unfit else rest
    few = len(differing) <= FEW
    names = ", ".join(each.says if few else each.item.lower() for each in differing)
    differ = f"{len(differing)} of {count} items checked differ{'s' if len(differing) == 1 else ''}"
    if count == 1:
        differ = "The one item checked differs"
    return f"{differ}: {names}{rest}"


def lines(found: Iterable[Finding], dose: Dose, of_dose: Iterable[Line]) -> tuple[Line, ...]:
    """What was not checked; and the label's dose, so named that it is not taken for the order's."""
    left_out = [each.item.lower() for each in found if each.differs is None]
    words = ", ".join(left_out) if left_out else "nothing: every item was"
    return (
        Line("Order", "Not checked", words),
        Line(LABEL_S, "Dose", in_words(dose)),
        *(line._replace(group=LABEL_S) for line in of_dose),
    )


def tables(found: tuple[Finding, ...], pairs: tuple[Finding, ...]) -> tuple[Table, ...]:
    """The order against the label, and its figures against each other where there are two."""
    cites = (DOSAGE, NO_MARGIN, ROUNDED_UP)
    own = (Table("The order against the label", HEADS, _rows(found), cites),)
    if not pairs:
        return own
    return (*own, Table("The order against itself", PAIR_HEADS, _rows(pairs), (NO_MARGIN,)))


def _rows(found: tuple[Finding, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(
            each.id,
            (each.item, each.written, each.by_label, each.verdict),
            each.values,
            DIFFERS if each.differs else "",
        )
        for each in found
    )


def cautions(
    found: tuple[Finding, ...],
    pairs: tuple[Finding, ...],
    facts: Facts,
    label: ByLabel,
    clearance: Clearance,
) -> tuple[Caution, ...]:
    """What differs, by what it can do; and a large day, though the label's own figure is that."""
    said = []
    if items := _items(found, OVERDOSE):
        hint = _hint(facts, label, clearance.per_kg)
        said.append(ABOVE.filled(items=items, short=_begun(_short(found, OVERDOSE)), hint=hint))
    if facts.largest and facts.order.interval:
        most = facts.largest.drug * doses_in_24_h(facts.order.interval)
        said += too_much(most.in_places(1))
    if items := _items(found, TOO_FAST):
        said.append(FAST.filled(items=items, short=_begun(_short(found, TOO_FAST))))
    else:
        said += _fast_start(facts, label)
    if items := _items(pairs, CONTRADICTION):
        unfit = _of(pairs, CONTRADICTION)
        short = _counted(unfit[0].item, unfit)
        said.append(UNFIT.filled(items=_inside(items), short=_inside(short)))
    said += _slip(facts, label)
    if items := _items(found, TOO_STRONG):
        said.append(STRONG.filled(items=items, why=_why_strong(label)))
    if items := _items(found, TOO_DRY):
        said.append(DRY.filled(items=items))
    if items := _items(found, OFF_COLUMN):
        more_or_less = "more" if "shorter" in items else "less"
        short = _short(found, OFF_COLUMN)
        said.append(OTHER_ROW.filled(items=items, short=short, more_or_less=more_or_less))
    if items := _items(found, UNDERDOSE):
        said.append(BELOW.filled(items=items, short=_short(found, UNDERDOSE)))
    return tuple(said)


def _items(found: Iterable[Finding], hazard: object) -> str:
    """What differs with a hazard, as a sentence begins: "Dose higher by 14.3%, ..."."""
    said = _of(found, hazard)
    if len(said) > MOST:
        said = [each for each in said if each.id != "dose-per-kg"]
    return _begun("; ".join(each.says for each in said))


def _short(found: Iterable[Finding], hazard: object) -> str:
    """What differs with a hazard in one line: the dose of a day if it does, and how many more."""
    said = _of(found, hazard)
    first = next((each for each in said if each.id == "day"), said[0])
    return _counted(first.says, said)


def _counted(first: str, said: list[Finding]) -> str:
    return f"{first}; {len(said) - 1} more" if said[1:] else first


def _of(found: Iterable[Finding], hazard: object) -> list[Finding]:
    return [each for each in found if each.differs and each.hazard is hazard]


def _begun(words: str) -> str:
    """Words as a sentence begins."""
    return f"{words[:1].upper()}{words[1:]}"


def _inside(words: str) -> str:
    """Words as they stand within a sentence."""
    return f"{words[:1].lower()}{words[1:]}"


def _hint(facts: Facts, label: ByLabel, clearance: Quantity) -> str:
    """Where the order is the regimen's dose for normal kidneys, that it is."""
    if facts.largest is None or not reduced(clearance, label.regimen):
        return ""
    written, full = per_kg(facts.largest.drug, facts.weight), label.regimen.full_dose
    if written.value != full.value:
        return ""
    return f" {full.shown()} is this regimen's dose for normal kidneys, not reduced for these."


def _why_strong(label: ByLabel) -> str:
    if label.access == "central":
        return "Foscarnet is not supplied so strong: a figure is wrong."
    return "For a peripheral vein the label has foscarnet diluted."


def _slip(facts: Facts, label: ByLabel) -> tuple[Caution, ...]:
    """That so thin a concentration may be ten times off, and what the pump may run then."""
    strength = facts.strength
    if strength is None or strength > THIN:
        return ()
    whose = "The concentration" if facts.order.concentration else "Dose and volume make"
    own, real = (fastest_rate(facts, label, each) for each in (strength, label.strongest))
    words = {"own": own.rate.shown(), "real": real.rate.shown()}
    return (
        SLIP.filled(
            whose=whose, strength=strength.shown(), strongest=label.strongest.shown(), **words
        ),
    )


def _fast_start(facts: Facts, label: ByLabel) -> tuple[Caution, ...]:
    """That other sources start slower than an order that keeps to the label's shortest time."""
    times = [each for each in (facts.order.time, facts.run_time) if each is not None]
    if not times:
        return ()
    time, start = min(times), label.infusion.start_time
    if time >= start:
        return ()
    first, per_kg_ = label.hydration.first, label.dose.per_kg
    who = "; ".join(who_starts_so(per_kg_, first))
    return (FAST_START.filled(time=time.shown(), start=start.shown(), who=who),)
