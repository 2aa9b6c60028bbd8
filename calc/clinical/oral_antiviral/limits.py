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
    "US label of aciclovir: the intravenous form is the one indicated for VZV in immunocompromised "
    "patients.",
    (ACICLOVIR_ORAL_US.at("dosage"),),
)
UK_ACICLOVIR = Check(
    "UK text of aciclovir: in the severely immunocompromised, or where the gut absorbs badly, "
    "think of intravenous aciclovir.",
    (UK_SECTION,),
)
US_VALACICLOVIR = Check(
    "US label of valaciclovir: efficacy and safety are not established in immunocompromised "
    "patients, with exceptions that do not include zoster.",
    (VALACICLOVIR.at("limitations of use"),),
)
UK_VALACICLOVIR = Check(
    "UK text of valaciclovir: zoster in mild or moderate immunosuppression. Severe "
    "immunosuppression is not among its indications.",
    (VALACICLOVIR_UK.at("therapeutic indications"),),
)
US_FAMCICLOVIR = Check(
    "US label of famciclovir: not established in zoster of the eye, nor in immunocompromised "
    "patients but for recurrent herpes simplex with HIV.",
    (FAMCICLOVIR.at("limitations of use"),),
)
UK_FAMCICLOVIR = Check(
    "UK text of famciclovir: zoster in immunocompromised adults too; zoster of the eye only in the "
    "immunocompetent.",
    (FAMCICLOVIR_UK.at("therapeutic indications"),),
)
RESTATED_US = Check(
    "Its rows for the kidneys were not reached in the US label: two handbooks restate them, and "
    "agree.",
    (
        FAMCICLOVIR_RESTATED.at("patients with renal impairment"),
        FAMCICLOVIR_JAPAN.at("renal impairment"),
        SITE_RULE.at("rows of famciclovir, restated"),
    ),
)
RESTATED_EUROPE = Check(
    "Its rows for the kidneys were not reached in the UK text: they are those of the German one, "
    "restated.",
    (FAMCICLOVIR_DE.at("renal impairment"), SITE_RULE.at("rows of famciclovir, restated")),
)
OF_GENITAL_HERPES = Check(
    "No row of the US label is for prophylaxis of zoster. This is its nearest: suppression of "
    "recurrent genital herpes.",
    (ACICLOVIR_ORAL_US.at("table 3"), SITE_RULE.at("the nearest row")),
)
OF_HIV = Check(
    "No row of the US label is for prophylaxis of zoster. This is its nearest: suppression of "
    "genital herpes in HIV.",
    (VALACICLOVIR.at("table 1"), SITE_RULE.at("the nearest row")),
)
OF_HSV = Check(
    "No row of the UK text is for prophylaxis of zoster. This is its nearest: prophylaxis of "
    "herpes simplex in the immunocompromised.",
    (UK_SECTION, SITE_RULE.at("the nearest row")),
)
OF_SUPPRESSION = Check(
    "No row read is for prophylaxis of zoster. This is the nearest: suppression of herpes simplex "
    "in the immunocompromised, by the maker's text; the row for the kidneys is known by its dose.",
    (
        VALTREX_MIMS.at("suppression"),
        VALACICLOVIR_EU.at("table 1"),
        SITE_RULE.at("the nearest row"),
    ),
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
