"""The gate of cidofovir: all that bars a dose, the dose, and the clock of its day in minutes.

Creatinine is a ratio of mg/dL; a day is its running number.
"""

from functools import cache
from typing import NamedTuple

from tests.proof.second import bedside, columns, kidneys, weights
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.days import DAY_MINUTES
from tests.proof.second.ratio import Ratio, Values, tenths

# "5 mg/kg body weight", "reduced to 3 mg/kg"; "75 mg/mL"
FULL, REDUCED, VIAL = 5, 3, 75
# "Such agents must be discontinued at least seven days prior": the day itself does not count
LONG_AGO = 60
FROM_TWO, THREE = ("2+", "3+"), "3+"


class Ask(NamedTuple):
    """A patient with a height (mm), and what is asked of the dose.

    `drug` is the running number of the day of the last nephrotoxic dose, or "none" or "unknown".
    `last`, `earlier` and the baseline count at a later dose only. `minute` is of the day.
    """

    patient: bedside.Patient
    height: int
    dialysis: bool
    protein: str
    allergy: str
    drug: int | str
    place: str
    last: int
    earlier: str
    baseline_unit: str
    baseline: int
    day: int
    minute: int
    confirmed: bool

    @property
    def later(self) -> bool:
        """Whether a dose was given before."""
        return self.place != "first"


@cache
def limits() -> dict[tuple[str, str], tuple[int, str]]:
    """The transcribed figures in tenths, and what follows, by what they are of and their sign."""
    rows = [row for row in columns.read("cidofovir_table.csv") if row["what"] != "protein"]
    return {
        (row["what"], f"{row['sign']} {row['value']}"): (tenths(row["value"]), row["then"])
        for row in rows
    }


def limit(what: str) -> tuple[int, str]:
    """The one figure that is transcribed of a thing (tenths), and what follows."""
    (found,) = (each for (name, _), each in limits().items() if name == what)
    return found


def in_mg(unit: str, creatinine: int) -> Ratio:
    """A creatinine in mg/dL; 88.4 umol/L is 1 mg/dL."""
    if unit == kidneys.UMOL:
        return Ratio(creatinine * 10, 884)
    return Ratio(creatinine, kidneys.LEAST[unit])


def clearance(patient: bedside.Patient) -> Ratio:
    """The clearance in mL/min."""
    return patient.per_kg.times(patient.grams, KG)


def rise(ask: Ask) -> Ratio | None:
    """By how much creatinine is above the one before the first dose, mg/dL."""
    if not ask.later:
        return None
    patient = ask.patient
    now, before = in_mg(patient.unit, patient.creatinine), in_mg(ask.baseline_unit, ask.baseline)
    return now.without(before) if now.exceeds(before) else None


def after_a_rise(risen: Ratio) -> str:
    """What a rise comes to: a dose per kg, or what bars it. The rows stand in rising order."""
    holds = {"below": (-1,), "up": (-1, 0), "from": (0, 1)}
    for (what, sign), (edge, then) in limits().items():
        if what == "rise":
            over, under = 10 * risen.over, edge * risen.under
            if (over > under) - (over < under) in holds[sign.split()[0]]:
                return then
    raise AssertionError(risen)


def bars(ask: Ask) -> set[str]:
    """All that bars a dose, by the ids of the refusals."""
    patient, found = ask.patient, set()
    creatinine = in_mg(patient.unit, patient.creatinine)
    highest, too_high = limit("creatinine")
    least, too_low = limit("clearance")
    if ask.dialysis:
        found.add("cidofovir-dialysis")
    elif not clearance(patient).exceeds(Ratio(least, 10)):
        found.add(too_low)
    if creatinine.exceeds(Ratio(highest, 10)):
        found.add(too_high)
    if ask.allergy != "no":
        found.add("cidofovir-allergy" + ("-unknown" if ask.allergy == "unknown" else ""))
    free, too_soon = limit("nephrotoxic")
    if ask.drug == "unknown":
        found.add(f"{too_soon}-unknown")
    elif isinstance(ask.drug, int) and ask.day - ask.drug - 1 < free // 10:
        found.add(too_soon)
    if ask.protein in FROM_TWO:
        later = "cidofovir-protein-3-later" if ask.protein == THREE else "cidofovir-protein-2-later"
        found.add(later if ask.later else "cidofovir-protein")
    return found | (_of_a_later_dose(ask) if ask.later else set())


def _of_a_later_dose(ask: Ask) -> set[str]:
    patient, found = ask.patient, set()
    days, too_often = _apart(ask)
    if 10 * (ask.day - ask.last) < days:
        found.add(too_often)
    if risen := rise(ask):
        then = after_a_rise(risen)
        found |= set() if then.isdigit() else {then}
    highest, none = limit("baseline")
    before = patient._replace(unit=ask.baseline_unit, creatinine=ask.baseline)
    least, _ = limit("clearance")
    too_high = in_mg(ask.baseline_unit, ask.baseline).exceeds(Ratio(highest, 10))
    if too_high or not clearance(before).exceeds(Ratio(least, 10)):
        found.add(none)
    stopped = {"stopped": "cidofovir-stopped", "unknown": "cidofovir-earlier-unknown"}
    return found | {stopped[each] for each in [ask.earlier] if each in stopped}


def _apart(ask: Ask) -> tuple[int, str]:
    """After how many days (tenths) a dose is due after the one before it."""
    return next(
        each
        for (what, sign), each in limits().items()
        if what == "next dose" and sign.startswith(ask.place)
    )


def dose_per_kg(ask: Ask) -> int:
    """The dose, mg/kg, where nothing bars it."""
    risen = rise(ask)
    steps_down = risen is not None and after_a_rise(risen) != str(FULL)
    was_reduced = ask.later and ask.earlier == "reduced"
    return REDUCED if steps_down or was_reduced else FULL


def free(ask: Ask) -> int | None:
    """The first day before which so many whole days lie since the last nephrotoxic dose."""
    return ask.drug + limit("nephrotoxic")[0] // 10 + 1 if isinstance(ask.drug, int) else None


def due(ask: Ask) -> int | None:
    """The first day on which a later dose is due."""
    return ask.last + _apart(ask)[0] // 10 if ask.later else None


def gate(ask: Ask) -> Values:
    """The figures that stand before any dose in mg."""
    risen = rise(ask)
    values = {"clearance": clearance(ask.patient), "dose_per_kg": Ratio(dose_per_kg(ask))}
    return {**values, **({"creatinine_rise": risen} if risen else {})}


def clock(ask: Ask) -> dict[str, tuple[int, ...]]:
    """What is due at which minute, or at which other one, and until when; by its name."""
    hours = {
        (what, sign): tenth * 6 for (what, sign), (tenth, _) in limits().items() if tenth * 6 < 600
    }
    start = ask.day * DAY_MINUTES + ask.minute
    end = start + hours["infusion", "lasts 1"]
    return {
        "tablets-before": (start - hours["probenecid 2 g", "before the start 3"],),
        "litre-before": (
            start - hours["saline 1 L", "before the start 2"],
            start - hours["saline 1 L", "before the start 1"],
            start,
        ),
        "infusion": (start, end),
        "litre-after": (start, end),
        "tablets-after-1": (end + hours["probenecid 1 g", "after the end 2"],),
        "tablets-after-2": (end + hours["probenecid 1 g", "after the end 8"],),
    }


def verdict(ask: Ask) -> Verdict:
    """What a person is told of a dose."""
    if wrong := faults(ask):
        return Verdict(wrong)
    patient, found = ask.patient, bars(ask)
    shown: Values = {} if ask.dialysis else {"clearance": clearance(patient)}
    if found:
        (*_, one) = found
        refusal = one if len(found) == 1 else "cidofovir-several"
        return Verdict(refusal=refusal, values=shown, says={"bars": len(found)})
    per_kg, risen = dose_per_kg(ask), rise(ask)
    values = {
        **shown,
        "dose_per_kg": Ratio(per_kg),
        "dose": Ratio(per_kg * patient.grams, KG),
        "drug_volume": Ratio(per_kg * patient.grams * 10 // (KG * VIAL), 10),
        **({"creatinine_rise": risen} if risen else {}),
        **weights.values(patient.grams, ask.height, patient.sex),
    }
    return Verdict(values=values, says={**clock(ask)})


def faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """What is out of its limits; a day that lies long ago may be a slip of the year."""
    patient = ask.patient
    found = weights.faults(patient.grams, ask.height, ask.confirmed)
    found |= bedside.faults_but_of_weight(patient, ask.confirmed)
    passed = {"", "confirm"} if ask.confirmed else {""}
    if isinstance(ask.drug, int) and abs(ask.day - ask.drug) > LONG_AGO:
        found.add(("last_nephrotoxic_dose", "confirm"))
    if ask.later:
        limits = bedside.CREATININE[ask.baseline_unit]
        found.add(("baseline_creatinine", bedside.beyond(ask.baseline, limits)))
        if abs(ask.day - ask.last) > LONG_AGO:
            found.add(("last_cidofovir_dose", "confirm"))
    return frozenset((name, code) for name, code in found if code not in passed)
