"""For whom, and by which label, the calculators hold: said with every answer."""

from calc.clinical.sources import LABEL, UK_MONOGRAPH
from calc.model.statements import Check

SCOPE = Check(
    "Adults. US label; the UK product's bands differ.",
    (LABEL.at("Dosage and Administration"), UK_MONOGRAPH.at("renal impairment")),
)
