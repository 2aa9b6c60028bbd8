"""Answers for the property tests: any at all, and such as a careful person could give."""

from collections.abc import Iterator
from fractions import Fraction
from inspect import isabstract
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from calc.catalogue import CATALOGUE
from calc.clinical.foscarnet.regimens import REGIMENS
from calc.model.calculator import Calculator
from calc.model.digits import decimal
from calc.model.inputs import CONFIRM, Choice, Input
from calc.model.number import Number
from calc.model.written import Written
from tests.cases import cases

settings.register_profile("proof", derandomize=True, max_examples=200, deadline=None, database=None)

Answers = dict[str, str]

REGIMEN_IDS = sorted(REGIMENS)


def decimals(low: str, high: str, places: int) -> st.SearchStrategy[str]:
    """Plain decimal text between two figures, both included."""
    scale = 10**places
    least, most = int(Fraction(low) * scale), int(Fraction(high) * scale)
    return st.integers(least, most).map(lambda number: decimal(Fraction(number, scale)))


ages = st.integers(18, 120).map(str)
sexes = st.sampled_from(["female", "male"])
weights = decimals("20", "350", 2)
creatinines = decimals("0.1", "25", 3) | decimals("0.3", "3", 2) | decimals("0.3", "3", 6)

ESTIMATED = {
    "age": ages,
    "sex": sexes,
    "creatinine": creatinines,
    "creatinine_unit": st.just("mg/dL"),
}
BEDSIDE = {
    "weight": weights,
    "regimen": st.sampled_from(REGIMEN_IDS),
    "access": st.sampled_from(["central", "peripheral"]),
    "first_infusion": st.sampled_from(["yes", "no"]),
    "fluid": st.sampled_from(["saline", "dextrose"]),
    "dialysis": st.just("no"),
    "confirm": st.just("yes"),
}
PERHAPS = {
    "diluent": st.sampled_from(["saline", "dextrose"]),
    "height": decimals("140", "210", 1),
}


def plausible(answers: Answers) -> bool:
    """Whether clearance per kg and body mass index lie within their hard limits."""
    if "creatinine" in answers:
        factor = Fraction("0.85") if answers["sex"] == "female" else 1
        clearance = factor * (140 - int(answers["age"])) / (72 * Fraction(answers["creatinine"]))
    else:
        clearance = Fraction(answers["measured_clearance"]) / Fraction(answers["weight"])
    if "height" not in answers:
        return clearance <= 5
    mass_index = Fraction(answers["weight"]) / (Fraction(answers["height"]) / 100) ** 2
    return clearance <= 5 and 8 <= mass_index <= 100


patients = st.fixed_dictionaries(ESTIMATED).filter(plausible)
any_plans = st.fixed_dictionaries({**ESTIMATED, **BEDSIDE}, optional=PERHAPS)
plans = any_plans.filter(plausible)
measured_plans = st.fixed_dictionaries(
    {"age": ages, "measured_clearance": decimals("3", "200", 1), **BEDSIDE}, optional=PERHAPS
)
infusions = st.fixed_dictionaries(
    {
        "dose_per_kg": decimals("5", "120", 2) | st.sampled_from(["40", "60", "90", "120"]),
        "weight": weights,
        "regimen": st.sampled_from(REGIMEN_IDS),
        "access": st.sampled_from(["central", "peripheral"]),
        "first_infusion": st.sampled_from(["yes", "no"]),
        "dialysis": st.just("no"),
        "confirm": st.just("yes"),
    }
)
hydrations = st.fixed_dictionaries(
    {
        "dose_per_kg": decimals("5", "130", 1) | st.sampled_from(["40", "60", "90", "120"]),
        "interval": st.sampled_from(["8", "12", "24", "48"]),
        "first_infusion": st.sampled_from(["yes", "no"]),
        "fluid": st.sampled_from(["saline", "dextrose"]),
        "dialysis": st.just("no"),
    }
)

NAMES = sorted({CONFIRM, *(name for each in CATALOGUE.values() for name in each.inputs)})
IDS = sorted(
    {
        option.id
        for each in CATALOGUE.values()
        for declared in each.inputs.values()
        if isinstance(declared, Choice)
        for option in declared.options
    }
)
typed = (
    st.sampled_from(
        [
            *("", " ", "1,5", "70 kg", "1e9", "NaN", "-1", "٧٠", "７０", "µmol/L", "0", "00"),
            *(
                "70,500",
                "1,250",
                "154 lb",
                "11 st 4 lb",
                "70000",
                "7",
                "88",
                "1.2 (H)",
                "1.2\u200b",
            ),
            *("2026-11-28", "03/04/2026", "31 June 2026", "28 Nov 26", "today", "Sat 28 Nov 2026"),
            *("14:30", "2:30", "2.30 pm", "24:00"),
            *("nettle, none", "dandelin", ",;", "mint\nsage"),
        ]
    )
    | st.sampled_from(IDS)
    | st.text(max_size=30)
    | st.text("0123456789.,+-eE kgmLµ/", max_size=26)
    | decimals("0", "400", 2)
    | st.dates().map(str)
    | st.lists(
        st.sampled_from(["2026-11-28", "3/4/2026", "06:00", "2:30", "1.2", "1,250", "g", "", "x"]),
        max_size=12,
    ).flatmap(lambda cells: st.sampled_from(" \t;,\n").map(lambda mark: mark.join(cells)))
    | st.tuples(*[st.integers(0, 33).map(str)] * 3, st.sampled_from("/-. :")).map(
        lambda parts: parts[-1].join(parts[:-1])
    )
)
junk: st.SearchStrategy[object] = st.recursive(
    typed | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)
anything = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=12), junk, max_size=14)
"""Raw answers of every kind, for questions that exist and others that do not."""


def spoken() -> set[type[Input]]:
    """Every kind of input that a calculator can declare."""
    return set(subkinds(Number, Choice, Written))


def subkinds(*kinds: type[Any]) -> Iterator[type[Any]]:
    """These kinds and those made of them, without what cannot be declared itself."""
    for kind in kinds:
        if not isabstract(kind):
            yield kind
        yield from subkinds(*kind.__subclasses__())


def kinds_of(calculator: Calculator[Any]) -> set[type[Input]]:
    """The kinds of input that a calculator asks."""
    return {type(each) for each in calculator.inputs.values()}


def worked(name: str) -> st.SearchStrategy[Answers]:
    """The answers of a calculator's worked examples."""
    return st.sampled_from(
        [dict(case.answers) for case in cases("answer") if case.calculator == name]
    )


spoilt = st.dictionaries(st.sampled_from(NAMES), junk, max_size=2)
"""What spoils some of a careful person's answers."""
