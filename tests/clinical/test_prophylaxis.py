"""The ends and levels of prophylaxis are those of a transcription made apart from them."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from calc.catalogue import run
from calc.clinical.prophylaxis.therapies import BRANDS, OPTIONS, Kind
from calc.model.outcomes import Outcome
from calc.model.results import Due, Schedule, Table
from tests.every import of_every

HERE = Path(__file__).parent
ENDS = [*csv.DictReader((HERE / "prophylaxis_table.csv").read_text("utf-8").splitlines())]
LEVELS = [*csv.DictReader((HERE / "prophylaxis_levels.csv").read_text("utf-8").splitlines())]
STARTS = [
    *(date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 30), date(2027, 8, 31)),
    *(date(2027, 1, 31), date(2027, 11, 30), date(2028, 2, 29), date(2027, 12, 31)),
]
"""Days around the ends of months, in common years and in a leap year."""
KINDS = {
    Kind.PROTEASOME: "proteasome_last",
    Kind.ANTI_CD38: "anti_cd38_last",
    Kind.BISPECIFIC: "bispecific_last",
    Kind.CAR_T: "car_t_day",
    Kind.ALLOGENEIC: "day_of_transplant",
    Kind.AUTOLOGOUS: "day_of_transplant",
}
ALL = {"treated_in": "us", "earlier_zoster": "none", "dialysis_now": "no", "clearance": "90"}


def counted(start: date, number: str, unit: str) -> date:
    """So many days or months after a day, found by walking the calendar a day at a time.

    Of months it is the same day of the month, or else the first day after it would have been.
    """
    if unit == "days":
        return start + timedelta(days=int(number))
    day, months = start, 0
    while months < int(number):
        day += timedelta(days=1)
        months += day.day == 1
    month = day.month
    while day.day < start.day and day.month == month:
        day += timedelta(days=1)
    return day


def said(therapies: tuple[str, ...], start: date, **more: str) -> Outcome:
    """What the calculator says of therapies that all ended on one day, with healed zoster."""
    kinds = {each.kind for each in BRANDS if each.id in therapies}
    days = {KINDS[kind]: str(start) for kind in kinds if kind in KINDS}
    zoster = {
        "earlier_zoster": "healed",
        "zoster_healed": str(start),
        "aciclovir_resistance": "no",
    }
    return run("prophylaxis", {**ALL, **zoster, "therapies": ", ".join(therapies), **days, **more})


def due(outcome: Outcome) -> dict[str, Due]:
    """The ends of an answer, by their ids."""
    assert outcome.answer
    schedules = [each for each in outcome.answer.results if isinstance(each, Schedule)]
    ends = {row["what"] for row in ENDS}
    return {each.id: each for days in schedules for each in days.due if each.id in ends}


def table(outcome: Outcome, beginning: str) -> Table:
    """The table of an answer whose title begins so."""
    assert outcome.answer
    tables = [each for each in outcome.answer.results if isinstance(each, Table)]
    return next(each for each in tables if each.title.startswith(beginning))


@of_every([(start, each.id) for start in STARTS for each in BRANDS], str)
def test_the_ends_of_a_therapy_are_those_transcribed(place: tuple[date, str]) -> None:
    start, therapy = place
    expected = {
        row["what"]: (
            counted(start, row["after"], row["unit"]),
            counted(start, row["until"], row["unit"]) if row["until"] else None,
        )
        for row in ENDS
        if therapy in row["therapies"].split()
    }

    found = {what: (each.at, each.until) for what, each in due(said((therapy,), start)).items()}

    assert expected == found


def earliest_of_each(therapies: tuple[str, ...], ends: dict[str, Due]) -> Iterator[date]:
    """The earliest end of each therapy; that of the table on CAR-T is the later of its two."""
    for therapy in therapies:
        own = {r["what"]: ends[r["what"]].at for r in ENDS if therapy in r["therapies"].split()}
        if "car-t-table" in own:
            own["car-t-table"] = max(own["car-t-table"], own.pop("car-t-table-zoster"))
        if own:
            yield min(own.values())


@of_every([*combinations([each.id for each in BRANDS], 2)], str)
def test_no_headline_ends_before_each_therapy_has_come_to_an_end(pair: tuple[str, str]) -> None:
    outcome = said(pair, date(2026, 11, 30))
    ends = due(outcome)
    assert outcome.answer

    if not ends:
        assert outcome.answer.decision in ("no-source", "no-end")
        return
    first = max(earliest_of_each(pair, ends))
    last = max(each.until or each.at for each in ends.values())
    assert ("ends-differ" if first < last else "one-end") == outcome.answer.decision
    assert f"{first.day} " in outcome.answer.headline
    assert str(last.year) in outcome.answer.headline


@of_every([each.id for each in BRANDS], str)
def test_a_therapy_without_its_day_is_never_given_an_end(therapy: str) -> None:
    outcome = run("prophylaxis", {**ALL, "therapies": therapy})

    assert {} == due(outcome)
    assert outcome.answer
    assert outcome.answer.decision in ("goes-on", "day-missing", "no-end", "no-source")


@of_every([(value, unit) for value in (149, 150, 399, 400, 401, 699, 700) for unit in (0, 1)], str)
def test_the_levels_are_those_transcribed(place: tuple[int, int]) -> None:
    value, in_g_l = place
    typed = {"igg": f"{value / 100:.2f}", "igg_unit": "g/L"}
    igg = typed if in_g_l else {"igg": str(value), "igg_unit": "mg/dL"}
    outcome = said(("cilta-cel", "teclistamab", "allogeneic"), STARTS[0], **igg)
    expected = {
        row["what"]: value < int(row["mg_dl"])
        or (row["at_too"] == "yes" and value == int(row["mg_dl"]))
        for row in LEVELS
    }

    rows = table(outcome, "IgG").rows
    found = {each.id: each.cells[-1] == "yes" for each in rows if each.cells[-1] != "no level"}

    assert expected == found


@of_every([9, 10, 14, 15, 29, 30, 90], str)
def test_the_kidneys_are_judged_by_texts_in_their_own_unit_alone(clearance: int) -> None:
    outcome = said(("bortezomib",), STARTS[0], clearance=str(clearance))

    less = {
        each.id: each.cells[-1] not in ("no reduction",)
        for each in table(outcome, "Kidneys").rows
        if not each.cells[-1].startswith("not told")
    }

    edges = {"valaciclovir-us": 30, "valaciclovir-bhiva": 15, "aciclovir-uk": 10}
    assert {text: clearance < edge for text, edge in edges.items()} == less


@of_every([(option.id, word) for option in OPTIONS for word in option.words], str)
def test_a_brand_is_read_as_its_drug(place: tuple[str, str]) -> None:
    therapy, brand = place

    outcome = run("prophylaxis", {**ALL, "therapies": brand})

    assert therapy == outcome.inputs["therapies"].value
