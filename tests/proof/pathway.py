"""The next step in `calc` beside the decision table of the second implementation."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, product
from random import Random
from typing import Any, get_args

from calc.clinical.pathway.decision import decide
from calc.clinical.pathway.situation import (
    Flag,
    Host,
    Lesions,
    Resistance,
    Situation,
    Suspicion,
    TabletsDose,
    Treatment,
    Virus,
)
from calc.model.inputs import YesNoUnknown
from calc.model.quantity import Quantity
from tests.proof.asking import confirm_typed, decision
from tests.proof.second import next_step as second
from tests.proof.second.next_step import COUNTED, Ask
from tests.proof.steps import Compared, Step, compare_whole, compare_words

FLAGS, SUSPICIONS = get_args(Flag.__value__), get_args(Suspicion.__value__)
HOSTS, LESIONS = get_args(Host.__value__), get_args(Lesions.__value__)
TREATMENTS, VIRUSES = get_args(Treatment.__value__), get_args(Virus.__value__)
RESISTANCE, DOSES = get_args(Resistance.__value__), get_args(TabletsDose.__value__)
KNOWN = tuple(each.value for each in YesNoUnknown)
DAYS = range(13)
SIGNS: tuple[tuple[Flag, ...], ...] = ((), *((flag,) for flag in FLAGS), ("fever", "mucosa"), FLAGS)
"""No red flag, each alone, two that say little of the virus, and all of them."""


def days_of(treatment: str) -> range:
    """The days of a treatment that are tried: one where none are asked for."""
    return DAYS if treatment in COUNTED else range(1)


def decided_steps(
    treatment: str, days: int, signs: Iterable[tuple[Flag, ...]] = SIGNS
) -> Iterator[Step]:
    """Every set of answers about a day of a treatment: red flags (`signs`), and all else."""
    counted = KNOWN if treatment in COUNTED else ("",)
    doses = DOSES if treatment == "tablets" else (None,)
    suspected = ((), *((each,) for each in SUSPICIONS))
    for in_full, dose, flags, suspicions, *others in product(
        counted, doses, signs, suspected, HOSTS, LESIONS, VIRUSES, RESISTANCE, KNOWN
    ):
        host, lesions, virus, resistance, enough = others
        situation = Situation(
            flags=flags,
            suspicions=suspicions,
            host=host,
            lesions=lesions,
            treatment=_treatment(treatment),
            tablets="aciclovir" if treatment == "tablets" else None,
            tablets_dose=dose,
            days=Quantity(Fraction(days), "d") if in_full else None,
            in_full=YesNoUnknown(in_full) if in_full else None,
            virus=virus,
            resistance=resistance,
            enough_clearance=YesNoUnknown(enough),
        )
        ask = Ask(
            frozenset(flags),
            frozenset(suspicions),
            *(host, lesions, treatment, days, in_full, dose or "", virus, resistance, enough),
        )
        found = decide(situation).step.value
        yield compare_words(Compared.NEXT_STEP, str(ask), found, second.step(ask))


def _treatment(name: str) -> Any:
    (found,) = (each for each in TREATMENTS if each == name)
    return found


def typed_steps(asks: Iterable[Ask]) -> Iterator[Step]:
    """The calculator from what is typed to the step."""
    for ask in asks:
        raw = {
            "red_flags": ",".join(sorted(ask.flags)) or "none",
            "suspicions": ",".join(sorted(ask.suspicions)) or "none",
            "patient": ask.host,
            "lesions": ask.lesions,
            "treatment": ask.treatment,
            "virus": ask.virus,
            "resistance": ask.resistance,
            "enough_clearance": ask.enough,
            **confirm_typed(confirmed=True),
        }
        if ask.treatment in COUNTED:
            raw |= {"days": str(ask.days), "in_full": ask.in_full}
        if ask.treatment == "tablets":
            raw |= {"tablets": "valaciclovir", "tablets_dose": ask.dose}
        expected = second.verdict(ask)
        yield compare_whole(Compared.NEXT_STEP_TYPED, "next-step", raw, expected, decision)


def drawn_ask(chance: Random) -> Ask:
    """Answers, drawn: any set of red flags and of reasons, any day up to the sixtieth."""
    some = [*combinations(FLAGS, chance.choice(range(len(FLAGS) + 1)))]
    reasons = [*combinations(SUSPICIONS, chance.choice(range(len(SUSPICIONS) + 1)))]
    treatment = chance.choice(TREATMENTS)
    counted = treatment in COUNTED
    return Ask(
        frozenset(chance.choice([(), (), chance.choice(some)])),
        frozenset(chance.choice(reasons)),
        chance.choice(HOSTS),
        chance.choice(LESIONS),
        treatment,
        chance.choice([*DAYS, *DAYS, 21, 60]) if counted else 0,
        chance.choice(KNOWN) if counted else "",
        chance.choice(DOSES) if treatment == "tablets" else "",
        chance.choice(VIRUSES),
        chance.choice(RESISTANCE),
        chance.choice(KNOWN),
    )
