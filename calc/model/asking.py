"""Questions that depend on an earlier answer, and answers that outlast the day."""

from typing import NamedTuple


class When(NamedTuple):
    """An earlier choice, and its options with which something is asked or offered.

    In a parameter's annotation it says when the question is asked; the parameter has a default for
    when it is not. Asked, it must be answered, unless it is `optional`.
    """

    field: str
    answers: tuple[str, ...]
    optional: bool = False


class Holds(NamedTuple):
    """In a parameter's annotation: the answer holds beyond the day on which it was given.

    It stands already where its calculator comes up again. What is not declared so is asked anew:
    a number, a sign and a date are of one day. So is an answer named in `but`: it says that
    something was not known yet.
    """

    but: tuple[str, ...] = ()


HOLDS = Holds()
