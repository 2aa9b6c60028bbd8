"""Drugs against pain, contrast, and what belongs nowhere else."""

from calc.clinical.foscarnet_interactions.antimicrobials import SEIZURES_NAMED
from calc.clinical.foscarnet_interactions.drug import (
    Claim,
    Drug,
    Effect,
    Level,
    Proof,
    class_listed,
    family,
    listed,
)
from calc.clinical.foscarnet_interactions.myeloma import IN_CANCER, TEXTBOOK
from calc.clinical.foscarnet_interactions.others import ECG_FIRST, IN_MONOGRAPH, QT_NAMED
from calc.clinical.sources import CIDOFOVIR_US, CONTRAST, GABAPENTINOIDS

PAIN = (
    *family(
        Level.WATCH,
        "Its dose anew with each creatinine that moves: drowsiness and confusion are not put down "
        "to zoster before that is done. Do not stop it in one day.",
        (listed(Effect.ITS_DOSE, GABAPENTINOIDS.at("table 1")),),
        {"Gabapentin": ("neurontin", "gralise"), "Pregabalin": ("lyrica",)},
    ),
    *family(
        Level.HOLD,
        "Another drug for the pain while foscarnet runs.",
        (listed(Effect.SEIZURES, SEIZURES_NAMED),),
        {
            "Tramadol": ("ultram", "zydol", "zamadol"),
            "Tapentadol": ("nucynta", "palexia"),
            "Pethidine": ("meperidine", "demerol"),
        },
    ),
    Drug(
        "Fentanyl",
        ("duragesic", "durogesic"),
        Level.WATCH,
        "The one list that names it grades nothing: electrolytes before each dose of foscarnet.",
        (listed(Effect.SEIZURES, SEIZURES_NAMED),),
    ),
    Drug(
        "Methadone",
        ("dolophine", "physeptone"),
        Level.HOLD,
        f"{ECG_FIRST} Ask its prescriber; do not stop it in one day.",
        (QT_NAMED,),
    ),
    *family(
        Level.HOLD,
        "None while foscarnet runs, from the shop neither: another drug for pain or fever.",
        (
            Claim(Effect.KIDNEYS, CIDOFOVIR_US.at("Warnings"), Proof.THIRD_CLASS),
            class_listed(Effect.KIDNEYS, TEXTBOOK),
        ),
        {
            "Ibuprofen": ("advil", "motrin", "nurofen", "brufen"),
            "Naproxen": ("aleve", "naprosyn"),
            "Diclofenac": ("voltaren", "voltarol"),
            "Ketorolac": ("toradol",),
            "Indometacin": ("indomethacin", "indocin"),
            "Celecoxib": ("celebrex",),
            "Meloxicam": ("mobic",),
        },
    ),
    Drug(
        "Aspirin",
        ("acetylsalicylic acid", "asa"),
        Level.WATCH,
        "None for pain. In a low dose against clots, with lenalidomide perhaps: ask who gave it "
        "before it is stopped.",
        (class_listed(Effect.KIDNEYS, TEXTBOOK),),
    ),
)
REST = (
    Drug(
        "Iodinated contrast",
        (
            *("contrast", "contrast medium", "contrast media", "iv contrast", "ct contrast"),
            *("iohexol", "omnipaque", "iodixanol", "visipaque", "iopamidol", "iopromide"),
        ),
        Level.HOLD,
        "Ask whether it is needed, and space it from foscarnet. Creatinine before and daily after.",
        (listed(Effect.KIDNEYS, TEXTBOOK), listed(Effect.KIDNEYS, CONTRAST.at("abstract"))),
    ),
    *family(
        Level.HOLD,
        "Another drug while foscarnet runs; ECG if it must stay.",
        (IN_MONOGRAPH,),
        {
            "Alfuzosin": ("uroxatral", "xatral"),
            "Anagrelide": ("agrylin", "xagrid"),
            "Apomorphine": ("apokyn", "apo-go"),
        },
    ),
    Drug(
        "Theophylline",
        ("uniphyllin", "theo-24"),
        Level.WATCH,
        "Levels; magnesium and ionised calcium before each dose of foscarnet.",
        (listed(Effect.SEIZURES, SEIZURES_NAMED), listed(Effect.MAGNESIUM, IN_CANCER)),
    ),
)
PAIN_AND_REST = (*PAIN, *REST)
