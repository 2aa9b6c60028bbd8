"""The gate of cidofovir keeps the limits of a transcription made apart from it, on both sides."""

import csv
import re
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from calc.catalogue import CATALOGUE, run
from calc.clinical.cidofovir.gate import rise_of
from calc.clinical.cidofovir.reference import CHANGE, CLOCK, LIMITS
from calc.model.digits import decimal
from calc.model.inputs import Choice
from calc.model.outcomes import Outcome
from calc.model.quantity import Quantity, constant
from calc.present.record import to_record
from tests.every import of_every

TABLE = Path(__file__).parent / "cidofovir_table.csv"
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
NEAR = Fraction(1, 10**12)
SIDES = {"just below": -NEAR, "at": Fraction(0), "just above": NEAR}
UNITS = {"mg/dL": Fraction(1), "umol/L": Fraction("88.4")}
STRONG = {
    **{"age": "30", "sex": "male", "weight": "100", "height": "190"},
    **{"creatinine": "1", "creatinine_unit": "mg/dL"},
    **{"urine_protein": "negative", "probenecid_allergy": "no", "nephrotoxic_drug": "none"},
    **{"dose_number": "first", "infusion_day": "2026-11-28", "infusion_start": "10:00"},
    "on_dialysis": "no",
}
"""A man whose kidneys are far from every limit."""
LATER = {
    **{"dose_number": "later", "last_cidofovir_dose": "2026-11-14", "earlier_doses": "no"},
    **{"baseline_creatinine": "1", "baseline_creatinine_unit": "mg/dL"},
}
"""What is asked of a later dose besides."""


def rows(what: str) -> list[dict[str, str]]:
    """The rows of the transcription on one thing."""
    return [row for row in ROWS if row["what"] == what]


def value(what: str) -> Fraction:
    """The one figure of the transcription on a thing."""
    (row,) = rows(what)
    return Fraction(row["value"])


def gate(**changed: str) -> Outcome:
    """What the gate says of the strong man, changed; an answer that is empty is left out."""
    return run("cidofovir-gate", {**STRONG, **changed})


def dose_or_bar(outcome: Outcome) -> str:
    """The dose per kg, or the id of what bars it."""
    return outcome.refusal.id if outcome.refusal else outcome.values["dose_per_kg"].decimal()


def full_dose() -> str:
    """The dose without a rise, as transcribed."""
    return rows("rise")[0]["then"]


def after_a_rise(rise: Fraction) -> str:
    """What the transcription says of a rise of creatinine (mg/dL)."""
    holds = {
        "below": lambda limit: rise < limit,
        "up to": lambda limit: rise <= limit,
        "from": lambda limit: rise >= limit,
    }
    return next(row["then"] for row in rows("rise") if holds[row["sign"]](Fraction(row["value"])))


@of_every([*product(SIDES, UNITS)], " ".join)
def test_creatinine_is_barred_above_its_limit_and_not_at_it(place: tuple[str, str]) -> None:
    side, unit = place
    creatinine = value("creatinine") + SIDES[side]
    barred = creatinine > value("creatinine")

    outcome = gate(creatinine=decimal(creatinine * UNITS[unit]), creatinine_unit=unit)

    assert (rows("creatinine")[0]["then"] if barred else full_dose()) == dose_or_bar(outcome)


@of_every([*product(SIDES, UNITS)], " ".join)
def test_clearance_is_barred_at_its_limit_and_not_above_it(place: tuple[str, str]) -> None:
    side, unit = place
    weight = value("clearance") + SIDES[side]  # (140 - 68) x weight / (72 x 1) is the weight
    barred = weight <= value("clearance")

    outcome = gate(
        age="68",
        weight=decimal(weight),
        creatinine=decimal(UNITS[unit]),
        creatinine_unit=unit,
    )

    assert weight == outcome.values["clearance"].value
    assert (rows("clearance")[0]["then"] if barred else full_dose()) == dose_or_bar(outcome)


@of_every([*product(["18", "55", "120"], ["female", "male"], ["0.7", "1.31"])], " ".join)
def test_clearance_is_cockcroft_and_gault_s(patient: tuple[str, str, str]) -> None:
    age, sex, creatinine = patient
    expected = Fraction(140 - int(age)) * 100 / (72 * Fraction(creatinine))

    outcome = gate(age=age, sex=sex, creatinine=creatinine, confirm="yes")

    assert expected * (Fraction("0.85") if sex == "female" else 1) == (
        outcome.values["clearance"].value
    )


@of_every([*product(["0.3", "0.4", "0.5"], SIDES, UNITS, UNITS)], " ".join)
def test_a_rise_does_what_the_transcription_says(place: tuple[str, str, str, str]) -> None:
    edge, side, unit, unit_before = place
    before, rise = Fraction("0.7"), Fraction(edge) + SIDES[side]

    outcome = gate(
        **LATER
        | {
            "baseline_creatinine": decimal(before * UNITS[unit_before]),
            "baseline_creatinine_unit": unit_before,
            "creatinine": decimal((before + rise) * UNITS[unit]),
            "creatinine_unit": unit,
        }
    )

    assert after_a_rise(rise) == dose_or_bar(outcome)


def shown_at(quantity: Quantity | None, edge: Fraction) -> str:
    """On which side of an edge a quantity is shown."""
    assert quantity
    shown = Fraction(quantity.number())
    return "just below" if shown < edge else "just above" if shown > edge else "at"


@of_every(SIDES)
def test_a_clearance_is_shown_on_its_side_of_the_limit(side: str) -> None:
    limit = value("clearance")

    outcome = gate(age="68", weight=decimal(limit + SIDES[side]))

    assert side == shown_at(outcome.values["clearance"], limit)


@of_every([*product(["0.3", "0.4", "0.5"], SIDES)], " ".join)
def test_a_rise_is_shown_on_its_side_of_a_step(place: tuple[str, str]) -> None:
    step, side = place
    before, now = Fraction("0.7"), Fraction("0.7") + Fraction(step) + SIDES[side]

    rise = rise_of(constant(now, "mg/dL"), constant(before, "mg/dL"))

    assert side == shown_at(rise, Fraction(step))


@pytest.mark.parametrize(
    ("protein", "first", "later"),
    [
        ("negative", "5", "5"),
        ("trace", "5", "5"),
        ("1+", "5", "5"),
        ("2+", "cidofovir-protein", "cidofovir-protein-2-later"),
        ("3+", "cidofovir-protein", "cidofovir-protein-3-later"),
    ],
)
def test_protein_in_urine_bars_from_2_plus_on(protein: str, first: str, later: str) -> None:
    assert first == dose_or_bar(gate(urine_protein=protein))
    assert later == dose_or_bar(gate(urine_protein=protein, **LATER))


@of_every([*product(SIDES, UNITS)], " ".join)
def test_a_baseline_that_would_have_barred_the_first_dose_is_none(place: tuple[str, str]) -> None:
    side, unit = place
    before = value("creatinine") + SIDES[side]
    barred = before > value("creatinine")

    outcome = gate(
        **LATER
        | {
            "baseline_creatinine": decimal(before * UNITS[unit]),
            "baseline_creatinine_unit": unit,
        }
    )

    assert (rows("baseline")[0]["then"] if barred else full_dose()) == dose_or_bar(outcome)


@of_every(SIDES)
def test_a_baseline_whose_clearance_would_have_barred_the_first_dose_is_none(side: str) -> None:
    weight = value("clearance") + SIDES[side]  # the clearance at 1 mg/dL, as above
    barred = weight <= value("clearance")

    outcome = gate(**LATER | {"age": "68", "weight": decimal(weight), "creatinine": "0.9"})

    assert (rows("baseline")[0]["then"] if barred else full_dose()) == dose_or_bar(outcome)


@of_every([*product(["second", "later"], range(-1, 16))], lambda place: f"{place[0]} {place[1]}")
def test_a_dose_is_given_no_sooner_than_the_label_gives_it(place: tuple[str, int]) -> None:
    number, days = place
    (row,) = (row for row in rows("next dose") if row["sign"] == number)
    last = date(2026, 11, 28) - timedelta(days=days)

    outcome = gate(**LATER | {"dose_number": number, "last_cidofovir_dose": str(last)})

    assert (row["then"] if days < int(row["value"]) else full_dose()) == dose_or_bar(outcome)


@pytest.mark.parametrize(
    ("earlier", "then"),
    [
        ("no", "5"),
        ("reduced", "3"),
        ("stopped", "cidofovir-stopped"),
        ("unknown", "cidofovir-earlier-unknown"),
    ],
)
def test_what_was_done_to_earlier_doses_is_not_forgotten(earlier: str, then: str) -> None:
    assert then == dose_or_bar(gate(**LATER | {"earlier_doses": earlier}))


@of_every(range(-2, 12), str)
def test_whole_days_lie_between_a_nephrotoxic_drug_and_the_infusion(days: int) -> None:
    day = date(2026, 11, 28)
    between = days - 1
    barred = between < value("nephrotoxic")

    outcome = gate(nephrotoxic_drug="", last_nephrotoxic_dose=str(day - timedelta(days=days)))

    assert (rows("nephrotoxic")[0]["then"] if barred else full_dose()) == dose_or_bar(outcome)


@of_every([date(2027, 2, 20), date(2028, 2, 20), date(2026, 12, 27), date(2026, 3, 25)], str)
def test_the_day_that_is_named_is_the_first_that_is_let_through(last: date) -> None:
    """Over a month's end, a leap day, a year's end, and the day on which summer time starts."""
    barred = gate(
        nephrotoxic_drug="", last_nephrotoxic_dose=str(last), infusion_day=str(last)
    ).refusal
    assert barred
    found = re.search(r"Not before \w+ (\d+ \w+ \d{4})", barred.text)
    assert found

    named = datetime.strptime(found[1], "%d %B %Y").date()
    before = gate(
        nephrotoxic_drug="",
        last_nephrotoxic_dose=str(last),
        infusion_day=str(named - timedelta(days=1)),
    )
    then = gate(nephrotoxic_drug="", last_nephrotoxic_dose=str(last), infusion_day=str(named))

    assert ("refusal", "answer") == (before.kind, then.kind)


@of_every([f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30, 59)])
def test_every_time_of_the_day_is_so_far_from_the_infusion(start: str) -> None:
    begins = datetime.fromisoformat(f"2026-11-28T{start}")
    ends = begins + timedelta(hours=int(value("infusion")))
    apart = {"before the start": (begins, -1), "after the end": (ends, 1)}
    two, early, late, first, last = (
        apart[row["sign"]][0] + apart[row["sign"]][1] * timedelta(hours=int(row["value"]))
        for what in ("probenecid 2 g", "saline 1 L", "probenecid 1 g")
        for row in rows(what)
    )

    (clock,) = to_record(gate(infusion_start=start))["results"]

    expected = [
        ("tablets-before", two, None, None),
        ("litre-before", early, late, begins),
        ("infusion", begins, None, ends),
        ("litre-after", begins, ends, None),
        ("tablets-after-1", first, None, None),
        ("tablets-after-2", last, None, None),
    ]
    assert expected == [
        (due["id"], *(moment(due[name]) for name in ("at", "or", "until"))) for due in clock["due"]
    ]


def moment(iso: str | None) -> datetime | None:
    """A time of the record, if there is one."""
    return datetime.fromisoformat(iso) if iso else None


@of_every(
    [
        *product(
            [{}, {"creatinine": "1.6"}],
            [{}, {"urine_protein": "2+"}],
            [{}, {"probenecid_allergy": "yes"}, {"probenecid_allergy": "unknown"}],
            [{}, {"nephrotoxic_drug": "unknown"}],
            [{}, {"on_dialysis": "yes"}],
        )
    ]
)
def test_everything_that_bars_is_said(changes: tuple[dict[str, str], ...]) -> None:
    alone = [gate(**change).refusal for change in changes if change]
    together = gate(**{name: typed for change in changes for name, typed in change.items()})

    said = together.refusal.text if together.refusal else ""
    assert [] == [each.text for each in alone if each and each.text not in said]
    assert bool(alone) is (together.kind == "refusal")
    assert {cite for each in alone if each for cite in each.cites} <= {*together.cites}


def test_what_a_reader_came_for_is_what_bars_the_dose_and_what_is_given() -> None:
    came_for = [each.heads[each.strong or 0] for each in (LIMITS, CHANGE, CLOCK)]

    assert ["Barred", "Dose", "What"] == came_for


@pytest.mark.parametrize(("weight", "doubted"), [("44", True), ("44.1", False)])
def test_little_muscle_is_asked_about_where_the_reference_creatinine_would_bar(
    weight: str, doubted: bool
) -> None:
    """(140 - 68) x 44 / (72 x 0.8) is 55 mL/min."""
    outcome = gate(age="68", weight=weight, height="165", creatinine="0.6", confirm="yes")

    assert doubted is ("cidofovir-low-creatinine" in {each.id for each in outcome.cautions})


@pytest.mark.parametrize(("sex", "limit"), [("female", "1.09"), ("male", "1.28")])
def test_near_the_limit_the_creatinine_that_would_bar_is_named(sex: str, limit: str) -> None:
    """0.85 x (140 - 68) x 70 / (72 x 55) is 1.0818..., and without 0.85 1.2727..."""
    creatinine = {"female": "1", "male": "1.2"}[sex]

    (caution,) = gate(age="68", sex=sex, weight="70", creatinine=creatinine).cautions

    assert caution.text.startswith(f"Take creatinine again: {limit} mg/dL or more bars it")


@of_every(["urine_protein", "dose_number"])
def test_short_options_stand_side_by_side(field: str) -> None:
    asked = CATALOGUE["cidofovir-gate"].inputs[field]

    assert isinstance(asked, Choice)
    assert asked.compact
