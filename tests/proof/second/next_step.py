"""The next step as a list of rules, of which the first that holds says it.

A rule is a word and what must hold for it; no rule calls another. Days are of the treatment.
"""

from collections.abc import Callable
from typing import NamedTuple

from tests.proof.second.bedside import Verdict

COUNTED = ("tablets", "aciclovir-iv", "foscarnet")
STRONG = ("foscarnet", "cidofovir")
NOT_OF_ACTIVE_DISEASE = {"fever", "necrotic", "mucosa"}
"""Flags that do not say that a resistant virus is still at work once all is healed."""
SHOWN_TO_THE_ADMITTED = {
    *("foscarnet", "foscarnet-barred", "sensitive-and-not-healing", "check-foscarnet"),
    *("not-healing-whatever-was-missed", "foscarnet-failed"),
}


class Ask(NamedTuple):
    """What is answered; `days` and `in_full` count for a treatment that is counted.

    `dose` is that of tablets by the kidneys; empty with any other treatment.
    """

    flags: frozenset[str]
    suspicions: frozenset[str]
    host: str
    lesions: str
    treatment: str
    days: int
    in_full: str
    dose: str
    virus: str
    resistance: str
    enough: str

    @property
    def red(self) -> frozenset[str]:
        """The flags; mucous membranes are none where herpes simplex is proven."""
        return self.flags - {"mucosa"} if self.virus == "hsv" else self.flags

    @property
    def unhealed(self) -> bool:
        """Whether lesions are new, or do not heal."""
        return self.lesions in ("new", "unchanged")

    @property
    def urgent(self) -> bool:
        """Whether the patient is admitted."""
        return bool(self.red) or (self.host == "high-risk" and self.unhealed)

    @property
    def failing(self) -> bool:
        """Whether lesions are new from the third day, or do not heal from the seventh."""
        return self.days >= {"new": 3, "unchanged": 7}.get(self.lesions, 1_000)

    @property
    def whole(self) -> bool:
        """Whether all of it was given, and none of it is known or thought to be too little."""
        return self.in_full == "yes" and self.dose not in ("too-little", "not-checked")

    @property
    def only_the_dose(self) -> bool:
        """Whether resistance is suspected, and nothing but the dose is to be put right."""
        return bool(self.suspicions) and self.in_full == "yes" and not self.whole

    @property
    def doubted(self) -> bool:
        """Whether resistance is suspected, and no result is there."""
        return bool(self.suspicions) and self.resistance in ("not-sent", "pending")


type Rule = tuple[str, Callable[[Ask], bool]]


def _on(treatment: str) -> Callable[[Ask], bool]:
    return lambda ask: ask.treatment == treatment


BY_FOSCARNET: tuple[Rule, ...] = (
    ("foscarnet-failed", lambda ask: ask.days >= 10 and ask.in_full == "yes"),
    ("check-foscarnet", lambda ask: ask.days >= 10),
    ("mend", lambda ask: ask.in_full == "no"),
    ("find-out", lambda ask: ask.in_full == "unknown"),
    ("check-foscarnet", lambda ask: ask.failing),
    ("work-out-clearance", lambda ask: ask.enough == "unknown"),
    ("go-on", lambda ask: True),
)
BY_RESISTANCE: tuple[Rule, ...] = (
    ("foscarnet-barred", lambda ask: ask.resistance == "resistant" and ask.enough == "no"),
    ("foscarnet", lambda ask: ask.resistance == "resistant"),
)
GOING_ON: tuple[Rule, ...] = (
    ("resistance-tests", lambda ask: ask.doubted and ask.resistance == "not-sent"),
    ("chase-the-test", lambda ask: ask.doubted),
    ("dose-for-kidneys", lambda ask: ask.enough == "no" or ask.dose == "too-much"),
    ("go-on", lambda ask: True),
)
BY_TABLETS: tuple[Rule, ...] = (
    *BY_RESISTANCE,
    ("intravenous-aciclovir", lambda ask: ask.failing and ask.whole),
    ("intravenous-aciclovir", lambda ask: ask.lesions == "new" and ask.days >= 7),
    ("intravenous-aciclovir", lambda ask: ask.days >= 10),
    ("resistance-tests", lambda ask: ask.only_the_dose and ask.resistance == "not-sent"),
    ("chase-the-test", lambda ask: ask.only_the_dose and ask.resistance == "pending"),
    ("mend", lambda ask: ask.in_full == "no" or ask.dose == "too-little"),
    ("find-out", lambda ask: ask.in_full == "unknown" or ask.dose == "not-checked"),
    *GOING_ON,
)
BY_ACICLOVIR: tuple[Rule, ...] = (
    *BY_RESISTANCE,
    ("not-healing-whatever-was-missed", lambda ask: ask.in_full != "yes" and ask.days >= 7),
    ("mend", lambda ask: ask.in_full == "no"),
    ("find-out", lambda ask: ask.in_full == "unknown"),
    ("sensitive-and-not-healing", lambda ask: ask.failing and ask.resistance == "sensitive"),
    ("foscarnet-barred", lambda ask: ask.days >= 7 and ask.enough == "no"),
    ("foscarnet", lambda ask: ask.days >= 7),
    ("resistance-tests", lambda ask: ask.resistance == "not-sent"),
    ("chase-the-test", lambda ask: ask.failing and ask.resistance == "pending"),
    *GOING_ON,
)
BY_NOTHING: tuple[Rule, ...] = (*BY_RESISTANCE, ("start-treatment", lambda ask: True))
BY_TREATMENT = {
    "tablets": BY_TABLETS,
    "aciclovir-iv": BY_ACICLOVIR,
    "foscarnet": BY_FOSCARNET,
    "prophylaxis": BY_NOTHING,
    "none": BY_NOTHING,
}
CALM: tuple[Rule, ...] = (
    ("after-healing", lambda ask: ask.lesions == "healed"),
    ("healing-without-treatment", lambda ask: ask.treatment in ("prophylaxis", "none")),
    ("work-out-clearance", lambda ask: ask.treatment == "foscarnet" and ask.enough == "unknown"),
    ("healing", lambda ask: True),
)
"""Where nothing is urgent and it heals, or is healed."""


def verdict(ask: Ask) -> Verdict:
    """What a person is told."""
    return Verdict(says={"decision": step(ask)})


def first_of(rules: tuple[Rule, ...], ask: Ask) -> str:
    """The word of the first rule that holds."""
    return next(word for word, holds in rules if holds(ask))


def step(ask: Ask) -> str:
    """The next step."""
    if ask.treatment in STRONG and ask.enough == "no":
        return "stop-the-drug"
    if ask.urgent:
        return _admitted(ask)
    if not ask.unhealed:
        return first_of(CALM, ask)
    if ask.treatment == "cidofovir":
        return "cidofovir"
    return first_of(BY_TREATMENT[ask.treatment], ask)


def _admitted(ask: Ask) -> str:
    """The step of a patient who is admitted: what cannot wait stands beside the admission."""
    if "brain" in ask.red and ask.treatment not in ("cidofovir", "none"):
        return "hold-the-drug"
    at_work = ask.lesions != "healed" or bool(ask.red - NOT_OF_ACTIVE_DISEASE)
    if ask.treatment not in STRONG and at_work and ask.resistance == "resistant":
        return first_of(BY_RESISTANCE, ask)
    if not ask.unhealed or ask.treatment == "cidofovir":
        return "admit"
    word = first_of(BY_TREATMENT[ask.treatment], ask)
    return word if word in SHOWN_TO_THE_ADMITTED else "admit"
