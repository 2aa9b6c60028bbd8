"""The check of an order in `calc` beside the same of the second implementation."""

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

from calc.model.outcomes import Outcome
from calc.model.quantity import Quantity
from calc.model.results import Table
from tests.proof.asking import YES_NO, patient_typed, scaled, told
from tests.proof.second import bedside, columns, infusion, kidneys
from tests.proof.second import orders as second
from tests.proof.second.orders import HARMS, Ask, Order
from tests.proof.second.ratio import Ratio
from tests.proof.steps import Compared, Step, compare_whole

TYPED = {
    "dose": ("order_dose", 10),
    "per_kg": ("order_dose_per_kg", 10),
    "hours": ("order_interval", 1),
    "strength": ("order_concentration", 10),
    "volume": ("order_volume", 10),
    "minutes": ("order_time", 1),
    "rate": ("order_rate", 10),
    "fluid": ("order_fluid", 1),
}
"""The field of each item, and how many of its least units make one."""
LIMITS = {
    **{"dose": (1_000, 500_000), "per_kg": (50, 5_000), "hours": (4, 168), "strength": (5, 1_000)},
    **{"volume": (50, 30_000), "minutes": (5, 1_440), "rate": (10, 25_000), "fluid": (50, 5_000)},
}
"""What a written item may be, in its least units."""
NEAR = (0, 0, 0, -1, 1)
"""Least units beside the label's figure."""
SHARES = (50, 90, 100, 105, 115, 200, 1_000)
"""Per cent of the label's figure."""
USUAL = bedside.Patient(66, "female", kidneys.MG, 110, 70_500)


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the outcome: each row of its tables, and each harm."""
    for ask in asks:
        raw = patient_typed(ask.patient, confirmed=True) | {
            "dialysis": "no",
            "regimen": ask.regimen,
            "access": ask.access,
            "first_infusion": YES_NO[ask.first],
        }
        if ask.measured is not None:
            for name in ("age", "sex", "creatinine", "creatinine_unit"):
                del raw[name]
            raw["measured_clearance"] = str(ask.measured)
        for name, written in ask.order._asdict().items():
            if written is not None:
                field, scale = TYPED[name]
                raw[field] = scaled(written, scale)
        yield compare_whole(
            Compared.ORDER, "order-check", raw, second.verdict(ask), _says, _figures
        )


def _says(outcome: Outcome) -> dict[str, object]:
    return told(outcome, *HARMS) if outcome.answer else {}


def _figures(outcome: Outcome) -> dict[str, Quantity]:
    """The figures of every row beside those of the answer."""
    tables = outcome.answer.results if outcome.answer else ()
    rows = [row for each in tables if isinstance(each, Table) for row in each.rows]
    named = {f"{row.id} {name}": each for row in rows for name, each in row.values.items()}
    return {**outcome.values, **named}


def by_label(ask: Ask) -> dict[str, int] | None:
    """What the site prints for a patient, in the least units of an order; None without a dose."""
    patient = ask.patient
    per_kg = patient.per_kg
    if ask.measured is not None:
        per_kg = Ratio(ask.measured * bedside.KG, patient.grams)
    band = kidneys.band_at(columns.us_column(ask.regimen), per_kg)
    if band is None:
        return None
    nanograms = infusion.nanograms_of(band.give, patient.grams)
    minimum = columns.least_minutes(ask.regimen)
    printed = infusion.infusion(nanograms, patient.grams, minimum, ask.access, ask.first)
    return {
        "dose": band.give * patient.grams // 100,
        "per_kg": band.give * 10,
        "hours": band.hours,
        "strength": infusion.MG_PER_ML[ask.access] * 10,
        "volume": printed["total_volume"].over,
        "minutes": printed["shortest_time"].over,
        "rate": printed["highest_rate"].over,
        "fluid": 1_000,
    }


def one_item_asks() -> Iterator[Ask]:
    """Each item alone, beside a dose, and beside all: near the label's figure, or far from it."""
    lines = product(columns.REGIMENS, infusion.MG_PER_ML, (True, False), (36, 113))
    for regimen, access, first, measured in lines:
        ask = Ask(USUAL, measured, regimen, access, first, Order())
        label = by_label(ask)
        assert label
        yield ask
        for name, figure in label.items():
            for other in _others(name, figure):
                yield ask._replace(order=Order(**{name: other}))
                yield ask._replace(order=Order(**{"dose": label["dose"], name: other}))
                yield ask._replace(order=Order(**{**label, name: other}))


def _others(name: str, figure: int) -> list[int]:
    low, high = LIMITS[name]
    near = {figure + apart for apart in NEAR} | {figure * share // 100 for share in SHARES}
    return sorted(each for each in near if low <= each <= high)


def drawn_ask(chance: Random, drawn: bedside.Patient) -> Ask:
    """An order for a patient, drawn: what is left out, what is off, and by how much."""
    patient = drawn._replace(
        age=min(max(drawn.age, 18), 120), grams=min(max(drawn.grams, 25_000), 200_000)
    )
    ask = Ask(
        patient,
        chance.choice([None, *2 * [chance.choice(range(20, 160))]]),
        chance.choice([*columns.REGIMENS]),
        chance.choice([*infusion.MG_PER_ML]),
        chance.choice([True, False]),
        Order(),
    )
    label = by_label(ask) or {"dose": 28_000, "hours": 8, "volume": 2_333, "rate": 2_333}
    written = {}
    for name, figure in label.items():
        others = _others(name, figure) or [figure]
        written[name] = chance.choice([None, chance.choice(others), figure])
    return ask._replace(order=Order(**written))
