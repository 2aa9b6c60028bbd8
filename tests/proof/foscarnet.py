"""Each step of foscarnet in `calc` beside the same step of the second implementation.

A step is handed to `calc` as its own calculators hand it over, and every figure that comes is
compared exactly.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from calc.clinical.foscarnet.alongside import alongside_of
from calc.clinical.foscarnet.clearance import label_per_kg
from calc.clinical.foscarnet.dose import dose_for, doses_in_24_h
from calc.clinical.foscarnet.fluids import fluids_of
from calc.clinical.foscarnet.hydration import hydration_of
from calc.clinical.foscarnet.infusion import infusion_of
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.clinical.foscarnet.sodium import sodium_of
from calc.clinical.foscarnet_swiss.beside import swiss_clearance
from calc.clinical.foscarnet_swiss.label import BESIDE
from calc.clinical.renal import CLEARANCE_PER_KG, Estimated, Measured
from calc.clinical.solutions import DEXTROSE, SALINE
from calc.model.digits import decimal
from calc.model.limits import first_broken
from calc.model.quantity import Quantity
from tests.proof.asking import weight_of
from tests.proof.second import bedside, columns, infusion, kidneys
from tests.proof.second.bedside import Patient
from tests.proof.second.columns import Band
from tests.proof.second.ratio import Ratio
from tests.proof.steps import (
    Compared,
    Step,
    compare_figure,
    compare_figures,
    compare_outcome,
    compare_row,
    compare_words,
)

FLUIDS = {"saline": SALINE, "dextrose": DEXTROSE}

US_TABLES = {columns.REGIMENS[each.id][0]: each.table for each in REGIMENS.values()}
"""The six US columns of `calc`, by the names of the transcription."""
SWISS_TABLES = {
    columns.REGIMENS[each.id][1]: BESIDE[each.table]
    for each in REGIMENS.values()
    if each.table in BESIDE
}
"""The five Swiss ones."""


def kidneys_steps(age: int, sex: str, unit: str, creatinines: Sequence[int]) -> Iterator[Step]:
    """Both clearances per kg of each creatinine, their limits, and their row in each column."""
    above = kidneys.above_the_line(age, sex)
    us, swiss = kidneys.US[unit], kidneys.SWISS[unit]
    reach = {
        **{name: kidneys.reaches(us, above, columns.us()[name]) for name in US_TABLES},
        **{name: kidneys.reaches(swiss, above, columns.swiss()[name]) for name in SWISS_TABLES},
    }
    years, scale = Quantity(Fraction(age), "a", "age", without_unit=True), kidneys.LEAST[unit]
    for creatinine in creatinines:
        typed = Quantity(Fraction(creatinine, scale), unit, "creatinine")
        patient = Estimated(years, sex, typed)
        per_kg = label_per_kg(patient)
        expected = kidneys.clearance(us, above, creatinine)
        case = f"{age} {sex} {creatinine}/{scale} {unit}"
        yield compare_figure(Compared.US_CLEARANCE, case, per_kg, expected)
        fault = bedside.clearance_fault(expected)
        yield compare_words(Compared.LIMITS, case, _broken(per_kg), fault)
        for name, table in US_TABLES.items():
            row = kidneys.band(columns.us()[name], reach[name], creatinine)
            yield compare_row(Compared.US_ROW, f"{name} {case}", table, per_kg, row)
        by_swiss = swiss_clearance(patient, next(iter(SWISS_TABLES.values())))
        expected = kidneys.clearance(swiss, above, creatinine)
        yield compare_figure(Compared.SWISS_CLEARANCE, case, by_swiss, expected)
        for name, table in SWISS_TABLES.items():
            row = kidneys.band(columns.swiss()[name], reach[name], creatinine)
            yield compare_row(Compared.SWISS_ROW, f"{name} {case}", table, by_swiss, row)


def measured_steps(clearance: int, every: Sequence[int]) -> Iterator[Step]:
    """A measured clearance (mL/min) divided by each weight (g): its limits, and its rows."""
    measured = Quantity(Fraction(clearance), "mL/min", "measured clearance")
    for grams in every:
        per_kg = label_per_kg(Measured(measured, weight_of(grams)))
        expected = Ratio(clearance * bedside.KG, grams)
        case = f"{clearance} mL/min, {grams} g"
        yield compare_figure(Compared.MEASURED, case, per_kg, expected)
        fault = bedside.clearance_fault(expected)
        yield compare_words(Compared.LIMITS, case, _broken(per_kg), fault)
        for name, table in US_TABLES.items():
            row = kidneys.band_at(columns.us()[name], expected)
            yield compare_row(Compared.MEASURED_ROW, f"{name} {case}", table, per_kg, row)


def course_steps(regimen: str, band: Band, every: Sequence[int]) -> Iterator[Step]:
    """A row of a regimen for each weight (g): dose, infusion, fluid and sodium, every way given."""
    chosen = REGIMENS[regimen]
    per_kg = Quantity(Fraction(2 * band.edge + 1, 20), chosen.table.by.unit)
    minimum = columns.least_minutes(regimen)
    for grams in every:
        weight = weight_of(grams)
        dose = dose_for(per_kg, weight, chosen)
        nanograms = infusion.nanograms_of(band.give, grams)
        case = f"{regimen} above {band.edge}/10, {grams} g"
        expected = infusion.dose(band.give, band.hours, grams)
        yield compare_figures(Compared.DOSE, case, dose.values, expected)
        doses = doses_in_24_h(dose.interval)
        for first in (True, False):
            fluid = hydration_of(dose.per_kg, dose.interval, first)
            expected = infusion.hydration(nanograms, grams, band.hours, first)
            case = f"{case}, first {first}"
            yield compare_figures(Compared.HYDRATION, case, fluid.values, expected)
            for access in infusion.MG_PER_ML:
                given = infusion_of(dose.dose, dose.per_kg, weight, chosen, access, first)
                beside = alongside_of(given)
                values = {**given.values, **(beside.values if beside else {})}
                expected = infusion.infusion(nanograms, grams, minimum, access, first)
                yield compare_figures(Compared.INFUSION, f"{case}, {access}", values, expected)
                values = fluids_of(given, fluid, doses).values
                expected = infusion.fluids(nanograms, grams, band.hours, access, first)
                yield compare_figures(Compared.FLUIDS, f"{case}, {access}", values, expected)
                for with_, diluent in ((a, b) for a in FLUIDS for b in FLUIDS):
                    salt = sodium_of(given, fluid, doses, FLUIDS[with_], FLUIDS[diluent])
                    expected = infusion.sodium(
                        nanograms, grams, band.hours, access, first, with_, diluent
                    )
                    words = f"{case}, {access}, {with_}, {diluent}"
                    yield compare_figures(Compared.SODIUM, words, salt.values, expected)


class Ask(NamedTuple):
    """A plan, or two texts side by side, as a person asks for it."""

    patient: Patient
    regimen: str
    access: str
    first: bool
    fluid: str
    diluent: str
    confirmed: bool

    @property
    def common(self) -> dict[str, str]:
        """What both calculators ask, as typed."""
        patient = self.patient
        creatinine = Fraction(patient.creatinine, kidneys.LEAST[patient.unit])
        return {
            "age": str(patient.age),
            "sex": patient.sex,
            "creatinine": decimal(creatinine),
            "creatinine_unit": patient.unit,
            "weight": decimal(Fraction(patient.grams, 1_000)),
            "dialysis": "no",
            "regimen": self.regimen,
            **({"confirm": "yes"} if self.confirmed else {}),
        }

    @property
    def order(self) -> dict[str, str]:
        """What the plan asks besides."""
        return {
            "access": self.access,
            "first_infusion": "yes" if self.first else "no",
            "fluid": self.fluid,
            "diluent": self.diluent,
        }


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """Both calculators from what is typed to the outcome, whatever kind of outcome it is."""
    for ask in asks:
        yield from compare_outcome("foscarnet-plan", ask.common | ask.order, bedside.plan(*ask))
        beside = bedside.side_by_side(ask.patient, ask.regimen, ask.confirmed)
        yield from compare_outcome("second-authority", ask.common, beside)


def _broken(per_kg: Quantity) -> str:
    broken = first_broken(per_kg, CLEARANCE_PER_KG.hard, CLEARANCE_PER_KG.soft)
    return broken.code if broken else ""
