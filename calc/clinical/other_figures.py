"""Other figures to weigh beside an answer, none of them chosen: how their table speaks."""

from collections.abc import Sequence

from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE, Cite

OWN = "the answer above"
TO_WEIGH = SITE_RULE.at("figures to weigh, none chosen")


def other_figures(
    heads: tuple[str, ...], own: tuple[str, ...], rows: Sequence[Row], *cites: Cite
) -> tuple[Table, ...]:
    """A table of the rows under this answer's own, whose first cell is `OWN`; none without rows."""
    if not rows:
        return ()
    printed = Row("printed", own, {})
    return (Table("Other figures to weigh", heads, (printed, *rows), (TO_WEIGH, *cites)),)
