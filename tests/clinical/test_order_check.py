"""Orders of foscarnet held against the label again, without `calc`; what is printed agrees."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest

from calc.catalogue import run
from calc.model.digits import decimal
from calc.model.outcomes import FieldError, Outcome
from calc.model.results import Table
from calc.present.text import render_text
from tests.cases import by_file
from tests.clinical.evidence import COLUMNS, SAME_STRENGTH, row_for
from tests.every import of_every

MINIMUM = {
    **{"hsv-40-every-8-h": 60, "hsv-40-every-12-h": 60, "cmv-60-every-8-h": 60},
    **{"cmv-90-every-12-h": 90, "cmv-maintenance-90": 120, "cmv-maintenance-120": 120},
    **{"vzv-40-every-8-h": 60, "vzv-90-every-12-h": 90},
}
"""Minutes, typed a second time."""
LINES = ["central", "peripheral"]
TENTH = Fraction(1, 10)
REGIMENS = (*COLUMNS.values(), *SAME_STRENGTH)
PATIENTS = [*product(REGIMENS, ["1.41", "0.83", "0.4"], ["47.37"], LINES)]
"""Regimen, clearance per kg, weight and line."""
ORDERS = [
    *product(
        ["hsv-40-every-8-h", "cmv-90-every-12-h", "cmv-maintenance-120"],
        ["1.5", "0.9", "0.47"],
        ["52.6"],
        [Fraction(1, 2), Fraction(1), Fraction(23, 20)],
        ["6", "12", "48"],
        ["150", "333.3"],
    )
]
"""Regimen, clearance per kg, weight, share of the label's dose, interval, rate."""
OF_DIFFERENCES = {
    *("order-overdose", "order-too-fast", "order-contradicts-itself", "order-too-concentrated"),
    *("order-below-label", "order-not-the-label-s-row"),
}


def asked(regimen: str, per_kg: str, kg: str, access: str) -> dict[str, str]:
    """A patient by a measured clearance."""
    return {
        **{"weight": kg, "measured_clearance": decimal(Fraction(per_kg) * Fraction(kg))},
        **{"dialysis": "no", "regimen": regimen, "access": access, "first_infusion": "no"},
    }


def cut(value: Fraction) -> Fraction:
    """Cut to a tenth."""
    return value // TENTH * TENTH


def printed(answers: Mapping[str, str]) -> dict[str, str]:
    """What this site prints for a patient, typed as an order."""
    values = run("foscarnet-plan", {**answers, "age": "60", "fluid": "saline"}, True).values
    return {
        "order_dose": decimal(cut(values["dose"].value)),
        "order_interval": decimal(values["interval"].value),
        "order_concentration": decimal(values["concentration"].value),
        "order_volume": decimal(values["total_volume"].value),
        "order_time": decimal(values["shortest_time"].value),
        "order_rate": decimal(values["highest_rate"].value),
    }


def rows(outcome: Outcome) -> dict[str, Mapping[str, Fraction]]:
    """The figures of every row, by its id."""
    assert outcome.answer
    tables = [each for each in outcome.answer.results if isinstance(each, Table)]
    return {
        row.id: {name: each.value for name, each in row.values.items()}
        for table in tables
        for row in table.rows
    }


def counts(outcome: Outcome) -> tuple[int, int, int]:
    """How many items were checked, how many differ, and how many pairs do not fit."""
    names = ("items_checked", "items_differing", "contradictions")
    checked, differing, unfit = (int(outcome.values[name].value) for name in names)
    return checked, differing, unfit


@of_every(PATIENTS, " ".join)
def test_an_order_as_this_site_prints_it_agrees(patient: tuple[str, str, str, str]) -> None:
    answers = asked(*patient)
    outcome = run("order-check", answers | printed(answers), True)

    assert (9, 0, 0) == counts(outcome)
    assert [] == [each.id for each in outcome.cautions if each.id in OF_DIFFERENCES]


@of_every(PATIENTS, " ".join)
def test_without_its_concentration_it_agrees_too(patient: tuple[str, str, str, str]) -> None:
    answers = asked(*patient)
    order = printed(answers)
    del order["order_concentration"]

    assert (9, 0, 0) == counts(run("order-check", answers | order, True))


def test_of_an_order_with_every_item_nothing_is_left_unchecked() -> None:
    """60 mg/kg, with which the label gives 500 mL of fluid."""
    answers = asked("cmv-60-every-8-h", "1.5", "70", "central")
    outcome = run("order-check", answers | printed(answers) | {"order_fluid": "500"}, True)
    assert outcome.answer

    left = [line.text for line in outcome.answer.lines if line.label == "Not checked"]
    assert ["nothing: every item was"] == left
    assert "All 10 items checked agree with the label's figures" == outcome.answer.headline


def test_a_day_above_the_one_that_killed_is_told_to_a_tenth_of_a_milligram() -> None:
    """9000.25 mg every 8 hours: 27000.75 mg in 24 hours, cut."""
    order = {"order_dose": "9000.25", "order_interval": "8", "confirm": "yes"}
    answers = asked("hsv-40-every-8-h", "1.5", "70", "central")
    cautions = run("order-check", answers | order, True).cautions

    (said,) = (each.text for each in cautions if each.id == "day-above-overdose-case")
    assert said.startswith("27,000.7 mg in 24 hours")


JUST_WRONG = {
    "order_dose": (TENTH, "order-overdose"),
    "order_interval": (Fraction(-1, 10), "order-overdose"),
    "order_concentration": (TENTH, "order-too-concentrated"),
    "order_volume": (TENTH, "order-overdose"),
    "order_time": (-TENTH, "order-too-fast"),
    "order_rate": (TENTH, "order-too-fast"),
}
"""One step to the dangerous side, and what must be said of it."""


@of_every([*product(PATIENTS[::5], JUST_WRONG)], str)
def test_one_step_to_the_dangerous_side_is_told(case: tuple[tuple[str, ...], str]) -> None:
    patient, name = case
    regimen, per_kg, kg, access = patient
    answers = asked(regimen, per_kg, kg, access)
    order = printed(answers)
    step, caution = JUST_WRONG[name]
    order[name] = decimal(Fraction(order[name]) + step)

    said = {each.id for each in run("order-check", answers | order, True).cautions}

    assert caution in said


def held(
    written: Fraction, figure: Fraction, cut_by: Fraction = Fraction(0)
) -> dict[str, Fraction]:
    """What a row must hold: the difference in per cent, rounded up to a tenth."""
    found = {"written": written, "against": figure}
    apart = abs(written - figure) / figure * 100
    if written > figure:
        found["more_by"] = -(-apart // TENTH) * TENTH
    elif written < figure and figure - written >= cut_by:
        found["less_by"] = -(-apart // TENTH) * TENTH
    return found


def not_above(written: Fraction, figure: Fraction) -> dict[str, Fraction]:
    """As `held`, where less agrees."""
    return {name: each for name, each in held(written, figure).items() if name != "less_by"}


@of_every(ORDERS, lambda order: " ".join(map(str, order)))
def test_each_row_is_what_it_is_worked_out_again(
    order: tuple[str, str, str, Fraction, str, str],
) -> None:
    regimen, per_kg, kg, share, hours, rate = order
    weight, every, pump = Fraction(kg), Fraction(hours), Fraction(rate)
    row = row_for(regimen, Fraction(per_kg))
    assert row.dose is not None
    assert row.hours is not None
    label = row.dose * weight
    dose = cut(label * share)
    typed = {
        **{"order_dose": decimal(dose), "order_interval": hours, "order_concentration": "12"},
        **{"order_volume": decimal(cut(dose / 12)), "order_rate": rate, "confirm": "yes"},
    }

    found = rows(run("order-check", asked(regimen, per_kg, kg, "central") | typed, True))

    volume = cut(dose / 12)
    largest = max(dose, volume * 12)
    smallest = min(label, dose, volume * 12)
    shortest = Fraction(max(MINIMUM[regimen], -(-max(label, largest) / weight // 1)))
    fastest = cut(cut(smallest / 12) / max(MINIMUM[regimen], -(-smallest / weight // 1)) * 60)
    run_time = volume / pump * 60
    a_day = 24 / every
    assert found["dose"] == held(dose, label, TENTH)
    assert found["interval"] == held(every, Fraction(row.hours))
    assert found["day"] == held(largest * a_day, label * 24 / row.hours, TENTH * a_day)
    assert found["volume"] == held(volume * 12, label, 12 * TENTH)
    assert found["run-time"] == {
        name: each for name, each in held(run_time, shortest).items() if name != "more_by"
    }
    assert found["rate"] == not_above(pump, fastest)
    per_minute = max(pump * 12 / weight / 60, largest / weight / run_time)
    assert found["rate-per-kg"] == not_above(per_minute, Fraction(1))


def test_a_lower_dose_is_no_less_a_lower_one_because_the_bag_holds_more() -> None:
    """By hand: 20 mg/kg where the label has 35, both every 12 hours; the bag holds the label's."""
    answers = asked("hsv-40-every-8-h", "0.9", "70", "peripheral")
    order = {**printed(answers), "order_dose": "1400"}

    said = {each.id: each.whole for each in run("order-check", answers | order, True).cautions}

    assert "order-not-the-label-s-row" not in said
    assert "Dose lower by 42.9%: less than the label's" in said["order-below-label"]


def test_a_dose_and_one_per_kg_fit_where_the_dose_was_cut_to_a_tenth() -> None:
    """By hand: 35 x 47.37 = 1657.95, printed as 1,657.9 mg."""
    answers = asked("hsv-40-every-8-h", "0.9", "47.37", "central")
    order = {**printed(answers), "order_dose_per_kg": "35"}

    assert (10, 0, 0) == counts(run("order-check", answers | order, True))


@pytest.mark.parametrize(("mg", "differing"), [("2449.91", 0), ("2449.9", 1)])
def test_a_dose_that_lacks_what_no_cutting_to_a_tenth_takes_off_is_lower(
    mg: str, differing: int
) -> None:
    """By hand: 35 x 70 = 2450."""
    answers = asked("hsv-40-every-8-h", "0.9", "70", "central")

    assert (1, differing, 0) == counts(run("order-check", answers | {"order_dose": mg}, True))


def test_all_figures_that_do_not_fit_are_told_with_their_sides_before_a_thin_concentration() -> (
    None
):
    """By hand: 40 against 35 mg/kg; 510 mL in an hour are 510 mL/h, and 102 are a fifth."""
    order = {"order_dose": "2800", "order_dose_per_kg": "35", "order_concentration": "2.4"}
    order |= {"order_volume": "510", "order_time": "60", "order_rate": "102"}
    patient = asked("hsv-40-every-8-h", "0.9", "70", "central")
    said = {each.id: each.whole for each in run("order-check", patient | order, True).cautions}

    expected = ["order-contradicts-itself", "order-ten-times-too-thin"]
    assert expected == [each for each in said if each in expected]
    assert (
        "do not fit: dose against dose per kg and weight, more by 14.3%; drug in the volume "
        "against the dose, less by 56.3%; pump rate against volume and time, slower by 80%."
    ) in said["order-contradicts-itself"]


def test_too_strong_comes_before_too_little_fluid_and_both_before_few_data() -> None:
    patient = {**asked("hsv-40-every-8-h", "0.47", "70", "peripheral"), "first_infusion": "yes"}
    order = {**printed(patient), "order_concentration": "24", "order_fluid": "500"}
    said = [each.id for each in run("order-check", patient | order, True).cautions]

    assert ["order-too-concentrated", "order-too-little-fluid", "few-data"] == said[-3:]


@pytest.mark.parametrize(
    ("kg", "cm", "creatinine", "about"),
    [
        ("120", "165", "1.1", "weight-in-obesity"),
        ("90", "145", "1.1", "weight-in-obesity"),
        ("45", "180", "1.1", "underweight"),
        ("58", "185", "0.6", "low-creatinine"),
    ],
)
def test_a_body_is_doubted_as_the_dose_calculator_doubts_it(
    kg: str, cm: str, creatinine: str, about: str
) -> None:
    woman = {
        **{"age": "60", "sex": "female", "creatinine": creatinine, "creatinine_unit": "mg/dL"},
        **{"weight": kg, "height": cm, "dialysis": "no", "confirm": "yes"},
        "regimen": "hsv-40-every-8-h",
    }
    of_order = run("order-check", {**woman, "access": "central", "first_infusion": "no"}, True)
    of_dose = run("foscarnet-dose", woman, True)

    assert [*of_dose.cautions] == [*of_order.cautions]
    assert about in [each.id for each in of_order.cautions]


def test_no_order_is_ever_called_safe() -> None:
    said = [
        render_text(run(case.calculator, case.answers, True)).lower()
        for case in by_file()["order-check"]
    ]

    assert said
    assert [] == [text for text in said if " safe" in text]


def checked(order: str) -> Outcome:
    """What comes of an order to a patient of 70 kg for whom the label has 35 mg/kg every 12 h."""
    words = order.split()
    patient = asked("hsv-40-every-8-h", "0.9", "70", "central") | {"confirm": "yes"}
    return run("order-check", patient | dict(zip(words[::2], words[1::2], strict=True)), True)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (
            "order_dose 2800 order_interval 12 order_time 30",
            "4 of 5 items checked differ: dose, dose in 24 hours, time, rate per kg",
        ),
        (
            "order_interval 12 order_volume 100 order_rate 100",
            "All 2 items checked agree with the label's figures; written but not checked: volume, "
            "pump rate",
        ),
    ],
)
def test_more_than_three_differences_are_named_alone_and_so_is_what_was_not_checked(
    order: str, said: str
) -> None:
    answer = checked(order).answer
    assert answer

    assert said == answer.headline


@pytest.mark.parametrize(
    ("more", "told"), [("", True), (" order_volume 150 order_concentration 24", False)]
)
def test_of_five_differences_the_dose_per_kg_is_left_out(more: str, told: bool) -> None:
    cautions = checked(f"order_dose 2800 order_dose_per_kg 40 order_interval 8{more}").cautions

    (above,) = (each.detail for each in cautions if each.id == "order-overdose")
    assert ("dose per kg higher by 14.3%" in above) is told


def test_all_are_named_who_start_a_first_infusion_of_90_mg_per_kg_more_slowly() -> None:
    """By hand: 90 mg/kg run in no less than 90 min; others take 120."""
    patient = {**asked("cmv-90-every-12-h", "1.5", "70", "central"), "first_infusion": "yes"}
    said = run("order-check", patient | {"order_dose": "6300", "order_time": "119"}, True).cautions
    (slower,) = (each for each in said if each.id == "order-start-faster-than-elsewhere")

    assert "one hospital, for first infusions; two hospitals, above 60 mg/kg" in slower.detail


LIMITS = {
    **{"order_interval": ("4", "168"), "order_volume": ("5", "3000")},
    **{"order_time": ("5", "1440"), "order_rate": ("1", "2500")},
    **{"order_fluid": ("50", "5000"), "order_concentration": ("0.5", "100")},
}
"""Hours, mL, minutes, mL/h, mL, mg/mL."""


def typed(field: str, text: str) -> list[FieldError]:
    """What is said of one figure of an order."""
    patient = asked("hsv-40-every-8-h", "0.9", "70", "peripheral")
    return [*run("order-check", {**patient, field: text}, True).errors]


@of_every(LIMITS)
def test_a_figure_is_taken_up_to_its_limits_and_no_further(field: str) -> None:
    (low, high), step = map(Fraction, LIMITS[field]), Fraction(1, 100)
    texts = [decimal(each) for each in (low - step, low, high, high + step)]

    assert ["low", "", "", "high"] == [
        "".join(each.code for each in typed(field, text)) for text in texts
    ]


@pytest.mark.parametrize(
    ("field", "text", "offered"),
    [
        ("order_interval", "2 d", ["48"]),
        ("order_interval", "3", []),
        ("order_volume", "0.25 L", ["250"]),
        ("order_time", "0.25", ["15"]),
        ("order_time", "0.24", []),
        ("order_time", "1 hour", ["60"]),
        ("order_rate", "2 mL/min", ["120"]),
        ("order_fluid", "1 L", ["1000"]),
    ],
)
def test_a_figure_of_another_unit_is_offered_in_the_one_asked_for(
    field: str, text: str, offered: list[str]
) -> None:
    (error,) = typed(field, text)

    assert offered == [each.answers[field] for each in error.offers]


@pytest.mark.parametrize(
    ("text", "a_day"), [("0.9", False), ("1", True), ("3", True), ("3.1", False)]
)
def test_an_interval_from_one_to_three_may_be_a_number_of_doses_a_day(
    text: str, a_day: bool
) -> None:
    (error,) = typed("order_interval", text)

    assert a_day == ("was it the number of doses a day" in error.text)
