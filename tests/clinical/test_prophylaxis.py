"""The ends and levels of prophylaxis are those of a transcription made apart from them."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from calc.catalogue import CATALOGUE, run
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


@pytest.mark.parametrize(
    ("field", "of"),
    [
        ("daratumumab_start", "daratumumab"),
        ("proteasome_last", "proteasome inhibitor"),
        ("anti_cd38_last", "anti-CD38 antibody"),
        ("bispecific_last", "bispecific antibody"),
        ("day_of_transplant", "autologous transplant or allogeneic transplant"),
        ("car_t_day", "CAR-T"),
    ],
)
def test_a_day_of_a_therapy_that_is_not_named_is_asked_about(field: str, of: str) -> None:
    outcome = run("prophylaxis", {**ALL, "therapies": "elotuzumab", field: "2026-10-01"})

    (error,) = outcome.errors
    assert (field, "unasked") == (error.field, error.code)
    assert f"1 October 2026 is a day of {of}, and none is among the therapies" in error.text


def test_the_only_dose_of_daratumumab_is_its_first_and_its_last() -> None:
    only = {"daratumumab_start": "2026-10-01", "anti_cd38_last": "2026-10-01"}

    outcome = run("prophylaxis", {**ALL, "therapies": "daratumumab", **only})

    assert outcome.answer
    assert "one-end" == outcome.answer.decision


@pytest.mark.parametrize(
    ("igg", "unit", "said_of_it"),
    [
        ("0.09", "g/L", ("low",)),
        ("0.1", "g/L", ("confirm",)),
        ("0.29", "g/L", ("confirm",)),
        ("0.3", "g/L", ()),
        ("30", "g/L", ()),
        ("30.1", "g/L", ("confirm", "30.1 mg/dL")),
        ("120", "g/L", ("confirm", "120 mg/dL")),
        ("120.1", "g/L", ("high", "120.1 mg/dL")),
        ("12000", "g/L", ("high", "12,000 mg/dL")),
        ("12001", "g/L", ("high",)),
        ("0.09", "mg/dL", ("low",)),
        ("0.1", "mg/dL", ("low", "0.1 g/L")),
    ],
)
def test_an_igg_that_may_be_of_the_other_unit_is_asked_about(
    igg: str, unit: str, said_of_it: tuple[str, ...]
) -> None:
    outcome = run("prophylaxis", {**ALL, "therapies": "none", "igg": igg, "igg_unit": unit})

    found = [(each.code, *(offer.label for offer in each.offers)) for each in outcome.errors]
    assert said_of_it == (found[0] if found else ())


@pytest.mark.parametrize(
    ("igg", "unit", "read_back"),
    [("0.29", "g/L", "0.29 g/L (29 mg/dL)"), ("29", "mg/dL", "29 mg/dL (0.29 g/L)")],
)
def test_an_igg_is_read_back_in_the_other_unit(igg: str, unit: str, read_back: str) -> None:
    outcome = run("prophylaxis", {**ALL, "therapies": "none", "igg": igg, "igg_unit": unit})

    (error,) = outcome.errors
    assert read_back in error.text


@of_every(("proteasome_last", "anti_cd38_last", "bispecific_last"))
def test_of_a_last_dose_it_is_said_that_none_is_typed_while_the_drug_runs(field: str) -> None:
    asked = CATALOGUE["prophylaxis"].inputs[field]

    assert asked.label.startswith("Last dose")
    assert "Leave it out while it runs." == asked.hint


@pytest.mark.parametrize(
    ("therapies", "told"),
    [("pomalidomide", False), ("dexamethasone", False), ("pomalidomide, dexamethasone", True)],
)
def test_nice_speaks_of_a_steroid_and_an_immunomodulatory_drug_together(
    therapies: str, told: bool
) -> None:
    outcome = run("prophylaxis", {**ALL, "therapies": therapies})

    assert told == ("nice-imid" in {each.id for each in table(outcome, "Who advises").rows})


def test_after_car_t_the_later_of_six_months_counts_where_the_zoster_came_first() -> None:
    outcome = said(("cilta-cel",), date(2026, 6, 15), zoster_healed="2026-03-01")

    assert outcome.answer
    assert outcome.answer.headline.startswith("Sources end between 15 December 2026 and")


@pytest.mark.parametrize(
    ("therapies", "headline"),
    [
        (("bortezomib",), "1 study stopped on Saturday 26 December 2026: not advice to stop"),
        (
            ("bortezomib", "daratumumab"),
            "Until Saturday 26 December 2026, as far as sources name an end, which is a study's "
            "and no advice to stop",
        ),
    ],
    ids=("alone", "beside the end of a label"),
)
def test_a_single_day_of_a_study_is_never_told_as_advice(
    therapies: tuple[str, ...], headline: str
) -> None:
    """The series that stopped with the last dose, 28 November, did so before the zoster healed."""
    days = {"zoster_healed": "2026-12-01"}
    if "daratumumab" in therapies:
        days["anti_cd38_last"] = "2026-09-10"

    outcome = said(therapies, date(2026, 11, 28), **days)

    assert outcome.answer
    assert headline == outcome.answer.headline
