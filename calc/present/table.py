"""Tables to read and to work by, as HTML."""

from collections.abc import Iterable

from calc.model.quantity import Quantity
from calc.model.tables import Table
from calc.present.markup import Markup, tag
from calc.present.working import formula

NARROW = 2
"""How many columns fit the narrowest page."""


def draw_tables(tables: Iterable[Table]) -> Markup | None:
    """One table as it is, several together; nothing where there is none."""
    drawn = [_draw(table) for table in tables]
    if len(drawn) > 1:
        return tag("div", *drawn, class_="dose-tables")
    return drawn[0] if drawn else None


def draw_formulas(quantities: Iterable[tuple[str, Quantity]]) -> Markup:
    """The formulas of quantities under each other, each with whom it is for."""
    lines = (tag("li", f"{label}: {formula(each)}") for label, each in quantities)
    return tag("ul", *lines, class_="formula")


def _draw(table: Table) -> Markup:
    head = tag("tr", *(tag("th", each, scope="col") for each in table.heads))
    return tag(
        "table",
        _caption(table.caption),
        tag("thead", head),
        tag("tbody", *(_row(table, cells) for cells in table.rows)),
        class_="dose-table",
        translate="no",
        data_search_exclude=True,
    )


def _caption(words: str) -> Markup:
    """A caption, whose first sentence says what the table is."""
    title, stop, rest = words.partition(". ")
    return (
        tag("caption", tag("strong", title, stop.strip()), " ", rest)
        if rest
        else tag("caption", title)
    )


def _row(table: Table, cells: tuple[str, ...]) -> Markup:
    """A row; on a narrow page each cell of a wide table says its head."""
    first, *others = cells
    drawn = [
        tag(
            "td",
            tag("strong", cell) if place == table.strong else cell,
            data_label=table.heads[place] if len(table.heads) > NARROW else None,
        )
        for place, cell in enumerate(others, 1)
    ]
    return tag("tr", tag("th", first, scope="row"), *drawn)
