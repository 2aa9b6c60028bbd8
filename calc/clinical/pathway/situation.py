"""What is asked about a course of treatment that does not heal."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from calc.clinical.plausible import SLIP_IN_A_COURSE
from calc.clinical.tablets import TABLETS, Tablets
from calc.model.asking import HOLDS, Lasts, Reach, When
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.quantity import Quantity
from calc.model.several import Several

type Flag = Literal["spread", "organ", "brain", "eye", "ear", "necrotic", "mucosa", "fever"]
type Suspicion = Literal["atypical", "breakthrough", "long-earlier"]
type Host = Literal["on-treatment", "off-treatment", "high-risk"]
type Lesions = Literal["new", "unchanged", "healing", "healed"]
type Treatment = Literal["tablets", "aciclovir-iv", "foscarnet", "cidofovir", "prophylaxis", "none"]
type TabletsDose = Literal["fits", "too-little", "too-much", "not-checked"]
type Virus = Literal["vzv", "hsv", "not-known"]
type Resistance = Literal["not-sent", "pending", "resistant", "sensitive"]

RedFlags = Annotated[
    tuple[Flag, ...],
    Several(
        label="Red flags",
        hint="Tick each that holds today.",
        options=(
            Option("spread", "Lesions beyond the first and the neighbouring dermatomes", "spread"),
            Option("organ", "Abdominal pain, raised liver enzymes or breathlessness", "organ"),
            Option(
                "brain", "Confusion, tremor, a seizure, weakness or another brain sign", "brain"
            ),
            Option(
                "eye",
                "Forehead, eyelid or nose, red or painful eye, light hurts, vision changed",
                "eye",
            ),
            Option("ear", "Vesicles in the ear, facial palsy, hearing or balance", "ear"),
            Option(
                "necrotic",
                "Black or bleeding lesions, satellites, or several dermatomes",
                "necrotic",
            ),
            Option("mucosa", "Mouth or another mucous membrane, or head and neck", "mucosa"),
            Option("fever", "Fever or neutropenia", "fever"),
        ),
        none="None of these",
        ask="Tick the red flags, or that there are none",
    ),
]
Suspicions = Annotated[
    tuple[Suspicion, ...],
    Several(
        label="Reasons to suspect resistance",
        options=(
            Option("atypical", "Wart-like lesions, or ulcers of a month or more", "atypical"),
            Option("breakthrough", "It broke through prophylaxis", "breakthrough"),
            Option(
                "long-earlier",
                "Long earlier treatment with aciclovir or a related drug",
                "long-earlier",
            ),
        ),
        none="None of these",
        ask="Tick the reasons, or that there are none",
    ),
]
Patient = Annotated[
    Host,
    Choice(
        label="Myeloma",
        options=(
            Option("on-treatment", "On treatment, steroids too", "on-treatment"),
            Option(
                "high-risk",
                "A recent transplant or CAR-T, or a bispecific antibody",
                "high-risk",
            ),
            Option("off-treatment", "Off treatment", "off-treatment"),
        ),
    ),
    HOLDS,
]
LesionsToday = Annotated[
    Lesions,
    Choice(
        label="Lesions today",
        options=(
            Option("new", "New ones", "new"),
            Option("unchanged", "None new, and not healing", "unchanged"),
            Option("healing", "None new, and crusting", "healing"),
            Option("healed", "All dry and crusted, or gone", "healed"),
        ),
    ),
]
TreatmentNow = Annotated[
    Treatment,
    Choice(
        label="Treatment now",
        options=(
            Option("tablets", "Antiviral tablets", "tablets"),
            Option("aciclovir-iv", "Intravenous aciclovir", "aciclovir-iv"),
            Option("foscarnet", "Foscarnet", "foscarnet"),
            Option("cidofovir", "Cidofovir", "cidofovir"),
            Option("prophylaxis", "Prophylaxis only", "prophylaxis"),
            Option("none", "None, or finished", "none"),
        ),
    ),
]
COUNTED = When("treatment", ("tablets", "aciclovir-iv", "foscarnet"))
"""The treatments whose days and doses are asked about."""
WhichTablets = Annotated[Tablets, TABLETS, When("treatment", ("tablets",))]
Days = Annotated[
    Quantity,
    Number(
        label="Days of this treatment",
        unit="d",
        hint="Whole days so far.",
        example="5",
        hard=limits(0, 365, SLIP_IN_A_COURSE),
        soft=limits(0, 60, "few courses are longer"),
        slips=(
            Slip(
                unit="h",
                makes=Fraction(1, 24),
                spellings=("hours", "hour", "hrs"),
                between=limits(1, 10, "days that are written in hours"),
            ),
        ),
        whole=True,
        unit_words=("days", "day", "d"),
    ),
    COUNTED,
]
TabletsFit = Annotated[
    TabletsDose,
    Choice(
        label="Dose of the tablets, by today's kidneys",
        hint="The calculator of antiviral tablets tells, and goes on to here.",
        options=(
            Option("fits", "As the text gives", "fits"),
            Option("too-little", "Less than the text gives", "too-little"),
            Option("too-much", "More than the text gives", "too-much"),
            Option("not-checked", "Not checked", "not-checked"),
        ),
        ask="Choose: does the dose of the tablets fit today's kidneys?",
    ),
    When("treatment", ("tablets",)),
]
InFull = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "Was every dose given in full?",
        hint="None missed; tablets kept down and absorbed, into a vein the dose for today's "
        "kidneys.",
    ),
    COUNTED,
]
WhichVirus = Annotated[
    Virus,
    Choice(
        label="Virus",
        hint="By PCR.",
        options=(
            Option("vzv", "VZV (zoster)", "vzv"),
            Option("hsv", "HSV (herpes simplex)", "hsv"),
            Option("not-known", "Not known", "not-known"),
        ),
        compact=True,
    ),
    Lasts(Reach.BEYOND_THE_DAY, but=("not-known",)),
]
ResistanceTest = Annotated[
    Resistance,
    Choice(
        label="Resistance test",
        hint="Against aciclovir.",
        options=(
            Option("not-sent", "Not sent", "not-sent"),
            Option("pending", "Sent, no result", "pending"),
            Option("resistant", "Resistant", "resistant"),
            Option("sensitive", "Sensitive", "sensitive"),
        ),
        compact=True,
    ),
    Lasts(Reach.BEYOND_THE_DAY, but=("not-sent", "pending")),
]


@dataclass(frozen=True)
class Situation:
    """The answers: how this course of treatment stands today. `days` in days, if counted."""

    flags: tuple[Flag, ...]
    suspicions: tuple[Suspicion, ...]
    host: Host
    lesions: Lesions
    treatment: Treatment
    tablets: Tablets | None
    tablets_dose: TabletsDose | None
    days: Quantity | None
    in_full: YesNoUnknown | None
    virus: Virus
    resistance: Resistance
    enough_clearance: YesNoUnknown

    @property
    def red(self) -> tuple[Flag, ...]:
        """The red flags: mucous membranes, head and neck are none where HSV is proven."""
        if self.virus != "hsv":
            return self.flags
        return tuple(flag for flag in self.flags if flag != "mucosa")

    @property
    def unhealed(self) -> bool:
        """Whether the lesions are new, or neither new nor healing."""
        return self.lesions in ("new", "unchanged")

    @property
    def urgent(self) -> bool:
        """A red flag, or this site's own: a patient at high risk whose lesions do not heal."""
        return bool(self.red) or (self.host == "high-risk" and self.unhealed)

    @property
    def full(self) -> bool:
        """Whether every dose was given, and none was too small; not known is not yes."""
        enough = self.tablets_dose in (None, "fits", "too-much")
        return self.in_full is YesNoUnknown.YES and enough

    @property
    def too_low(self) -> bool:
        """Whether the clearance is too low for foscarnet, or the patient is on dialysis."""
        return self.enough_clearance is YesNoUnknown.NO

    @property
    def on_aciclovir(self) -> bool:
        """Whether aciclovir or a relative of it is taken, prophylaxis too."""
        return self.treatment in ("tablets", "aciclovir-iv", "prophylaxis")

    def lasted(self, at_least: Quantity) -> bool:
        """Whether the treatment has lasted so many days."""
        return self.days is not None and self.days >= at_least
