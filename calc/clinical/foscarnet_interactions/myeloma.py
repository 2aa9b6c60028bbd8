"""Drugs against myeloma, for bone, for the immune system, and folinic acid."""

from calc.clinical.foscarnet_interactions.antimicrobials import ADDS_TO_KIDNEYS, MAUDSLEY
from calc.clinical.foscarnet_interactions.drug import (
    UK_INTERACTIONS,
    Drug,
    Effect,
    Level,
    class_listed,
    family,
    listed,
    of_its_class,
    own,
)
from calc.clinical.sources import (
    ARSENIC,
    CALCIUM_REVIEW,
    CARFILZOMIB,
    CHEO,
    CINACALCET,
    CLODRONATE,
    DARATUMUMAB,
    DENOSUMAB,
    DENOSUMAB_BOXED,
    DENOSUMAB_NADIR,
    DEXAMETHASONE,
    GERMAN_FOSCARNET,
    GLUCOSE_5_STEROIDS,
    IMMUNOGLOBULIN,
    ISATUXIMAB,
    KIDNEY_TEXTBOOK,
    LENALIDOMIDE,
    MAGNESIUM_IN_CANCER,
    MAGNESIUM_IN_ICU,
    MYELOMA_KIDNEYS,
    PAMIDRONATE,
    PANOBINOSTAT,
    PANOBINOSTAT_PDR,
    PROPHYLAXIS_TECLISTAMAB,
    TECLISTAMAB,
    ZOLEDRONATE,
)

IN_CANCER = MAGNESIUM_IN_CANCER.at("table 3")
IN_ICU = MAGNESIUM_IN_ICU.at("table 2")
GERMAN = GERMAN_FOSCARNET.at("page")
REVIEWED = CALCIUM_REVIEW.at("abstract")
TEXTBOOK = KIDNEY_TEXTBOOK.at("key concepts")
RECOMMENDED = MYELOMA_KIDNEYS.at("abstract and summary")
CALCIUM_CLASS = (
    of_its_class(Effect.CALCIUM),
    of_its_class(Effect.CALCIUM, UK_INTERACTIONS),
)
ASK_HAEMATOLOGY = "Ask the haematologist the same day what to hold while the infection is active."

BONE = (
    Drug(
        "Zoledronate",
        ("zoledronic acid", "zometa", "reclast", "aclasta"),
        Level.HOLD,
        "Hold it. Ask the day of the last dose: what was given still acts. Ionised calcium before "
        "and after each dose of foscarnet.",
        (
            *CALCIUM_CLASS,
            own(Effect.CALCIUM, ZOLEDRONATE.at("warnings: hydration and electrolytes")),
            own(Effect.KIDNEYS, ZOLEDRONATE.at("warnings: renal impairment")),
        ),
    ),
    Drug(
        "Pamidronate",
        ("pamidronic acid", "pamidronate disodium", "aredia"),
        Level.HOLD,
        "Hold it. Ask the day of the last dose: what was given still acts. Ionised calcium before "
        "and after each dose of foscarnet.",
        (
            *CALCIUM_CLASS,
            own(Effect.CALCIUM, PAMIDRONATE.at("precautions")),
            own(Effect.KIDNEYS, PAMIDRONATE.at("precautions: renal insufficiency")),
            listed(Effect.MAGNESIUM, IN_CANCER),
        ),
    ),
    Drug(
        "Denosumab",
        ("xgeva", "prolia"),
        Level.HOLD,
        "Hold it. Ask the day of the last dose: in one cohort calcium was lowest in the second "
        "week, and low calcium has lasted for weeks or months. Ionised calcium before and after "
        "each dose of foscarnet; worse in poor kidneys.",
        (
            *CALCIUM_CLASS,
            own(Effect.CALCIUM, DENOSUMAB.at("warnings and precautions")),
            own(Effect.CALCIUM, DENOSUMAB_BOXED.at("warnings")),
            listed(Effect.CALCIUM, DENOSUMAB_NADIR.at("abstract")),
        ),
    ),
    Drug(
        "Clodronate",
        ("sodium clodronate", "clodronic acid", "bonefos", "clasteon", "loron"),
        Level.HOLD,
        "Hold it: its text asks for calcium and creatinine before and during it, and less of it in "
        "poor kidneys. Ionised calcium before and after each dose of foscarnet.",
        (
            *CALCIUM_CLASS,
            class_listed(Effect.CALCIUM, REVIEWED),
            own(Effect.ITS_DOSE, CLODRONATE.at("warnings: renal impairment")),
        ),
    ),
    *family(
        Level.WATCH,
        "Ask whether it can wait. Ionised calcium before and after each dose of foscarnet.",
        (*CALCIUM_CLASS, class_listed(Effect.CALCIUM, REVIEWED)),
        {
            "Alendronate": ("alendronic acid", "fosamax"),
            "Risedronate": ("risedronic acid", "actonel"),
            "Ibandronate": ("ibandronic acid", "bonviva", "boniva", "bondronat"),
        },
    ),
    Drug(
        "Cinacalcet",
        ("sensipar", "mimpara"),
        Level.HOLD,
        "Hold it where it can be. Ionised calcium before and after each dose of foscarnet.",
        (*CALCIUM_CLASS, own(Effect.CALCIUM, CINACALCET.at("indications"))),
    ),
)
AGAINST_MYELOMA = (
    Drug(
        "Carfilzomib",
        ("kyprolis",),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} Its own fluid comes on top of foscarnet's: count both.",
        (own(Effect.KIDNEYS, CARFILZOMIB.at("hydration")),),
    ),
    Drug(
        "Bortezomib",
        ("velcade",),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} No foscarnet text read names it.",
        (listed(Effect.OTHER, RECOMMENDED, "the mainstay where myeloma has hurt the kidneys"),),
    ),
    Drug(
        "Lenalidomide",
        ("revlimid",),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} Work its dose out again with each creatinine that moves.",
        (
            own(Effect.ITS_DOSE, LENALIDOMIDE.at("posology: impaired renal function")),
            listed(Effect.ITS_DOSE, RECOMMENDED),
        ),
    ),
    Drug(
        "Thalidomide",
        ("thalomid",),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} No foscarnet text read names it.",
        (listed(Effect.OTHER, RECOMMENDED, "no change of its dose for the kidneys"),),
    ),
    Drug(
        "Dexamethasone",
        ("decadron",),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} Measure potassium; glucose too where foscarnet or its fluid is given "
        "in glucose 5%.",
        (
            listed(Effect.POTASSIUM, DEXAMETHASONE.at("interactions"), "potassium, with diuretics"),
            class_listed(
                Effect.OTHER,
                GLUCOSE_5_STEROIDS.at("interactions"),
                "glucose is tolerated less well",
            ),
        ),
    ),
    Drug(
        "Daratumumab",
        ("darzalex", "darzalex faspro"),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} No foscarnet text read names it.",
        (own(Effect.OTHER, DARATUMUMAB.at("prophylaxis"), "zoster: its label asks to prevent it"),),
    ),
    Drug(
        "Isatuximab",
        ("sarclisa",),
        Level.WATCH,
        f"{ASK_HAEMATOLOGY} No foscarnet text read names it.",
        (own(Effect.OTHER, ISATUXIMAB.at("warnings"), "infection while neutrophils are few"),),
    ),
    Drug(
        "Teclistamab",
        ("tecvayli",),
        Level.HOLD,
        f"{ASK_HAEMATOLOGY} Its text does not step it up while an infection is active.",
        (
            own(Effect.OTHER, TECLISTAMAB.at("warnings"), "not stepped up in active infection"),
            own(
                Effect.OTHER,
                PROPHYLAXIS_TECLISTAMAB.at("dosing and administration"),
                "zoster: its maker would weigh preventing it",
            ),
        ),
    ),
    Drug(
        "Panobinostat",
        ("farydak",),
        Level.HOLD,
        f"{ASK_HAEMATOLOGY} ECG, potassium, magnesium and ionised calcium before any dose.",
        (
            own(Effect.QT, PANOBINOSTAT.at("cardiac electrophysiology")),
            listed(Effect.POTASSIUM, PANOBINOSTAT_PDR.at("adverse reactions")),
        ),
    ),
    Drug(
        "Arsenic trioxide",
        ("trisenox",),
        Level.NOT,
        "Do not give together. Its label would stop other drugs that prolong QT, and wants "
        "potassium and magnesium kept up, which foscarnet lowers.",
        (own(Effect.QT, ARSENIC.at("section 5.2")),),
    ),
    Drug(
        "Cisplatin",
        ("platinol",),
        Level.HOLD,
        f"{ASK_HAEMATOLOGY} Creatinine, magnesium and ionised calcium every day.",
        (
            listed(Effect.KIDNEYS, GERMAN),
            listed(Effect.KIDNEYS, TEXTBOOK),
            listed(Effect.MAGNESIUM, IN_ICU),
            listed(Effect.CALCIUM, REVIEWED),
        ),
    ),
)
IMMUNE = (
    Drug(
        "Methotrexate",
        ("trexall", "matrex"),
        Level.HOLD,
        "Hold it: the US label would avoid it unless the benefit outweighs the risk, and poor "
        "kidneys keep it.",
        ADDS_TO_KIDNEYS,
    ),
    Drug(
        "Ciclosporin",
        ("cyclosporine", "cyclosporin", "neoral", "sandimmun", "sandimmune"),
        Level.HOLD,
        "Ask the transplant team: the US label would avoid it unless the benefit outweighs the "
        "risk. Levels, creatinine, potassium and magnesium every day.",
        (
            *ADDS_TO_KIDNEYS,
            class_listed(Effect.MAGNESIUM, IN_ICU),
            listed(Effect.QT, MAUDSLEY),
        ),
    ),
    Drug(
        "Tacrolimus",
        ("prograf", "advagraf", "envarsus", "adoport"),
        Level.HOLD,
        "Ask the transplant team: the US label would avoid it unless the benefit outweighs the "
        "risk. Levels, creatinine, potassium and magnesium every day.",
        (*ADDS_TO_KIDNEYS, class_listed(Effect.MAGNESIUM, IN_ICU)),
    ),
    Drug(
        "Intravenous immunoglobulin",
        (
            *("ivig", "iv immunoglobulin", "immunoglobulin", "immune globulin", "privigen"),
            *("octagam", "gamunex", "gammagard"),
        ),
        Level.WATCH,
        "Ask whether it can wait. Else slowly, in the smallest dose, well hydrated: a paraprotein "
        "raises its risk as well.",
        (listed(Effect.KIDNEYS, IMMUNOGLOBULIN.at("boxed warning")),),
    ),
    Drug(
        "Folinic acid",
        ("leucovorin", "calcium folinate", "leucovorin calcium"),
        Level.LINE,
        "Another line.",
        (listed(Effect.LINE, CHEO.at("incompatibilities")),),
    ),
)
MYELOMA = (*BONE, *AGAINST_MYELOMA, *IMMUNE)
