"""The eight regimens a clinician can choose: two off-label ones for zoster, and the label's six."""

from dataclasses import dataclass
from typing import Annotated

from calc.clinical.foscarnet import label
from calc.clinical.sources import (
    DOSAGE,
    HIV_GUIDANCE,
    LABEL,
    RETINA_GUIDANCE,
    VZV_SERIES,
    ZOSTER_REVIEW,
)
from calc.model.asking import HOLDS
from calc.model.inputs import Choice, Option
from calc.model.quantity import Quantity, Step, constant
from calc.model.sources import Cite
from calc.model.tables import DoseTable

NOT_LABELLED = LABEL.at("Indications")
GIVE_40 = (VZV_SERIES.at("abstract"), ZOSTER_REVIEW.at("table 3"))
AT_HIV_GUIDANCE = HIV_GUIDANCE.at("varicella-zoster virus")
GIVE_90 = (AT_HIV_GUIDANCE, RETINA_GUIDANCE.at("dose"))


@dataclass(frozen=True)
class Regimen:
    """A regimen: whom it is for, the column that reduces it, its minimum infusion time, its phase.

    `off_label` says who gives a regimen that no label gives.
    """

    disease: str
    group: str
    table: DoseTable
    minimum_time: Quantity
    phase: str = "induction"
    hint: str = ""
    off_label: Step | None = None
    off_label_by: tuple[Cite, ...] = ()

    @property
    def id(self) -> str:
        """What programs call it: "hsv-40-every-8-h"."""
        full = self.table.rows[0]
        if self.phase == "induction":
            return f"{self.disease}-{full.give}-every-{full.every}-h"
        return f"{self.disease}-{self.phase}-{full.give}"

    @property
    def words(self) -> str:
        """Its dose for normal kidneys, as the form has it."""
        full = self.table.rows[0].dose
        return full if self.phase == "induction" else f"{self.phase.capitalize()}, {full}"

    @property
    def name(self) -> str:
        """What a result calls it.

        Requirement R-OFF-LABEL: A regimen that is not the label's says so in its name, in the
        answer and in every calculator that takes it.
        """
        return self.table.name if not self.off_label else f"Zoster, {self.words} (off label)"

    @property
    def use(self) -> str:
        """What it is for, in short: "CMV retinitis", "zoster, off label"."""
        disease = self.group.partition(",")[0]
        first = disease if disease == CMV else f"{disease[0].lower()}{disease[1:]}"
        return f"{first}, off label" if self.off_label else first

    @property
    def full_dose(self) -> Quantity:
        """Its dose for normal kidneys (mg/kg)."""
        return self.table.rows[0].gives

    @property
    def gives(self) -> tuple[Cite, ...]:
        """Where the regimen itself comes from: the label, or what gives an off-label one."""
        return self.off_label_by or (self.table.cite,)

    @property
    def notes(self) -> tuple[Step, ...]:
        """What stands in the working beside the arithmetic: that the regimen is off label."""
        return (self.off_label,) if self.off_label else ()


def _minimum(minutes: int, phase: str = "induction") -> Quantity:
    at = LABEL.at(f"{DOSAGE.locator}, {phase}")
    return constant(minutes, "min", "minimum time of the regimen", at)


DOSE_40, DOSE_90 = (table.rows[0].dose for table in (label.HSV_EVERY_8_H, label.CMV_90_EVERY_12_H))


def _off_label(dose: str, who: str, *cites: Cite) -> Step:
    return Step(
        "off-label use",
        "what gives a regimen that no label gives; sources disagree on the dose",
        f"zoster is not a labelled use of foscarnet; this regimen is {dose}",
        who,
        (NOT_LABELLED, *cites),
    )


VZV_40 = _off_label(
    DOSE_40,
    "given to five patients with AIDS in a case series of 1991, and in a review of 2013; "
    f"{DOSE_90} is quoted from US HIV guidance, and in a newer copy for the retina",
    *GIVE_40,
    AT_HIV_GUIDANCE,
)
VZV_90 = _off_label(
    DOSE_90,
    "second hand from US HIV guidance; British guidance has it for the retina only, and with "
    f"aciclovir; a case series of 1991 and a review of 2013 give {DOSE_40}",
    *GIVE_90,
    *GIVE_40,
)

HSV = "Herpes simplex, aciclovir-resistant"
ZOSTER = "Zoster, aciclovir-resistant: off label"
CMV = "CMV retinitis"

EVERY = (
    Regimen(
        "vzv",
        ZOSTER,
        label.HSV_EVERY_8_H,
        _minimum(60),
        hint="Case series, 1991",
        off_label=VZV_40,
        off_label_by=GIVE_40,
    ),
    Regimen(
        "vzv",
        ZOSTER,
        label.CMV_90_EVERY_12_H,
        _minimum(90),
        hint="Second hand; may be meant for the retina",
        off_label=VZV_90,
        off_label_by=GIVE_90,
    ),
    Regimen("hsv", HSV, label.HSV_EVERY_8_H, _minimum(60)),
    Regimen("hsv", HSV, label.HSV_EVERY_12_H, _minimum(60)),
    Regimen("cmv", CMV, label.CMV_60_EVERY_8_H, _minimum(60)),
    Regimen("cmv", CMV, label.CMV_90_EVERY_12_H, _minimum(90)),
    Regimen("cmv", CMV, label.CMV_MAINTENANCE_90, _minimum(120, "maintenance"), "maintenance"),
    Regimen("cmv", CMV, label.CMV_MAINTENANCE_120, _minimum(120, "maintenance"), "maintenance"),
)
"""In the order of the form."""

REGIMENS = {regimen.id: regimen for regimen in EVERY}
OPTIONS = tuple(Option(each.id, each.words, each, each.hint, each.group) for each in EVERY)

RegimenChoice = Annotated[
    Regimen,
    Choice(
        label="Regimen",
        hint="Named by its dose for normal kidneys.",
        options=OPTIONS,
    ),
    HOLDS,
]
