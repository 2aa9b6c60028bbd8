"""A guest whose answer has one of everything that an answer may show."""

from datetime import date, datetime
from typing import Annotated

from calc.model.calculator import calculator
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.outcomes import Answer
from calc.model.pictures import Mark, Scale
from calc.model.quantity import Quantity, constant
from calc.model.results import Due, Pair, Row, Schedule, Table, TwoColumns
from calc.model.sources import SITE_RULE

MADE_UP = (SITE_RULE.at("made up"),)
TWO, FIVE = constant(2, "mL"), constant(5, "mL")
FLUIDS = Table(
    "Fluids", ("Fluid", "Volume"), (Row("saline", ("Saline", "2 mL"), {"volume": TWO}),), MADE_UP
)
PAIRS = TwoColumns(
    "Two pumps",
    ("Setting", "Left", "Right"),
    (
        Pair("volume", "Volume", FIVE, TWO),
        Pair("rest", "Rest", TWO, TWO),
        Pair("line", "Line", "central", "peripheral"),
        Pair("fluid", "Fluid", "saline", "saline"),
    ),
    MADE_UP,
)
DAY = date(2026, 11, 8)
TEN = datetime(2026, 11, 8, 10, 0)
SHEET = Schedule(
    "Day sheet",
    (
        Due("second", TEN, "infusion", until=datetime(2026, 11, 8, 11, 30)),
        Due("first", DAY, "weigh"),
        Due("third", date(2026, 12, 31), "second vaccine", until=date(2027, 1, 31)),
    ),
    MADE_UP,
)

Volume = Annotated[
    Quantity,
    Number(label="Volume", unit="mL", hint="", example="2", hard=limits(1, 9, "made up")),
]


@calculator("Sheet")
def day_sheet(*, volume: Volume) -> Answer:
    """A volume (mL) with one of everything that an answer may show."""
    lines = Mark("full", FIVE)
    scale = Scale("Fill", constant(0, "mL"), constant(10, "mL"), lines, (Mark("now", volume),))
    return Answer(
        {"volume": volume},
        heading="Sheet",
        headline=volume.shown(),
        results=(FLUIDS, PAIRS, SHEET),
        pictures=(scale, scale),
    )
