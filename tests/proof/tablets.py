"""Antiviral tablets in `calc` beside the same of the second implementation."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from random import Random
from typing import get_args

from calc.clinical.oral_antiviral.compared import Verdict, compared
from calc.clinical.oral_antiviral.dose import ByText, Followed, by_clearance, on_haemodialysis
from calc.clinical.oral_antiviral.inputs import HAEMODIALYSIS
from calc.clinical.oral_antiviral.label import (
    MODEL,
    SERIES,
    SESSIONS_BY_DAYS,
    SOURCES_GIVE,
    TEXTS,
    Purpose,
)
from calc.clinical.oral_antiviral.rows import EVERY_OFTEN, Dose
from calc.clinical.renal import Kidneys, Measured
from calc.clinical.tablets import Tablets
from calc.model.outcomes import Outcome
from calc.model.quantity import Quantity
from tests.proof.asking import (
    decision,
    height_of,
    kidneys_of,
    patient_typed,
    scaled,
    told,
    weight_of,
)
from tests.proof.second import bedside, kidneys
from tests.proof.second import tablets as second
from tests.proof.second.ratio import Ratio
from tests.proof.second.tablets import Ask
from tests.proof.steps import Compared, Step, compare_figures, compare_whole

OFTEN = {each.id: each for each in EVERY_OFTEN}
TEXT = {each.id: each for each in TEXTS}
ORDERED_MG = (50, 125, 200, 250, 400, 450, 500, 800, 900, 1_000, 1_600, 2_000, 4_000)
ORDERS = (*product(ORDERED_MG, [*second.TWICE_A_DAY]),)
SESSION_ORDERS = (*product(ORDERED_MG, [second.SESSION]),)
TABLETS_BY_NAME: dict[str, Tablets] = {each: each for each in get_args(Tablets.__value__)}
PURPOSES: dict[str, Purpose] = {each: each for each in get_args(Purpose.__value__)}
USUAL = Ask(
    bedside.Patient(66, "female", kidneys.MG, 110, 67_340),
    *(1_600, None, "aciclovir", "zoster", "us", "none", None, "no", True),
)


def row_steps(
    age: int, sex: str, unit: str, creatinines: Sequence[int], every: Sequence[int]
) -> Iterator[Step]:
    """The clearance of each creatinine and the row of every text, with another body each time."""
    for creatinine in creatinines:
        grams = every[(creatinine * 11 + age) % len(every)]
        height = 1_400 + (creatinine * 17 + age) % 71 * 10
        patient = bedside.Patient(age, sex, unit, creatinine, grams)
        yield from _rows(USUAL._replace(patient=patient, height=height))


def measured_steps(clearances: Iterable[int], every: Sequence[int]) -> Iterator[Step]:
    """The row of every text for each measured clearance (mL/min), with some weights (g)."""
    for clearance in clearances:
        for grams in every:
            patient = USUAL.patient._replace(grams=grams)
            yield from _rows(USUAL._replace(patient=patient, measured=clearance))


def _rows(ask: Ask) -> Iterator[Step]:
    """The dose of each text for one patient."""
    for tablets, purpose, text in second.tables():
        ask = ask._replace(tablets=tablets, purpose=purpose, text=text)
        found, expected = _by_text(ask), second.given(ask)
        given = {
            "clearance": found.clearance,
            "by area": found.counted if expected.by_area else None,
            "mg": found.dose.give,
            "a day": found.dose.day,
            "printed rows": Quantity(Fraction(len(found.found.printed) if found.found else 1), "1"),
        }
        values = {
            "clearance": expected.clearance,
            "by area": expected.by_area,
            "mg": Ratio(expected.mg),
            "a day": Ratio(expected.halves, 2),
            "printed rows": Ratio(expected.printed),
        }
        case = f"{tablets} {purpose} {text} {ask}"
        yield compare_figures(
            Compared.TABLETS_ROW,
            case,
            {name: each for name, each in given.items() if each is not None},
            {name: each for name, each in values.items() if each is not None},
        )


def order_steps(regimen: tuple[str, str, str], clearances: Iterable[int]) -> Iterator[Step]:
    """Every order against the row of each measured clearance, and the dose on haemodialysis."""
    tablets, purpose, text = regimen
    for clearance in (None, *clearances):
        dialysis = "none" if clearance else HAEMODIALYSIS
        ask = USUAL._replace(tablets=tablets, purpose=purpose, text=text, dialysis=dialysis)
        ask = ask._replace(measured=clearance)
        own, label = _by_text(ask), second.given(ask)
        for order in (*ORDERS, *(SESSION_ORDERS if clearance is None else ())):
            yield _order(ask._replace(order=order), own, label)


def _order(ask: Ask, own: ByText, label: second.Given) -> Step:
    """One order, held as the calculator holds it."""
    assert ask.order
    mg, often = ask.order
    regimen, prevents = own.followed.regimen, ask.purpose == "prophylaxis"
    full = own.dose.same_as(regimen.full)
    model = MODEL if own.too_high else SESSIONS_BY_DAYS if own.less_in_reports else None
    found = compared(
        Dose(Quantity(Fraction(mg), "mg", "dose as ordered"), OFTEN[often]),
        own.dose,
        regimen.most if full else 1,
        model,
        SERIES.get(own.followed.tablets) if prevents else None,
        SOURCES_GIVE.get(own.followed.tablets) if prevents and own.not_reduced else None,
    )
    above = found.verdict in (Verdict.MORE, Verdict.AS_IN_SOURCES)
    by = {"more" if above else "less": found.percent} if found.percent is not None else {}
    expected = second.held(ask, label)
    tenths = {"more": expected.more, "less": expected.less}
    one = Quantity(Fraction(1), "1")
    return compare_figures(
        Compared.TABLETS_ORDER,
        str(ask),
        {found.verdict.value: one, **by},
        {
            expected.word: Ratio(1),
            **{name: Ratio(each, 10) for name, each in tenths.items() if each is not None},
        },
    )


def _by_text(ask: Ask) -> ByText:
    """The dose of a text for a patient, as the calculator comes to it."""
    followed = Followed(TABLETS_BY_NAME[ask.tablets], PURPOSES[ask.purpose], TEXT[ask.text])
    if ask.dialysis == HAEMODIALYSIS:
        return on_haemodialysis(followed)
    weight = weight_of(ask.patient.grams)
    by: Kidneys = kidneys_of(ask.patient)
    if ask.measured is not None:
        measured = Quantity(Fraction(ask.measured), "mL/min", "measured clearance")
        by = Measured(measured, weight)
    return by_clearance(followed, by, weight, height_of(ask.height))


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the outcome."""
    for ask in asks:
        raw = {
            **patient_typed(ask.patient, ask.confirmed),
            "height": scaled(ask.height, 10),
            "tablets": ask.tablets,
            "purpose": ask.purpose,
            "whose_text": ask.text,
            "dialysis_kind": ask.dialysis,
            "mind": ask.mind,
            "ordered": "yes" if ask.order else "no",
        }
        if ask.order:
            raw["tablet_dose"], raw["order_often"] = str(ask.order[0]), ask.order[1]
        if ask.measured is not None:
            del raw["creatinine"], raw["creatinine_unit"]
            raw["measured_clearance"] = str(ask.measured)
        yield compare_whole(Compared.TABLETS, "oral-antiviral", raw, second.verdict(ask), _says)


def _says(outcome: Outcome) -> dict[str, object]:
    between = told(outcome, "tablets-between-rows")["tablets-between-rows"]
    return {**decision(outcome), "between rows": between} if outcome.answer else {}


def drawn_ask(chance: Random, patient: bedside.Patient, height: int) -> Ask:
    """Tablets and an order for a patient, drawn."""
    dialysis = chance.choice([*4 * ["none"], HAEMODIALYSIS, "other"])
    sessions = [second.SESSION] if dialysis == HAEMODIALYSIS else []
    often = chance.choice([*second.TWICE_A_DAY, *sessions])
    return Ask(
        patient,
        height,
        chance.choice([None, None, chance.choice(range(2, 130))]),
        chance.choice([*TABLETS_BY_NAME]),
        chance.choice([*PURPOSES]),
        chance.choice([*TEXT]),
        dialysis,
        chance.choice(
            [None, (chance.choice(ORDERED_MG), often), (chance.choice(ORDERED_MG), often)]
        ),
        chance.choice(["no", "no", "yes", "unknown"]),
        chance.choice([True, True, True, False]),
    )
