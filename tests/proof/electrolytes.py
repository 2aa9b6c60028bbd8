"""QTc and the electrolytes in `calc` beside the same of the second implementation."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from random import Random

from calc.clinical.electrocardiogram import corrected
from calc.model.outcomes import Outcome
from calc.model.quantity import Quantity
from calc.model.refusals import RefusalRaised
from tests.proof.asking import confirm_typed, decision, scaled, told
from tests.proof.second import minerals, qtc
from tests.proof.second.minerals import MEQ, MG, MMOL, Ask, Typed
from tests.proof.second.qtc import Ecg
from tests.proof.second.ratio import Ratio
from tests.proof.steps import Compared, Step, compare_figures, compare_whole

QT = range(200, 801)
RATES = range(30, 251)
CAUTIONS = (
    *("long-interval", "longer-than-earlier", "another-rate", "short-interval"),
    *("bazett-at-fast-rates", "bazett-at-slow-rates"),
)
COURSES = ("running", "between", "not-begun")
SYMPTOMS = ("tingling", "cramps", "seizure", "palpitations", "fainting")
POSSIBLE = {
    **{"ionised_calcium": (40, 300), "total_calcium": (80, 600), "magnesium": (10, 500)},
    **{"potassium": (100, 1_000), "phosphate": (10, 600)},
}
"""What is taken, in hundredths of mmol/L."""
UNITS = {
    **{"ionised_calcium": (MMOL, MG), "total_calcium": (MMOL, MG), "potassium": (MMOL,)},
    **{"magnesium": (MMOL, MG, MEQ), "phosphate": (MMOL, MG)},
}


def ecg_steps(qt: int) -> Iterator[Step]:
    """QT (ms) at every rate, as the ECG of today and as an earlier one."""
    for rate in RATES:
        ecg = Ecg(qt, rate)
        for earlier in (False, True):
            case = f"QT {qt} rate {rate}, earlier {earlier}"
            of = Quantity(Fraction(qt), "ms", "QT"), Quantity(Fraction(rate), "/min", "rate")
            by = qtc.at_most(ecg) if earlier else qtc.at_least(ecg)
            try:
                found = corrected(*of, earlier).values()
            except RefusalRaised:
                found = {}
            expected = qtc.values(ecg, by) if ecg.is_possible else {}
            yield compare_figures(Compared.QTC, case, found, expected)


def qtc_steps(pairs: Iterable[tuple[Ecg, Ecg | None]]) -> Iterator[Step]:
    """The calculator from what is typed, with an earlier ECG or without: figures and cautions."""
    for now, earlier in pairs:
        raw = {"qt": str(now.qt), "heart_rate": str(now.rate)}
        if earlier:
            raw |= {"earlier_qt": str(earlier.qt), "earlier_heart_rate": str(earlier.rate)}
        expected = qtc.verdict(now, earlier)
        yield compare_whole(Compared.QTC_BESIDE, "qtc", raw, expected, _cautions)


def _cautions(outcome: Outcome) -> dict[str, object]:
    return told(outcome, *CAUTIONS) if outcome.answer else {}


def mineral_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator of electrolytes from what is typed: every value in mmol/L, and the step."""
    for ask in asks:
        raw = {
            "foscarnet_now": ask.course,
            "symptoms": ",".join(ask.symptoms) or "none",
            "paraprotein": "no",
            "ecg": "none" if ask.ecg is None else "qt" if isinstance(ask.ecg, Ecg) else "qtc",
            **confirm_typed(confirmed=True),
        }
        for name, typed in ask.values.items():
            raw |= value_typed(name, typed)
        if ask.albumin is not None:
            raw |= {"albumin": str(ask.albumin), "albumin_unit": "g/L"}
        if isinstance(ask.ecg, Ecg):
            raw |= {"qt": str(ask.ecg.qt), "heart_rate": str(ask.ecg.rate)}
        elif ask.ecg is not None:
            raw["qtc"] = str(ask.ecg)
        expected = minerals.verdict(ask)
        yield compare_whole(Compared.MINERALS, "electrolytes", raw, expected, decision)


def value_typed(name: str, typed: Typed) -> dict[str, str]:
    """A value and, where there are several, its unit."""
    hundredths, unit = typed
    of_units = {f"{name}_unit": unit} if len(UNITS[name]) > 1 else {}
    return {name: scaled(hundredths, minerals.PLACES), **of_units}


def value_asks() -> Iterator[Ask]:
    """Every hundredth of a mmol/L of each value alone, while an infusion runs and before it."""
    for name, (low, high) in POSSIBLE.items():
        for hundredths, course in product(range(low, high + 1), ("running", "not-begun")):
            yield Ask(course, (), {name: (hundredths, MMOL)}, None, None)


def drawn_ask(chance: Random) -> Ask:
    """Values near their limits or anywhere, symptoms and an ECG, drawn."""
    values = {name: drawn_value(chance, name) for name in POSSIBLE if chance.choice([True, False])}
    ecg = chance.choice(
        [
            *(None, None, None, chance.choice([349, 350, 420, 480, 481, 500, 501])),
            Ecg(chance.choice(range(280, 520)), chance.choice(range(45, 140))),
        ]
    )
    symptoms = chance.choice([(), (), (), tuple(chance.sample(SYMPTOMS, chance.choice([1, 2])))])
    albumin = chance.choice([None, chance.choice(range(12, 56))])
    return Ask(chance.choice(COURSES), symptoms, values, albumin, ecg)


def drawn_value(chance: Random, name: str) -> Typed:
    """A value at a limit, a hundredth beside it, within all of them, or of another unit."""
    low, high = POSSIBLE[name]
    edges = [over for _, (over, _) in minerals.limits()[name] if over]
    usual = (edges[1] + edges[2]) // 2
    near = [edge + beside for edge in edges for beside in (-1, 0, 1)]
    in_mmol = chance.choice([*near, usual, usual, usual, chance.choice(range(low, high + 1))])
    unit = chance.choice([MMOL, MMOL, *UNITS[name]])
    factor = {MMOL: Ratio(1), MEQ: Ratio(2)}.get(unit)
    if factor is None:
        kind = "calcium" if name.endswith("calcium") else name
        factor = Ratio(minerals.MG_DL[kind], 10_000)
    most = high * factor.over // factor.under
    return min(in_mmol * factor.over // factor.under + (unit != MMOL), most), unit
