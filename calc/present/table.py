"""The label's tables as HTML, drawn from the rows that compute."""

from fractions import Fraction
from typing import Any

from calc.clinical.foscarnet.hydration import BEFORE_FIRST, WITH_LATER, Fluid
from calc.clinical.foscarnet.regimens import REGIMENS, Regimen, regimen_options
from calc.clinical.renal import estimated_per_kg
from calc.clinical.sources import LABEL
from calc.model.calculator import Calculator
from calc.model.inputs import Option
from calc.model.quantity import Quantity
from calc.model.tables import DoseTable
from calc.model.working import step_of
from calc.present.markup import Markup, tag

LABEL_REGIMENS = {name: each for name, each in REGIMENS.items() if not each.off_label}


def tables_for(calculator: Calculator[Any]) -> Markup:
    """What stands below a calculator, to be used by hand: the fluid table, or the dose tables."""
    doses = "regimen" in calculator.inputs or "fluid" not in calculator.inputs
    return dose_tables_html() if doses else fluid_table()


def dose_tables_html() -> Markup:
    """The label's six columns, each as a table of its own."""
    drawn = (dose_table(name) for name in LABEL_REGIMENS)
    return tag("div", *drawn, class_="dose-tables")


def dose_table(regimen: str) -> Markup:
    """One regimen's table: clearance per kg, dose and interval. Raises KeyError if unknown."""
    chosen = REGIMENS[regimen]
    rows = [
        tag("tr", tag("th", band, scope="row"), tag("td", tag("strong", dose)))
        for band, dose in dose_rows(chosen.table)
    ]
    shortest = f"Shortest infusion {chosen.minimum_time.shown()}."
    source = f"Source: {chosen.table.cite.source}."
    return _table(
        f"{chosen.name}: dose by clearance per kg. {shortest} {source}",
        ("Clearance, mL/min/kg", "Dose and interval"),
        rows,
    )


def dose_rows(table: DoseTable) -> list[tuple[str, str]]:
    """Each band in words with its dose in words, the refusal last."""
    rows = [(row.band(), row.dose()) for row in table.rows]
    return [*rows, (f"below {table.lowest}", "not recommended")]


def regimen_table() -> Markup:
    """Every regimen with its dose for normal kidneys, its shortest time and where it comes from."""
    rows = [
        tag(
            "tr",
            tag("th", _use(option, regimen), scope="row"),
            tag("td", tag("strong", regimen.table.rows[0].dose())),
            tag("td", regimen.minimum_time.shown()),
            tag("td", _origin(regimen)),
        )
        for option, regimen in regimen_options()
    ]
    heads = ("Use", "Dose and interval", "Shortest time", "Source")
    return _table("Doses for normal kidneys, before they are reduced.", heads, rows)


def _use(option: Option, regimen: Regimen) -> str:
    return option.group if regimen.phase == "induction" else f"{option.group}, {regimen.phase}"


def _origin(regimen: Regimen) -> str:
    return "; ".join(dict.fromkeys(cite.source.title for cite in regimen.gives))


def clearance_formula() -> Markup:
    """The formula of the clearance per kg, for men and women, read off the code that computes."""
    age = Quantity(Fraction(60), "a", "age")
    creatinine = Quantity(Fraction(1), "mg/dL", "creatinine in mg/dL")
    lines = [
        tag("li", f"{words}: {step_of(estimated_per_kg(age, sex, creatinine)).formula}")
        for words, sex in (("Men", "male"), ("Women", "female"))
    ]
    return tag("ul", *lines, class_="formula")


def fluid_table() -> Markup:
    """The label's hydration volumes."""
    rows = [_fluid_row("before the first infusion, any dose", BEFORE_FIRST)]
    rows += [_fluid_row(each.doses(), each) for each in WITH_LATER]
    silent = (tag("th", "any other dose", scope="row"), tag("td", "the label gives no figure"))
    return _table(
        f"Fluid with each infusion: 0.9% sodium chloride or 5% dextrose. Source: {LABEL}.",
        ("Dose", "Fluid"),
        [*rows, tag("tr", *silent)],
    )


def _fluid_row(dose: str, fluid: Fluid) -> Markup:
    return tag("tr", tag("th", dose, scope="row"), tag("td", fluid.volume()))


def _table(caption: str, heads: tuple[str, ...], rows: list[Markup]) -> Markup:
    head = tag("tr", *(tag("th", each, scope="col") for each in heads))
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", head),
        tag("tbody", *rows),
        class_="dose-table",
        translate="no",
        data_search_exclude=True,
    )
