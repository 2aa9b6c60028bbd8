"""The pages of foscarnet and of weights in `calc` beside the same of the second implementation."""

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

from calc.clinical.weight import body_of
from tests.proof.asking import (
    YES_NO,
    confirm_typed,
    height_of,
    patient_typed,
    scaled,
    weight_of,
)
from tests.proof.second import bedside, certainty, columns, infusion, pages, weights
from tests.proof.second.pages import Ask, Infused
from tests.proof.steps import Compared, Step, compare_figures, compare_whole

PER_KG = range(50, 1_251)
"""Tenths of mg/kg: 5 to 125."""
INTERVALS = (8, 12, 24, 48)
BOTH = (True, False)


def clearance_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The page on the clearance, which asks for no height."""
    for ask in asks:
        raw = _typed(ask)
        if not ask.weighed:
            del raw["weight"]
        expected = pages.clearance(ask)
        yield compare_whole(Compared.CLEARANCE, "creatinine-clearance", raw, expected)


def dose_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The page on the dose."""
    for ask in asks:
        raw = _typed(ask) | {"dialysis": "no", "regimen": ask.regimen}
        if ask.height is not None:
            raw["height"] = scaled(ask.height, 10)
        yield compare_whole(Compared.DOSE_PAGE, "foscarnet-dose", raw, pages.dose(ask))


def _typed(ask: Ask) -> dict[str, str]:
    """A patient by a creatinine, with age and sex, or by a measured clearance without them."""
    raw = patient_typed(ask.patient, ask.confirmed)
    if ask.measured is not None:
        for name in ("creatinine", "creatinine_unit", "age", "sex"):
            del raw[name]
        raw["measured_clearance"] = str(ask.measured)
    return raw


def certainty_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The page on how sure a band is, which asks for no height."""
    for ask in asks:
        raw = _typed(ask) | {"dialysis": "no", "regimen": ask.regimen}
        expected = certainty.verdict(ask)
        yield compare_whole(Compared.CERTAINTY, "band-certainty", raw, expected)


def infusion_steps(asks: Iterable[Infused]) -> Iterator[Step]:
    """The page on the infusion."""
    for ask in asks:
        raw = {
            "dose_per_kg" if ask.each_kg else "dose": scaled(ask.tenths, 10),
            "weight": scaled(ask.grams, bedside.KG),
            "dialysis": "no",
            "regimen": ask.regimen,
            "access": ask.access,
            "first_infusion": YES_NO[ask.first],
            **confirm_typed(confirmed=True),
        }
        expected = pages.infused(ask)
        yield compare_whole(Compared.INFUSION_PAGE, "foscarnet-infusion", raw, expected)


def hydration_steps(doses: Iterable[int]) -> Iterator[Step]:
    """The page on the fluid: each dose (tenths of mg/kg) with each interval, first or later."""
    for tenths, hours, first in product(doses, INTERVALS, BOTH):
        raw = {
            "dose_per_kg": scaled(tenths, 10),
            "interval": str(hours),
            "first_infusion": YES_NO[first],
            "fluid": "saline",
            "dialysis": "no",
        }
        expected = pages.hydration(tenths, hours, first)
        yield compare_whole(Compared.HYDRATION_PAGE, "foscarnet-hydration", raw, expected)


def body_steps(height: int, every: Iterable[int]) -> Iterator[Step]:
    """Body mass index, ideal and adjusted weight of a height (mm) with each weight (g)."""
    for grams, sex in product(every, weights.AT_FIVE_FEET):
        found = body_of(weight_of(grams), height_of(height), sex).values
        expected = weights.values(grams, height, sex)
        yield compare_figures(Compared.BODY, f"{sex} {grams} g {height} mm", found, expected)


def weight_steps(height: int, every: Iterable[int]) -> Iterator[Step]:
    """Ideal and adjusted weight of a height (mm) with each weight (g), of both sexes."""
    for grams, sex, confirmed in product(every, weights.AT_FIVE_FEET, BOTH):
        raw = {
            "sex": sex,
            "weight": scaled(grams, bedside.KG),
            "height": scaled(height, 10),
            **confirm_typed(confirmed),
        }
        expected = weights.verdict(sex, grams, height, confirmed)
        yield compare_whole(Compared.WEIGHTS, "ideal-weight", raw, expected)


def drawn_clearance(chance: Random, patient: bedside.Patient) -> Ask:
    """A patient of the page on the clearance, drawn."""
    measured = chance.choice([None, None, chance.choice(range(2, 502))])
    return Ask(
        patient,
        measured,
        measured is not None or chance.choice(BOTH),
        None,
        chance.choice([*columns.REGIMENS]),
        chance.choice([True, True, False]),
    )


def drawn_dose(chance: Random, patient: bedside.Patient) -> Ask:
    """The same with a weight, and with a height or without one."""
    height = chance.choice([None, chance.choice(range(990, 2_510)), 1_600, 1_750])
    return drawn_clearance(chance, patient)._replace(weighed=True, height=height)


def drawn_certainty(chance: Random, patient: bedside.Patient) -> Ask:
    """The same with a weight, and without a height."""
    return drawn_clearance(chance, patient)._replace(weighed=True)


def drawn_infusion(chance: Random) -> Infused:
    """A dose to be made up, drawn: mostly one up to the full one of its regimen."""
    regimen = chance.choice([*columns.REGIMENS])
    most = columns.full_dose(regimen)
    per_kg = chance.choice([*range(50, 10 * most + 1), *range(10 * most, 10 * most + 20)])
    grams = chance.choice([chance.choice(range(20_000, 350_001, 500)), 70_500])
    each_kg = chance.choice(BOTH) or per_kg * grams < 1_000 * bedside.KG
    return Infused(
        per_kg if each_kg else per_kg * grams // bedside.KG,
        each_kg,
        grams,
        regimen,
        chance.choice([*infusion.MG_PER_ML]),
        chance.choice(BOTH),
    )
