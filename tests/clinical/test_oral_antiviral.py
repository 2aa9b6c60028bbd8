"""Tablets: rows typed apart, each side of every edge and gap, and every order worked out again."""

import csv
from fractions import Fraction
from itertools import product
from pathlib import Path

from calc.catalogue import CATALOGUE, run
from calc.clinical.oral_antiviral.inputs import ORDERED
from calc.clinical.oral_antiviral.label import REGIMENS
from calc.clinical.oral_antiviral.reference import TO_PREVENT, TO_TREAT
from calc.clinical.oral_antiviral.rows import EVERY_OFTEN
from calc.model.inputs import Choice
from calc.model.outcomes import Outcome
from calc.model.quantity import Quantity
from tests.every import of_every

TABLE = Path(__file__).with_name("oral_antiviral_table.csv")
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
"""The rows as transcribed a second time, apart from those of `calc`."""
REGIMEN_IDS = sorted({(row["tablets"], row["purpose"], row["text"]) for row in ROWS})
SAME_IN_BOTH_UNITS = {"weight": "67.34025", "height": "160"}
"""Of a body surface of exactly 1.73 m2."""
NEAR = Fraction(1, 10**9)
TIMES: dict[str, int | Fraction] = {
    **{"five-a-day": 5, "four-a-day": 4, "three-a-day": 3, "two-a-day": 2, "once-a-day": 1},
    "alternate-days": Fraction(1, 2),
}
GRID = [
    *product(
        REGIMEN_IDS,
        ["38.3", "74.9"],
        ["0.62", "2.37", "5.9"],
        [("125", "three-a-day"), ("800", "five-a-day"), ("500", "alternate-days")],
    )
]


def rows_of(regimen: tuple[str, str, str]) -> list[dict[str, str]]:
    """The transcribed rows, the highest clearance first."""
    names = ("tablets", "purpose", "text")
    return [row for row in ROWS if tuple(row[name] for name in names) == regimen]


def row_for(regimen: tuple[str, str, str], clearance: Fraction) -> dict[str, str]:
    """The row of a clearance: the highest that it reaches, whatever a gap is called."""
    for row in rows_of(regimen):
        low = Fraction(row["from"] or 0)
        if clearance > low or (clearance == low and row["from_printed_here"] != "no"):
            return row
    raise AssertionError(f"no row for {clearance}")


def answer(regimen: tuple[str, str, str], **changed: str) -> Outcome:
    """The answer for a man with a measured clearance, some of his answers changed."""
    asked = {
        **dict(zip(("tablets", "purpose", "whose_text"), regimen, strict=True)),
        **{"age": "68", "sex": "male", "dialysis_kind": "none", "mind": "no"},
        **SAME_IN_BOTH_UNITS,
        "ordered": "no",
        **changed,
    }
    return run("oral-antiviral", asked, True)


def edges(regimen: tuple[str, str, str]) -> list[Fraction]:
    """Every figure that its rows print."""
    cells = [row[name] for row in rows_of(regimen) for name in ("from", "to", "below")]
    return sorted({Fraction(cell) for cell in cells if cell and cell != "0"})


def day(row: dict[str, str]) -> int:
    return int(row["mg"]) * int(row["times_in_24_h"])


def decimal(value: Fraction) -> str:
    return Quantity(value, "1").decimal()


def test_every_regimen_of_the_rules_is_transcribed_and_no_other() -> None:
    assert {*REGIMENS} == {*REGIMEN_IDS}


@of_every(REGIMEN_IDS, " ".join)
def test_the_rows_that_compute_are_those_transcribed(regimen: tuple[str, str, str]) -> None:
    rows = REGIMENS[regimen].rows  # type: ignore[index]

    assert [
        [row["from"], row["to"], row["below"], row["mg"], row["times_in_24_h"]]
        for row in rows_of(regimen)
    ] == [
        [
            *("" if each is None else str(each) for each in (row.low, row.to, row.below)),
            row.gives.give.decimal(),
            str(row.gives.often.per_day),
        ]
        for row in rows
    ]


ON_PAGES = {"zoster": TO_TREAT, "prophylaxis": TO_PREVENT}
BOTH = "US label and UK or EU text"
NAMES = {
    ("aciclovir", "zoster", "us"): "Aciclovir, US label (mL/min/1.73 m2)",
    ("aciclovir", "zoster", "europe"): "Aciclovir, UK or EU text",
    ("valaciclovir", "zoster", "us"): f"Valaciclovir, {BOTH}",
    ("valaciclovir", "zoster", "europe"): f"Valaciclovir, {BOTH}",
    ("famciclovir", "zoster", "us"): f"Famciclovir, {BOTH}",
    ("famciclovir", "zoster", "europe"): f"Famciclovir, {BOTH}",
    ("aciclovir", "prophylaxis", "us"): "Aciclovir, US label (mL/min/1.73 m2)",
    ("aciclovir", "prophylaxis", "europe"): "Aciclovir, UK or EU text",
    ("valaciclovir", "prophylaxis", "us"): "Valaciclovir, US label",
    ("valaciclovir", "prophylaxis", "europe"): "Valaciclovir, UK or EU text",
}
"""What the tables on the page call each regimen: once where both texts have the same rows."""
ON_DIALYSIS = "in sessions of dialysis"


def in_words(mg: str, times: str) -> str:
    """A dose as the page prints it."""
    if not times:
        return f"{mg} mg after each session"
    often = f"every {24 // int(times)} hours"
    return f"{int(mg):,} mg {'every 4 hours, 5 times a day' if times == '5' else often}"


def band_in_words(row: dict[str, str]) -> str:
    """The clearance of a row as the page prints it."""
    if row["below"] or row["to"]:
        return f"below {row['below']}" if row["below"] else f"{row['from']} to {row['to']}"
    above = row["from_printed_here"] == "no"
    return f"above {row['from']}" if above else f"{row['from']} or more"


@of_every(REGIMEN_IDS, " ".join)
def test_the_tables_on_the_page_print_the_rows_transcribed(regimen: tuple[str, str, str]) -> None:
    name, rows = NAMES[regimen], rows_of(regimen)
    on_dialysis = (ON_DIALYSIS, in_words(rows[0]["session_mg"], rows[0]["session_times"]))
    printed = ON_PAGES[regimen[1]].rows

    assert [(band_in_words(row), in_words(row["mg"], row["times_in_24_h"])) for row in rows] == [
        tuple(row[1:]) for row in printed if row[0] == name and row[1] != ON_DIALYSIS
    ]
    assert [on_dialysis] == [
        tuple(row[1:])
        for row in printed
        if row[0] == name.partition(" (")[0] and row[1] == ON_DIALYSIS
    ]


@of_every(ON_PAGES)
def test_the_tables_on_the_page_print_nothing_else_and_name_their_sources(purpose: str) -> None:
    table = ON_PAGES[purpose]
    regimens = [each for each in NAMES if each[1] == purpose]
    cites = [cite for each in regimens for cite in REGIMENS[each].cites]  # type: ignore[index]

    names = [*dict.fromkeys(NAMES[each] for each in regimens)]
    assert names == [*dict.fromkeys(row[0] for row in table.rows if row[1] != ON_DIALYSIS)]
    assert len(names) == sum(row[1] == ON_DIALYSIS for row in table.rows)
    sources = "; ".join(sorted({str(cite.source) for cite in cites}))
    assert table.caption.endswith(f" Sources: {sources}.")


@of_every(
    [(regimen, edge) for regimen in REGIMEN_IDS for edge in edges(regimen)],
    lambda place: f"{' '.join(place[0])} {place[1]}",
)
def test_each_side_of_each_figure_that_is_printed(
    place: tuple[tuple[str, str, str], Fraction],
) -> None:
    regimen, edge = place
    for clearance in (edge - NEAR, edge, edge + NEAR):
        outcome = answer(regimen, measured_clearance=decimal(clearance))

        row = row_for(regimen, clearance)
        assert int(row["mg"]) == outcome.values["dose"].value
        assert day(row) == outcome.values["dose_24_h"].value
        printed = [
            each
            for each in rows_of(regimen)
            if Fraction(each["from"] or 0) <= clearance <= Fraction(each["to"] or 10**6)
            and (not each["below"] or clearance < Fraction(each["below"]))
            and not (each["from_printed_here"] == "no" and not each["to"] and clearance == edge)
        ]
        said = "tablets-between-rows" in {each.id for each in outcome.cautions}
        assert (len(printed) != 1) is said, clearance


@of_every(
    [
        ("valaciclovir", {"measured_clearance": "50.00001"}, ["50.00001 mL/min"]),
        ("valaciclovir", {"creatinine": "1.3468"}, ["50.0001 mL/min"]),
        (
            "aciclovir",
            {"creatinine": "2.6936"},
            ["25.00009 mL/min", "25.00009 mL/min/1.73 m2"],
        ),
    ],
    str,
)
def test_a_clearance_just_above_an_edge_is_shown_above_it(
    place: tuple[str, dict[str, str], list[str]],
) -> None:
    drug, typed, shown = place
    typed = typed | {"creatinine_unit": "mg/dL" if "creatinine" in typed else ""}
    outcome = answer((drug, "zoster", "us"), **typed)

    assert shown == [each.shown() for name, each in outcome.values.items() if "clearance" in name]


@of_every(GRID, str)
def test_an_order_is_told_as_much_more_or_less_by_what_24_hours_hold(
    place: tuple[tuple[str, str, str], str, str, tuple[str, str]],
) -> None:
    regimen, weight, creatinine, (mg, often) = place
    clearance = Fraction(72) * Fraction(weight) / (72 * Fraction(creatinine))
    outcome = answer(
        regimen,
        weight=weight,
        height="150",
        creatinine=creatinine,
        creatinine_unit="mg/dL",
        ordered="yes",
        tablet_dose=mg,
        order_often=often,
    )
    row = row_for(
        regimen, outcome.values.get("clearance_per_1_73_m2", in_ml_per_min(clearance)).value
    )
    given, ordered = day(row), int(mg) * TIMES[often]
    doubled = regimen == ("aciclovir", "prophylaxis", "europe") and row["times_in_24_h"] == "4"
    most = 2 * given if doubled else given
    more, less = (max(Fraction(0), Fraction(each)) for each in (ordered - most, given - ordered))

    assert clearance == outcome.values["clearance"].value
    assert up_to_a_tenth(more * 100 / most) == value(outcome, "more_by")
    assert up_to_a_tenth(less * 100 / given) == value(outcome, "less_by")
    harms = {each.id for each in outcome.cautions} & {"tablets-too-much", "tablets-too-little"}
    meant = regimen[:2] == ("aciclovir", "prophylaxis") and ordered >= 400
    told = [("tablets-too-much", more), ("tablets-too-little", Fraction(0) if meant else less)]
    assert {name for name, by in told if by} == harms


def in_ml_per_min(value: Fraction) -> Quantity:
    return Quantity(value, "mL/min")


def up_to_a_tenth(percent: Fraction) -> Fraction:
    return -(-percent * 10 // 1) / Fraction(10)


def value(outcome: Outcome, name: str) -> Fraction:
    found = outcome.values.get(name)
    return found.value if found else Fraction(0)


@of_every(REGIMEN_IDS, " ".join)
def test_on_haemodialysis_the_creatinine_changes_nothing(regimen: tuple[str, str, str]) -> None:
    (expected, *_) = rows_of(regimen)
    for creatinine in ("0.9", "9"):
        asked = {"dialysis_kind": "haemodialysis", "creatinine_unit": "mg/dL"}
        outcome = answer(regimen, creatinine=creatinine, **asked)

        assert int(expected["session_mg"]) == outcome.values["dose"].value
        times = int(expected["session_times"] or 0)
        assert times * int(expected["session_mg"]) == value(outcome, "dose_24_h")
        assert "clearance" not in outcome.values


def test_every_way_to_take_a_dose_can_be_ordered() -> None:
    assert [*TIMES.values(), None] == [each.per_day for each in EVERY_OFTEN]
    assert ("yes",) == ORDERED.answers


def test_how_often_is_asked_by_the_hours_and_said_by_the_times_a_day() -> None:
    asked = CATALOGUE["oral-antiviral"].inputs["order_often"]

    assert isinstance(asked, Choice)
    assert {
        "Every 4 hours, 5 times a day": "",
        "Every 6 hours": "4 times a day",
        "Every 8 hours": "3 times a day",
        "Every 12 hours": "twice a day",
        "Every 24 hours": "once a day",
        "Every 48 hours": "",
        "After each session": "",
    } == {option.label: option.hint for option in asked.options}


@of_every([("49.9", True), ("50", False), ("4000", False), ("4000.1", True)], str)
def test_a_dose_of_tablets_is_50_to_4000_mg(place: tuple[str, bool]) -> None:
    typed, refused = place
    outcome = ordered(("aciclovir", "zoster", "us"), 0, "two-a-day", tablet_dose=typed)

    assert refused is (["tablet_dose"] == [each.field for each in outcome.errors])


@of_every(["0.8 g", "0.8 gram", "0.8 grams", "0.8 gm"], str)
def test_a_dose_in_grams_is_offered_in_mg_however_they_are_spelt(typed: str) -> None:
    outcome = ordered(("aciclovir", "zoster", "us"), 0, "two-a-day", tablet_dose=typed)

    assert ["0.8 g = 800 mg"] == [offer.label for each in outcome.errors for offer in each.offers]


@of_every(["yes", "unknown", "no"])
def test_only_confusion_holds_the_tablets(mind: str) -> None:
    outcome = answer(("valaciclovir", "zoster", "us"), measured_clearance="70", mind=mind)

    assert outcome.answer
    assert ("hold" == outcome.answer.decision) is (mind == "yes")


def ordered(regimen: tuple[str, str, str], mg: int, often: str, **changed: str) -> Outcome:
    """The answer to an order with kidneys that reduce nothing, some of the answers changed."""
    asked = {"ordered": "yes", "tablet_dose": str(mg), "order_often": often}
    kidneys = {} if "creatinine" in changed else {"measured_clearance": "90"}
    return answer(regimen, **{**asked, **kidneys, **changed})


def said(outcome: Outcome) -> set[str]:
    return {caution.id for caution in outcome.cautions}


def headline(outcome: Outcome) -> str:
    assert outcome.answer
    return outcome.answer.headline


ON_SESSIONS = {"dialysis_kind": "haemodialysis", "creatinine": "5", "creatinine_unit": "mg/dL"}
US_PROPHYLAXIS = ("aciclovir", "prophylaxis", "us")


@of_every([*product((200, 400, 800, 1000, 1600), TIMES, ("25", "25.001", "90"))], str)
def test_more_as_prophylaxis_is_as_sources_have_it_up_to_800_mg_twice_and_in_good_kidneys(
    place: tuple[int, str, str],
) -> None:
    mg, often, clearance = place
    outcome = ordered(US_PROPHYLAXIS, mg, often, measured_clearance=clearance)
    more = mg * TIMES[often] > 800
    as_sources = mg <= 800 and mg * TIMES[often] <= 1600 and clearance != "25"

    assert ("tablets-more-as-in-sources" in said(outcome)) is (more and as_sources)
    assert ("tablets-too-much" in said(outcome)) is (more and not as_sources)
    words = " ".join(caution.whole for caution in outcome.cautions)
    assert ("coma" in words) is (more and not as_sources)


@of_every(["once-a-day", "three-a-day", "five-a-day"])
def test_nothing_in_the_headline_raises_the_dose_in_confusion(often: str) -> None:
    outcome = ordered(("aciclovir", "zoster", "us"), 200, often, mind="yes")

    assert "Hold the tablets, and call today" == headline(outcome)
    assert {"tablets-confusion"} == said(outcome)


@of_every([(800, "five-a-day", ""), (1000, "four-a-day", "1.3"), (1600, "two-a-day", "2")], str)
def test_a_single_dose_above_the_text_s_is_counted_and_the_mind_asked_for(
    place: tuple[int, str, str],
) -> None:
    mg, often, times = place
    outcome = ordered(("aciclovir", "zoster", "us"), mg, often, mind="unknown")
    cautions = [each.text for each in outcome.cautions if each.id == "tablets-much-at-one-time"]

    assert bool(times) is ("tablets-mind-not-known" in said(outcome))
    assert [True] * bool(times) == [f"is {times} times the text's" in each for each in cautions]


@of_every([("aciclovir", 800, "two-a-day"), ("valaciclovir", 500, "once-a-day")], str)
def test_on_haemodialysis_the_text_s_own_dose_asks_for_the_mind(
    place: tuple[str, int, str],
) -> None:
    drug, mg, often = place
    for mind in ("unknown", "no"):
        outcome = ordered((drug, "zoster", "us"), mg, often, **ON_SESSIONS, mind=mind)

        assert ("tablets-mind-not-known" in said(outcome)) is (mind == "unknown")
        assert "haemodialysis" in " ".join(said(outcome))


@of_every([450, 500, 900], str)
def test_a_dose_of_valganciclovir_is_asked_about_first(mg: int) -> None:
    outcome = ordered(("valaciclovir", "zoster", "us"), mg, "two-a-day")

    assert headline(outcome).startswith("Which drug?") is (mg != 500)
    assert ("tablets-dose-of-valganciclovir" in said(outcome)) is (mg != 500)


@of_every([("500", "alternate-days", False), ("250", "alternate-days", True)], str)
def test_no_less_than_reports_gave_on_haemodialysis_is_not_called_too_little(
    place: tuple[str, str, bool],
) -> None:
    mg, often, too_little = place
    outcome = ordered(("valaciclovir", "zoster", "us"), int(mg), often, **ON_SESSIONS)

    assert headline(outcome).startswith("Too little") is too_little
    assert ("tablets-too-little" in said(outcome)) is too_little
