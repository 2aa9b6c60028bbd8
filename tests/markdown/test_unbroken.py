"""A number and its unit never part, and nobody has to think of it."""

import pytest
from markdown import Markdown

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Give 40 mg/kg every 8 hours.", f"Give 40{NBSP}mg/kg{NBSP}every{NBSP}8{NBSP}hours."),
        ("Take 400 mg twice daily.", f"Take 400{NBSP}mg{NBSP}twice{NBSP}daily."),
        ("1,000 mL", f"1,000{NBSP}mL"),
        ("For 10 days.", f"For 10{NBSP}days."),
        ("Of 10 patients.", "Of 10 patients."),
        ("Type `40 mg`.", "Type <code>40 mg</code>."),
    ],
)
def test_a_number_and_its_unit_never_part(typed: str, expected: str) -> None:
    markdown = Markdown(extensions=["overrides.markdown.unbroken"])

    assert f"<p>{expected}</p>" == markdown.convert(typed)
