"""Names for the sources that the calculators rest on.

A key is all that is typed here; docs/references.json says what a source is and how it was read.
"""

from calc.clinical.register import PRINTED
from calc.model.sources import Source


def source(key: str) -> Source:
    """A source of docs/references.json. LookupError where the register of `calc` lacks the key."""
    if key not in PRINTED:
        raise LookupError(f"calc/clinical/register.py has no source {key}: run make register")
    return Source(key, *PRINTED[key])


LABEL = source("foscavir-us-label")
COCKCROFT_GAULT = source("cockcroft-gault-1976")
VZV_SERIES = source("safrin-1991-vzv")
HIV_GUIDANCE = source("nih-oi-vzv")
RETINA_GUIDANCE = source("bhiva-foscarnet")
ZOSTER_REVIEW = source("cohen-2013-zoster")
WHO_SODIUM = source("who-sodium-2012")
UCSF = source("ucsf-foscarnet")
HANDBOOK = source("ashp-foscarnet")
MONOGRAPH = source("medscape-foscarnet")
NDC = source("openfda-foscarnet-ndc")
SEIZURES = source("lor-liu-foscarnet-seizures")
PREGNANCY = source("foscarnet-pregnancy")

PATIENT_TEXT = source("foscavir-patient-text")
UK_MONOGRAPH = source("medscape-uk-foscarnet")
CHEO = source("cheo-foscarnet")
GALWAY = source("galway-foscarnet")
SWISS = source("foscavir-ch-label")
SECOND_SWISS = source("foscarnet-ideogen-ch")
GERMAN = source("medikamenten-net-foscavir")
FRENCH = source("foscarnet-tillomed-fr")
NEWER_ASSAYS = source("creatinine-assay-dosing")
CLINCALC = source("clincalc-idms")
ROUNDING = source("round-2018-creatinine")
BERTINO = source("bertino-1993-creatinine")
VETERANS = source("hosp-pharm-1998-creatinine")
REICHLEY = source("reichley-1995-creatinine")
NARROW_WINDOW = source("eppenga-2016")
MUSCLE = source("groothof-2022")
IDEAL_WEIGHT = source("globalrph-ideal-weight")
MORBID_OBESITY = source("demirovic-2009")
WHO_BMI = source("who-bmi")
PARAPROTEIN_PHOSPHATE = source("pseudohyperphosphatemia-lee")
PARAPROTEIN_ASSAYS = source("plasma-cell-assays")
PARAPROTEIN_CALCIUM = source("pseudohypercalcaemia-myeloma")
TOXICITY = source("foscarnet-toxicity-1992")
GLUCOSE_5 = source("glucose-5-uk-smpc")
GLUCOSE_5_STEROIDS = source("glucose-5-it-label")

ACICLOVIR_US = source("aciclovir-us-label")
ACICLOVIR_UK = source("zovirax-iv-uk-smpc")
ACICLOVIR_US_POWDER = source("aciclovir-us-powder")
ACICLOVIR_CONCENTRATE = source("aciclovir-25-uk-smpc")
ACICLOVIR_LEAFLET = source("aciclovir-25-uk-leaflet")
ACICLOVIR_GLOBALRPH = source("globalrph-aciclovir")
ACICLOVIR_GLOBALRPH_KIDNEYS = source("globalrph-aciclovir-renal")
ACICLOVIR_OXFORD = source("ouh-aciclovir")
ACICLOVIR_UCSF = source("ucsf-aciclovir")
ACICLOVIR_SKYSCAPE = source("skyscape-aciclovir")
ACICLOVIR_CONFUSION = source("brady-main-2009")
ACICLOVIR_CASES = source("aciclovir-neurotoxicity-2021")
HIV_TABLE = source("nih-oi-renal-table")
EACS_VZV = source("eacs-vzv")
BODY_SURFACE = source("globalrph-body-surface")

OVERDOSES = LABEL.at("Overdosage")
DOSAGE = LABEL.at("Dosage and Administration")
"""The section of the label that most of what is computed here stands in."""
