"""The order of intravenous aciclovir as it is read: headline, and the lines below it."""

from collections.abc import Sequence

from calc.clinical.aciclovir.inputs import HAEMODIALYSIS
from calc.clinical.aciclovir.label import (
    DISSEMINATED,
    LOWEST,
    ONE_HOUR,
    UK,
    US,
    Text,
    Vial,
    band_for,
    other_than,
    vial_text,
)
from calc.clinical.aciclovir.order import Order, most_of
from calc.clinical.aciclovir.words import in_words
from calc.clinical.renal import KIDNEYS
from calc.clinical.weight import Body
from calc.model.outcomes import Line


def heading(orders: Sequence[Order]) -> str:
    """Which drug it is, and in obesity that its weight is left to choose."""
    return f"Intravenous aciclovir{'' if len(orders) == 1 else ', no weight chosen'}"


def headline(orders: Sequence[Order]) -> str:
    """The order, or one for each weight."""
    if len(orders) == 1:
        return in_words(orders[0])
    return "; ".join(f"by {order.weight.name} {in_words(order)}" for order in orders).capitalize()


def lines(
    orders: Sequence[Order], body: Body, text: Text, vial: Vial, dialysis: str
) -> tuple[Line, ...]:
    """What a person reads: the dose, how it is made up and run, the kidneys, the sodium."""
    return (
        *_dose_lines(orders, body, dialysis),
        *_infusion_lines(orders, text, vial),
        *_course_lines(text),
        *(line for order in orders for line in _kidney_lines(order, text, orders)),
    )


def _by(order: Order, orders: Sequence[Order]) -> str:
    return "" if len(orders) == 1 else f", by {order.weight.name}"


def _dose_lines(orders: Sequence[Order], body: Body, dialysis: str) -> tuple[Line, ...]:
    index = body.mass_index.shown()
    if len(orders) == 1:
        (order,) = orders
        weight = f"{order.weight.shown()}, the actual one: body mass index {index}"
        said = [
            Line("Dose", "In 24 hours", order.day.shown()),
            Line("Dose", "Weight used", weight),
        ]
    else:
        said = [
            Line(
                "Dose",
                f"By {order.weight.name}",
                f"{order.weight.shown()}: {in_words(order)}, in 24 hours {order.day.shown()}",
            )
            for order in orders
        ]
    if dialysis == HAEMODIALYSIS:
        after = "after the session: the one dose of that day; a first dose does not wait"
        said.append(Line("Dose", "On days of haemodialysis", after))
    return tuple(said)


def _infusion_lines(orders: Sequence[Order], text: Text, vial: Vial) -> tuple[Line, ...]:
    most, hour = f"{most_of(text, vial).shown()} or less ({text.name})", ONE_HOUR.shown()
    if most_of(text, vial) < text.most:
        most = most.replace(text.name, f"{vial_text(vial).name}, of the vial")
    if len(orders) == 1:
        (order,) = orders
        total, rate = order.total_volume.shown(), order.highest_rate.shown()
        run = f"{total} at no more than {rate}; any larger volume over at least {hour} too"
        said = [
            Line("Infusion", "Draw up", _drawn(order, vial)),
            Line("Infusion", "Dilute to at least", f"{total} in all, drug included: {most}"),
            Line("Infusion", f"Over at least {hour}, by pump", run),
        ]
    else:
        said = [
            Line(
                "Infusion",
                f"By {order.weight.name}",
                f"draw up {_drawn(order, vial)}; dilute to at least {order.total_volume.shown()} "
                f"in all, {most}; by pump over at least {hour}, at no more than "
                f"{order.highest_rate.shown()}",
            )
            for order in orders
        ]
    return (*said, Line("Infusion", "Sodium of the drug", _sodium(orders)))


def _drawn(order: Order, vial: Vial) -> str:
    """What is drawn up, and from how many vials."""
    count = order.vials.shown()
    vials = f"{count} vial{'' if count == '1' else 's'} of {vial.words}"
    return f"{order.drug_volume.shown()} of {vial.strength.shown()}, from {vials}"


def _sodium(orders: Sequence[Order]) -> str:
    """The sodium of the drug in 24 hours, for each weight."""
    each = [
        f"{order.sodium_day.shown()} ({order.sodium_mass_day.shown()})"
        + (f" by {order.weight.name}" if len(orders) > 1 else "")
        for order in orders
    ]
    return f"in 24 hours {', '.join(each)}; saline adds its own"


def _course_lines(text: Text) -> tuple[Line, ...]:
    other = other_than(text)
    course = f"{text.course} ({text.name}); {other.course} ({other.name}); {DISSEMINATED}"
    return (Line("Course", "How long", course),)


def _kidney_lines(order: Order, text: Text, orders: Sequence[Order]) -> tuple[Line, ...]:
    by = _by(order, orders)
    if order.clearance is None:
        used = "not used: on dialysis the row of the lowest clearance holds"
        return (Line(KIDNEYS, f"Clearance{by}", used),) if order is orders[0] else ()
    clearance = order.clearance
    whose = text.name
    if order.band is LOWEST and text is UK:
        whose = f"row of the {US.name}, this site's rule"
    read = f"{clearance.by(text).shown()}: {order.band.words} ({whose})"
    other = other_than(text)
    there = clearance.by(other)
    against = f"{there.shown()}: {band_for(there).words} ({other.name})"
    return (
        Line(KIDNEYS, f"Clearance{by}", read),
        Line(KIDNEYS, f"In the other unit{by}", against),
    )
