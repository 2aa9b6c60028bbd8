"""What a page may state or show of the calculators, by name; the browser needs none of it."""

from collections.abc import Mapping

from calc.clinical.aciclovir import figures as aciclovir
from calc.clinical.aciclovir import reference as of_aciclovir
from calc.clinical.foscarnet import figures, reference
from calc.model.quantity import Quantity
from calc.model.tables import Row, Table

FIGURES: Mapping[str, Quantity | Row | str] = {**figures.FIGURES, **aciclovir.FIGURES}
TABLES: Mapping[str, tuple[Table, ...]] = {
    **reference.TABLES,
    "aciclovir-table": (of_aciclovir.DOSES,),
}
LISTS: Mapping[str, tuple[str, ...]] = reference.LISTS
