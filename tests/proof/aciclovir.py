"""Each step of intravenous aciclovir in `calc` beside the same of the second implementation."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from calc.clinical.aciclovir.clearance import Clearance, clearance_of
from calc.clinical.aciclovir.inputs import SIMPLEX, VIALS, ZOSTER
from calc.clinical.aciclovir.label import UK, US, band_for
from calc.clinical.aciclovir.order import order_for
from calc.clinical.body_surface import PER_173, PER_MIN, body_surface
from calc.clinical.renal import Estimated
from calc.model.digits import decimal
from calc.model.quantity import Quantity
from tests.proof.asking import height_of, weight_of
from tests.proof.second import aciclovir as second
from tests.proof.second import bedside, kidneys
from tests.proof.second.ratio import Ratio
from tests.proof.steps import Compared, Step, compare_figure, compare_figures, compare_outcome

INFECTIONS = {"vzv": ZOSTER, "hsv": SIMPLEX}
TEXTS = {"us": US, "uk": UK}


def surface_steps(height: int, every: Sequence[int]) -> Iterator[Step]:
    """The body surface of a height (mm) with each weight (g)."""
    for grams in every:
        found = body_surface(height_of(height), weight_of(grams))
        expected = Ratio(second.surface(height, Ratio(grams, bedside.KG)), 10_000)
        yield compare_figure(Compared.ACICLOVIR_SURFACE, f"{height} {grams}", found, expected)


def clearance_steps(
    age: int, sex: str, unit: str, creatinines: Sequence[int], every: Sequence[int]
) -> Iterator[Step]:
    """The clearance of each creatinine in both units, and the row that each text gives for it.

    The weight (g) and the height are others each time.
    """
    years = Quantity(Fraction(age), "a", "age", without_unit=True)
    above, scale = kidneys.above_the_line(age, sex), kidneys.LEAST[unit]
    for creatinine in creatinines:
        grams = every[(creatinine * 7 + age) % len(every)]
        height = 1_400 + (creatinine * 13 + age) % 71 * 10
        patient = Estimated(years, sex, Quantity(Fraction(creatinine, scale), unit, "creatinine"))
        weight = weight_of(grams)
        found = clearance_of(patient, weight, body_surface(height_of(height), weight))
        values = {"mL/min": found.per_min, "per 1.73 m2": found.per_173}
        per_kg = kidneys.clearance(kidneys.US[unit], above, creatinine)
        both = second.clearances(per_kg, height, Ratio(grams, bedside.KG))
        expected = dict(zip(values, both, strict=True))
        for name, clearance in [*values.items()]:
            values[f"hours by {name}"] = Quantity(Fraction(band_for(clearance).every), "h")
            expected[f"hours by {name}"] = Ratio(second.row_for(expected[name]).hours)
        case = f"{age} {sex} {creatinine}/{scale} {unit} {grams} g {height} mm"
        yield compare_figures(Compared.ACICLOVIR_CLEARANCE, case, values, expected)


def order_steps(every: Sequence[int]) -> Iterator[Step]:
    """Every row, and that of dialysis, for each weight (g), virus, text and vial."""
    for grams in every:
        for row in (*second.rows(), None):
            for virus, infection in INFECTIONS.items():
                for text, product in TEXTS.items():
                    for vial, (_, chosen) in VIALS.items():
                        clearance = _within(row) if row else None
                        found = order_for(weight_of(grams), clearance, infection, product, chosen)
                        values = {
                            name: value
                            for name, value in found.values.items()
                            if not name.startswith("clearance")
                        }
                        taken, kg = row or second.rows()[-1], Ratio(grams, bedside.KG)
                        expected = second.order(taken, kg, virus, text, vial)
                        case = f"{row} {grams} g {virus} {text} {vial}"
                        yield compare_figures(Compared.ACICLOVIR_ORDER, case, values, expected)


def typed_steps(asks: Iterable[second.Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the outcome, whatever kind of outcome it is."""
    for ask in asks:
        patient = ask.patient
        raw = {
            "age": str(patient.age),
            "sex": patient.sex,
            "creatinine": decimal(Fraction(patient.creatinine, kidneys.LEAST[patient.unit])),
            "creatinine_unit": patient.unit,
            "weight": decimal(Fraction(patient.grams, bedside.KG)),
            "height": decimal(Fraction(ask.height, 10)),
            "renal_replacement": ask.dialysis,
            "infection": ask.virus,
            "product_text": ask.text,
            "vial": ask.vial,
            **({"confirm": "yes"} if ask.confirmed else {}),
        }
        yield from compare_outcome("aciclovir-iv", raw, second.verdict(ask))


def _within(row: second.Row) -> Clearance:
    """A clearance of a row, the same in both units."""
    value = Fraction(max(row.above, 0) + 5)
    return Clearance(Quantity(value, PER_MIN), Quantity(value, PER_173))
