"""For whom, and by which label, the calculators hold: said with every answer."""

from calc.clinical.sources import DOSAGE, UK_MONOGRAPH
from calc.model.statements import Check

SCOPE = Check(
    "Adults. US label; the UK product's bands differ.",
    (DOSAGE, UK_MONOGRAPH.at("renal impairment")),
)
