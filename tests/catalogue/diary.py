"""A calculator that asks one input of each kind, registered from outside: it is no drug's."""

from collections.abc import Iterable
from datetime import date, time
from fractions import Fraction
from functools import reduce
from typing import Annotated

from calc.model.asking import When
from calc.model.calculator import calculator
from calc.model.dates import Date
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.outcomes import Answer, FieldError, InputError, Line
from calc.model.quantity import Quantity
from calc.model.series import Row, Series
from calc.model.several import Several
from calc.model.times import Time
from calc.model.written import Span

Started = Annotated[
    date,
    Date(
        label="First day",
        hint="Like 28 Nov 2026.",
        hard=Span(date(2020, 1, 1), date(2030, 12, 31), "beyond this a slip is likelier"),
        soft=Span(date(2026, 1, 1), date(2027, 12, 31), "the garden is young"),
    ),
]
Watered = Annotated[time, Time(label="Watered at", hint="Like 14:30.")]
Height = Annotated[
    Quantity,
    Number(label="Tallest", unit="cm", example="30", hard=limits(1, 300, "no herb is taller")),
]
Soil = Annotated[
    str,
    Choice(
        label="Soil",
        options=(Option("clay", "Clay", "clay"), Option("sand", "Sand", "sand")),
        compact=True,
    ),
]
Crop = Annotated[
    str,
    Choice(
        label="Crop",
        options=(
            Option("beans", "Beans", "beans", when=When("soil", ("clay",))),
            Option("thyme", "Thyme", "thyme", when=When("soil", ("sand",))),
            Option("grass", "Grass", "grass"),
        ),
    ),
]
Bed = Annotated[
    str,
    Choice(
        label="Bed",
        options=(
            Option("south", "South", "south", group="Raised"),
            Option("north", "North", "north", group="Raised"),
            Option("long", "Long", "long", group="Level"),
        ),
    ),
]
Path = Annotated[
    str,
    Choice(
        label="Path",
        options=(
            Option("bark", "Bark", "bark", group="Loose"),
            Option("gravel", "Gravel", "gravel", group="Loose"),
            Option("stone", "Stone", "stone", group="Firm"),
        ),
    ),
]
Slugs = Annotated[YesNoUnknown, yes_no_unknown("Slugs")]
Remedy = Annotated[
    str,
    Choice(
        label="Remedy",
        options=(Option("beer", "Beer", "beer"), Option("fleece", "Fleece", "fleece")),
    ),
    When("slugs", ("yes",)),
]
Beer = Annotated[
    Quantity,
    Number(label="Beer", unit="mL", example="500", factors={"L": Fraction(1, 1000)}),
    When("remedy", ("beer",)),
]
Told = Annotated[
    date, Date(label="Asked about slugs on"), When("slugs", ("unknown",), optional=True)
]
Herbs = Annotated[
    tuple[str, ...],
    Several(
        label="Herbs",
        options=(
            Option("mint", "Mint", "mint"),
            Option("sage", "Sage", "sage", words=("salvia",)),
        ),
        none="No herbs",
    ),
]
Weeds = Annotated[
    tuple[str, ...],
    Several(
        label="Weeds",
        hint="Latin names too, with commas between.",
        options=(
            Option("nettle", "Nettle", "nettle", words=("urtica",)),
            Option("dandelion", "Dandelion", "dandelion", words=("taraxacum",)),
            Option("danewort", "Danewort", "danewort"),
            *(
                Option(f"weed-{letter}", f"Weed {letter.upper()}", letter)
                for letter in "abcdefghijkl"
            ),
        ),
    ),
]
Leaves = Annotated[
    tuple[Row, ...],
    Series(
        label="Leaves",
        hint="A row for each day, with its time if there is one: 28 Nov 2026 14:30 12.",
        date=Date(
            label="Day",
            hard=Span(date(2020, 1, 1), date(2030, 12, 31), "beyond this a slip is likelier"),
        ),
        time=Time(label="Time"),
        number=Number(
            label="Weight",
            unit="g",
            example="12",
            factors={"kg": Fraction(1, 1000)},
            hard=limits(1, 9000, "no leaves are heavier"),
            soft=limits(1, 100, "few leaves are heavier"),
        ),
    ),
]


@calculator("Garden diary")
def garden_diary(
    *,
    tallest: Height,
    soil: Soil,
    crop: Crop,
    bed: Bed,
    slugs: Slugs,
    remedy: Remedy | None = None,
    beer: Beer | None = None,
    told: Told | None = None,
    started: Started,
    herbs: Herbs,
    leaves: Leaves = (),
    weeds: Weeds = (),
    watered: Watered | None = None,
    path: Path | None = None,
) -> Answer:
    """What was written down of a garden (cm), as it was read."""
    if told and told > started:
        raise InputError(FieldError("told", "order", "Nobody was asked after the first day"))
    lines = [
        Line("Garden", "First day", f"{started:%Y-%m-%d}"),
        Line("Garden", "Crop", f"{crop} on {soil}, {bed}"),
        Line("Garden", "Herbs", ", ".join(herbs) or "none"),
        Line("Garden", "Weeds", ", ".join(weeds) or "none"),
        Line("Garden", "Slugs", _slugs(slugs, remedy, beer)),
    ]
    if path:
        lines.append(Line("Garden", "Path", path))
    if watered:
        lines.append(Line("Garden", "Watered at", f"{watered:%H:%M}"))
    values = {"tallest": tallest}
    if leaves:
        total = sum_of(row.value for row in leaves)
        values["leaves"] = total.named("leaves in all", "g")
    return Answer(
        values,
        heading="Diary",
        headline=tallest.shown(),
        lines=tuple(lines),
    )


def _slugs(slugs: YesNoUnknown, remedy: str | None, beer: Quantity | None) -> str:
    match slugs:
        case YesNoUnknown.YES:
            return f"{remedy}, {beer.shown()}" if beer else f"{remedy}"
        case YesNoUnknown.NO:
            return "none"
        case YesNoUnknown.UNKNOWN:
            return "look again"


def sum_of(quantities: Iterable[Quantity]) -> Quantity:
    """All of them together."""
    return reduce(Quantity.__add__, quantities)


ANSWERS = {
    "tallest": "30",
    "soil": "clay",
    "crop": "beans",
    "bed": "north",
    "slugs": "yes",
    "remedy": "beer",
    "beer": "500",
    "beer_unit": "mL",
    "started": "28 Nov 2026",
    "herbs": "sage\nmint",
    "weeds": "Nettle, taraxacum",
    "leaves": "29 Nov 2026\t14:30\t12.5\n28/11/2026;7\n",
    "leaves_unit": "g",
    "watered": "2.30 pm",
    "path": "gravel",
}
