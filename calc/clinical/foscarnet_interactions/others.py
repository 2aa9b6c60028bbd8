"""Drugs for the heart and its pressure, for the mind, and against nausea."""

from calc.clinical.foscarnet_interactions.antimicrobials import (
    GRADED,
    IN_CHEO,
    MAUDSLEY,
    QT_BY_CLASS,
    QTC_NAMED,
    SEIZURES_NAMED,
)
from calc.clinical.foscarnet_interactions.drug import (
    UK_INTERACTIONS,
    Claim,
    Drug,
    Effect,
    Level,
    Proof,
    class_listed,
    family,
    listed,
    of_foscarnet,
    of_its_class,
    own,
)
from calc.clinical.foscarnet_interactions.myeloma import IN_CANCER, IN_ICU, REVIEWED, TEXTBOOK
from calc.clinical.sources import (
    AMISULPRIDE_SWISS,
    AMISULPRIDE_UK,
    CITALOPRAM,
    DOMPERIDONE,
    DROPERIDOL,
    HALOPERIDOL,
    HYDROXYZINE,
    HYDROXYZINE_MHRA,
    KIDNEY_CHAPTER,
    NURSING,
    ONDANSETRON,
    QT_MEDSCAPE,
    ZOLEDRONATE,
)

IN_NURSING = NURSING.at("incompatibilities")
NO_SECOND = (
    "Ask its prescriber today for another. Its text bars it beside another drug that prolongs QT."
)
ECG_FIRST = (
    "ECG before and after. Potassium, magnesium and ionised calcium corrected first. Another drug "
    "if QTc is long."
)
ECG_AND_HEART = (
    "Ask the cardiologist for another drug: the US label avoids it, the UK one asks for close "
    "cardiac monitoring."
)
QT_NAMED = listed(Effect.QT, QTC_NAMED)
IN_MONOGRAPH = listed(Effect.QT, QT_MEDSCAPE.at("interactions"))
UK_CLASS = of_its_class(Effect.QT, UK_INTERACTIONS)

HEART = (
    *family(
        Level.HOLD,
        ECG_AND_HEART,
        (of_foscarnet(Effect.QT), of_foscarnet(Effect.QT, UK_INTERACTIONS), QT_NAMED),
        {
            "Amiodarone": ("cordarone", "pacerone", "nexterone"),
            "Sotalol": ("betapace", "sotacor", "beta-cardone"),
            "Quinidine": (),
        },
    ),
    *family(
        Level.HOLD,
        ECG_AND_HEART,
        (of_foscarnet(Effect.QT), UK_CLASS, QT_NAMED),
        {"Dofetilide": ("tikosyn",), "Procainamide": ("pronestyl",)},
    ),
    *family(
        Level.HOLD,
        ECG_AND_HEART,
        (QT_BY_CLASS, UK_CLASS, QT_NAMED),
        {"Disopyramide": ("norpace", "rythmodan"), "Ibutilide": ("corvert",)},
    ),
    Drug(
        "Digoxin",
        ("lanoxin",),
        Level.LINE,
        "Another line. Low potassium, magnesium or calcium changes what it does: levels and "
        "electrolytes.",
        (listed(Effect.LINE, IN_NURSING), class_listed(Effect.MAGNESIUM, IN_ICU)),
    ),
    Drug("Dobutamine", (), Level.LINE, "Another line.", (listed(Effect.LINE, IN_NURSING),)),
    *family(
        Level.WATCH,
        "Ask whether it can be held while foscarnet runs: creatinine, potassium.",
        (class_listed(Effect.KIDNEYS, TEXTBOOK),),
        {
            "Lisinopril": ("zestril", "prinivil"),
            "Ramipril": ("altace", "tritace"),
            "Enalapril": ("vasotec", "innovace"),
            "Perindopril": ("aceon", "coversyl"),
        },
    ),
    *family(
        Level.WATCH,
        "Ask whether it can be held while foscarnet runs: creatinine, potassium.",
        (class_listed(Effect.KIDNEYS, KIDNEY_CHAPTER.at("question 2")),),
        {
            "Losartan": ("cozaar",),
            "Valsartan": ("diovan",),
            "Candesartan": ("atacand", "amias"),
            "Irbesartan": ("avapro", "aprovel"),
        },
    ),
    *family(
        Level.WATCH,
        "If a diuretic is needed, a thiazide is preferred. Not in pulmonary oedema: stop foscarnet "
        "and its fluid, and give the loop diuretic.",
        (
            of_its_class(Effect.OTHER, said="may hinder the secretion of foscarnet"),
            class_listed(Effect.MAGNESIUM, IN_CANCER),
            Claim(
                Effect.CALCIUM,
                ZOLEDRONATE.at("warnings: hydration and electrolytes"),
                Proof.THIRD_CLASS,
                "calcium falls, with zoledronate",
            ),
        ),
        {
            "Furosemide": ("frusemide", "lasix"),
            "Bumetanide": ("bumex", "burinex"),
            "Torasemide": ("torsemide", "demadex", "torem"),
        },
    ),
    *family(
        Level.WATCH,
        "Measure magnesium and potassium. It is preferred to a loop diuretic, where one is needed.",
        (
            of_its_class(Effect.OTHER, said="preferred to a loop diuretic"),
            class_listed(Effect.MAGNESIUM, IN_CANCER),
        ),
        {
            "Hydrochlorothiazide": ("hctz", "microzide"),
            "Bendroflumethiazide": ("bendrofluazide", "aprinox"),
            "Chlortalidone": ("chlorthalidone", "hygroton"),
        },
    ),
)
MIND = (
    *family(
        Level.HOLD,
        ECG_FIRST,
        (QT_BY_CLASS, UK_CLASS, QT_NAMED),
        {"Chlorpromazine": ("thorazine", "largactil")},
    ),
    Drug(
        "Prochlorperazine",
        ("compazine", "stemetil", "buccastem"),
        Level.HOLD,
        f"{ECG_FIRST} Another line.",
        (QT_BY_CLASS, listed(Effect.LINE, IN_CHEO)),
    ),
    Drug("Promethazine", ("phenergan",), Level.HOLD, ECG_FIRST, (QT_BY_CLASS,)),
    Drug(
        "Haloperidol",
        ("haldol", "serenace"),
        Level.NOT,
        f"{NO_SECOND} Another line.",
        (
            own(Effect.QT, HALOPERIDOL.at("contraindications")),
            UK_CLASS,
            QT_NAMED,
            listed(Effect.SEIZURES, SEIZURES_NAMED),
            listed(Effect.LINE, IN_NURSING),
        ),
    ),
    Drug(
        "Olanzapine",
        ("zyprexa",),
        Level.WATCH,
        ECG_FIRST,
        (UK_CLASS, listed(Effect.SEIZURES, SEIZURES_NAMED)),
    ),
    *family(
        Level.WATCH,
        ECG_FIRST,
        (UK_CLASS,),
        {"Quetiapine": ("seroquel",), "Risperidone": ("risperdal",)},
    ),
    Drug(
        "Amisulpride",
        ("solian", "barhemsys"),
        Level.HOLD,
        f"{ECG_FIRST} A Swiss leaflet bars it with drugs that can bring torsades; the UK text read "
        "does not.",
        (
            UK_CLASS,
            IN_MONOGRAPH,
            own(Effect.QT, AMISULPRIDE_SWISS.at("when not to take it")),
            own(
                Effect.OTHER,
                AMISULPRIDE_UK.at("contraindications"),
                "QT drugs not among its contraindications",
            ),
        ),
    ),
    *(
        each.with_claims(
            listed(Effect.QT, GRADED),
            class_listed(Effect.SEIZURES, SEIZURES_NAMED),
        )
        for each in family(
            Level.HOLD,
            "Begin another drug for the pain of zoster while foscarnet runs. If it must stay: ECG, "
            "and electrolytes corrected first.",
            (QT_BY_CLASS,),
            {
                "Amitriptyline": ("elavil", "tryptizol"),
                "Nortriptyline": ("pamelor", "aventyl", "allegron"),
            },
        )
    ),
    *family(
        Level.NOT,
        "Ask today for another; do not stop it in one day without that. It is its prescriber who "
        "is asked. UK texts bar it beside another drug that prolongs QT.",
        (listed(Effect.QT, CITALOPRAM.at("key messages")),),
        {"Citalopram": ("celexa", "cipramil"), "Escitalopram": ("lexapro", "cipralex")},
    ),
    *family(
        Level.WATCH,
        ECG_FIRST,
        (QT_NAMED, listed(Effect.QT, GRADED)),
        {
            "Fluoxetine": ("prozac",),
            "Sertraline": ("zoloft", "lustral"),
            "Venlafaxine": ("effexor", "efexor"),
        },
    ),
    Drug(
        "Bupropion",
        ("wellbutrin", "zyban"),
        Level.HOLD,
        "Ask its prescriber for another drug while foscarnet runs.",
        (listed(Effect.SEIZURES, SEIZURES_NAMED),),
    ),
    Drug(
        "Hydroxyzine",
        ("atarax", "vistaril"),
        Level.NOT,
        NO_SECOND,
        (
            own(Effect.QT, HYDROXYZINE.at("contraindications")),
            listed(Effect.QT, HYDROXYZINE_MHRA.at("when using hydroxyzine")),
            listed(Effect.QT, MAUDSLEY),
        ),
    ),
    *family(
        Level.LINE,
        "Another line, above all when a seizure on foscarnet is treated.",
        (listed(Effect.LINE, IN_NURSING),),
        {"Diazepam": ("valium",), "Lorazepam": ("ativan",)},
    ),
    Drug(
        "Midazolam",
        ("versed", "hypnovel"),
        Level.LINE,
        "Another line, above all when a seizure on foscarnet is treated.",
        (listed(Effect.LINE, IN_CHEO),),
    ),
)
NAUSEA = (
    Drug(
        "Ondansetron",
        ("zofran",),
        Level.WATCH,
        "Foscarnet brings nausea, so it is often asked for: potassium and magnesium corrected "
        "first, and an ECG before and after.",
        (
            own(Effect.QT, ONDANSETRON.at("QT prolongation")),
            listed(Effect.QT, QTC_NAMED),
        ),
    ),
    Drug(
        "Domperidone",
        ("motilium",),
        Level.NOT,
        NO_SECOND,
        (own(Effect.QT, DOMPERIDONE.at("drug interactions")), QT_NAMED),
    ),
    Drug(
        "Droperidol",
        ("inapsine", "xomolix"),
        Level.NOT,
        "Another drug for nausea. Its text bars it beside another drug that prolongs QT. Another "
        "line.",
        (
            own(Effect.QT, DROPERIDOL.at("contraindications")),
            QT_NAMED,
            listed(Effect.LINE, IN_NURSING),
        ),
    ),
    Drug(
        "Diphenhydramine",
        ("benadryl", "nytol"),
        Level.LINE,
        "Another line, as before an antibody; ECG if QTc is long.",
        (listed(Effect.LINE, IN_CHEO), listed(Effect.QT, MAUDSLEY)),
    ),
    *family(
        Level.WATCH,
        "Measure magnesium. Ask whether it is still needed.",
        (class_listed(Effect.MAGNESIUM, IN_CANCER), class_listed(Effect.CALCIUM, REVIEWED)),
        {
            "Omeprazole": ("prilosec", "losec"),
            "Esomeprazole": ("nexium",),
            "Lansoprazole": ("prevacid", "zoton"),
            "Pantoprazole": ("protonix", "pantoloc"),
            "Rabeprazole": ("aciphex", "pariet"),
        },
    ),
)
OTHERS = (*HEART, *MIND, *NAUSEA)
