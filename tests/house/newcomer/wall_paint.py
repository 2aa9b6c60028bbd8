"""Paint for a wall, by one table and one formula."""

from typing import Annotated

from calc.model.calculator import KnownAnswer, calculator
from calc.model.inputs import Choice, Option
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.outcomes import Answer, Line
from calc.model.quantity import Quantity, constant
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.sources import SITE_RULE
from calc.model.tables import Table
from calc.model.values import always

TIN = SITE_RULE.at("what the tin says")
LITRES = {
    "plaster": constant(0.1, "L/m/m", "plaster takes", TIN),
    "brick": constant(0.25, "L/m/m", "brick takes", TIN),
}
LARGEST = constant(80, "m.m")
TOO_LARGE = Refusal(
    "wall-too-large",
    "No paint is given for {area}: the tin is for walls up to {largest}.",
    "Ask a painter.",
    (TIN,),
)
LIKELY = limits(1, 50, "beyond this a slip is likelier than a wall")

Length = Annotated[Quantity, Number(label="Length", unit="m", example="5", hard=LIKELY)]
Height = Annotated[Quantity, Number(label="Wall height", unit="m", example="2.5", hard=LIKELY)]
Surface = Annotated[
    str,
    Choice(
        label="Surface",
        options=(Option("plaster", "Plaster", "plaster"), Option("brick", "Brick", "brick")),
    ),
]


@calculator(
    "Paint for a wall",
    reference=(
        Table(
            f"Paint for each coat. Source: {TIN.source}.",
            ("Surface", "Paint"),
            tuple((surface, each.shown()) for surface, each in LITRES.items()),
        ),
    ),
    values=always("L", "paint"),
    known_answers=(
        KnownAnswer({"length": "5", "wall_height": "2.5", "surface": "brick"}, ("Paint: 3.125 L",)),
        KnownAnswer(
            {"length": "50", "wall_height": "2.5", "surface": "brick"}, ("Ask a painter.",)
        ),
    ),
)
def wall_paint(*, length: Length, wall_height: Height, surface: Surface) -> Answer:
    """How much paint one coat of a wall takes (L), by its surface. Refused above 80 m2.

    By the tin. Values: paint.
    """
    area = (length * wall_height).named("area of the wall", "m.m")
    if area > LARGEST:
        raise RefusalRaised(TOO_LARGE.filled(area=area.shown(), largest=LARGEST.shown()))
    paint = (area * LITRES[surface]).named("paint", "L", TIN)
    return Answer(
        {"paint": paint},
        heading="Paint",
        headline=paint.shown(),
        lines=(Line("Wall", "Area", area.shown()),),
    )
