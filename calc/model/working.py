"""Reads the working of an answer off the history of its quantities."""

from collections.abc import Callable, Iterable, Iterator

from calc.model import digits, units
from calc.model.quantity import Found, Made, Quantity, Step

WHOLE = {"1": "number", "min": "minute"}
"""What one of a unit is called, where a figure is rounded to whole ones."""

BINDS = {"+": 1, "-": 1, "x": 2, "/": 2}

Writer = Callable[[Quantity], str]


def working(quantities: Iterable[Quantity]) -> list[Step]:
    """Every step that led to these quantities, each once, in the order it was needed."""
    made: dict[int, Quantity] = {}
    for quantity in quantities:
        _gather(quantity, made)
    return list(dict.fromkeys(step_of(each) for each in made.values() if each.how and each.name))


def step_of(quantity: Quantity) -> Step:
    """How one named quantity was made: in symbols, in numbers, its result and its sources."""
    if isinstance(quantity.how, Found):
        return quantity.how.step
    cites = dict.fromkeys(quantity.cites)
    for constant in _constants(quantity):
        cites |= dict.fromkeys(constant.cites)
    formula = _expression(quantity, _symbol)
    numbers = _expression(quantity, _number)
    return Step(quantity.name, formula, numbers, quantity.shown(), tuple(cites))


def _gather(quantity: Quantity, made: dict[int, Quantity]) -> None:
    """Put everything behind a quantity into `made`, earliest first, itself last, each once."""
    if id(quantity) not in made:
        for part in _parts(quantity):
            _gather(part, made)
        made[id(quantity)] = quantity


def _parts(quantity: Quantity) -> tuple[Quantity, ...]:
    if isinstance(quantity.how, Found):
        return (quantity.how.by,)
    return quantity.how.of if quantity.how else ()


def _constants(quantity: Quantity) -> Iterator[Quantity]:
    """The fixed figures used in this quantity's own step."""
    for part in _parts(quantity):
        if part.how is None:
            yield part
        elif not part.name:
            yield from _constants(part)


def _symbol(part: Quantity) -> str:
    return part.name or _number(part)


def _number(part: Quantity) -> str:
    """A figure that goes into a sum, in full, so that the sum can be done again by hand."""
    number = digits.in_full(part.value)
    unit = "" if part.bare else units.for_people(part.unit)
    return f"{number} {unit}" if unit else number


def _expression(quantity: Quantity, write: Writer, around: str = "") -> str:
    """The formula of a quantity; `write` writes its named parts, `around` decides on brackets."""
    if not isinstance(quantity.how, Made):
        return write(quantity)
    by, of = quantity.how.by, quantity.how.of
    if by in digits.ROOTS.values():
        return _root(quantity, by, of, write)

    def part(operand: Quantity, context: str = "") -> str:
        return write(operand) if operand.name else _expression(operand, write, context)

    if by.startswith("rounded"):
        inner, step = of
        if write is _symbol:
            return f"{part(inner)}, {by} {_multiple(step)}"
        if inner.value == quantity.value:
            return part(inner)
        result = "" if inner.name else f" = {_number(inner)}"
        return f"{part(inner)}{result}, {by} {_multiple(step)}"
    if by == "the longer of":
        return f"the longer of {part(of[0])} and {part(of[1])}"
    text = f"{part(of[0], by)} {by} {part(of[1], by + ' right')}"
    return f"({text})" if _needs_brackets(by, around) else text


def _root(quantity: Quantity, by: str, of: tuple[Quantity, ...], write: Writer) -> str:
    """A root in symbols, or in numbers with where it was cut."""
    inner, step = of
    plain = inner.name or inner.how is None
    under = write(inner) if plain else f"({_expression(inner, write)})"
    if write is _symbol or quantity.between is None:
        return f"{by} of {under}"
    places = len(str(step.value.denominator)) - 1
    return f"{by} of {under}, cut to {places} digits after the point"


def _multiple(step: Quantity) -> str:
    """To what was rounded, in words: "a whole minute", "the nearest 0.1 mL"."""
    if step.value == 1 and step.unit in WHOLE:
        return f"a whole {WHOLE[step.unit]}"
    return f"the nearest {step.shown()}"


def _needs_brackets(operator: str, around: str) -> bool:
    outer, _, side = around.partition(" ")
    if not outer:
        return False
    if BINDS[operator] != BINDS[outer]:
        return BINDS[operator] < BINDS[outer]
    return side == "right" and outer in "-/"
