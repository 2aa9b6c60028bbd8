"""What an answer on tablets says of the questions of the next step, which it leads on to."""

from calc.catalogue import run
from tests.every import of_every

ASKED = {
    **{"tablets": "aciclovir", "purpose": "zoster", "whose_text": "us", "dialysis_kind": "none"},
    **{"age": "68", "sex": "male", "weight": "70", "height": "170", "measured_clearance": "90"},
    **{"ordered": "yes", "tablet_dose": "800", "order_often": "five-a-day", "mind": "no"},
}
"""A man with zoster whose order is the dose for his kidneys."""
ON_DIALYSIS = {"dialysis_kind": "haemodialysis", "measured_clearance": ""}
ON_DIALYSIS |= {"creatinine": "5", "creatinine_unit": "mg/dL"}
ALL_TOLD: list[tuple[str, dict[str, str], str]] = [
    ("as the text gives", {}, "fits"),
    ("as much in larger doses", {"tablet_dose": "1000", "order_often": "four-a-day"}, ""),
    ("less", {"tablet_dose": "400"}, "too-little"),
    ("more than kidneys clear", {"measured_clearance": "20"}, "too-much"),
    (
        "as much in smaller doses",
        {"tablet_dose": "400", "order_often": "four-a-day", "measured_clearance": "9"},
        "fits",
    ),
    ("no order", {"ordered": "no", "tablet_dose": "", "order_often": ""}, ""),
    (
        "a dose of another drug",
        {"tablets": "valaciclovir", "tablet_dose": "900", "order_often": "three-a-day"},
        "",
    ),
    ("the text's dose, too high by a study", ON_DIALYSIS | {"order_often": "two-a-day"}, ""),
    ("more than that", ON_DIALYSIS, "too-much"),
    ("less than that", ON_DIALYSIS | {"tablet_dose": "50"}, "too-little"),
]
"""An order against zoster, and whether it fits; empty where that is not to be said."""


def told(**changed: str) -> dict[str, str]:
    """What an answer settles of the next step."""
    outcome = run("oral-antiviral", ASKED | changed, True)
    assert outcome.answer, outcome.errors
    return dict(outcome.answer.settled)


@of_every(ALL_TOLD, lambda order: order[0])
def test_whether_the_tablets_fit_is_given_on_where_nothing_is_in_doubt(
    order: tuple[str, dict[str, str], str],
) -> None:
    _, changed, fits = order
    expected = {"treatment": "tablets", "tablets_dose": fits}

    assert {name: each for name, each in expected.items() if each} == told(**changed)


def test_of_prophylaxis_no_dose_is_asked_on() -> None:
    assert {"treatment": "prophylaxis"} == told(purpose="prophylaxis")


def test_confusion_is_given_on_as_a_red_flag() -> None:
    assert "brain" == told(mind="yes").get("red_flags")
    assert [] == [mind for mind in ("no", "unknown") if "red_flags" in told(mind=mind)]
