"""`::: on-paper NAME`: forms to print and fill in by hand, each on a sheet of its own."""

from collections.abc import Iterable

from calc import __version__
from calc.model.statements import OnPaper
from calc.present.card import PATIENT_LABEL, SIGNED
from calc.present.markup import Markup, joined, tag
from calc.present.table import draw_tables
from calc.present.text import REVIEW, SITE
from calc.present.working import formula


def on_paper(forms: Iterable[OnPaper]) -> Markup:
    """Each form: for whom, what goes in, each formula with room for its result, tables, names."""
    return joined(*map(_drawn, forms))


def _drawn(form: OnPaper) -> Markup:
    rows = (
        tag("tr", tag("th", what, scope="row"), tag("td", formula(each)), tag("td"))
        for what, each in form.formulas
    )
    heads = ("What", "How", "Result")
    worked = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
        class_="on-paper-worked",
    )
    return tag(
        "section",
        tag("h2", form.title),
        tag("p", PATIENT_LABEL, class_="on-paper-label"),
        _boxes(form.asked),
        worked,
        tag("ul", *(tag("li", each) for each in form.heed)),
        draw_tables(form.tables),
        _boxes(SIGNED),
        tag("p", f"{SITE}, version {__version__}. {REVIEW}"),
        class_="on-paper",
        data_search_exclude=True,
    )


def _boxes(words: Iterable[str]) -> Markup:
    return tag("p", *(tag("span", each) for each in words), class_="on-paper-boxes")
