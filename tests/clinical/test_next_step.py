"""Every set of answers to the next step: what must hold, and must never be said, in each."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple, get_args

from calc.clinical.pathway.advice import advice
from calc.clinical.pathway.decision import Decision, Step, decide, headline
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
from calc.model.quantity import constant
from tests.every import of_every

DAYS = (2, 3, 7, 10)
EVERY_FLAG: tuple[Flag, ...] = get_args(Flag.__value__)
SIGNS: tuple[tuple[tuple[Flag, ...], tuple[Suspicion, ...]], ...] = (
    ((), ()),
    ((), ("atypical",)),
    (("spread",), ()),
    (("brain",), ()),
    (("mucosa",), ()),
    (EVERY_FLAG, ("breakthrough",)),
)
VIRUSES: tuple[Virus, ...] = ("hsv", "not-known")
COUNTED = ("tablets", "aciclovir-iv", "foscarnet")
TENTH = constant(10, "d")
BY_MOUTH = ("tablets", "prophylaxis")
ACICLOVIR = ("give intravenous aciclovir", "start intravenous aciclovir", "leave no gap in")
ZOSTER = ("zoster", "ramsay", "vzv where", "shingles", "nice's reasons")


class Said(NamedTuple):
    """A situation with what is decided and said, in lower case, by list."""

    of: Situation
    decision: Decision
    headline: str
    lists: dict[str, str]
    all: str

    def says(self, *words: str) -> bool:
        """Whether any of these words is said."""
        return any(each in self.all for each in words)


def doses(treatment: str, in_full: YesNoUnknown | None) -> tuple[TabletsDose | None, ...]:
    """The doses of tablets: each where none was missed, and else one that fits."""
    if treatment != "tablets":
        return (None,)
    every: tuple[TabletsDose, ...] = get_args(TabletsDose.__value__)
    return every if in_full is YesNoUnknown.YES else ("fits",)


def situations() -> Iterator[Situation]:
    """Each set of answers, with each kind of day, sign and virus, and tablets with a limit."""
    asked = (
        (treatment, day, in_full, dose)
        for treatment in get_args(Treatment.__value__)
        for day, in_full in (
            product(DAYS, YesNoUnknown) if treatment in COUNTED else ((None, None),)
        )
        for dose in doses(treatment, in_full)
    )
    for (treatment, day, in_full, dose), *others in product(
        asked,
        SIGNS,
        get_args(Host.__value__),
        get_args(Lesions.__value__),
        VIRUSES,
        get_args(Resistance.__value__),
        YesNoUnknown,
    ):
        (flags, suspicions), host, lesions, virus, resistance, enough = others
        yield Situation(
            flags=flags,
            suspicions=suspicions,
            host=host,
            lesions=lesions,
            treatment=treatment,
            tablets="famciclovir" if treatment == "tablets" else None,
            tablets_dose=dose,
            days=None if day is None else constant(day, "d"),
            in_full=in_full,
            virus=virus,
            resistance=resistance,
            enough_clearance=enough,
        )


lower = cache(str.lower)


def said(of: Situation) -> Said:
    """What is decided and said of it."""
    decision = decide(of)
    lists = {
        box.title: " ".join(lower(item.whole) for item in box.items) for box in advice(decision, of)
    }
    heading = lower(headline(decision, of))
    every = " ".join((heading, lower(decision.why), *lists.values()))
    return Said(of, decision, heading, lists, every)


def is_stopped(each: Said) -> bool:
    """Foscarnet or cidofovir that runs is stopped on dialysis or below 0.4, whatever else."""
    if each.of.treatment not in ("foscarnet", "cidofovir") or not each.of.too_low:
        return True
    ask = "renal" in each.lists["Call"] and "infection" in each.lists["Call"]
    return each.headline.startswith("stop ") and "no further" in each.lists["Today"] and ask


def does_not_go_on(each: Said) -> bool:
    """Nothing says "go on" or "make a plan" below 0.4, or continues foscarnet."""
    words = ("go on", "make a foscarnet plan", "continue foscarnet", "ask today for foscarnet")
    return not (each.of.too_low and each.says(*words))


def asks_for_the_clearance(each: Said) -> bool:
    """A clearance that is not known is worked out where foscarnet runs or is planned."""
    concerned = each.of.treatment == "foscarnet" or each.decision.step is Step.FOSCARNET
    unknown = each.of.enough_clearance is YesNoUnknown.UNKNOWN
    healed = each.decision.step is Step.HEALED
    return not (concerned and unknown) or healed or each.says("work out the clearance per kg")


def calls(each: Said) -> bool:
    """Somebody is called for a red flag, and for lesions that do not heal on treatment."""
    needed = each.of.red or (each.of.unhealed and each.of.host != "off-treatment")
    return not needed or "Call" in each.lists


def gives_more_than_aciclovir(each: Said) -> bool:
    """Aciclovir is never the only treatment of a virus that is proven resistant."""
    if each.of.resistance != "resistant" or not (each.of.unhealed or each.of.red):
        return True
    return not each.says(*ACICLOVIR) or "foscarnet" in each.lists["Today"]


def names_foscarnet_where_resistant(each: Said) -> bool:
    """Proven, not healing or flagged: foscarnet, or why not, is in today's list."""
    concerned = each.of.resistance == "resistant" and (each.of.unhealed or each.of.red)
    runs = each.of.treatment in ("foscarnet", "cidofovir")
    return not concerned or runs or "foscarnet" in each.lists["Today"]


def holds_what_confuses(each: Said) -> bool:
    """Confusion on aciclovir: held or cut. On foscarnet: the infusion stops, minerals are taken."""
    if "brain" not in each.of.red:
        return True
    if each.of.treatment == "foscarnet":
        stopped = each.says("stop the infusion") and each.says("ionised calcium")
        return stopped and "magnesium" in each.lists["Send"]
    held = (
        "hold aciclovir, or cut it" if each.of.treatment == "aciclovir-iv" else "stop the tablets"
    )
    taken = each.of.treatment in (*BY_MOUTH, "aciclovir-iv")
    return not taken or ("leave no gap" not in each.all and each.says(held))


def has_something_to_do(each: Said) -> bool:
    """No list is empty, and one says what to do today."""
    return "Today" in each.lists and all(each.lists.values())


def has_a_test_to_send(each: Said) -> bool:
    """Who is told of resistance tests today has one to send, and who is to chase one has one."""
    sent = each.lists.get("Send", "")
    return ("resistance tests today" not in each.headline or "resistance tests" in sent) and (
        "chase the" not in each.headline or "chase it" in sent
    )


def is_of_its_virus(each: Said) -> bool:
    """Proven HSV is told nothing that holds for zoster alone."""
    return each.of.virus != "hsv" or not each.says(*ZOSTER)


def heals_without_admission(each: Said) -> bool:
    """Healing or healed without a flag, on a drug that may run, is never admitted."""
    stopped = each.decision.step in (Step.STOP, Step.COUNT)
    if each.of.red or each.of.unhealed or stopped:
        return True
    heals = (Step.HEALING, Step.HEALING_ALONE, Step.HEALED)
    return each.decision.step in heals and not each.says("admit")


def ends_what_is_no_longer_needed(each: Said) -> bool:
    """Where all is healed without a flag, it is asked whether the drug that runs ends."""
    runs = each.of.treatment not in ("prophylaxis", "none")
    return each.decision.step is not Step.HEALED or runs is each.says(" ends.")


def finishes_no_course_that_is_none(each: Said) -> bool:
    """Without a course that treats none is finished."""
    return each.of.treatment not in ("prophylaxis", "none") or not each.says("finish the course")


def leaves_no_gap(each: Said) -> bool:
    """While tests are awaited, or specialists decide, what runs goes on."""
    deciding = (Step.TEST, Step.CHASE, Step.SENSITIVE, Step.ESCALATE, Step.FAILED)
    waits = each.decision.step in deciding
    return not waits or each.says("leave no gap", "give intravenous aciclovir the same day")


def does_not_wait_for_ever(each: Said) -> bool:
    """From day 10 nobody whose lesions do not heal is told to look again and no more."""
    if not each.of.unhealed or each.of.days is None or each.of.days < TENTH:
        return True
    return each.says("infection specialists, today")


def is_no_failure_of_foscarnet_before_its_day(each: Said) -> bool:
    """Before day 10 foscarnet has not failed."""
    early = each.of.days is not None and each.of.days < TENTH
    return not early or each.decision.step is not Step.FAILED


def isolates(each: Said) -> bool:
    """Lesions that are not all dry, not proven HSV: precautions are named."""
    return (
        each.of.lesions == "healed" or each.of.virus == "hsv" or each.says("airborne and contact")
    )


def calls_no_healing_lesion_unresponsive(each: Said) -> bool:
    """That it went on under full doses is said of what does not heal, and of nothing else."""
    return each.of.unhealed or not each.says("it went on under full")


def tells_a_dose_that_does_not_fit(each: Said) -> bool:
    """Tablets that go on in another dose than the text's, or in one not checked: today's list."""
    steps = (Step.GO_ON, Step.KIDNEYS, Step.MEND, Step.FIND_OUT, Step.HEALING)
    goes_on = each.of.treatment == "tablets" and each.decision.step in steps
    told = {
        "too-little": "tablets' dose is below",
        "too-much": "tablets' dose is above",
        "not-checked": "compare the tablets' dose with",
    }
    words = told.get(each.of.tablets_dose or "fits")
    return not goes_on or words is None or words in each.lists["Today"]


def raises_nothing_in_confusion(each: Said) -> bool:
    """In confusion no dose of tablets is called too small."""
    return "brain" not in each.of.red or not each.says("dose is below the text's")


def is_no_failure_on_too_little(each: Said) -> bool:
    """Within a week, tablets of too small a dose, or one not checked, have not failed."""
    doubtful = each.of.tablets_dose in ("too-little", "not-checked")
    early = each.of.days is not None and each.of.days < constant(7, "d")
    return not (doubtful and early) or each.decision.step is not Step.ACICLOVIR


MUST_HOLD: tuple[Callable[[Said], bool], ...] = (
    is_stopped,
    does_not_go_on,
    asks_for_the_clearance,
    calls,
    gives_more_than_aciclovir,
    names_foscarnet_where_resistant,
    holds_what_confuses,
    has_something_to_do,
    has_a_test_to_send,
    is_of_its_virus,
    heals_without_admission,
    ends_what_is_no_longer_needed,
    finishes_no_course_that_is_none,
    leaves_no_gap,
    does_not_wait_for_ever,
    is_no_failure_of_foscarnet_before_its_day,
    isolates,
    calls_no_healing_lesion_unresponsive,
    tells_a_dose_that_does_not_fit,
    raises_nothing_in_confusion,
    is_no_failure_on_too_little,
)


@cache
def offenders() -> dict[str, list[Said]]:
    """The first three situations that break each property, of all there are."""
    found: dict[str, list[Said]] = {each.__name__: [] for each in MUST_HOLD}
    for each in map(said, situations()):
        for holds in MUST_HOLD:
            if not holds(each) and len(found[holds.__name__]) < 3:
                found[holds.__name__].append(each)
    return found


@of_every([each.__name__ for each in MUST_HOLD])
def test_it_holds_for_every_set_of_answers(name: str) -> None:
    assert [] == offenders()[name]


def test_each_step_is_reached() -> None:
    assert {*Step} == {decide(each).step for each in situations()}
