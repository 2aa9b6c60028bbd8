"""Who advises prophylaxis in which therapy, each under the words that were read, none chosen."""

from typing import NamedTuple

from calc.clinical.prophylaxis.therapies import BRANDS, Kind, ids_of
from calc.clinical.sources import (
    BISPECIFIC_PANEL,
    DARATUMUMAB,
    ISATUXIMAB,
    PROPHYLAXIS_ALLOGRAFT,
    PROPHYLAXIS_ASH,
    PROPHYLAXIS_AUTOGRAFT,
    PROPHYLAXIS_AUTOGRAFT_DURATION,
    PROPHYLAXIS_BCMA,
    PROPHYLAXIS_CAR_T,
    PROPHYLAXIS_CAR_T_CYTOPENIA,
    PROPHYLAXIS_CARFILZOMIB,
    PROPHYLAXIS_CILTACABTAGENE,
    PROPHYLAXIS_ELRANATAMAB,
    PROPHYLAXIS_EMN,
    PROPHYLAXIS_GERMANY,
    PROPHYLAXIS_IMWG,
    PROPHYLAXIS_ISATUXIMAB_FDA,
    PROPHYLAXIS_IXAZOMIB,
    PROPHYLAXIS_NCCN,
    PROPHYLAXIS_NICE,
    PROPHYLAXIS_NORTHWESTERN,
    PROPHYLAXIS_TECLISTAMAB,
)
from calc.model.quantity import constant
from calc.model.sources import Cite

PI = ids_of(Kind.PROTEASOME)
BISPECIFICS = ids_of(Kind.BISPECIFIC)
CAR_TS = ids_of(Kind.CAR_T)
TRANSPLANTS = ids_of(Kind.AUTOLOGOUS, Kind.ALLOGENEIC)
ANTI_BCMA = tuple(each.id for each in BRANDS if each.bcma)
# "within 1 week after starting daratumumab", "for 3 months following the end of treatment"
BEGIN_WITHIN = constant(7, "d")
AFTER_DARATUMUMAB = constant(3, "mo")
US, UK, EUROPE = "US", "UK", "Europe"

LABEL = DARATUMUMAB.at("prophylaxis")
ISATUXIMAB_WARNINGS = ISATUXIMAB.at("warnings")
ISATUXIMAB_FDA = PROPHYLAXIS_ISATUXIMAB_FDA.at("abstract")
EMN = PROPHYLAXIS_EMN.at("abstract")
BCMA = PROPHYLAXIS_BCMA.at("viral row")
ASH = PROPHYLAXIS_ASH.at("table 4")
CAR_T = PROPHYLAXIS_CAR_T.at("antiviral row")
CYTOPENIA = PROPHYLAXIS_CAR_T_CYTOPENIA.at("antiviral row")
NICE = PROPHYLAXIS_NICE.at("quoted second hand")
IMWG = PROPHYLAXIS_IMWG.at("summary and abstract")
NORTHWESTERN = PROPHYLAXIS_NORTHWESTERN.at("abstract 4807")
PANEL = BISPECIFIC_PANEL.at("table 4")
ALLOGRAFT = PROPHYLAXIS_ALLOGRAFT.at("abstract")
AUTOGRAFT = PROPHYLAXIS_AUTOGRAFT.at("opening")
AUTOGRAFT_DURATION = PROPHYLAXIS_AUTOGRAFT_DURATION.at("abstract")
ON_AVERAGE = constant(220, "d")
"""How long prophylaxis was prescribed after autografts in a study, on average."""


class Advice(NamedTuple):
    """What a source says of prophylaxis in some therapies, whose it is, and of which country."""

    id: str
    of: tuple[str, ...]
    whose: str
    says: str
    cites: tuple[Cite, ...]
    country: str = ""


ADVICE = (
    # "Initiate antiviral prophylaxis to prevent herpes zoster reactivation within 1 week after
    # starting daratumumab ... and continue for 3 months following the end of treatment."
    Advice(
        "daratumumab-label",
        ("daratumumab",),
        "US label",
        f"begin it within {BEGIN_WITHIN.shown()} of the first dose, and go on for "
        f"{AFTER_DARATUMUMAB.shown()} after the end",
        (LABEL,),
        US,
    ),
    # "Consider the use of antibacterial and antiviral prophylaxis during treatment"
    Advice(
        "isatuximab-label",
        ("isatuximab",),
        "US label, under neutropenia",
        "consider it during treatment",
        (ISATUXIMAB_WARNINGS, ISATUXIMAB_FDA),
        US,
    ),
    # "Prophylactic aciclovir (or valacyclovir) is recommended for patients receiving proteasome
    # inhibitors, autologous or allogeneic transplantation (grade 1A)"
    Advice(
        "emn",
        (*PI, *TRANSPLANTS),
        "European Myeloma Network, 2015",
        "aciclovir or valaciclovir recommended, grade 1A",
        (EMN,),
        EUROPE,
    ),
    # "We recommend a risk-adapted approach with (val)acyclovir against HSV and VZV in patients
    # treated with alemtuzumab, bortezomib or purine analogues."
    Advice(
        "germany",
        ("bortezomib",),
        "German guideline, 2015",
        "aciclovir or valaciclovir, by risk",
        (PROPHYLAXIS_GERMANY.at("abstract"),),
        EUROPE,
    ),
    # "National Comprehensive Cancer Network guidelines recommend that herpes zoster prophylaxis be
    # considered for patients receiving bortezomib or bortezomib-based therapies."
    Advice(
        "nccn",
        ("bortezomib",),
        "US NCCN, second hand",
        "to be considered",
        (PROPHYLAXIS_NCCN.at("quoted second hand"),),
        US,
    ),
    # "Consider antiviral prophylaxis to decrease the risk of herpes zoster reactivation."
    Advice(
        "carfilzomib",
        ("carfilzomib",),
        "a US drug monograph",
        "consider it",
        (PROPHYLAXIS_CARFILZOMIB.at("prophylaxis"),),
        US,
    ),
    # "Antiviral prophylaxis was allowed at the physician's discretion."
    Advice(
        "ixazomib",
        ("ixazomib",),
        "US label",
        "no advice; left to the physician in the trial",
        (PROPHYLAXIS_IXAZOMIB.at("adverse reactions"),),
        US,
    ),
    # "consider continuing aciclovir or equivalent antiviral prophylaxis after treatment with
    # bortezomib or other proteasome inhibitors ends"
    Advice(
        "nice-pi",
        PI,
        "NICE, second hand",
        "consider continuing after it ends; no duration",
        (NICE,),
        UK,
    ),
    # "Acyclovir or valacyclovir against HSV and VZV in all RRMM patients (level III)"
    Advice(
        "panel",
        BISPECIFICS,
        "expert panel on bispecific antibodies, 2023",
        "aciclovir or valaciclovir for all, level III",
        (PANEL,),
    ),
    # "Consider initiation of antiviral prophylaxis to prevent herpes zoster reactivation"
    Advice(
        "teclistamab",
        ("teclistamab",),
        "maker's US page",
        "consider it, by local guidelines",
        (PROPHYLAXIS_TECLISTAMAB.at("dosing and administration"),),
        US,
    ),
    # "Administer prophylactic antimicrobial and antiviral medications according to clinical
    # practice guidelines."
    Advice(
        "elranatamab",
        ("elranatamab",),
        "a US drug monograph",
        "give it, by clinical practice guidelines",
        (PROPHYLAXIS_ELRANATAMAB.at("clinical considerations"),),
        US,
    ),
    # "Herpes simplex and zoster / Valaciclovir 500 mg twice daily / Throughout treatment"
    Advice(
        "bcma-table",
        ANTI_BCMA,
        "table on anti-BCMA treatment, in a journal",
        "valaciclovir throughout treatment",
        (BCMA,),
    ),
    # "Acyclovir or valacyclovir: prevention of HSV and VZV reactivation / All patients"
    Advice(
        "ash",
        (*BISPECIFICS, *CAR_TS),
        "US teaching table",
        "aciclovir or valaciclovir for all",
        (ASH,),
        US,
    ),
    # "Start 800 mg acyclovir twice daily or 500 mg valacyclovir twice daily prior to LD"
    Advice(
        "car-t-table",
        CAR_TS,
        "table on CAR-T, in a journal",
        "aciclovir or valaciclovir, begun before lymphodepletion",
        (CAR_T,),
    ),
    Advice(
        "cytopenia-table",
        CAR_TS,
        "table on cytopenias after CAR-T",
        "begun with lymphodepletion",
        (CYTOPENIA,),
    ),
    # "Manage per local clinical guidelines, including antibiotic or antiviral prophylaxis"
    Advice(
        "cilta-cel",
        ("cilta-cel",),
        "US label, quoted by the maker",
        "by local guidelines, where IgG is low",
        (PROPHYLAXIS_CILTACABTAGENE.at("summary"),),
        US,
    ),
    # "Average AP duration was 220 days"; "Among patients who received AP, duration of AP
    # prescriptions and HZ incidence were inversely related."
    Advice(
        "autograft-durations",
        ("autologous",),
        "a study of a database of patients, 2017",
        f"no advice; {ON_AVERAGE.shown()} on average; the longer it was prescribed, the less "
        "zoster",
        (AUTOGRAFT_DURATION,),
    ),
    # "77 hematopoietic cell transplant recipients at risk for VZV reactivation were randomized to
    # acyclovir 800 mg twice daily or placebo given from 1 to 2 months until 1 year"
    Advice(
        "allograft-trial",
        ("allogeneic",),
        "a randomised trial, 2006",
        "aciclovir prevented VZV disease in the first year",
        (ALLOGRAFT,),
    ),
)
"""What is said of named therapies."""
STEROID_WITH_IMID = Advice(
    "nice-imid",
    ids_of(Kind.IMMUNOMODULATORY, Kind.STEROID),
    "NICE, second hand",
    "consider it with both at once",
    (NICE,),
    UK,
)
"""It speaks of both together: "taking both immunomodulatory drugs and high-dose steroids"."""
FOR_ALL = (
    # "Acyclovir prophylaxis is recommended for patients seropositive for herpes simplex virus and
    # varicella zoster virus, as well as those receiving certain targeted monoclonal antibodies."
    Advice(
        "imwg",
        (),
        "International Myeloma Working Group, as summarised",
        "aciclovir for whoever has antibodies to HSV and VZV, or is treated with certain "
        "monoclonal antibodies",
        (IMWG,),
    ),
    # "indefinite prophylactic anti-viral agents once disease-specific therapy is initiated"
    Advice(
        "northwestern",
        (),
        "one US centre, 2007",
        "everybody, once treatment has begun",
        (NORTHWESTERN,),
        US,
    ),
)
"""What is said of myeloma whatever the therapy."""
