"""Antivirals, antibiotics, antifungals and what is given against Pneumocystis."""

from calc.clinical.foscarnet_interactions.drug import (
    SWISS_LINE,
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
from calc.clinical.sources import (
    AMPHOTERICIN,
    CHEO,
    CIDOFOVIR_US,
    CO_TRIMOXAZOLE,
    GERMAN_FOSCARNET,
    KIDNEY_CHAPTER,
    MAGNESIUM_IN_CANCER,
    MAGNESIUM_IN_ICU,
    MOXIFLOXACIN,
    POSACONAZOLE,
    QT_GRADED,
    QT_MAUDSLEY,
    QTC_LIST,
    QUINOLONES,
    RETINA_GUIDANCE,
    SAQUINAVIR,
    SEIZURE_THRESHOLD,
    TENOFOVIR,
    VALACICLOVIR_EU,
    VALGANCICLOVIR,
    VALGANCICLOVIR_MIMS,
)

IN_CHEO = CHEO.at("incompatibilities")
QTC_NAMED = QTC_LIST.at("list of drugs")
MAUDSLEY = QT_MAUDSLEY.at("table 3")
GRADED = QT_GRADED.at("table")
SEIZURES_NAMED = SEIZURE_THRESHOLD.at("table")
CHAPTER = KIDNEY_CHAPTER.at("list of drugs")
NOT_ONE_LINE = (of_foscarnet(Effect.LINE, SWISS_LINE), listed(Effect.LINE, IN_CHEO))
ADDS_TO_KIDNEYS = (
    of_foscarnet(Effect.KIDNEYS),
    of_foscarnet(Effect.KIDNEYS, UK_INTERACTIONS),
)
BY_THIRD = Claim(Effect.KIDNEYS, CIDOFOVIR_US.at("Warnings"), Proof.THIRD)
QT_BY_CLASS = of_its_class(Effect.QT)
QUINOLONE_SEIZURES = (
    class_listed(Effect.SEIZURES, QUINOLONES.at("management")),
    class_listed(Effect.SEIZURES, SEIZURES_NAMED),
)

PENTAMIDINE = (
    Drug(
        "Intravenous pentamidine",
        ("pentamidine", "pentam", "pentacarinat", "pentamidine iv", "iv pentamidine"),
        Level.NOT,
        "Inhaled, or another drug: ask infection specialists. Do not give together: deaths from "
        "low calcium are reported.",
        (
            of_foscarnet(Effect.CALCIUM, said="calcium falls: deaths"),
            of_foscarnet(Effect.KIDNEYS),
            listed(Effect.QT, MAUDSLEY),
            listed(Effect.MAGNESIUM, MAGNESIUM_IN_ICU.at("table 2")),
            *NOT_ONE_LINE,
        ),
    ),
    Drug(
        "Inhaled pentamidine",
        ("nebupent", "pentamidine inhaled", "aerosolised pentamidine", "aerosolized pentamidine"),
        Level.WATCH,
        "Watch calcium and kidneys as ever on foscarnet.",
        (of_foscarnet(Effect.OTHER, said="no harm reported with the aerosol"),),
    ),
)
ANTIVIRALS = (
    Drug(
        "Cidofovir",
        ("vistide",),
        Level.NOT,
        "Do not give together, nor foscarnet in the days before. Cidofovir's gate counts them.",
        (
            own(Effect.KIDNEYS, CIDOFOVIR_US.at("Contraindications")),
            listed(Effect.KIDNEYS, RETINA_GUIDANCE.at("interactions")),
        ),
    ),
    Drug(
        "Aciclovir",
        ("acyclovir", "zovirax"),
        Level.HOLD,
        "Stop it when foscarnet starts, old prophylaxis too, unless infection specialists combine "
        "them.",
        (*ADDS_TO_KIDNEYS, *NOT_ONE_LINE),
    ),
    Drug(
        "Valaciclovir",
        ("valacyclovir", "valtrex"),
        Level.HOLD,
        "It becomes aciclovir: stop it when foscarnet starts, prophylaxis too, unless infection "
        "specialists combine them.",
        (
            of_its_class(Effect.KIDNEYS),
            own(Effect.ITS_DOSE, VALACICLOVIR_EU.at("renal impairment")),
        ),
    ),
    Drug(
        "Ganciclovir",
        ("cytovene", "cymevene"),
        Level.LINE,
        "Another line. Ask infection specialists why both are given.",
        (
            *NOT_ONE_LINE,
            of_foscarnet(Effect.OTHER, said="levels of both unchanged in a few patients"),
        ),
    ),
    Drug(
        "Valganciclovir",
        ("valcyte",),
        Level.HOLD,
        "It becomes ganciclovir, and is not valaciclovir: ask infection specialists why both are "
        "given. Its dose by today's kidneys; blood counts.",
        (
            own(
                Effect.OTHER,
                VALGANCICLOVIR_MIMS.at("drug interactions"),
                "more toxic beside drugs that harm the kidneys",
            ),
            own(Effect.ITS_DOSE, VALGANCICLOVIR.at("section 2.5")),
        ),
    ),
    Drug(
        "Ritonavir",
        ("norvir",),
        Level.WATCH,
        "Creatinine more often: abnormal kidney function was seen with both.",
        (of_foscarnet(Effect.KIDNEYS),),
    ),
    Drug(
        "Saquinavir",
        ("invirase",),
        Level.NOT,
        "Ask HIV specialists today for another; do not stop it without that. Its text bars it "
        "beside another drug that prolongs QT. Creatinine more often.",
        (
            own(Effect.QT, SAQUINAVIR.at("contraindications")),
            of_foscarnet(Effect.KIDNEYS),
        ),
    ),
    Drug(
        "Tenofovir",
        ("tenofovir disoproxil", "viread"),
        Level.HOLD,
        "Ask HIV or liver specialists for another drug while foscarnet runs. If it must stay: "
        "creatinine every day.",
        (
            listed(Effect.KIDNEYS, TENOFOVIR.at("description")),
            listed(Effect.KIDNEYS, CHAPTER),
        ),
    ),
)
ANTIBIOTICS = (
    *(
        each.with_claims(listed(Effect.MAGNESIUM, MAGNESIUM_IN_CANCER.at("table 3")))
        for each in family(
            Level.HOLD,
            "Another antibiotic: the US label would avoid it unless the benefit outweighs the "
            "risk. If it must stay, levels, and creatinine every day.",
            (
                of_its_class(Effect.KIDNEYS),
                of_its_class(Effect.KIDNEYS, UK_INTERACTIONS),
            ),
            {
                "Gentamicin": ("garamycin", "cidomycin", "genticin"),
                "Amikacin": ("amikin",),
                "Tobramycin": ("nebcin",),
                "Streptomycin": (),
            },
        )
    ),
    Drug(
        "Vancomycin",
        ("vancocin",),
        Level.HOLD,
        "Ask microbiology for another drug. If it must stay: levels, creatinine every day, another "
        "line.",
        (BY_THIRD, listed(Effect.KIDNEYS, GERMAN_FOSCARNET.at("page")), *NOT_ONE_LINE),
    ),
    Drug(
        "Co-trimoxazole",
        (
            *("cotrimoxazole", "co trimoxazole", "septrin", "septra", "bactrim", "sulfatrim"),
            *("trimethoprim-sulfamethoxazole", "sulfamethoxazole-trimethoprim", "tmp-smx"),
            *("tmp/smx", "smx-tmp"),
        ),
        Level.LINE,
        "Another line. Measure blood count, creatinine and potassium, which it raises. Where it "
        "guards against Pneumocystis, ask before it is stopped, and never change to intravenous "
        "pentamidine.",
        (
            *NOT_ONE_LINE,
            listed(Effect.QT, MAUDSLEY),
            listed(Effect.BLOOD, GERMAN_FOSCARNET.at("page")),
            listed(Effect.KIDNEYS, CO_TRIMOXAZOLE.at("monitoring")),
        ),
    ),
    Drug(
        "Trimethoprim",
        ("trimpex", "proloprim"),
        Level.WATCH,
        "Measure creatinine and potassium, which it raises.",
        (listed(Effect.KIDNEYS, CO_TRIMOXAZOLE.at("monitoring")),),
    ),
    Drug(
        "Piperacillin-tazobactam",
        ("piperacillin tazobactam", "tazocin", "zosyn", "pip-taz", "piptaz", "pip-tazo"),
        Level.WATCH,
        "Not with vancomycin as well: creatinine every day.",
        (listed(Effect.KIDNEYS, CHAPTER, "kidneys, with vancomycin"),),
    ),
    Drug(
        "Ciprofloxacin",
        ("cipro", "ciproxin"),
        Level.HOLD,
        "Another antibiotic: two patients had seizures on both. If it must stay: ECG, ionised "
        "calcium and magnesium first.",
        (
            QT_BY_CLASS,
            listed(Effect.SEIZURES, QUINOLONES.at("management")),
            listed(Effect.SEIZURES, SEIZURES_NAMED),
        ),
    ),
    Drug(
        "Levofloxacin",
        ("levaquin", "tavanic"),
        Level.HOLD,
        "Another antibiotic, prophylaxis too. If it must stay: ECG, potassium, ionised calcium and "
        "magnesium first.",
        (QT_BY_CLASS, listed(Effect.QT, QTC_NAMED), *QUINOLONE_SEIZURES),
    ),
    Drug(
        "Moxifloxacin",
        ("avelox",),
        Level.NOT,
        "Another antibiotic, prophylaxis too. Its text bars it beside another drug that prolongs "
        "QT.",
        (
            own(Effect.QT, MOXIFLOXACIN.at("section 4.3")),
            QT_BY_CLASS,
            listed(Effect.QT, QTC_NAMED),
            *QUINOLONE_SEIZURES,
        ),
    ),
    Drug(
        "Azithromycin",
        ("zithromax",),
        Level.HOLD,
        "Another antibiotic. If it must stay: ECG before and after, electrolytes first.",
        (QT_BY_CLASS,),
    ),
    *family(
        Level.HOLD,
        "Another antibiotic. If it must stay: ECG before and after, electrolytes first.",
        (QT_BY_CLASS, listed(Effect.QT, QTC_NAMED)),
        {
            "Clarithromycin": ("biaxin", "klaricid"),
            "Erythromycin": ("erythrocin", "erymax", "ery-tab"),
        },
    ),
    *family(
        Level.HOLD,
        "Another antibiotic where there is one, or the dose that today's kidneys allow.",
        (listed(Effect.SEIZURES, SEIZURES_NAMED),),
        {
            "Imipenem": ("imipenem-cilastatin", "imipenem/cilastatin", "primaxin"),
            "Cefepime": ("maxipime",),
        },
    ),
    Drug(
        "Linezolid",
        ("zyvox", "zyvoxid"),
        Level.WATCH,
        "Electrolytes before each dose of foscarnet; blood counts.",
        (listed(Effect.SEIZURES, SEIZURES_NAMED),),
    ),
)
ANTIFUNGALS = (
    Drug(
        "Amphotericin B",
        ("amphotericin", "ambisome", "fungizone", "abelcet"),
        Level.HOLD,
        "Another antifungal: the US label would avoid it unless the benefit outweighs the risk. If "
        "it must stay: another line; measure potassium, magnesium and creatinine every day.",
        (
            *ADDS_TO_KIDNEYS,
            listed(Effect.MAGNESIUM, MAGNESIUM_IN_CANCER.at("table 3")),
            listed(Effect.POTASSIUM, AMPHOTERICIN.at("abstract")),
            *NOT_ONE_LINE,
        ),
    ),
    *family(
        Level.WATCH,
        "ECG before and after. Potassium, magnesium and ionised calcium corrected first.",
        (listed(Effect.QT, QTC_NAMED),),
        {
            "Fluconazole": ("diflucan",),
            "Itraconazole": ("sporanox",),
            "Voriconazole": ("vfend",),
        },
    ),
    Drug(
        "Posaconazole",
        ("noxafil",),
        Level.WATCH,
        "ECG before and after. Potassium, magnesium and ionised calcium corrected first.",
        (own(Effect.QT, POSACONAZOLE.at("warnings")),),
    ),
)
ANTIMICROBIALS = (*PENTAMIDINE, *ANTIVIRALS, *ANTIBIOTICS, *ANTIFUNGALS)
