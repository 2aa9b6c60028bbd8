"""The label's tables as words, read off the rows that compute: to read, and to work by hand."""

from fractions import Fraction

from calc.clinical.foscarnet.clearance import label_per_kg
from calc.clinical.foscarnet.hydration import BEFORE_FIRST, FOR_FIRST, WITH_LATER
from calc.clinical.foscarnet.regimens import REGIMENS, Regimen
from calc.clinical.renal import Estimated
from calc.clinical.solutions import DEXTROSE, SALINE
from calc.clinical.sources import LABEL
from calc.model.quantity import Quantity
from calc.model.tables import DoseTable, Table


def dose_table(regimen: Regimen) -> Table:
    """A regimen's dose and interval by clearance per kg, the refusal last."""
    shortest = f"Shortest infusion {regimen.minimum_time.shown()}."
    source = f"Source: {regimen.table.cite.source}."
    return Table(
        f"{regimen.name}: dose by clearance per kg. {shortest} {source}",
        ("Clearance, mL/min/kg", "Dose and interval"),
        dose_rows(regimen.table),
        strong=1,
    )


def dose_rows(table: DoseTable) -> tuple[tuple[str, str], ...]:
    """Each band in words with its dose in words, the refusal last."""
    rows = [(row.band, row.dose) for row in table.rows]
    return (*rows, (f"below {table.lowest}", "not recommended"))


DOSES = {name: dose_table(regimen) for name, regimen in REGIMENS.items()}
LABEL_DOSES = tuple(DOSES[name] for name, each in REGIMENS.items() if not each.off_label)
"""The label's columns, each as a table of its own."""

FLUID = Table(
    f"Fluid with each infusion: {SALINE} or {DEXTROSE}. Source: {LABEL}.",
    ("Dose", "Fluid"),
    (
        (FOR_FIRST, BEFORE_FIRST.volume),
        *((fluid.doses, fluid.volume) for fluid in WITH_LATER),
        ("any other dose", "no figure in the label: that is not none"),
    ),
)


def _use(regimen: Regimen) -> str:
    return regimen.group if regimen.phase == "induction" else f"{regimen.group}, {regimen.phase}"


def _origin(regimen: Regimen) -> str:
    return "; ".join(dict.fromkeys(cite.source.title for cite in regimen.gives))


REGIMEN = Table(
    "Doses for normal kidneys, before they are reduced.",
    ("Use", "Dose and interval", "Shortest time", "Source"),
    tuple(
        (
            _use(regimen),
            regimen.table.rows[0].dose,
            regimen.minimum_time.shown(),
            _origin(regimen),
        )
        for regimen in REGIMENS.values()
    ),
    strong=1,
)


def _estimated(sex: str) -> Quantity:
    age = Quantity(Fraction(60), "a", "age")
    creatinine = Quantity(Fraction(1), "mg/dL", "creatinine in mg/dL")
    return label_per_kg(Estimated(age, sex, creatinine))


CLEARANCE = (("Men", _estimated("male")), ("Women", _estimated("female")))
"""The clearance per kg, from which its formula is read."""

TABLES = {
    **{f"dose-table {name}": (table,) for name, table in DOSES.items()},
    "dose-tables": LABEL_DOSES,
    "fluid-table": (FLUID,),
    "regimen-table": (REGIMEN,),
}
"""The tables that a page may show, by name."""

FORMULAS = {"clearance-formula": CLEARANCE}
"""The quantities whose formulas a page may show, by name, each with whom it is for."""
