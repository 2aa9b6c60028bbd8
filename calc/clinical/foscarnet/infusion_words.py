"""What is said of an infusion: how to make it up, its start and its limit, and what is left."""

from calc.clinical.foscarnet.alongside import Alongside
from calc.clinical.foscarnet.dose_words import too_much
from calc.clinical.foscarnet.hazards import OFF_COLUMN, OVERDOSE, TOO_FAST, WRONG_VOLUME
from calc.clinical.foscarnet.infusion import (
    CAP,
    CONTAINER,
    FILLED,
    LARGE_DOSE,
    OFF_BY_PERCENT,
    SLOW_DOSE,
    Infusion,
    is_slow,
    most_in_24_h,
    row_below,
    rows_of,
)
from calc.clinical.foscarnet.regimens import Regimen
from calc.clinical.foscarnet.sodium_words import both
from calc.clinical.solutions import DEXTROSE, SALINE
from calc.clinical.sources import DOSAGE
from calc.model.outcomes import Caution, Line, Tile
from calc.model.pictures import Part, Vessel, Vessels
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE

EITHER_DILUENT = f"{SALINE} or {DEXTROSE}"

ABOVE_REGIMEN = Refusal(
    "dose-above-regimen",
    "The dose, {dose}, is above the full dose of this regimen, {full}.",
    "Check the dose, the weight and the regimen. The label says that its doses should not be "
    "exceeded.",
    (DOSAGE, SITE_RULE.at("a dose above its regimen")),
)
NOT_IN_COLUMN = Caution(
    "not-a-label-dose",
    OFF_COLUMN,
    "{dose} is not in this regimen's column ({doses} mg/kg): ask.",
    (SITE_RULE.at(f"a dose more than {OFF_BY_PERCENT}% from every dose of its column"),),
)
ABOVE_ROW = Caution(
    "dose-above-its-row",
    OVERDOSE,
    "{dose} is above its row, {row}: ask the prescriber.",
    (DOSAGE, SITE_RULE.at("no margin above a row but for rounding to a whole mg")),
    "The label says that its doses should not be exceeded.",
)
SEVERAL_CONTAINERS = Caution(
    "several-containers",
    WRONG_VOLUME,
    f"Use {{count}} containers of {CONTAINER.shown()}: {{rest}}.",
    (FILLED,),
    "The dose needs as many: {left_over}.",
)
AT_THE_CAP = Caution(
    "rate-at-the-cap",
    TOO_FAST,
    f"Run it no faster: its shortest time is at the label's highest rate, {CAP.shown()}.",
    (DOSAGE,),
)


def headline(infusion: Infusion) -> str:
    """What hangs, and how strong it is: "145.8 mL of 12 mg/mL"."""
    return f"{infusion.total_volume.shown()} of {infusion.concentration.shown()}"


def tiles(infusion: Infusion) -> tuple[Tile, ...]:
    """What is set on the pump, in its own order: rate, volume, time; start and limit of each.

    Requirement R-PUMP: Rate, volume and time stand in the order and the words of a pump, each with
    its unit.
    """
    volume = Tile("Volume to infuse", infusion.total_volume.shown())
    rate, time = infusion.highest_rate.shown(), infusion.shortest_time.shown()
    if not infusion.starts_slower:
        return (Tile("Rate, at most", rate), volume, Tile("Time, at least", time))
    return (
        Tile("Rate, at first", infusion.start_rate.shown(), f"at most {rate}"),
        volume,
        Tile("Time, at first", infusion.start_time.shown(), f"at least {time}"),
    )


def vessels(infusion: Infusion, diluent: str) -> Vessels:
    """Each container with what is left in it, and the bag where the drug is diluted."""
    return Vessels(
        "What is drawn up and what hangs",
        (
            *(_container(left, infusion) for left in infusion.left_over),
            *((_bag(infusion, diluent),) if infusion.diluted else ()),
        ),
    )


def _container(left: Quantity, infusion: Infusion) -> Vessel:
    """A container of the drug: what is used of it, and above that what is not.

    What hangs undiluted says how strong it is, and where alone it may run.
    """
    use = "draw up" if infusion.diluted else "infuse"
    hangs = "" if infusion.diluted else f" of {infusion.concentration.shown()}: central line only"
    drawn = Part(f"of foscarnet: {use}", CONTAINER - left)
    rest = () if left.is_zero else (Part("discard", left, discarded=True),)
    return Vessel(f"Container, {CONTAINER.shown()}{hangs}", (drawn, *rest))


def _bag(infusion: Infusion, diluent: str) -> Vessel:
    """What hangs: the drug, and the diluent above it."""
    return Vessel(
        f"Bag, {headline(infusion)}",
        (
            Part("of foscarnet", infusion.drug_volume),
            Part(f"of {diluent}", infusion.diluent_volume),
        ),
    )


def _limit(infusion: Infusion) -> str:
    """Shortest time and highest rate, which belong together."""
    shortest, highest = infusion.shortest_time.shown(), infusion.highest_rate.shown()
    return f"over at least {shortest}, at no more than {highest}"


def lines(infusion: Infusion, diluent: str, dose_per_kg: Quantity, first: bool) -> tuple[Line, ...]:
    """What a person reads of an infusion."""
    drug, total = infusion.drug_volume.shown(), infusion.total_volume.shown()
    strength, added = infusion.concentration.shown(), infusion.diluent_volume.shown()
    make_up = f"{drug} of foscarnet, undiluted: {strength}"
    if infusion.diluted:
        make_up = f"{drug} of foscarnet made up to {total} with {added} of {diluent}"
        make_up += f": {strength}"
    start = f"over {infusion.start_time.shown()}, at {infusion.start_rate.shown()}, by pump"
    by = "; ".join(who_starts_so(dose_per_kg, first))
    started = (Line("Infusion", "Start", f"{start}: {by}"),) if infusion.starts_slower else ()
    return (
        Line("Infusion", "Prepare", make_up),
        *started,
        Line("Infusion", "Limit", f"{_limit(infusion)}, by pump"),
        Line("Infusion", "At the limit", f"{infusion.rate_per_kg.shown()} of {CAP.shown()}"),
        Line("Infusion", "Left over", _discard(infusion.left_over)),
    )


def undiluted_beside(infusion: Infusion, alongside: Alongside) -> tuple[Line, ...]:
    """The other way to dilute a dose: the drug undiluted, and saline beside it at its rate.

    It stands apart from the lines of the mixture, whose rates are twice as high.
    """
    group = "Instead, as one hospital prefers: undiluted beside saline"
    drug, saline = infusion.drug_volume.shown(), alongside.saline.shown()
    rate = f"no more than {alongside.highest_rate.shown()}"
    if infusion.starts_slower:
        rate = f"{alongside.start_rate.shown()} to start, {rate}"
    return (
        Line(
            group,
            "Run",
            f"{drug} of foscarnet and {saline} of {SALINE}, through one cannula at one rate: "
            f"together {infusion.concentration.shown()}",
        ),
        Line(group, "Rate of each", f"{rate}: not the rates above, which are of the mixture"),
        Line(group, "If the saline stops", "stop the foscarnet"),
        Line(
            group,
            "Its saline",
            f"run no more than {saline} of the bag, not counted as hydration; "
            f"{both(alongside.salt)} of sodium each dose, in place of the diluent's",
        ),
    )


def _discard(left_over: tuple[Quantity, ...]) -> str:
    number = f", number {len(left_over)}" if len(left_over) > 1 else ""
    container = f"the {CONTAINER.shown()} container{number}"
    if left_over[-1].is_zero:
        return f"nothing of {container}"
    return f"{left_over[-1].shown()} of {container}: discard before use"


def who_starts_so(dose_per_kg: Quantity, first: bool) -> tuple[str, ...]:
    """Who gives such an infusion over two hours, in words."""
    slow = f"; for {SLOW_DOSE.shown()} a Swiss, a German and a French text too"
    large = f"two hospitals, above {LARGE_DOSE.shown()}{slow if is_slow(dose_per_kg) else ''}"
    return (
        *(("one hospital, for first infusions",) if first else ()),
        *((large,) if dose_per_kg > LARGE_DOSE else ()),
    )


def cautions(infusion: Infusion) -> tuple[Caution, ...]:
    """What may go wrong with an infusion."""
    return (
        *((AT_THE_CAP,) if infusion.at_the_cap else ()),
        *((_several(infusion.left_over),) if len(infusion.left_over) > 1 else ()),
    )


def _several(left_over: tuple[Quantity, ...]) -> Caution:
    words = [
        f"container {number} used up"
        if left.is_zero
        else f"{left.shown()} left in container {number}"
        for number, left in enumerate(left_over, 1)
    ]
    return SEVERAL_CONTAINERS.filled(
        count=str(len(left_over)), rest=words[-1], left_over=", ".join(words)
    )


def above_row(dose_per_kg: Quantity, regimen: Regimen) -> tuple[Caution, ...]:
    """That a dose (mg/kg) which counts as one of its column's is above it."""
    row = row_below(dose_per_kg, regimen)
    return (ABOVE_ROW.filled(dose=dose_per_kg.shown(), row=row.shown()),) if row else ()


def cautions_of_dose(
    dose: Quantity, dose_per_kg: Quantity, regimen: Regimen
) -> tuple[Caution, ...]:
    """What may be wrong with a dose (mg, mg/kg) that was given, not worked out here."""
    day = too_much(most_in_24_h(dose, dose_per_kg, regimen), "Up to ")
    if rows_of(dose_per_kg, regimen):
        return (*day, *above_row(dose_per_kg, regimen))
    given = sorted({row.give for row in regimen.table.rows}, reverse=True)
    doses = ", ".join(map(str, given))
    return (*day, NOT_IN_COLUMN.filled(dose=dose_per_kg.shown(), doses=doses))
