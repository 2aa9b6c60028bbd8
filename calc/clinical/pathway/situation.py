"""What is asked about a course of treatment that does not heal."""

from dataclasses import dataclass
from typing import Annotated, Literal

from calc.model.asking import When
from calc.model.inputs import Choice, Option, YesNoUnknown, yes_no_unknown
from calc.model.limits import limits
from calc.model.number import Number
from calc.model.quantity import Quantity
from calc.model.several import Several

type Flag = Literal["spread", "organ", "brain", "eye", "ear", "necrotic", "fever"]
type Host = Literal["on-treatment", "off-treatment", "high-risk"]
type Lesions = Literal["new", "unchanged", "healing", "healed"]
type Treatment = Literal["tablets", "aciclovir-iv", "foscarnet"]
type Tablets = Literal["aciclovir", "valaciclovir", "famciclovir"]
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
            Option("brain", "Confusion, weakness or another sign of the brain", "brain"),
            Option(
                "eye",
                "Forehead, eyelid or nose; a red or painful eye; light that hurts; loss of vision",
                "eye",
            ),
            Option("ear", "Vesicles in the ear, facial palsy, hearing or balance", "ear"),
            Option("necrotic", "Black or bleeding lesions, or several dermatomes", "necrotic"),
            Option("fever", "Fever or neutropenia", "fever"),
        ),
        none="None of these",
        ask="Tick the red flags, or that there are none",
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
]
LesionsToday = Annotated[
    Lesions,
    Choice(
        label="Lesions today",
        options=(
            Option("new", "New ones, or spreading", "new"),
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
        ),
    ),
]
WhichTablets = Annotated[
    Tablets,
    Choice(
        label="Which tablets",
        options=(
            Option("aciclovir", "Aciclovir (acyclovir)", "aciclovir", words=("acyclovir",)),
            Option(
                "valaciclovir",
                "Valaciclovir (valacyclovir)",
                "valaciclovir",
                words=("valacyclovir",),
            ),
            Option("famciclovir", "Famciclovir", "famciclovir"),
        ),
    ),
    When("treatment", ("tablets",)),
]
Days = Annotated[
    Quantity,
    Number(
        label="Days of this treatment",
        unit="d",
        hint="Whole days so far.",
        example="5",
        hard=limits(0, 365, "beyond this a slip is likelier than a course"),
        soft=limits(0, 60, "few courses are longer"),
        whole=True,
        unit_words=("days", "day", "d"),
    ),
]
InFull = Annotated[
    YesNoUnknown,
    yes_no_unknown(
        "Was every dose given in full?",
        hint="The full dose for today's kidneys, none missed; tablets kept down and absorbed.",
    ),
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
]


@dataclass(frozen=True)
class Situation:
    """The answers: how this course of treatment stands today. `days` in days."""

    flags: tuple[Flag, ...]
    host: Host
    lesions: Lesions
    treatment: Treatment
    tablets: Tablets | None
    days: Quantity
    in_full: YesNoUnknown
    virus: Virus
    resistance: Resistance
    enough_clearance: YesNoUnknown
