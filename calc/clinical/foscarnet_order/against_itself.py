"""The figures of an order held against each other."""

from collections.abc import Iterator

from calc.clinical.conversions import MINUTES_PER_HOUR
from calc.clinical.foscarnet.infusion import TENTH_ML_PER_H
from calc.clinical.foscarnet_order.compared import Difference, Finding, difference, values_of
from calc.clinical.foscarnet_order.facts import TENTH_MG, Facts
from calc.clinical.foscarnet_order.hazards import CONTRADICTION
from calc.model.quantity import Quantity

FITS = "fits"


def contradictions(facts: Facts) -> tuple[Finding, ...]:
    """Each pair of statements of an order that can be held against each other."""
    return (*_dose_and_per_kg(facts), *_held_and_dose(facts), *_rate_and_time(facts))


def _finding(
    id: str, item: str, left: Quantity, right: Quantity, found: Difference | None, words: str
) -> Finding:
    values = values_of(left, right, found)
    shown = (left.shown(), right.shown())
    if found is None:
        return Finding(id, item, *shown, FITS, values=values)
    verdict = f"does not fit: {words} by {found.shown()}"
    says = f"{item[:1].lower()}{item[1:]}, {words} by {found.shown()}"
    return Finding(id, item, *shown, verdict, True, CONTRADICTION, says, values)


def _dose_and_per_kg(facts: Facts) -> Iterator[Finding]:
    if len(facts.doses) < 2:
        return
    dose, per_kg = facts.doses
    found = difference(dose.drug, per_kg.drug, TENTH_MG)
    item = "Dose against dose per kg and weight"
    yield _finding("dose-and-per-kg", item, dose.drug, per_kg.drug, found, _more(found))


def _held_and_dose(facts: Facts) -> Iterator[Finding]:
    held = facts.held
    if held is None or not facts.doses:
        return
    dose = facts.doses[0]
    found = difference(held.drug, dose.drug, held.cut_by)
    item = f"{'Drug in the volume' if held.id == 'volume' else 'Drug run in'} against the dose"
    yield _finding(f"{held.id}-and-dose", item, held.drug, dose.drug, found, _more(found))


def _rate_and_time(facts: Facts) -> Iterator[Finding]:
    _, _, _, _, volume, time, rate, _ = facts.order
    if volume is None or time is None or rate is None:
        return
    needed = volume / time * MINUTES_PER_HOUR
    found = difference(rate, needed, TENTH_ML_PER_H)
    words = "faster" if found and found.more else "slower"
    item = "Pump rate against volume and time"
    yield _finding("rate-and-time", item, rate, needed, found, words)


def _more(found: Difference | None) -> str:
    return "more" if found and found.more else "less"
