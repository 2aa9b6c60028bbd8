"""A calculator that is no drug's has every surface by its declaration, and nothing of a neighbour.

The guest is registered from outside: two inputs and one sum.
"""

import json
import re
from typing import Annotated, Any

import pytest

from calc.__main__ import main
from calc.browser import answer
from calc.catalogue import CATALOGUE
from calc.model.calculator import Calculator, calculator
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.outcomes import Answer, Line
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE
from calc.present.form import render_form
from calc.present.schema import inputs_schema

LIKELY = limits(1, 500, "beyond this a slip is likelier")
EMPTYING = constant(2, "1", "2", SITE_RULE.at("a made-up rule"), bare=True)

Length = Annotated[
    Quantity, Number(label="Length", unit="m", hint="Of the room.", example="4", hard=LIKELY)
]
Width = Annotated[
    Quantity, Number(label="Width", unit="m", hint="Of the room.", example="3", hard=LIKELY)
]


@calculator("Carpet")
def carpet_area(*, length: Length, width: Width) -> Answer:
    """How much carpet a room takes (m2), with what is cut off."""
    area = (EMPTYING * (length * width)).named("carpet to buy", "m.m", SITE_RULE.at("twice"))
    return Answer(
        {"area": area},
        heading="Carpet",
        headline=area.shown(),
        lines=(Line("Carpet", "Room", f"{length.shown()} by {width.shown()}"),),
    )


ANSWERS = {"length": "4", "width": "3"}
NEIGHBOURS = re.compile(
    r"foscarnet|creatinine|clearance|dialysis|regimen|dose|label's|Check first|Stop and line",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def guest(monkeypatch: pytest.MonkeyPatch) -> Calculator[Any]:
    """The guest, in the register of calculators."""
    monkeypatch.setitem(CATALOGUE, "carpet-area", carpet_area)
    return carpet_area


def everything() -> dict[str, str]:
    """What the guest shows and sends, by the name of the surface."""
    request = {"calculator": "carpet-area", "answers": ANSWERS}
    reply = json.loads(answer(json.dumps(request)))
    return {
        "form": render_form(carpet_area, "carpet-area"),
        "schema": json.dumps(inputs_schema(carpet_area)),
        "html": reply["html"],
        "text": reply["text"],
        "record": json.dumps(reply["record"]),
    }


def test_the_page_asks_what_the_signature_declares() -> None:
    asked = re.findall(r'name="([a-z_]+)"', everything()["form"])

    assert ["length", "width", "confirm"] == asked


def test_the_command_line_answers(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["carpet-area", "--length", "4", "--width", "3"])

    assert 0 == status
    assert "Carpet: 24 " in capsys.readouterr().out


def test_the_working_is_read_off_the_sum() -> None:
    assert "1. Carpet to buy: 2 x 4 m x 3 m = 24 " in everything()["text"]


def test_the_record_and_the_schema_name_what_was_declared() -> None:
    record = json.loads(everything()["record"])
    schema = json.loads(everything()["schema"])

    assert "24" == record["values"]["area"]["value"]
    assert {"length", "width", "confirm"} == {*schema["properties"]}


def test_a_limit_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["carpet-area", "--length", "4000", "--width", "3"])
    assert "Length must be 500 m or less" in capsys.readouterr().out


def test_nothing_of_another_calculator_stands_beside_it() -> None:
    found = {name: NEIGHBOURS.findall(written) for name, written in everything().items()}

    assert {} == {name: words for name, words in found.items() if words}


def test_no_table_stands_under_a_form_that_declares_none() -> None:
    assert "<table" not in everything()["form"]
