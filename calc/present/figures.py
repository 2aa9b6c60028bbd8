"""The figures that a page may state, by name: `figure("rate-cap")`."""

from calc.model.quantity import Quantity
from calc.model.tables import Row
from calc.pages import FIGURES
from calc.present.markup import NBSP, typeset


def figure(name: str) -> str:
    """A figure with its unit, as people read it. Raises KeyError if there is none of that name."""
    match FIGURES[name]:
        case Quantity() as quantity:
            return typeset(quantity.shown())
        case Row() as row:
            return row.dose.replace(" ", NBSP)
        case words:
            return typeset(words)
