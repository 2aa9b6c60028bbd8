"""What is asked of the order: the infection, dialysis, the product text, the vial."""

from dataclasses import replace
from typing import Annotated, NamedTuple, get_args

from calc.clinical import dialysis
from calc.clinical.aciclovir.label import HSV, UK, UK_250, UK_500, US, US_500, US_1000, VZV
from calc.clinical.aciclovir.label import Text as ProductText
from calc.clinical.aciclovir.label import Vial as OneVial
from calc.clinical.body_surface import PER_173
from calc.clinical.patient import MeasuredClearance
from calc.clinical.sources import ACICLOVIR_UCSF, ACICLOVIR_UK, EACS
from calc.model import units
from calc.model.asking import HOLDS
from calc.model.inputs import Choice, Option
from calc.model.number import Number
from calc.model.quantity import Quantity
from calc.model.refusals import Refusal
from calc.model.sources import SITE_RULE

IN_AN_ORGAN = Refusal(
    "aciclovir-in-an-organ",
    "No dose is given here for disease of the brain, the retina or another organ: sources differ, "
    "and give more, and for longer.",
    "Do not wait for a figure from here. Call infection specialists now, and an ophthalmologist "
    "for the retina. The page Giving intravenous aciclovir has what European HIV guidance gives in "
    "zoster.",
    (
        EACS.at("treatment"),
        ACICLOVIR_UK.at("section 4.2"),
        SITE_RULE.at("no one dose, no result"),
    ),
)
CONTINUOUS = Refusal(
    "continuous-dialysis",
    "No dose is given here for continuous dialysis or filtration: no product text read has one.",
    "Ask the renal team and a renal pharmacist today; what hospitals give is local practice.",
    (
        ACICLOVIR_UK.at("section 4.2"),
        ACICLOVIR_UCSF.at("dialysis"),
        SITE_RULE.at("no labelled dose, no result"),
    ),
)


class Infection(NamedTuple):
    """An infection with its full dose (mg/kg)."""

    name: str
    full: Quantity


ZOSTER = Infection("Zoster", VZV)
SIMPLEX = Infection("Herpes simplex of skin and mucous membranes", HSV)

InfectionChoice = Annotated[
    Infection,
    Choice(
        label="Virus and place",
        hint="Doses for immunocompromised adults.",
        options=(
            Option(
                "vzv",
                "Zoster (VZV)",
                ZOSTER,
                f"{VZV.shown()} with normal kidneys. Spread over the skin too; chickenpox by UK "
                "texts; the eyelid, once an ophthalmologist has seen the eye.",
            ),
            Option("hsv", SIMPLEX.name, SIMPLEX, f"{HSV.shown()} with normal kidneys"),
            Option(
                "organ",
                "Brain, retina or another organ, either virus",
                None,
                "No dose is given here.",
                refusal=IN_AN_ORGAN,
            ),
        ),
    ),
]

HAEMODIALYSIS = "haemodialysis"
PERITONEAL = "peritoneal"

RenalReplacement = Annotated[
    str,
    Choice(
        label="Dialysis",
        hint="On dialysis the clearance is not used.",
        options=(
            Option("none", "No dialysis", "none", means=dialysis.NONE),
            Option(
                HAEMODIALYSIS,
                "Haemodialysis or haemodiafiltration, in sessions",
                HAEMODIALYSIS,
                words=("hemodialysis",),
                means=dialysis.HAEMODIALYSIS,
            ),
            Option(PERITONEAL, "Peritoneal dialysis", PERITONEAL, means=dialysis.PERITONEAL),
            Option(
                "continuous",
                "Continuous dialysis or filtration",
                None,
                "No dose is given here.",
                refusal=CONTINUOUS,
                means=dialysis.CONTINUOUS,
            ),
        ),
        ask="Choose: is the patient on dialysis, and on which?",
    ),
]

_MEASURED = next(each for each in get_args(MeasuredClearance) if isinstance(each, Number))

ClearancePerArea = Annotated[
    Quantity,
    replace(
        _MEASURED,
        label="Measured 24-hour clearance per 1.73 m2",
        unit=PER_173,
        hint="Instead of both: of a 24-hour collection that is reported so. Never an eGFR.",
        loinc="",
    ),
]


def _hint(text: ProductText) -> str:
    return f"Clearance in {units.for_people(text.unit)}; at most {text.most.shown()}."


TextChoice = Annotated[
    ProductText,
    Choice(
        label="Product text",
        hint="They count clearance in two units, which can give two intervals.",
        options=tuple(
            Option(id, f"{text.name[:1].upper()}{text.name[1:]}", text, _hint(text))
            for id, text in {"us": US, "uk": UK}.items()
        ),
    ),
    HOLDS,
]

VIALS = {
    "us-500": (US, US_500),
    "us-1000": (US, US_1000),
    "uk-250": (UK, UK_250),
    "uk-500": (UK, UK_500),
}

VialChoice = Annotated[
    OneVial,
    Choice(
        label="Vial",
        hint="Read the strength off it: once dissolved, it is one of two.",
        options=tuple(
            Option(id, vial.words, vial, group=f"{vial.strength.shown()}, {text.name[:2]} vials")
            for id, (text, vial) in VIALS.items()
        ),
    ),
]
