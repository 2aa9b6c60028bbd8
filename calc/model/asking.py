"""Questions that depend on an earlier answer, and how far an answer goes."""

from enum import Enum
from typing import NamedTuple


class When(NamedTuple):
    """An earlier choice, and its options with which something is asked or offered.

    In a parameter's annotation it says when the question is asked; the parameter has a default for
    when it is not. Asked, it must be answered, unless it is `optional`.
    """

    field: str
    answers: tuple[str, ...]
    optional: bool = False


class Reach(Enum):
    """How far an answer goes."""

    ITS_DAY = "to every form, until its calculator comes up again"
    ONE_STEP = "to the form that follows its own, past one that works out nothing, and no further"
    BEYOND_THE_DAY = "where its calculator comes up again, too"


class Lasts(NamedTuple):
    """In a parameter's annotation: how far the answer goes; what says nothing is of its day.

    A number, a sign and a date are of one day; a creatinine may have been followed by another
    within it. An answer named in `but` says that something was not known yet, and lasts its day.
    """

    reach: Reach
    but: tuple[str, ...] = ()


ITS_DAY = Lasts(Reach.ITS_DAY)
MOMENTARY = Lasts(Reach.ONE_STEP)
HOLDS = Lasts(Reach.BEYOND_THE_DAY)
