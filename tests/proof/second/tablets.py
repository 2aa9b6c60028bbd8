"""Antiviral tablets: the row of a transcribed table, and an order held against it.

What 24 hours hold is counted in halves of mg, since a dose may be taken every other day.
"""

from functools import cache
from typing import NamedTuple

from tests.proof.second import bedside, columns, weights
from tests.proof.second.aciclovir import clearances
from tests.proof.second.bedside import KG, Verdict
from tests.proof.second.ratio import Ratio, Values, round_up

TWICE_A_DAY = {
    **{"five-a-day": 10, "four-a-day": 8, "three-a-day": 6, "two-a-day": 4, "once-a-day": 2},
    "alternate-days": 1,
}
"""How often a dose is taken, in twice the times of a day."""
SESSION = "after-session"
MEASURED = (3, 500, 3, 500)
"""A measured clearance, mL/min."""

# Half mg in 24 hours: a model on haemodialysis has 200 mg twice a day, reports there 500 mg every
# other day; in series 400 mg and 500 mg once a day; sources have up to 800 mg twice a day.
NO_LESS_ON_DIALYSIS = {("aciclovir", "zoster"): 800, ("valaciclovir", "zoster"): 500}
NO_LESS_ON_DIALYSIS[("valaciclovir", "prophylaxis")] = 500
IN_SERIES = {"aciclovir": 800, "valaciclovir": 1_000}
IN_SOURCES = {"aciclovir": (800, 3_200)}
DOUBLED = ("aciclovir", "prophylaxis", "europe")
"""Whose dose, where the kidneys do not reduce it, may be doubled."""


class Row(NamedTuple):
    """One printed row: its figures, whether the lowest is its own, and mg with twice the times."""

    low: int
    low_is_below: bool
    to: int | None
    below: int | None
    by_area: bool
    mg: int
    twice: int
    session_mg: int
    session_twice: int | None

    def reached(self, clearance: Ratio) -> bool:
        """Whether a clearance is as high as this row."""
        over, low = clearance.over, self.low * clearance.under
        return over > low if self.low_is_below else over >= low

    def printed(self, clearance: Ratio) -> bool:
        """Whether the words of the row hold a clearance: "10 to 25" holds both."""
        over, under = clearance
        if self.to is not None and over > self.to * under:
            return False
        if self.below is not None and over >= self.below * under:
            return False
        return over >= self.low * under if self.to is not None else self.reached(clearance)


class Ask(NamedTuple):
    """A patient with a height (mm), whose kidneys may be measured (mL/min), and today's order.

    The order is mg and how often, or nothing.
    """

    patient: bedside.Patient
    height: int
    measured: int | None
    tablets: str
    purpose: str
    text: str
    dialysis: str
    order: tuple[int, str] | None
    mind: str
    confirmed: bool

    @property
    def regimen(self) -> tuple[str, str, str]:
        """What is given for what, by whose text."""
        return self.tablets, self.purpose, self.text


@cache
def tables() -> dict[tuple[str, str, str], tuple[Row, ...]]:
    """The transcribed rows of each regimen, the highest clearance first."""
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in columns.read("oral_antiviral_table.csv"):
        key = row["tablets"], row["purpose"], row["text"]
        low, to, below = (int(row[name]) if row[name] else None for name in ("from", "to", "below"))
        found.setdefault(key, []).append(
            Row(
                low or 0,
                row["from_printed_here"] == "no",
                to,
                below,
                row["unit"] == "1.73",
                int(row["mg"]),
                2 * int(row["times_in_24_h"]),
                int(row["session_mg"]),
                2 * int(row["session_times"]) if row["session_times"] else None,
            )
        )
    return {key: tuple(rows) for key, rows in found.items()}


class Given(NamedTuple):
    """What a text gives: mg, twice the times of a day (none after sessions), and by which row."""

    mg: int
    twice: int | None
    row: int | None
    printed: int
    clearance: Ratio | None
    by_area: Ratio | None

    @property
    def halves(self) -> int:
        """Half mg in 24 hours or, after a session, of one dose."""
        return self.mg * (self.twice or 2)


def given(ask: Ask) -> Given:
    """The dose of a text for these kidneys."""
    rows = tables()[ask.regimen]
    if ask.dialysis == "haemodialysis":
        return Given(rows[0].session_mg, rows[0].session_twice, None, 1, None, None)
    per_kg = ask.patient.per_kg
    if ask.measured is not None:
        per_kg = Ratio(ask.measured * KG, ask.patient.grams)
    whole, by_area = clearances(per_kg, ask.height, Ratio(ask.patient.grams, KG))
    counted = by_area if rows[0].by_area else whole
    place = next(place for place, row in enumerate(rows) if row.reached(counted))
    printed = sum(row.printed(counted) for row in rows)
    row, area = rows[place], by_area if rows[0].by_area else None
    return Given(row.mg, row.twice, place, printed, whole, area)


class Held(NamedTuple):
    """What an order comes to: a word, and tenths of a per cent above or below."""

    word: str
    more: int | None = None
    less: int | None = None


def held(ask: Ask, label: Given) -> Held:
    """Today's order held against what the text gives."""
    if ask.order is None:
        return Held("no-order")
    mg, often = ask.order
    if (often == SESSION) is not (label.twice is None):
        return Held("timing-and-session")
    twice = TWICE_A_DAY.get(often)
    if (mg, twice) == (label.mg, label.twice):
        return Held("same")
    ordered, text = mg * (twice or 2), label.halves
    doubled = ask.regimen == DOUBLED and label.row == 0
    most = 2 * text if doubled else text
    if ordered > most:
        above = round_up((ordered - most) * 1_000, most)
        return Held("more-as-in-sources" if _in_sources(ask, label, mg, ordered) else "more", above)
    if ordered < text:
        below = round_up((text - ordered) * 1_000, text)
        return Held(_less(ask, ordered), None, below)
    return Held("within-the-text" if doubled else "divided-otherwise")


def _in_sources(ask: Ask, label: Given, mg: int, ordered: int) -> bool:
    """Whether more as prophylaxis is what sources give, where kidneys reduce no dose."""
    at_one_time, in_a_day = IN_SOURCES.get(ask.tablets, (0, 0))
    if ask.purpose != "prophylaxis" or label.row is None or mg > at_one_time:
        return False
    of_zoster = given(ask._replace(purpose="zoster"))
    return of_zoster.row == 0 and ordered <= in_a_day


def _less(ask: Ask, ordered: int) -> str:
    on_dialysis = ask.dialysis == "haemodialysis"
    model = NO_LESS_ON_DIALYSIS.get((ask.tablets, ask.purpose)) if on_dialysis else None
    if model is not None and ordered >= model:
        return "between-model-and-text"
    series = IN_SERIES.get(ask.tablets) if ask.purpose == "prophylaxis" else None
    return "less-as-in-series" if series is not None and ordered >= series else "less"


def verdict(ask: Ask) -> Verdict:
    """What a person is told of tablets."""
    if ask.dialysis == "other":
        return Verdict(refusal="tablets-other-dialysis")
    if wrong := faults(ask):
        return Verdict(wrong)
    if ask.regimen not in tables():
        return Verdict(refusal="tablets-famciclovir-prophylaxis")
    label = given(ask)
    order = held(ask, label)
    values: Values = {
        **weights.values(ask.patient.grams, ask.height, ask.patient.sex),
        **({"clearance": label.clearance} if label.clearance else {}),
        **({"clearance_per_1_73_m2": label.by_area} if label.by_area else {}),
        "dose": Ratio(label.mg),
        **({"dose_24_h": Ratio(label.mg * label.twice, 2)} if label.twice else {}),
    }
    if ask.order and ask.order[1] != SESSION:
        values["tablet_dose_24_h"] = Ratio(ask.order[0] * TWICE_A_DAY[ask.order[1]], 2)
    if order.more is not None:
        values["more_by"] = Ratio(order.more, 10)
    if order.less is not None:
        values["less_by"] = Ratio(order.less, 10)
    decision = "hold" if ask.mind == "yes" else order.word
    return Verdict(values=values, says={"decision": decision, "between rows": label.printed != 1})


def faults(ask: Ask) -> frozenset[tuple[str, str]]:
    """What is out of its limits."""
    patient = ask.patient
    found = weights.faults(patient.grams, ask.height, ask.confirmed)
    # A weight that may be one divides, though it has to be looked at again.
    no_weight = bool(bedside.beyond(patient.grams, bedside.ANY_WEIGHT))
    of_kidneys = bedside.faults_but_of_weight(patient, ask.confirmed)
    if ask.measured is None:
        return frozenset(found | of_kidneys)
    found |= {each for each in of_kidneys if each[0] == "age"}
    slip = bedside.beyond(ask.measured, MEASURED)
    if not slip and not no_weight:
        slip = bedside.clearance_fault(Ratio(ask.measured * KG, patient.grams))
    passed = {"", "confirm"} if ask.confirmed else {""}
    found.add(("measured_clearance", slip))
    return frozenset((name, code) for name, code in found if code not in passed)
