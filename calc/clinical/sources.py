"""The sources the calculators rest on; their full records stand in docs/references.json."""

from calc.model.sources import Source

LABEL = Source(
    "foscavir-us-label",
    "US foscarnet label",
    "read in reprints, November 2026",
)
COCKCROFT_GAULT = Source("cockcroft-gault-1976", "Cockcroft and Gault", "Nephron, 1976")
VZV_SERIES = Source(
    "safrin-1991-vzv",
    "Safrin 1991, zoster",
    "five patients; Annals of Internal Medicine, abstract read",
)
HIV_GUIDANCE = Source(
    "nih-oi-vzv", "US HIV guidance, second hand", "opportunistic infections; read November 2026"
)
RETINA_GUIDANCE = Source(
    "bhiva-foscarnet", "BHIVA foscarnet page", "British HIV Association; read November 2026"
)
ZOSTER_REVIEW = Source(
    "cohen-2013-zoster", "Cohen 2013, zoster", "New England Journal of Medicine, read in part"
)
WHO_SODIUM = Source("who-sodium-2012", "WHO sodium guideline", "2012, read in part")
UCSF = Source("ucsf-foscarnet", "UCSF foscarnet page", "read November 2026")
HANDBOOK = Source("ashp-foscarnet", "Handbook on Injectable Drugs", "25th edition, read in a copy")
MONOGRAPH = Source(
    "medscape-foscarnet", "Foscarnet monograph", "Medscape text read in a copy, November 2026"
)
NDC = Source("openfda-foscarnet-ndc", "US drug code records", "read November 2026")
SEIZURES = Source(
    "lor-liu-foscarnet-seizures", "Lor and Liu", "neurologic sequelae with foscarnet; abstract read"
)
PREGNANCY = Source("foscarnet-pregnancy", "Foscarnet pregnancy warnings", "2023, read in part")

PATIENT_TEXT = Source(
    "foscavir-patient-text", "Patient text on Foscavir", "2012; second hand, origin not shown"
)
UK_MONOGRAPH = Source("medscape-uk-foscarnet", "UK foscarnet monograph", "read in part")
CHEO = Source("cheo-foscarnet", "CHEO foscarnet page", "read in part")
GALWAY = Source("galway-foscarnet", "Galway foscarnet guide", "read in part")
SWISS = Source("foscavir-ch-label", "Swiss foscarnet product information", "read in a reprint")
SECOND_SWISS = Source(
    "foscarnet-ideogen-ch", "Swiss text of a second foscarnet", "Foscarnet Ideogen, read in part"
)
GERMAN = Source("medikamenten-net-foscavir", "German digest of Foscavir", "read in part")
FRENCH = Source(
    "foscarnet-tillomed-fr", "French text of a second foscarnet", "Tillomed, read in part"
)
NEWER_ASSAYS = Source(
    "creatinine-assay-dosing", "Creatinine standardisation and dosing", "abstract read"
)
CLINCALC = Source("clincalc-idms", "ClinCalc on creatinine", "read in part")
ROUNDING = Source("round-2018-creatinine", "Review of rounding creatinine 2018", "abstract read")
BERTINO = Source("bertino-1993-creatinine", "Bertino 1993", "33 patients; abstract read")
VETERANS = Source(
    "hosp-pharm-1998-creatinine", "Veterans with low creatinine 1998", "abstract read"
)
REICHLEY = Source("reichley-1995-creatinine", "Reichley 1995", "186 patients; abstract read")
NARROW_WINDOW = Source("eppenga-2016", "Eppenga 2016", "abstract read")
MUSCLE = Source("groothof-2022", "Groothof 2022", "abstract read")
IDEAL_WEIGHT = Source("globalrph-ideal-weight", "GlobalRPh, ideal weight", "read in part")
MORBID_OBESITY = Source("demirovic-2009", "Demirovic 2009", "54 patients; read in part")
WHO_BMI = Source("who-bmi", "WHO on body mass index", "read in part")
PARAPROTEIN_PHOSPHATE = Source(
    "pseudohyperphosphatemia-lee", "Pseudohyperphosphataemia in myeloma", "abstract read"
)
PARAPROTEIN_ASSAYS = Source("plasma-cell-assays", "Paraprotein and assays", "abstract read")
PARAPROTEIN_CALCIUM = Source(
    "pseudohypercalcaemia-myeloma", "Pseudohypercalcaemia in myeloma", "abstract read"
)
TOXICITY = Source("foscarnet-toxicity-1992", "Foscarnet toxicity review 1992", "abstract read")
GLUCOSE_5 = Source("glucose-5-uk-smpc", "UK glucose 5% product information", "read in part")
GLUCOSE_5_STEROIDS = Source(
    "glucose-5-it-label", "Italian glucose 5% product information", "read in part"
)

OVERDOSES = LABEL.at("Overdosage")
DOSAGE = LABEL.at("Dosage and Administration")
"""The section of the label that most of what is computed here stands in."""
