"""Days of the vaccine and after a contact in `calc` beside the second implementation's."""

from collections.abc import Iterable, Iterator
from itertools import product
from random import Random

from calc.model.outcomes import Outcome
from tests.proof.asking import confirm_typed, day_typed, decision, dues, times
from tests.proof.second import exposure, prophylaxis, vaccine
from tests.proof.second.days import Day
from tests.proof.steps import Compared, Step, compare_whole

COUNTRIES = ("us", "uk")
FIRST_DAY, LAST_DAY = Day(2024, 1, 1).number, Day(2028, 12, 31).number
"""Four years and a leap year at both ends."""
DOSES = ("none", "one", "two")


def _says(outcome: Outcome) -> dict[str, object]:
    """The step, and each day that is shown."""
    if not outcome.answer:
        return {}
    return {**decision(outcome), **{due.id: times(due) for due in dues(outcome)}}


def vaccine_steps(asks: Iterable[vaccine.Ask]) -> Iterator[Step]:
    """The calculator of the vaccine from what is typed."""
    for ask in asks:
        given = sum(day is not None for day in (ask.first, ask.second))
        days = {
            "first_dose": ask.first,
            "second_dose": ask.second,
            "wished": ask.wished,
            "treatment_starts": ask.treatment,
            "transplant_day": ask.transplant_day,
            "prophylaxis_stops": ask.stops,
            "zoster_over": ask.zoster_over,
        }
        raw = {
            "country": ask.country,
            "doses": DOSES[given],
            "transplant": ask.transplant,
            "zoster": ask.zoster,
            "live_before": "no",
            **{name: day_typed(day) for name, day in days.items() if day is not None},
        }
        expected = vaccine.verdict(ask)
        yield compare_whole(Compared.VACCINE, "vaccine-dates", raw, expected, _says)


def exposure_steps(asks: Iterable[exposure.Ask]) -> Iterator[Step]:
    """The calculator of a contact from what is typed."""
    for ask in asks:
        raw = {
            "country": ask.country,
            "first_contact": day_typed(ask.first),
            "day_of_asking": day_typed(ask.today),
            "immunity": ask.immunity,
            **confirm_typed(ask.confirmed),
        }
        if ask.last is not None:
            raw["last_contact"] = day_typed(ask.last)
        if ask.immunity == "yes":
            raw["antibody_doubtful"] = ask.doubtful
        expected = exposure.verdict(ask)
        yield compare_whole(Compared.EXPOSURE, "exposure", raw, expected, _says)


def prophylaxis_steps(asks: Iterable[prophylaxis.Ask]) -> Iterator[Step]:
    """The calculator of prophylaxis from what is typed: the days, not the doses."""
    for ask in asks:
        healed = "zoster_healed" in ask.days
        raw = {
            "treated_in": COUNTRIES[len(ask.therapies) % 2],
            "therapies": ",".join(ask.therapies),
            "earlier_zoster": "healed" if healed else "none",
            "dialysis_now": "no",
            **({"aciclovir_resistance": "no"} if healed else {}),
            **({"daratumumab_start": day_typed(ask.start)} if ask.start is not None else {}),
            **{name: day_typed(day) for name, day in ask.days.items()},
        }
        expected = prophylaxis.verdict(ask)
        yield compare_whole(Compared.PROPHYLAXIS, "prophylaxis", raw, expected, _says)


def first_dose_asks() -> Iterator[vaccine.Ask]:
    """Every day of five years as that of the first dose, the second wished two months later."""
    for country, first in product(COUNTRIES, range(FIRST_DAY, LAST_DAY + 1)):
        for wished in (first + 60, first + 185):
            yield vaccine.Ask(
                *(country, first, None, wished, None, "none", None, None, "none", None)
            )


def contact_asks() -> Iterator[exposure.Ask]:
    """Each day of asking and each last contact up to six weeks, all ways to be immune."""
    first = Day(2028, 2, 20).number
    immune = (("yes", "no"), ("yes", "yes"), ("yes", "unknown"), ("no", "no"), ("unknown", "no"))
    of_days = product(COUNTRIES, (None, *range(-1, 36)), range(-1, 43), immune)
    for country, last, today, (immunity, doubtful) in of_days:
        late = None if last is None else first + last
        yield exposure.Ask(country, first, late, first + today, immunity, doubtful, today % 2 == 0)


def drawn_ask(chance: Random) -> vaccine.Ask:
    """A vaccine, drawn: what was given, and what stands in the way."""

    def near(day: int) -> int:
        apart: int = chance.choice([*range(-40, 40), 56, 61, 92, 183, 184, 366, -92, -183])
        return day + apart

    first = chance.choice([None, chance.choice(range(FIRST_DAY, LAST_DAY + 1))])
    day = first if first is not None else chance.choice(range(FIRST_DAY, LAST_DAY + 1))
    apart = chance.choice([*range(20, 32), 60, 190, 0, -3])
    second = None if first is None else chance.choice([None, first + apart])
    transplant = chance.choice(["none", "none", *vaccine.WAITS])
    stops = transplant in ("autologous", "allogeneic") and chance.choice([True, False])
    zoster = chance.choice(["none", "none", "over", "not-over"])
    return vaccine.Ask(
        chance.choice(COUNTRIES),
        first,
        second,
        near(day + 45) if second is None else None,
        chance.choice([None, near(day + 60)]) if second is None else None,
        transplant,
        None if transplant == "none" else near(day),
        near(day + 90) if stops else None,
        zoster,
        near(day) if zoster == "over" else None,
    )


def drawn_prophylaxis(chance: Random) -> prophylaxis.Ask:
    """Up to three therapies, one of which some source ends, and days of them, drawn."""
    ended = sorted({therapy for row in prophylaxis.rows() for therapy in row.of})
    all_ = [*prophylaxis.OTHERS, *(each for of in prophylaxis.KINDS.values() for each in of)]
    therapies = {chance.choice(ended), *chance.sample(all_, chance.choice(range(3)))}
    day = chance.choice(range(FIRST_DAY, LAST_DAY + 1))
    days = {}
    for name, of in prophylaxis.KINDS.items():
        asked = bool({*of} & therapies)
        if chance.choice([True, True, True, False]) if asked else chance.choice(range(20)) == 0:
            days[name] = day + chance.choice(range(-300, 300))
    if chance.choice([True, False, False]):
        days["zoster_healed"] = day + chance.choice(range(-400, 400))
    of_daratumumab = "daratumumab" in therapies and chance.choice([True, False])
    start = day - chance.choice(range(-320, 700)) if of_daratumumab else None
    return prophylaxis.Ask(tuple(sorted(therapies)), days, start)
