"""What each text says of immunocompromised patients, and what its rows were written for."""

from calc.clinical.oral_antiviral.label import EUROPE, UK_SECTION, US, Purpose
from calc.clinical.sources import (
    ACICLOVIR_ORAL_US,
    FAMCICLOVIR,
    FAMCICLOVIR_DE,
    FAMCICLOVIR_JAPAN,
    FAMCICLOVIR_RESTATED,
    FAMCICLOVIR_UK,
    VALACICLOVIR,
    VALACICLOVIR_EU,
    VALACICLOVIR_UK,
    VALTREX_MIMS,
)
from calc.clinical.tablets import Tablets
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

US_ACICLOVIR = Check(
    "US label of aciclovir: for VZV in the immunocompromised, the intravenous form.",
    (ACICLOVIR_ORAL_US.at("dosage"),),
    "That form is the one indicated for it.",
)
UK_ACICLOVIR = Check(
    "UK text of aciclovir: in severe immunocompromise think of the intravenous one.",
    (UK_SECTION,),
    "In the severely immunocompromised, or where the gut absorbs badly.",
)
US_VALACICLOVIR = Check(
    "US label of valaciclovir: not established in the immunocompromised.",
    (VALACICLOVIR.at("limitations of use"),),
    "Neither efficacy nor safety is, with exceptions that do not include zoster.",
)
UK_VALACICLOVIR = Check(
    "UK text of valaciclovir: zoster in mild or moderate immunosuppression.",
    (VALACICLOVIR_UK.at("therapeutic indications"),),
    "Severe immunosuppression is not among its indications.",
)
US_FAMCICLOVIR = Check(
    "US label of famciclovir: not established in the eye or the immunocompromised.",
    (FAMCICLOVIR.at("limitations of use"),),
    "Not in zoster of the eye, nor in immunocompromised patients but for recurrent herpes simplex "
    "with HIV.",
)
UK_FAMCICLOVIR = Check(
    "UK text of famciclovir: zoster in immunocompromised adults too.",
    (FAMCICLOVIR_UK.at("therapeutic indications"),),
    "Zoster of the eye only in the immunocompetent.",
)
RESTATED_US = Check(
    "Its rows for the kidneys are restated by two handbooks, which agree.",
    (
        FAMCICLOVIR_RESTATED.at("patients with renal impairment"),
        FAMCICLOVIR_JAPAN.at("renal impairment"),
        SITE_RULE.at("rows of famciclovir, restated"),
    ),
    "They were not reached in the US label.",
)
RESTATED_EUROPE = Check(
    "Its rows for the kidneys are those of the German text, restated.",
    (FAMCICLOVIR_DE.at("renal impairment"), SITE_RULE.at("rows of famciclovir, restated")),
    "They were not reached in the UK text.",
)
OF_GENITAL_HERPES = Check(
    "No row for prophylaxis of zoster; the nearest: suppression of genital herpes.",
    (ACICLOVIR_ORAL_US.at("table 3"), SITE_RULE.at("the nearest row")),
    "Of the US label, of recurrent genital herpes.",
)
OF_HIV = Check(
    "No row for prophylaxis of zoster; the nearest: suppression of genital herpes.",
    (VALACICLOVIR.at("table 1"), SITE_RULE.at("the nearest row")),
    "Of the US label, of genital herpes in HIV.",
)
OF_HSV = Check(
    "No row for prophylaxis of zoster; the nearest: prophylaxis of herpes simplex.",
    (UK_SECTION, SITE_RULE.at("the nearest row")),
    "Of the UK text, in the immunocompromised.",
)
OF_SUPPRESSION = Check(
    "No row for prophylaxis of zoster; the nearest: suppression of herpes simplex.",
    (
        VALTREX_MIMS.at("suppression"),
        VALACICLOVIR_EU.at("table 1"),
        SITE_RULE.at("the nearest row"),
    ),
    "In the immunocompromised, by the maker's text; the row for the kidneys is known by its dose.",
)

LIMITS: dict[tuple[Tablets, Purpose, str], tuple[Check, ...]] = {
    ("aciclovir", "zoster", US.id): (US_ACICLOVIR,),
    ("aciclovir", "zoster", EUROPE.id): (UK_ACICLOVIR,),
    ("aciclovir", "prophylaxis", US.id): (OF_GENITAL_HERPES,),
    ("aciclovir", "prophylaxis", EUROPE.id): (OF_HSV,),
    ("valaciclovir", "zoster", US.id): (US_VALACICLOVIR,),
    ("valaciclovir", "zoster", EUROPE.id): (UK_VALACICLOVIR,),
    ("valaciclovir", "prophylaxis", US.id): (OF_HIV,),
    ("valaciclovir", "prophylaxis", EUROPE.id): (OF_SUPPRESSION,),
    ("famciclovir", "zoster", US.id): (US_FAMCICLOVIR, RESTATED_US),
    ("famciclovir", "zoster", EUROPE.id): (UK_FAMCICLOVIR, RESTATED_EUROPE),
}
"""By the tablets, the purpose and the id of the text."""
