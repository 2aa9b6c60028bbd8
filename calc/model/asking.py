"""Questions that depend on an earlier answer."""

from typing import NamedTuple


class When(NamedTuple):
    """An earlier choice, and its options with which something is asked or offered.

    In a parameter's annotation it says when the question is asked; the parameter has a default for
    when it is not. Asked, it must be answered, unless it is `optional`.
    """

    field: str
    answers: tuple[str, ...]
    optional: bool = False
