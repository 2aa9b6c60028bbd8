"""Claims of whole calculators and of the clearance, for any age, creatinine and weight."""

from collections.abc import Callable, Iterator
from datetime import date, time
from functools import partial
from typing import Any, NamedTuple

from calc.clinical.foscarnet.calculators import (
    foscarnet_dose,
    foscarnet_hydration,
    foscarnet_infusion,
    foscarnet_plan,
)
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.foscarnet_certainty.calculators import band_certainty
from calc.clinical.foscarnet_order.calculators import order_check
from calc.clinical.foscarnet_redose.calculators import foscarnet_redose
from calc.clinical.foscarnet_schedule.calculators import foscarnet_schedule
from calc.clinical.foscarnet_swiss.calculators import second_authority
from calc.clinical.foscarnet_swiss.label import BESIDE
from calc.clinical.renal import estimated_per_kg
from calc.clinical.solutions import SALINE
from calc.model.refusals import RefusalRaised
from calc.model.series import Row
from tests.proof.claims import (
    LEAST_CLEARANCE,
    Claim,
    any_creatinine,
    any_number,
    handed_on,
)
from tests.proof.symbolic import Truth, World, paths, value_of

type Compute = Callable[..., object]

type Give = Callable[[World, Patient], dict[str, Any]]
"""What gives a calculator any numbers of a patient, or of a dose."""

GIVING = {"access": "peripheral", "first_infusion": True}
DAY, HOUR = date(2026, 12, 1), time(8)
TIMED = {"start_day": DAY, "start_time": HOUR, "later_time": None, "dose_late": False}
BY_A_CLEARANCE: tuple[tuple[Compute, dict[str, object]], ...] = (
    (foscarnet_dose.compute, {}),
    (foscarnet_plan.compute, {**GIVING, "fluid": SALINE}),
    (band_certainty.compute, {}),
    (order_check.compute, GIVING),
)
"""What works a dose out by a clearance, estimated or measured, and what else it is asked."""


class Patient(NamedTuple):
    """Who is asked about: a regimen, a sex, and the unit of the creatinine."""

    regimen: str
    sex: str
    unit: str

    def __str__(self) -> str:
        return ", ".join(self)


def below_the_table(patient: Patient) -> Iterator[Claim]:
    """Each calculator that works a dose out, for all kidneys below the table."""
    shown = ("clearance_per_kg", "swiss_clearance_per_kg")
    asked: list[tuple[Compute, dict[str, object], tuple[str, ...]]] = [
        (compute, further, shown[:1]) for compute, further in BY_A_CLEARANCE
    ]
    if REGIMENS[patient.regimen].table in BESIDE:
        asked.append((second_authority.compute, {}, shown))
    for compute, further, may_be in asked:
        for path in paths(partial(_kidneys, compute, patient, further), RefusalRaised):
            case = f"{compute.__name__}, {patient}"
            yield Claim("refusals", case, handed_on(path, *may_be))


def measured_below_the_table(regimen: str) -> Iterator[Claim]:
    """The same for all measured clearances below the table."""
    for compute, further in BY_A_CLEARANCE:
        for path in paths(partial(_measured, compute, regimen, further), RefusalRaised):
            case = f"{compute.__name__}, {regimen}, measured"
            yield Claim("refusals", case, handed_on(path, "clearance_per_kg"))


def on_dialysis(patient: Patient) -> Iterator[Claim]:
    """Each calculator that asks of dialysis, on dialysis."""
    asked: list[tuple[Compute, Give, dict[str, object]]] = [
        *((compute, _given, further) for compute, further in BY_A_CLEARANCE),
        (second_authority.compute, _given, {}),
        (foscarnet_redose.compute, _running, {"next_dose_day": DAY}),
        (foscarnet_schedule.compute, _scheduled, {"first_infusion": True, **TIMED}),
        (foscarnet_infusion.compute, _dosed, GIVING),
        (foscarnet_hydration.compute, _hydrated, {"first_infusion": True, "fluid": SALINE}),
    ]
    for compute, given, further in asked:
        for path in paths(partial(_dialysed, compute, given, patient, further), RefusalRaised):
            case = f"on dialysis, {compute.__name__}, {patient}"
            yield Claim("refusals", case, handed_on(path))


def _dialysed(
    compute: Compute, given: Give, patient: Patient, further: dict[str, object], world: World
) -> object:
    return compute(**given(world, patient), **further, dialysis=True)


def _kidneys(
    compute: Compute, patient: Patient, further: dict[str, object], world: World
) -> object:
    given = _given(world, patient)
    per_kg = value_of(estimated_per_kg(given["age"], patient.sex, given["creatinine"]))
    world.suppose(per_kg < LEAST_CLEARANCE)
    return compute(**given, **further, dialysis=False)


def _measured(compute: Compute, regimen: str, further: dict[str, object], world: World) -> object:
    measured, weight = (any_number(world, name) for name in ("measured_clearance", "weight"))
    world.suppose(value_of(measured) / value_of(weight) < LEAST_CLEARANCE)
    who = {"age": any_number(world, "age"), "sex": "female", "weight": weight}
    given = {**who, "measured_clearance": measured, "regimen": REGIMENS[regimen]}
    return compute(**given, **further, dialysis=False)


def _given(world: World, patient: Patient) -> dict[str, Any]:
    return {
        "age": any_number(world, "age"),
        "sex": patient.sex,
        "creatinine": any_creatinine(world, patient.unit),
        "weight": any_number(world, "weight"),
        "regimen": REGIMENS[patient.regimen],
    }


def _dosed(world: World, patient: Patient) -> dict[str, Any]:
    return {
        "dose_per_kg": any_number(world, "dose_per_kg", foscarnet_infusion.name),
        "weight": any_number(world, "weight"),
        "regimen": REGIMENS[patient.regimen],
    }


def _running(world: World, patient: Patient) -> dict[str, Any]:
    given = _given(world, patient)
    newest = Row(DAY, None, given.pop("creatinine"), 1)
    interval = REGIMENS[patient.regimen].table.rows[0].interval
    return {**given, "interval": interval, "creatinines": (newest,)}


def _scheduled(world: World, patient: Patient) -> dict[str, Any]:
    return {**_hydrated(world, patient), "regimen": REGIMENS[patient.regimen]}


def _hydrated(world: World, patient: Patient) -> dict[str, Any]:
    return {
        "dose_per_kg": any_number(world, "dose_per_kg", foscarnet_hydration.name),
        "interval": REGIMENS[patient.regimen].table.rows[0].interval,
    }


def clearances(unit: str) -> Iterator[Claim]:
    """Two patients who differ in one thing: the one with the worse figure has no more clearance."""
    for worse, sexes in (
        ("sex", ("male", "female")),
        ("age", ("male", "male")),
        ("age", ("female", "female")),
        ("creatinine", ("male", "male")),
        ("creatinine", ("female", "female")),
    ):
        for path in paths(partial(_no_more, worse, sexes, unit)):
            case = f"{worse}, {' and '.join(sexes)}, {unit}"
            yield Claim("clearance", case, path.world.against(path.result))


def _no_more(worse: str, sexes: tuple[str, str], unit: str, world: World) -> Truth:
    """Whether the second patient's clearance is no higher."""
    age, creatinine = any_number(world, "age"), any_creatinine(world, unit)
    older, higher = age, creatinine
    if worse == "age":
        older = any_number(world, "age", called="the higher age")
        world.suppose(value_of(older) >= value_of(age))
    if worse == "creatinine":
        higher = any_creatinine(world, unit, called="the higher creatinine")
        world.suppose(value_of(higher) >= value_of(creatinine))
    first, second = sexes
    one, other = estimated_per_kg(age, first, creatinine), estimated_per_kg(older, second, higher)
    found: Truth = value_of(other) <= value_of(one)
    return found
