"""The eight regimens a clinician can choose: the label's six, and two off-label ones for zoster."""

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
from calc.model.inputs import Choice, Option
from calc.model.quantity import Quantity, Step, constant
from calc.model.sources import Cite
from calc.model.tables import DoseTable

NOT_LABELLED = LABEL.at("Indications")
AT_HIV_GUIDANCE = HIV_GUIDANCE.at("varicella-zoster virus")


@dataclass(frozen=True)
class Regimen:
    """A regimen: the column that reduces it, its minimum infusion time, its phase.

    `off_label` says who gives a regimen that no label gives.
    """

    name: str
    table: DoseTable
    full_dose: Quantity
    minimum_time: Quantity
    phase: str
    off_label: Step | None = None
    off_label_by: tuple[Cite, ...] = ()

    @property
    def gives(self) -> tuple[Cite, ...]:
        """Where the regimen itself comes from: the label, or what gives an off-label one."""
        return self.off_label_by or (self.table.cite,)

    @property
    def notes(self) -> tuple[Step, ...]:
        """What stands in the working beside the arithmetic: that the regimen is off label."""
        return (self.off_label,) if self.off_label else ()


def _regimen(
    name: str,
    table: DoseTable,
    minutes: int,
    phase: str = "induction",
    off_label: Step | None = None,
    off_label_by: tuple[Cite, ...] = (),
) -> Regimen:
    full, at_phase = table.rows[0], LABEL.at(f"{DOSAGE.locator}, {phase}")
    return Regimen(
        name,
        table,
        constant(full.give, "mg/kg", "full dose per kg of the regimen", table.cite),
        constant(minutes, "min", "minimum time of the regimen", at_phase),
        phase,
        off_label,
        off_label_by,
    )


DOSE_40, DOSE_90 = (
    table.rows[0].dose() for table in (label.HSV_EVERY_8_H, label.CMV_90_EVERY_12_H)
)


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
    VZV_SERIES.at("abstract"),
    ZOSTER_REVIEW.at("table 3"),
    AT_HIV_GUIDANCE,
)
VZV_90 = _off_label(
    DOSE_90,
    "second hand from US HIV guidance; British guidance has it for the retina only, and with "
    f"aciclovir; a case series of 1991 and a review of 2013 give {DOSE_40}",
    AT_HIV_GUIDANCE,
    RETINA_GUIDANCE.at("dose"),
    VZV_SERIES.at("abstract"),
    ZOSTER_REVIEW.at("table 3"),
)

HSV = "Herpes simplex, aciclovir-resistant"
ZOSTER = "Zoster, aciclovir-resistant: off label, sources disagree"
CMV = "CMV retinitis"

REGIMENS = {
    "hsv-40-every-8-h": _regimen("HSV, 40 mg/kg every 8 hours", label.HSV_EVERY_8_H, 60),
    "hsv-40-every-12-h": _regimen("HSV, 40 mg/kg every 12 hours", label.HSV_EVERY_12_H, 60),
    "vzv-40-every-8-h": _regimen(
        "Zoster, 40 mg/kg every 8 hours (off label)",
        label.HSV_EVERY_8_H,
        60,
        off_label=VZV_40,
        off_label_by=(VZV_SERIES.at("abstract"), ZOSTER_REVIEW.at("table 3")),
    ),
    "vzv-90-every-12-h": _regimen(
        "Zoster, 90 mg/kg every 12 hours (off label)",
        label.CMV_90_EVERY_12_H,
        90,
        off_label=VZV_90,
        off_label_by=(AT_HIV_GUIDANCE, RETINA_GUIDANCE.at("dose")),
    ),
    "cmv-60-every-8-h": _regimen("CMV, 60 mg/kg every 8 hours", label.CMV_60_EVERY_8_H, 60),
    "cmv-90-every-12-h": _regimen("CMV, 90 mg/kg every 12 hours", label.CMV_90_EVERY_12_H, 90),
    "cmv-maintenance-90": _regimen(
        "CMV maintenance, 90 mg/kg every 24 hours", label.CMV_MAINTENANCE_90, 120, "maintenance"
    ),
    "cmv-maintenance-120": _regimen(
        "CMV maintenance, 120 mg/kg every 24 hours", label.CMV_MAINTENANCE_120, 120, "maintenance"
    ),
}


def _option(id: str, group: str, words: str, hint: str = "") -> Option:
    return Option(id, words, REGIMENS[id], hint, group)


OPTIONS = (
    _option("hsv-40-every-8-h", HSV, "40 mg/kg every 8 hours"),
    _option("hsv-40-every-12-h", HSV, "40 mg/kg every 12 hours"),
    _option("vzv-40-every-8-h", ZOSTER, "40 mg/kg every 8 hours", "Case series, 1991"),
    _option(
        "vzv-90-every-12-h",
        ZOSTER,
        "90 mg/kg every 12 hours",
        "Second hand; may be meant for the retina",
    ),
    _option("cmv-60-every-8-h", CMV, "60 mg/kg every 8 hours"),
    _option("cmv-90-every-12-h", CMV, "90 mg/kg every 12 hours"),
    _option("cmv-maintenance-90", CMV, "Maintenance, 90 mg/kg every 24 hours"),
    _option("cmv-maintenance-120", CMV, "Maintenance, 120 mg/kg every 24 hours"),
)

RegimenChoice = Annotated[
    Regimen,
    Choice(
        label="Regimen",
        hint="Named by its dose for normal kidneys.",
        options=OPTIONS,
    ),
]


def regimen_options() -> list[tuple[Option, Regimen]]:
    """Each option of the form with its regimen, in the order of the form."""
    return [(option, REGIMENS[option.id]) for option in OPTIONS]
