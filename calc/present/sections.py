"""The parts of which a result is made: sections, folds, tables, and where a line comes from."""

from calc.model.results import Row, Table
from calc.model.sources import Cite
from calc.present import text
from calc.present.markup import Markup, joined, tag


def section(title: str, body: Markup, class_: str) -> Markup:
    return tag("section", tag("h3", title), body, class_=class_)


def fold(title: str, body: Markup, class_: str) -> Markup:
    """A section that is folded on the screen; the style says which are open on paper."""
    return tag("details", tag("summary", tag("h3", title)), body, class_=f"outcome-fold {class_}")


def behind(line: str, cites: tuple[Cite, ...], detail: str = "") -> Markup:
    """What stands behind a line: why, and where that comes from; folded, and not on paper.

    Whoever hears one fold after another is told of which line each is.
    """
    opens = tag("summary", "Why", aria_label=f"Why: {line}")
    why = tag("p", detail) if detail else None
    return tag("details", opens, why, draw_cites(cites), class_="line-behind")


def draw_cites(cites: tuple[Cite, ...]) -> Markup:
    """Where a line comes from, in short; the sources stand in full at the end."""
    words = "; ".join(f"{source.title}: {places}" for source, places in text.sources(cites))
    return tag("span", words, class_="cites")


def draw_table(table: Table, kind: str) -> Markup:
    """A table under its title."""
    return section(table.title, draw_rows(table), class_=kind)


def draw_rows(table: Table) -> Markup:
    """A table; on a narrow page each cell says its head."""
    head = tag("tr", *(tag("th", each, scope="col") for each in table.heads))
    rows = [
        tag(
            "tr",
            tag("th", row.cells[0], _mark(row), scope="row"),
            *(
                tag("td", cell, data_label=name)
                for name, cell in zip(table.heads[1:], row.cells[1:], strict=True)
            ),
            data_row=row.id,
        )
        for row in table.rows
    ]
    drawn = tag(
        "table", tag("thead", head), tag("tbody", *rows), class_="comparison-table", translate="no"
    )
    return joined(drawn, tag("p", draw_cites(table.cites)))


def _mark(row: Row) -> Markup | None:
    """The word that makes a row stand out, on paper and to whoever hears it too."""
    return joined(" ", tag("strong", row.mark)) if row.mark else None
