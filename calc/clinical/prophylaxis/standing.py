"""What stands with every answer on prophylaxis, and the tables to work by hand."""

from calc.clinical.prophylaxis.ends import ENDS
from calc.clinical.prophylaxis.igg import THRESHOLDS
from calc.clinical.sources import PROPHYLAXIS_EMN, PROPHYLAXIS_IMWG, VALACICLOVIR
from calc.model.sources import SITE_RULE
from calc.model.statements import Check
from calc.model.tables import Table

SCOPE = Check(
    "Adults with myeloma, against zoster and herpes simplex, by tablets. It sets sources side by "
    "side and decides nothing: no source read gives one rule for all.",
    (PROPHYLAXIS_IMWG.at("summary and abstract"), SITE_RULE.at("adults, and nothing chosen")),
)
CHECKS = (
    Check(
        "No blister, crust or new pain.",
        (SITE_RULE.at("prophylaxis is no treatment"),),
        "Zoster that is there is treated, not prevented.",
    ),
    Check(
        "Creatinine of this week.",
        (VALACICLOVIR.at("table 1"), SITE_RULE.at("a recent creatinine")),
        "Aciclovir and its relatives are given by the kidneys.",
    ),
)
HOW_LONG = Table(
    f"How long, as each source says, none chosen. Of proteasome inhibitors {PROPHYLAXIS_EMN} "
    "has advice, and no time was read.",
    ("Whose", "Until"),
    tuple((each.whose, f"{each.span}{f'; {each.also}' if each.also else ''}") for each in ENDS),
    strong=1,
)
IGG = Table(
    "Immunoglobulin for low IgG, as each source says, none chosen. It is for infections of every "
    "kind: none read shows that it prevents zoster.",
    ("Whose", "It is replaced"),
    tuple((each.whose, each.words) for each in THRESHOLDS),
    strong=1,
)
