"""`::: measured goals`, `visits`, `steady`, `pages` or `machine`: what the newest runs say."""

from calc.present.markup import Markup, tag
from overrides.markdown.speed.runs import runs
from overrides.markdown.speed.tables import Table, facts, goals, notes, pages, steady, visits


def measured(part: str) -> Markup:
    """One of PARTS as tables."""
    draw = PARTS[part]
    return draw() if runs() else tag("p", "Not measured yet: ", tag("code", "make bench"), " does.")


def _goals() -> Markup:
    return _drawn(goals(runs()))


def _visits() -> Markup:
    newest = runs()[-1]
    noted = tag("ul", *(tag("li", note) for note in notes(newest)))
    return tag("div", *map(_drawn, visits(newest)), noted)


def _steady() -> Markup:
    return _drawn(steady(runs()[-1]))


def _pages() -> Markup:
    return tag("div", *map(_drawn, pages(runs()[-1])))


def _machine() -> Markup:
    return tag("ul", *(tag("li", facts(each)) for each in runs()))


PARTS = {
    "goals": _goals,
    "visits": _visits,
    "steady": _steady,
    "pages": _pages,
    "machine": _machine,
}


def _drawn(table: Table) -> Markup:
    """A table in a box that scrolls, by keyboard too, where it is wider than the page."""
    heads = (tag("th", head, scope="col") if head else tag("td") for head in table.heads)
    rows = (
        tag("tr", tag("th", name, scope="row"), *(tag("td", cell) for cell in cells))
        for name, *cells in table.rows
    )
    drawn = tag(
        "table",
        tag("caption", table.caption),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        class_="dose-table",
        data_search_exclude=True,
    )
    about = table.caption.rstrip(".")
    return tag("div", drawn, class_="measured", role="region", aria_label=about, tabindex="0")
