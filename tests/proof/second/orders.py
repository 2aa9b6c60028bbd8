"""An order held against the label and against itself: every item a ratio, every difference exact.

A written figure that is above another is more, however little. One that is below it by less than
what a printed figure is cut by agrees.
"""

from typing import NamedTuple

from tests.proof.second import bedside, columns, infusion, kidneys
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.columns import Band
from tests.proof.second.ratio import Ratio, Values, round_up

CAP = Ratio(1)
LEAST, MOST = Ratio(5), Ratio(500)
"""Of a dose for each kg."""
TENTH = Ratio(1, 10)
NOTHING = Ratio(0)
ABOVE, FAST, UNFIT = "order-overdose", "order-too-fast", "order-contradicts-itself"
STRONG, DRY = "order-too-concentrated", "order-too-little-fluid"
OTHER_ROW, BELOW = "order-not-the-label-s-row", "order-below-label"
HARMS = (ABOVE, FAST, UNFIT, STRONG, DRY, OTHER_ROW, BELOW)


class Order(NamedTuple):
    """What is written: tenths of mg, mg/kg, mg/mL, mL and mL/h; whole hours, minutes and mL."""

    dose: int | None = None
    per_kg: int | None = None
    hours: int | None = None
    strength: int | None = None
    volume: int | None = None
    minutes: int | None = None
    rate: int | None = None
    fluid: int | None = None


class Ask(NamedTuple):
    """A patient, a regimen, a line, whether it is the first infusion, and the order.

    `measured` is a clearance in mL/min, in the place of the creatinine.
    """

    patient: bedside.Patient
    measured: int | None
    regimen: str
    access: str
    first: bool
    order: Order


class Amount(NamedTuple):
    """An amount of drug (mg) that an order says one dose is, and what cutting may have lost."""

    id: str
    drug: Ratio
    cut: Ratio = NOTHING


class Found(NamedTuple):
    """One item: as written, what it is held against, and tenths of a per cent apart."""

    written: Ratio
    against: Ratio
    more: int | None = None
    less: int | None = None

    @property
    def differs(self) -> bool:
        """Whether it does not agree."""
        return self.more is not None or self.less is not None

    def only_less(self) -> "Found":
        """The same where more does not matter."""
        return self._replace(more=None)

    def only_more(self) -> "Found":
        """The same where less does not matter."""
        return self._replace(less=None)


def hold(written: Ratio, against: Ratio, cut: Ratio = NOTHING) -> Found:
    """A written figure held against another."""
    if written.exceeds(against):
        return Found(written, against, more=_share(written.without(against), against))
    short = against.without(written)
    agrees = short.over == 0 or cut.exceeds(short)
    return Found(written, against, less=None if agrees else _share(short, against))


def _share(part: Ratio, whole: Ratio) -> int:
    over, under = part.among(whole)
    return round_up(1_000 * over, under)


def cut_down(exact: Ratio) -> Ratio:
    """A figure cut to a tenth."""
    return Ratio(10 * exact.over // exact.under, 10)


class Written:
    """What an order comes to for a patient, beside the label's figures."""

    def __init__(self, ask: Ask, band: Band) -> None:
        self.ask, self.order, self.band = ask, ask.order, band
        grams = self.grams = ask.patient.grams
        self.dose = Ratio(band.give * grams, KG)
        self.day = self.dose.times(24, band.hours)
        self.strongest = Ratio(infusion.MG_PER_ML[ask.access])
        self.minimum = columns.least_minutes(ask.regimen)
        order = self.order
        self.doses = []
        if order.dose is not None:
            self.doses.append(Amount("dose", Ratio(order.dose, 10), TENTH))
        if order.per_kg is not None:
            self.doses.append(Amount("dose-per-kg", Ratio(order.per_kg * grams, 10 * KG)))
        self.volume, self.rate = _tenth(order.volume), _tenth(order.rate)
        self.held = self._held()
        self.amounts = [*self.doses, *([self.held] if self.held else [])]
        self.largest = self.amounts[0] if self.amounts else None
        for each in self.amounts:
            if self.largest and each.drug.exceeds(self.largest.drug):
                self.largest = each
        self.strength = _tenth(order.strength)
        if self.strength is None and self.volume and self.doses:
            self.strength = self.doses[0].drug.among(self.volume)
        self.run_time = (
            self.volume.among(self.rate).times(60) if self.volume and self.rate else None
        )

    def _held(self) -> Amount | None:
        """The drug in the volume or, without one, that rate and time run in."""
        order, strength = self.order, _tenth(self.order.strength)
        if strength is None:
            return None
        if self.volume:
            return Amount("volume", self.volume.times(*strength), strength.times(1, 10))
        if order.rate is None or order.minutes is None:
            return None
        drug = strength.times(order.rate * order.minutes, 600)
        return Amount("run-in", drug, strength.times(60 + order.minutes, 600))

    def day_of(self, amount: Amount | None) -> Found | None:
        """What 24 hours hold of an amount, held against the label's."""
        if amount is None or self.order.hours is None:
            return None
        day, cut = (each.times(24, self.order.hours) for each in amount[1:])
        return hold(day, self.day, cut)

    def shortest(self, drug: Ratio) -> int:
        """The shortest time (min) of a dose."""
        return max(self.minimum, round_up(drug.over * KG, drug.under * self.grams))

    @property
    def per_minute(self) -> Ratio | None:
        """The fastest rate for each kg that rate and times say."""
        found = []
        if self.rate and self.strength:
            found.append(self.rate.times(*self.strength).times(KG, 60 * self.grams))
        times = [Ratio(self.order.minutes) if self.order.minutes else None, self.run_time]
        for time in times:
            if time and self.largest:
                found.append(self.largest.drug.among(time).times(KG, self.grams))
        fastest = found[0] if found else None
        for each in found:
            fastest = each if fastest and each.exceeds(fastest) else fastest
        return fastest

    @property
    def values(self) -> Values:
        """Those of the order, where they are known."""
        day = self.day_of(self.largest)
        found = {
            "order_largest_dose": self.largest.drug if self.largest else None,
            "order_dose_24_h_mean": day.written if day else None,
            "order_strength": self.strength,
            "order_rate_per_kg": self.per_minute,
        }
        return {name: each for name, each in found.items() if each is not None}


def _tenth(number: int | None) -> Ratio | None:
    return None if number is None else Ratio(number, 10)


def items(written: Written) -> dict[str, Found]:
    """Each item that can be held against the label, by the name of its row."""
    order, label = written.order, written.band
    found = {each.id: hold(each.drug, written.dose, each.cut) for each in written.amounts}
    if order.hours is not None:
        found["interval"] = hold(Ratio(order.hours), Ratio(label.hours))
    if day := written.day_of(written.largest):
        found["day"] = day
    found |= _strength(written)
    above = written.largest and written.largest.drug.exceeds(written.dose)
    most = written.largest.drug if written.largest and above else written.dose
    shortest = Ratio(written.shortest(most))
    if order.minutes is not None:
        found["time"] = hold(Ratio(order.minutes), shortest).only_less()
    if written.run_time:
        found["run-time"] = hold(written.run_time, shortest).only_less()
    if written.rate and written.strength:
        found["rate"] = hold(written.rate, _fastest(written, written.strength)).only_more()
    if per_minute := written.per_minute:
        found["rate-per-kg"] = hold(per_minute, CAP).only_more()
    return found | _fluid(written)


def _strength(written: Written) -> dict[str, Found]:
    """The concentration and, where it is not written, the volume that makes it."""
    if written.strength is None:
        return {}
    central, strongest = written.ask.access == "central", written.strongest
    strength = hold(written.strength, strongest)
    if written.order.strength is not None:
        return {"concentration": strength.only_more() if central else strength}
    assert written.volume
    exact = written.doses[0].drug.among(strongest)
    least = cut_down(exact)
    if not (written.volume.exceeds(exact) or least.exceeds(written.volume)):
        agrees = Found(written.strength, strongest), Found(written.volume, least)
        return dict(zip(("concentration", "volume"), agrees, strict=True))
    volume = hold(written.volume, least)
    return {
        "concentration": strength.only_more() if central else strength,
        "volume": volume.only_less() if central else volume,
    }


def _fastest(written: Written, strength: Ratio) -> Ratio:
    """The fastest pump rate of the label's dose, or of the smallest that is written."""
    drug = written.dose
    for each in written.amounts:
        drug = each.drug if drug.exceeds(each.drug) else drug
    volume = cut_down(drug.among(strength))
    return cut_down(volume.times(60, written.shortest(drug)))


def _fluid(written: Written) -> dict[str, Found]:
    """The fluid as written, where the label has a figure for this dose."""
    ask, fluid = written.ask, written.order.fluid
    nanograms = infusion.nanograms_of(written.band.give, written.grams)
    label = infusion.hydration(nanograms, written.grams, written.band.hours, ask.first)
    if fluid is None or "hydration_low" not in label:
        return {}
    low, high = (hold(Ratio(fluid), label[f"hydration_{end}"]) for end in ("low", "high"))
    return {"hydration": low if low.less is not None else high.only_more()}


def pairs(written: Written) -> dict[str, Found]:
    """Each two figures of an order that say the same thing."""
    found: dict[str, Found] = {}
    if len(written.doses) == 2:
        dose, per_kg = written.doses
        found["dose-and-per-kg"] = hold(dose.drug, per_kg.drug, TENTH)
    if written.held and written.doses:
        held = written.held
        found[f"{held.id}-and-dose"] = hold(held.drug, written.doses[0].drug, held.cut)
    if written.volume and written.rate and written.order.minutes is not None:
        needed = written.volume.times(60, written.order.minutes)
        found["rate-and-time"] = hold(written.rate, needed, TENTH)
    return found


def harms(written: Written, found: dict[str, Found], against: dict[str, Found]) -> set[str]:
    """What the differences can do, by the ids of the cautions."""
    day, said = written.day_of(written.largest), set()
    for each in written.amounts:
        if found[each.id].more is not None:
            said.add(ABOVE)
        if found[each.id].less is not None:
            said.add(_too_little(day is not None, written.day_of(each)))
    if interval := found.get("interval"):
        if interval.less is not None:
            more_often = day is None or day.more is not None
            said.add(ABOVE if more_often else OTHER_ROW)
        if interval.more is not None:
            said.add(_too_little(day is not None, day))
    for name, harm, is_more in (
        *(("day", ABOVE, True), ("day", BELOW, False), ("concentration", STRONG, True)),
        *(("time", FAST, False), ("run-time", FAST, False), ("rate", FAST, True)),
        *(("rate-per-kg", FAST, True), ("hydration", DRY, False)),
    ):
        one = found.get(name)
        if one and (one.more if is_more else one.less) is not None:
            said.add(harm)
    undiluted = written.order.strength is None and found.get("volume")
    if undiluted and undiluted.less is not None:
        said.add(STRONG)
    return said | ({UNFIT} if any(each.differs for each in against.values()) else set())


def _too_little(day_known: bool, day: Found | None) -> str:
    """What less at one time, or less often, can do: less in the day too, or another row."""
    if day_known and (day is None or day.less is None):
        return OTHER_ROW
    return BELOW


def verdict(ask: Ask) -> Verdict:
    """What a person is told of an order."""
    if wrong := _faults(ask):
        return Verdict(wrong)
    patient = ask.patient
    per_kg, column = patient.per_kg, columns.us_column(ask.regimen)
    clearance = bedside.clearance_values(patient)
    if ask.measured is not None:
        per_kg = Ratio(ask.measured * KG, patient.grams)
        clearance = {
            "clearance_per_kg": per_kg,
            "clearance": Ratio(ask.measured),
            "edge_distance": kidneys.distance(per_kg),
        }
    band = kidneys.band_at(column, per_kg)
    if band is None:
        return Verdict(refusal="clearance-below-0.4", values={"clearance_per_kg": per_kg})
    written = Written(ask, band)
    found, against = items(written), pairs(written)
    rows = {**found, **against}
    values = {
        **clearance,
        **infusion.dose(band.give, band.hours, patient.grams),
        "shortest_time": Ratio(written.shortest(written.dose)),
        "items_checked": Ratio(len(found)),
        "items_differing": Ratio(sum(each.differs for each in found.values())),
        "contradictions": Ratio(sum(each.differs for each in against.values())),
        **written.values,
    }
    for name, each in rows.items():
        values[f"{name} written"], values[f"{name} against"] = each.written, each.against
        for end, tenths in (("more_by", each.more), ("less_by", each.less)):
            if tenths is not None:
                values[f"{name} {end}"] = Ratio(tenths, 10)
    said = harms(written, found, against)
    return Verdict(values=values, says={harm: harm in said for harm in HARMS})


def _faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """Of the patient, whose values were looked at, and of a dose that no kg can have."""
    found = set(bedside.faults(ask.patient, confirmed=True))
    if ask.measured is not None:
        per_kg = Ratio(ask.measured * KG, ask.patient.grams)
        high = bedside.clearance_fault(per_kg) == "high"
        found = {("measured_clearance", "high")} if high else set()
    if ask.order.dose is not None:
        per_kg = Ratio(ask.order.dose * KG, 10 * ask.patient.grams)
        found |= {("order_dose", "low")} if LEAST.exceeds(per_kg) else set()
        found |= {("order_dose", "high")} if per_kg.exceeds(MOST) else set()
    return frozenset(found)
