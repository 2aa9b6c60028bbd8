"""What a page may state or show of the calculators, by name; the browser needs none of it."""

from collections.abc import Mapping

from calc.clinical import figures
from calc.clinical.aciclovir import figures as aciclovir
from calc.clinical.cidofovir import figures as cidofovir
from calc.clinical.foscarnet import figures as foscarnet
from calc.clinical.foscarnet import on_paper, reference
from calc.clinical.foscarnet_certainty import figures as certainty
from calc.clinical.foscarnet_redose import figures as redose
from calc.clinical.foscarnet_schedule import reference as schedule
from calc.clinical.foscarnet_swiss import reference as swiss
from calc.clinical.pathway import stages
from calc.model.quantity import Quantity
from calc.model.statements import OnPaper, Stage
from calc.model.tables import Row, Table

FIGURES: Mapping[str, Quantity | Row | str] = {
    **figures.FIGURES,
    **foscarnet.FIGURES,
    **aciclovir.FIGURES,
    **cidofovir.FIGURES,
    **schedule.FIGURES,
    **redose.FIGURES,
    **swiss.FIGURES,
    **certainty.FIGURES,
}
TABLES: Mapping[str, tuple[Table, ...]] = reference.TABLES
ON_PAPER: Mapping[str, tuple[OnPaper, ...]] = {"foscarnet": on_paper.ON_PAPER}
STAGES: tuple[Stage, ...] = stages.STAGES
FORMULAS: Mapping[str, tuple[tuple[str, Quantity], ...]] = reference.FORMULAS
