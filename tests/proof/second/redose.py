"""The dose on a new creatinine: one decision table over what runs and what each creatinine gives.

A dose is a ratio of mg. What it comes to in 24 hours is compared for each kg, on average.
"""

from typing import NamedTuple

from tests.proof.second import bedside, columns, infusion, injury, kidneys, minerals
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.columns import Band
from tests.proof.second.injury import Reading
from tests.proof.second.minerals import Typed
from tests.proof.second.ratio import Ratio, Values, round_up

SAME = 5
"""Per cent within which a running dose is the table's."""
RISING = Ratio(11, 10)
OLDEST_WEIGHT = 14
WEIGHT_CHANGED, WEIGHT_STEPPED = 5, 10
"""Per cent of the first weight from which a second is another, and from which it may be a slip."""
HALF_A_ML = Ratio(1, 2)


class Ask(NamedTuple):
    """A patient without a creatinine of his own, what runs, the readings, and the next dose.

    `running` is tenths of mg, or of mg/kg where it is `each_kg`, then for the weight of now; the
    patient was weighed at the start (g), where that is known, and again with the last reading.
    Readings are in order of time. `minerals` are those of today by name, `urine` is that of six
    hours (mL).
    """

    patient: bedside.Patient
    regimen: str
    running: int
    each_kg: bool
    interval: int
    at_start: int | None
    readings: tuple[Reading, ...]
    day: int
    minute: int | None
    days_run: int | None
    minerals: tuple[tuple[str, Typed], ...] = ()
    urine: int | None = None

    @property
    def too_dry(self) -> bool:
        """Whether less than half a mL an hour of urine came for each kg."""
        return self.urine is not None and HALF_A_ML.exceeds(self.urine_per_kg)

    @property
    def urine_per_kg(self) -> Ratio:
        """Urine (mL) of six hours for each kg and hour."""
        return Ratio((self.urine or 0) * KG, 6 * self.patient.grams)

    @property
    def longest(self) -> int:
        """The longest gap between two creatinines (days) that the label leaves."""
        return injury.limit(f"gap in {self.phase}", "days", "dose") // 10

    @property
    def closer(self) -> int:
        """That of a closer watch."""
        return injury.limit(f"closer watch in {self.phase}", "days", "quiet") // 10

    @property
    def phase(self) -> str:
        """Induction or maintenance."""
        return "maintenance" if "maintenance" in self.regimen else "induction"

    @property
    def weight_apart(self) -> Ratio:
        """By how many per cent of the weight at the start today's differs."""
        if self.at_start is None:
            return Ratio(0)
        return Ratio(100 * abs(self.patient.grams - self.at_start), self.at_start)

    def fitted_before(self, band: Band) -> bool:
        """Whether what runs is a row for the weight at the start, from which today's steps up."""
        start, grams = self.at_start or 0, self.patient.grams
        if not start or 100 * (grams - start) < WEIGHT_STEPPED * start:
            return False
        return _same(self._replace(patient=self.patient._replace(grams=start)), band)

    @property
    def running_mg(self) -> Ratio:
        """One running dose."""
        if not self.each_kg:
            return Ratio(self.running, 10)
        return Ratio(self.running * self.patient.grams, 10 * KG)

    @property
    def running_per_kg(self) -> Ratio:
        """The same for each kg of today."""
        return self.running_mg.times(KG, self.patient.grams)

    @property
    def bands(self) -> list[Band | None]:
        """The row of each reading."""
        patient = self.patient
        column = columns.us_column(self.regimen)
        last = kidneys.reaches(kidneys.US[patient.unit], patient.above, column)
        return [kidneys.band(column, last, each.creatinine) for each in self.readings]


class Decided(NamedTuple):
    """The word for what becomes of it, and the row that is given; none where the running one is."""

    word: str
    band: Band | None = None


def decide(ask: Ask) -> Decided:
    """What becomes of the running dose."""
    bands, readings = ask.bands, ask.readings
    newest, today = bands[-1], readings[-1].day
    if newest is None:
        return Decided("stops")
    stops = [place for place, band in enumerate(bands[:-1]) if band is None]
    if stops and all(each.day == today for each in readings[stops[-1] + 1 :]):
        return Decided("stays-stopped")
    if _same(ask, newest):
        return Decided("stays", newest)
    runs = ask.running_per_kg.times(24, ask.interval)
    if runs.exceeds(_mean(newest)):
        return Decided("falls", newest)
    if not _mean(newest).exceeds(runs):
        return Decided("changes", newest)
    lowest = injury.times_the_lowest([*readings])
    another = [place for place, each in enumerate(readings) if each.day < today]
    if lowest and not RISING.exceeds(lowest):
        return Decided("waits")
    if not another or today - readings[another[-1]].day > ask.longest:
        return Decided("waits")
    allow = [newest]
    for band in bands[another[-1] : -1]:
        if band is None or _same(ask, band) or not _mean(band).exceeds(runs):
            return Decided("waits")
        allow.append(band)
    if ask.fitted_before(newest):
        return Decided("waits")
    least = allow[0]
    for band in allow[1:]:
        least = band if _mean(least).exceeds(_mean(band)) else least
    return Decided("rises", least)


def _same(ask: Ask, band: Band) -> bool:
    """Whether what runs is a row, within so many per cent at its interval."""
    if ask.interval != band.hours:
        return False
    per_kg = ask.running_per_kg
    apart = abs(per_kg.over - band.give * per_kg.under)
    return 100 * apart <= SAME * band.give * per_kg.under


def _mean(band: Band) -> Ratio:
    return Ratio(24 * band.give, band.hours)


def verdict(ask: Ask) -> Verdict:
    """What a person is told of a running dose."""
    if wrong := _faults(ask):
        return Verdict(wrong)
    readings, patient = [*ask.readings], ask.patient
    newest = patient._replace(creatinine=readings[-1].creatinine)
    age_of_it = ask.day - readings[-1].day
    if age_of_it > ask.longest and ask.bands[-1]:
        old = "creatinine-too-old"
        return Verdict(refusal=old, values={"clearance_per_kg": newest.per_kg})
    decided = decide(ask)
    most = Ratio(columns.full_dose(ask.regimen) * (100 + SAME), 100)
    if decided.word in ("waits", "rises") and ask.running_per_kg.exceeds(most):
        return Verdict(refusal="dose-above-regimen")
    times, per_kg = injury.times_the_lowest(readings), ask.running_per_kg
    kinetic = injury.kinetic(readings, patient.age, patient.sex, patient.unit)
    stage = injury.worst(readings, patient.unit)
    values: Values = {
        "clearance_per_kg": newest.per_kg,
        "creatinine_age": Ratio(age_of_it),
        **({"weight_age": Ratio(age_of_it)} if ask.at_start is not None else {}),
        **({"creatinine_times": times} if times else {}),
        "running_dose": ask.running_mg,
        "running_dose_per_kg": per_kg,
        "running_dose_24_h_mean": ask.running_mg.times(24, ask.interval),
        **({"kinetic_per_kg": kinetic} if kinetic else {}),
        **{name: minerals.in_mmol(name, typed) for name, typed in ask.minerals},
        **({"urine_per_kg": ask.urine_per_kg} if ask.urine is not None else {}),
        **_given(ask),
        **_dose(ask, decided, stage),
    }
    levels = {minerals.level(name, minerals.in_mmol(name, typed)) for name, typed in ask.minerals}
    urgent = bool(levels & {minerals.VERY_LOW, minerals.VERY_HIGH})
    stepped = not Ratio(WEIGHT_STEPPED).exceeds(ask.weight_apart)
    says = {
        "decision": decided.word,
        "stage": stage,
        "creatinine-rising": _rising(times),
        "minerals-urgent": urgent,
        "minerals-outside": not urgent and bool(levels - {minerals.WITHIN}),
        "urine-low": ask.too_dry,
        "weight-step": stepped,
        "weight-changed": not stepped and not Ratio(WEIGHT_CHANGED).exceeds(ask.weight_apart),
    }
    return Verdict(values=values, says=says)


def _rising(times: Ratio | None) -> bool:
    return times is not None and not RISING.exceeds(times)


def _dose(ask: Ask, decided: Decided, stage: int) -> Values:
    """The dose that is printed, and its containers up to the next test."""
    if decided.word in ("stops", "stays-stopped"):
        return {}
    grams, newest = ask.patient.grams, ask.readings[-1].day
    daily = (
        ask.too_dry
        or stage != injury.NO_INJURY
        or _rising(injury.times_the_lowest([*ask.readings]))
    )
    due = [newest + after for after in (ask.closer, ask.longest, *([1] if daily else []))]
    until = min([day for day in due if day > ask.day], default=ask.day + 1)
    if decided.band:
        values = infusion.dose(decided.band.give, decided.band.hours, grams)
        hours = decided.band.hours
    else:
        hours, times = ask.interval, infusion.doses_a_day(ask.interval)
        values = {
            "dose_per_kg": ask.running_per_kg,
            "interval": Ratio(hours),
            "dose": ask.running_mg,
            "dose_24_h": ask.running_mg.times(times),
            "dose_per_kg_24_h": ask.running_per_kg.times(times),
            "dose_24_h_mean": ask.running_mg.times(24, hours),
        }
    needed = _containers(values["dose"], hours, until - ask.day)
    return {**values, "containers_needed": Ratio(needed)}


def _given(ask: Ask) -> Values:
    """What was given so far, where the days are known."""
    if ask.days_run is None:
        return {}
    drug = ask.running_mg.times(24 * ask.days_run, ask.interval)
    volume = drug.times(1, infusion.MG_PER_ML["central"])
    amount, mass = infusion.DRUG_SALT
    return {
        "foscarnet_given": drug.times(1, 1_000),
        "sodium_given": volume.times(10 * amount, 10_000),
        "sodium_mass_given": volume.times(10 * mass, 1_000_000),
        "containers_used": Ratio(_containers(ask.running_mg, ask.interval, ask.days_run)),
    }


def _containers(dose: Ratio, hours: int, days: int) -> int:
    """The containers of a dose on so many days; each dose opens its own."""
    held = infusion.CONTAINER * infusion.MG_PER_ML["central"]
    return round_up(10 * dose.over, dose.under * held) * round_up(24 * days, hours)


def _faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """Rows after the dose, or such as no patient has; else a weight too old, or two for a kg."""
    patient, found = ask.patient, set()
    for each in ask.readings:
        timed = each.minute is not None and ask.minute is not None
        at = (each.day, each.minute or 0) if timed else (each.day, 0)
        if at > ((ask.day, ask.minute or 0) if timed else (ask.day, 0)):
            found.add(("creatinines", "order"))
        code = bedside.clearance_fault(patient._replace(creatinine=each.creatinine).per_kg)
        if code == "high":
            found.add(("creatinines", code))
    if not found and ask.at_start is not None:
        if ask.day - ask.readings[-1].day > OLDEST_WEIGHT:
            found.add(("weights", "low"))
        elif ask.each_kg and not Ratio(WEIGHT_CHANGED).exceeds(ask.weight_apart):
            found.add(("running_dose_per_kg", "together"))
    return frozenset(found)
