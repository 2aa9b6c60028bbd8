"""Claims of rows, doses and infusions, for any clearance per kg, weight and typed dose.

They are made in figures of the second implementation, not of `calc`.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any, NamedTuple

from calc.clinical.foscarnet.alongside import alongside_of
from calc.clinical.foscarnet.calculators import foscarnet_infusion
from calc.clinical.foscarnet.dose import dose_for, doses_in_24_h
from calc.clinical.foscarnet.fluids import fluids_of
from calc.clinical.foscarnet.hydration import hydration_of
from calc.clinical.foscarnet.infusion import dose_per_kg_of, infusion_of
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.foscarnet.sodium import sodium_of
from calc.clinical.solutions import DEXTROSE, SALINE
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from calc.model.tables import DoseTable
from tests.proof.claims import (
    LEAST_CLEARANCE,
    Claim,
    any_clearance,
    any_number,
    handed_on,
    of_the_kidneys,
)
from tests.proof.second import columns, infusion
from tests.proof.symbolic import Path, World, either, paths, value_of

FLUIDS = (SALINE, DEXTROSE)
SUPPLIED = infusion.MG_PER_ML["central"]
CONTAINER = Fraction(infusion.CONTAINER, 10)
TENTH = Fraction(1, 10)
CAP = 1
"""mg/kg/min."""


class Way(NamedTuple):
    """How a regimen is given."""

    regimen: str
    access: str
    first: bool

    def __str__(self) -> str:
        return f"{self.regimen}, {self.access}, {'first' if self.first else 'later'}"


class Given(NamedTuple):
    """What a run came to: the weight, all values, and how many questions found the row."""

    weight: Quantity
    values: dict[str, Quantity]
    asked: int = 0


def in_bands(name: str, table: DoseTable) -> Iterator[Claim]:
    """In how many rows of a column a clearance lies."""

    def holding(world: World) -> int:
        clearance: Any = world.real("clearance", Fraction(0))
        return sum(1 for row in table.rows if row.holds(clearance))

    for path in paths(holding):
        within = path.world.inputs["clearance"] >= LEAST_CLEARANCE
        claim = {0: ~within, 1: within}.get(path.result, False)
        yield Claim("bands", f"{name}, in {path.result} rows", path.world.against(claim))


def planned(way: Way) -> Iterator[Claim]:
    """A plan of a regimen, for any clearance per kg and weight."""
    for path in paths(partial(_planned, way), RefusalRaised):
        below = path.world.inputs["clearance"] < LEAST_CLEARANCE
        if path.raised:
            yield Claim("looked up", f"{way}, refused", path.world.against(below))
            yield Claim("refusals", f"{way}", handed_on(path, "clearance_per_kg"))
            continue
        given: Given = path.result
        yield Claim("looked up", f"{way}", path.world.against(~below))
        yield Claim("factors", f"{way}", of_the_kidneys(path, given.values, given.asked))
        yield from _claims(path, way, given)


def typed(way: Way) -> Iterator[Claim]:
    """The infusion of a typed dose: of any up to the regimen's full one, and none above it."""
    for path in paths(partial(_infused, way), whole=False):
        for claim in _claims(path, way, path.result):
            yield claim._replace(theorem="typed", case=f"{claim.theorem}, {claim.case}")
    for path in paths(partial(_too_much, way), RefusalRaised, whole=False):
        yield Claim("refusals", f"a dose above the full one, {way}", handed_on(path))


def _planned(way: Way, world: World) -> Given:
    chosen, clearance, weight = REGIMENS[way.regimen], any_clearance(world), any_weight(world)
    dose = dose_for(clearance, weight, chosen)
    asked = len(world.asked)
    given = infusion_of(dose.dose, dose.per_kg, weight, chosen, way.access, way.first)
    fluid = hydration_of(dose.per_kg, dose.interval, way.first)
    doses = doses_in_24_h(dose.interval)
    beside = alongside_of(given)
    sodium = {
        f"{name}, {with_} and {diluent}": each
        for with_, diluent in product(FLUIDS, FLUIDS)
        for name, each in sodium_of(given, fluid, doses, with_, diluent).values.items()
    }
    values = {
        **dose.values,
        **given.values,
        **(beside.values if beside else {}),
        **fluid.values,
        **fluids_of(given, fluid, doses).values,
        **sodium,
    }
    return Given(weight, values, asked)


def _infused(way: Way, world: World) -> Given:
    chosen, weight = REGIMENS[way.regimen], any_weight(world)
    dose = any_number(world, "dose", "foscarnet-infusion")
    per_kg = dose_per_kg_of(dose, weight)
    world.suppose(value_of(per_kg) <= columns.full_dose(way.regimen))
    given = infusion_of(dose, per_kg, weight, chosen, way.access, way.first)
    return Given(weight, {"dose": dose, "dose_per_kg": per_kg, **given.values})


def _too_much(way: Way, world: World) -> object:
    weight, dose = any_weight(world), any_number(world, "dose", "foscarnet-infusion")
    world.suppose(value_of(dose_per_kg_of(dose, weight)) > columns.full_dose(way.regimen))
    return foscarnet_infusion.compute(
        dose=dose,
        weight=weight,
        dialysis=False,
        regimen=REGIMENS[way.regimen],
        access=way.access,
        first_infusion=way.first,
    )


def any_weight(world: World) -> Quantity:
    """Any weight that is taken."""
    return any_number(world, "weight")


def _claims(path: Path, way: Way, given: Given) -> Iterator[Claim]:
    """What is claimed of one run: its rates, its volumes, its times, its containers."""

    def claim(theorem: str, what: str, so: Any) -> Claim:
        return Claim(theorem, f"{way}: {what}", path.world.against(so))

    of = {name: value_of(each) for name, each in given.values.items()}
    weight, strength = value_of(given.weight), infusion.MG_PER_ML[way.access]
    for name in ("start_rate", "highest_rate"):
        yield claim("rate", name, of[name] * strength <= weight * CAP * 60)
        if f"alongside_{name}" in of:
            rate = of[f"alongside_{name}"]
            yield claim("rate", f"{name} of both", rate * SUPPLIED <= weight * CAP * 60)
    held = of["drug_volume"] * SUPPLIED
    yield claim("volume", "drug", held <= of["dose"])
    yield claim("volume", "drug, short", held > of["dose"] - TENTH * SUPPLIED)
    yield claim("volume", "bag", of["total_volume"] * strength <= of["dose"])
    yield claim("volume", "diluent", of["diluent_volume"] >= 0)
    for name in ("start", "shortest"):
        rate = of["start_rate" if name == "start" else "highest_rate"]
        pumped = rate * of[f"{name}_time"]
        yield claim("bag", name, pumped <= of["total_volume"] * 60)
    shortest, start = of["shortest_time"], of["start_time"]
    yield claim("time", "minimum", shortest >= columns.least_minutes(way.regimen))
    yield claim("time", "a minute for each mg/kg", shortest * CAP >= of["dose_per_kg"])
    yield claim("time", "start", start >= shortest)
    if way.first:
        yield claim("time", "first", start >= infusion.SLOW_MINUTES)
    large = either(of["dose_per_kg"] <= infusion.SLOW_FROM, start >= infusion.SLOW_MINUTES)
    yield claim("time", "large", large)
    left = [each for name, each in of.items() if name.startswith("left_over_")]
    yield claim("containers", "all", of["drug_volume"] + sum(left) == len(left) * CONTAINER)
    yield claim("containers", "the last holds the rest", left[-1] >= 0)
    yield claim("containers", "the last is begun", left[-1] < CONTAINER)
