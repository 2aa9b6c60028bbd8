"""Each item of an order held against what the site computes from the label."""

from collections.abc import Iterator
from typing import NamedTuple

from calc.clinical.foscarnet.dose import mean_in_24_h
from calc.clinical.foscarnet.hazards import OFF_COLUMN, OVERDOSE, TOO_FAST
from calc.clinical.foscarnet.hydration import ELSEWHERE
from calc.clinical.foscarnet.infusion import CAP, rate_over, shortest_time_of, volume_at
from calc.clinical.foscarnet_order.compared import (
    NOT_WRITTEN,
    Difference,
    Finding,
    difference,
    values_of,
)
from calc.clinical.foscarnet_order.facts import Amount, ByLabel, Facts, per_kg
from calc.clinical.foscarnet_order.hazards import TOO_DRY, TOO_STRONG, UNDERDOSE
from calc.model.outcomes import Hazard
from calc.model.quantity import Quantity

AGREES = "agrees with the label's figure"
UNCHECKED = "not checked"


def findings(facts: Facts, label: ByLabel) -> tuple[Finding, ...]:
    """What came of every item, those left out among them.

    Requirement R-ORDER: Each item of an order is held against the label and against the others, and
    no order is ever called safe.
    """
    day = _day_difference(facts.largest, facts, label)
    return (
        *_doses(facts, label),
        _interval(facts, label, day),
        _day(facts, label, day),
        _concentration(facts, label),
        *_volume(facts, label),
        *_times(facts, label),
        _rate(facts, label),
        _rate_per_kg(facts),
        _fluid(facts, label),
    )


def _unchecked(id: str, item: str, by_label: str, written: str = "", needs: str = "") -> Finding:
    verdict = f"{UNCHECKED}: needs {needs}" if needs else UNCHECKED
    return Finding(id, item, written or NOT_WRITTEN, by_label, verdict, differs=None)


def _found(
    id: str,
    item: str,
    words: tuple[str, str],
    verdict: str,
    values: dict[str, Quantity],
    hazard: Hazard | None = None,
) -> Finding:
    """An item that was checked: it differs unless nothing is said of how."""
    written, by_label = words
    if not verdict:
        return Finding(id, item, written, by_label, AGREES, values=values)
    says = f"{item[:1].lower()}{item[1:]} {verdict.partition(':')[0]}"
    return Finding(id, item, written, by_label, verdict, True, hazard, says, values)


def _only(found: Difference | None, *, more: bool) -> Difference | None:
    """A difference to the side that matters; to the other the figure agrees."""
    return found if found and found.more is more else None


def _said(found: Difference | None, more: str, less: str) -> str:
    """How a figure differs, in the words for more or for less; nothing where it agrees."""
    if found is None:
        return ""
    return (more if found.more else less).format(found.shown())


# Dose and interval


def _day_difference(amount: Amount | None, facts: Facts, label: ByLabel) -> Difference | None:
    """How what 24 hours hold of an amount differs; None where it does not, or is not known."""
    interval = facts.order.interval
    if amount is None or interval is None:
        return None
    day, cut_by = (mean_in_24_h(each, interval) for each in (amount.drug, amount.cut_by))
    return difference(day, label.dose.mean_day, cut_by)


def _too_little(facts: Facts, day: Difference | None) -> Hazard:
    """What less drug in one dose, or less often, means: less in the day too, or another row."""
    if facts.day is None:
        return UNDERDOSE
    return OFF_COLUMN if day is None or day.more else UNDERDOSE


def _doses(facts: Facts, label: ByLabel) -> Iterator[Finding]:
    if not facts.doses:
        yield _unchecked("dose", "Dose", _label_dose(label))
    for each in facts.doses:
        yield _drug(each, facts, label, _label_dose(label))


def _label_dose(label: ByLabel) -> str:
    return f"{label.dose.per_kg.shown()} ({label.dose.dose.shown()})"


def _drug(amount: Amount, facts: Facts, label: ByLabel, by_label: str) -> Finding:
    """An amount of drug that the order states, held against the label's dose.

    Whether it is less in 24 hours too is its own: another amount of the order may be the larger.
    """
    dose = label.dose.dose
    found = difference(amount.drug, dose, amount.cut_by)
    day = _day_difference(amount, facts, label)
    hazard = OVERDOSE if found and found.more else _too_little(facts, day)
    words, values = (_amount(amount, facts), by_label), values_of(amount.drug, dose, found)
    return _found(amount.id, amount.name, words, _of_a_dose(found, hazard), values, hazard)


def _of_a_dose(found: Difference | None, hazard: Hazard) -> str:
    if found is None:
        return ""
    if found.more:
        return f"higher by {found.shown()}"
    less = "less than the label's; ask" if hazard is UNDERDOSE else "no less in 24 hours; ask"
    return f"lower by {found.shown()}: {less}"


def _amount(amount: Amount, facts: Facts) -> str:
    """An amount as it is written."""
    order = facts.order
    if amount.id == "dose":
        return f"{amount.drug.shown()} ({per_kg(amount.drug, facts.weight).shown()})"
    if amount.id == "dose-per-kg":
        assert order.dose_per_kg is not None
        return f"{order.dose_per_kg.shown()} ({amount.drug.shown()})"
    assert order.concentration is not None
    strength, drug = order.concentration.shown(), amount.drug.shown()
    if order.volume is not None:
        return f"{order.volume.shown()} of {strength}: {drug}"
    assert order.rate is not None
    assert order.time is not None
    return f"{order.rate.shown()} of {strength} for {order.time.shown()}: {drug}"


def _label_volume(facts: Facts, label: ByLabel) -> str:
    """The label's dose at the concentration that is written, or at that for the line."""
    strength = facts.order.concentration or label.strongest
    volume = volume_at(label.dose.dose, strength)
    return f"{volume.shown()} of {strength.shown()}"


def _interval(facts: Facts, label: ByLabel, day: Difference | None) -> Finding:
    figure, interval = label.dose.interval, facts.order.interval
    words = f"every {figure.shown()}"
    if interval is None:
        return _unchecked("interval", "Interval", words)
    found = difference(interval, figure)
    verdict, hazard = "", OFF_COLUMN
    if found and found.more:
        verdict = f"longer by {found.by.shown()}: less often"
        hazard = _too_little(facts, day)
    elif found:
        verdict = f"shorter by {found.by.shown()}: more often"
        hazard = OVERDOSE if facts.day is None or (day and day.more) else OFF_COLUMN
    written = f"every {interval.shown()}"
    values = values_of(interval, figure, found)
    return _found("interval", "Interval", (written, words), verdict, values, hazard)


def _day(facts: Facts, label: ByLabel, found: Difference | None) -> Finding:
    id, item, figure = "day", "Dose in 24 hours", label.dose.mean_day
    average = f"{figure.shown()} on average"
    if facts.day is None:
        return _unchecked(id, item, average, needs="dose and interval")
    hazard = OVERDOSE if found and found.more else UNDERDOSE
    verdict, written = _of_a_dose(found, hazard), f"{facts.day.shown()} on average"
    values = values_of(facts.day, figure, found)
    return _found(id, item, (written, average), verdict, values, hazard)


# Concentration and volume


def _concentration(facts: Facts, label: ByLabel) -> Finding:
    id, item, most = "concentration", "Concentration", label.strongest
    central = label.access == "central"
    words = "through a central line" if central else "through a peripheral vein"
    words = f"{most.shown()}{' or less' if central else ''}, {words}"
    strength = facts.strength
    if strength is None:
        needs = "itself, or dose and volume"
        return _unchecked(id, item, words, needs=needs)
    written, fits = strength.shown(), False
    if facts.order.concentration is None:
        written, fits = f"{written}, by dose and volume", _fits(facts, label)
    found = None if fits else difference(strength, most)
    if central:
        found = _only(found, more=True)
    verdict = _said(found, "stronger by {}", "weaker by {}: more dilute")
    values = values_of(strength, most, found)
    hazard = TOO_STRONG if found and found.more else None
    return _found(id, item, (written, words), verdict, values, hazard)


def _fits(facts: Facts, label: ByLabel) -> bool:
    """Whether the volume is that of the dose at the concentration for the line, as cut."""
    volume, (dose, *_) = facts.order.volume, facts.doses
    assert volume is not None
    exact = dose.drug / label.strongest
    return volume <= exact and volume_at(dose.drug, label.strongest) <= volume


def _volume(facts: Facts, label: ByLabel) -> Iterator[Finding]:
    """The volume: with a concentration as the drug that it holds, else as what dilutes the dose."""
    id, item, volume, held = "volume", "Volume", facts.order.volume, facts.held
    if volume is None:
        yield _unchecked(id, item, _label_volume(facts, label))
    if facts.order.concentration is not None and held is not None:
        own = f"{_label_volume(facts, label)}: {label.dose.dose.shown()}"
        yield _drug(held, facts, label, own)
        return
    if volume is None:
        return
    if not facts.doses:
        needs = "dose or concentration"
        yield _unchecked(id, item, _label_volume(facts, label), volume.shown(), needs)
        return
    drug, central = facts.doses[0].drug, label.access == "central"
    least = volume_at(drug, label.strongest)
    words = f"{least.shown()}{' or more' if central else ''} for {drug.shown()}"
    found = None if _fits(facts, label) else difference(volume, least)
    if central:
        found = _only(found, more=False)
    verdict = _said(found, "larger by {}: more dilute", "smaller by {}: too concentrated")
    values = values_of(volume, least, found)
    hazard = TOO_STRONG if found and not found.more else None
    yield _found(id, item, (volume.shown(), words), verdict, values, hazard)


# Time and rate


def shortest_for(facts: Facts, label: ByLabel) -> Quantity:
    """The shortest time (min) for the label's dose, or for a larger one that is written."""
    dose = label.dose.per_kg
    if facts.largest and facts.largest.drug > label.dose.dose:
        dose = per_kg(facts.largest.drug, facts.weight)
    return shortest_time_of(dose, label.regimen)


def _times(facts: Facts, label: ByLabel) -> Iterator[Finding]:
    shortest = shortest_for(facts, label)
    words = f"at least {shortest.shown()}"
    if facts.order.time is None:
        yield _unchecked("time", "Time", words)
    times = (
        ("time", "Time", facts.order.time),
        ("run-time", "Time at this rate", facts.run_time),
    )
    for id, item, time in times:
        if time is None:
            continue
        found = _only(difference(time, shortest), more=False)
        verdict = _too_short(found) if found else ""
        values = values_of(time, shortest, found)
        yield _found(id, item, (time.shown(), words), verdict, values, TOO_FAST)


def _too_short(found: Difference) -> str:
    return f"shorter by {found.shown()}: {found.by.in_places(1).shown()} too short"


class Fastest(NamedTuple):
    """The fastest that a pump may run: the drug (mg), its shortest time (min), the rate (mL/h)."""

    drug: Quantity
    time: Quantity
    rate: Quantity


def fastest_rate(facts: Facts, label: ByLabel, at: Quantity) -> Fastest:
    """The fastest rate at a concentration (mg/mL), of the label's dose or a smaller one written."""
    drugs = [label.dose.dose, *(each.drug for each in facts.amounts)]
    drug = min(drugs)
    time = shortest_time_of(per_kg(drug, facts.weight), label.regimen)
    rate = rate_over(volume_at(drug, at), time)
    return Fastest(drug, time, rate)


def _rate(facts: Facts, label: ByLabel) -> Finding:
    """The rate held against the fastest for the label's dose, or for a smaller one as written."""
    id, item, rate, strength = "rate", "Pump rate", facts.order.rate, facts.strength
    at = strength or label.strongest
    drug, time, fastest = fastest_rate(facts, label, at)
    run = f"{drug.shown()} at {at.shown()} over {time.shown()}"
    words = f"at most {fastest.shown()}: {run}"
    if rate is None:
        return _unchecked(id, item, words)
    if strength is None:
        needs = "the concentration, or dose and volume"
        return _unchecked(id, item, words, rate.shown(), needs)
    found = _only(difference(rate, fastest), more=True)
    verdict = f"faster by {found.shown()}" if found else ""
    values = values_of(rate, fastest, found)
    return _found(id, item, (rate.shown(), words), verdict, values, TOO_FAST)


def _rate_per_kg(facts: Facts) -> Finding:
    id, item, rate = "rate-per-kg", "Rate per kg", facts.rate_per_kg
    words = f"at most {CAP.shown()}"
    if rate is None:
        needs = "rate and concentration, or dose and time"
        return _unchecked(id, item, words, needs=needs)
    found = _only(difference(rate, CAP), more=True)
    verdict = f"faster by {found.shown()}" if found else ""
    values = values_of(rate, CAP, found)
    return _found(id, item, (rate.shown(), words), verdict, values, TOO_FAST)


# Fluid


def _fluid(facts: Facts, label: ByLabel) -> Finding:
    now, fluid = label.hydration.now, facts.order.fluid
    id = "hydration"
    item = "Hydration before it" if label.hydration.first else "Hydration with it"
    if now is None:
        words = f"no figure for this dose; elsewhere {ELSEWHERE.volume}"
        return _unchecked(id, item, words, fluid.shown() if fluid is not None else "")
    if fluid is None:
        return _unchecked(id, item, now.shown())
    less, more = difference(fluid, now.low), difference(fluid, now.high)
    verdict, hazard, found = "", None, None
    if less and not less.more:
        verdict, hazard, found = f"less by {less.shown()}", TOO_DRY, less
    elif more and more.more:
        verdict, found = f"more by {more.shown()}", more
    against = now.low if found is less else now.high
    values = values_of(fluid, against, found)
    return _found(id, item, (fluid.shown(), now.shown()), verdict, values, hazard)
