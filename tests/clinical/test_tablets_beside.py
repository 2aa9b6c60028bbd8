"""What others give of tablets is set beside the text that is followed, by their own rows."""

import pytest

from calc.catalogue import run

PATIENT = {
    **{"purpose": "zoster", "whose_text": "europe", "dialysis_kind": "none", "ordered": "no"},
    **{"age": "68", "sex": "male", "weight": "70", "height": "170", "mind": "no"},
}
LOWER = ": the clearance is in no row of it, and this is the lower"


def beside(source: str, tablets: str, clearance: str) -> str:
    """The dose of a source among the other figures; empty where it is not there."""
    asked = {"tablets": tablets, "measured_clearance": clearance}
    answer = run("oral-antiviral", PATIENT | asked, True).answer
    assert answer
    rows = [row.cells for table in answer.comparison for row in table.rows]
    return next((dose for name, _, dose in rows if name == source), "")


@pytest.mark.parametrize(
    ("clearance", "expected"),
    [
        # "GFR >40: 500 mg three times a day; GFR 30–39: 250 mg three times a day; GFR 10–29: 125 mg
        # three times a day"
        ("59", "500 mg every 8 hours, above 40"),
        ("40.001", "500 mg every 8 hours, above 40"),
        ("40", f"250 mg every 8 hours, 30 to 39{LOWER}"),
        ("39.001", f"250 mg every 8 hours, 30 to 39{LOWER}"),
        ("39", "250 mg every 8 hours, 30 to 39"),
        ("30", "250 mg every 8 hours, 30 to 39"),
        ("29.999", f"125 mg every 8 hours, 10 to 29{LOWER}"),
        ("29", "125 mg every 8 hours, 10 to 29"),
        ("10", "125 mg every 8 hours, 10 to 29"),
        ("9.999", "none below 10"),
    ],
)
def test_famciclovir_of_a_british_hiv_page_goes_by_its_rows(clearance: str, expected: str) -> None:
    assert expected == beside("a British HIV page", "famciclovir", clearance)


@pytest.mark.parametrize(
    ("clearance", "expected"),
    [
        # "10-25: 800mg po BD-TDS"; "<10: 400mg-800mg po BD"
        ("25.001", ""),
        ("25", "800 mg every 12 hours"),
        ("10", "800 mg every 12 hours"),
        ("9.999", "400 mg every 12 hours"),
    ],
)
def test_of_aciclovir_the_least_of_each_row_of_oxford_is_told(
    clearance: str, expected: str
) -> None:
    assert expected == beside("Oxford, the least", "aciclovir", clearance)
