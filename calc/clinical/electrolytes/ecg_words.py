"""What is said of QTc: treated now where it is long, looked at again where it is near that."""

from collections.abc import Iterator

from calc.clinical.electrocardiogram import LONG, MARKED, RISK, SHORT, TOO_SHORT
from calc.clinical.electrolytes.urgency import Findings
from calc.clinical.sources import IC_OS
from calc.model.quantity import Quantity
from calc.model.sources import SITE_RULE
from calc.model.statements import Check

LONG_QTC = Check(
    f"QTc above {LONG.shown()}: monitor, correct minerals, hold what else prolongs it.",
    (RISK, SITE_RULE.at("by any of the formulas")),
    "QTc is above it ({by}). Correct potassium, magnesium and ionised calcium.",
)
MARKED_QTC = Check(
    f"QTc above {MARKED.shown()}: correct minerals, ask what prolongs it, repeat ECG today.",
    (IC_OS.at("table 5"), SITE_RULE.at("a second grade is looked at again")),
    "QTc is above it ({by}): grade 2 of CTCAE 5. Correct what is low of potassium, magnesium and "
    "ionised calcium, and ask what else prolongs it.",
)
SHORT_QTC = Check(
    f"QTc below {SHORT.shown()}: measure it again, and look at calcium, a high one too.",
    (TOO_SHORT, SITE_RULE.at("measure again")),
    "QTc is below it ({by}): abnormally short.",
)

QTC_LIMITS = (RISK, IC_OS.at("table 5"), TOO_SHORT)
QTC_WITHIN = f"{SHORT.number()} to {MARKED.shown()}"


def qtc_of(findings: Findings) -> dict[str, Quantity]:
    """Each QTc that was given or worked out (ms), by its name for people."""
    if findings.ecg:
        return {f"QTc, {formula}": qtc for formula, qtc in findings.ecg.by.items()}
    return {"QTc": findings.qtc} if findings.qtc else {}


def qtc_judged(qtc: Quantity) -> str:
    """Where a QTc (ms) lies, in the words of the other values."""
    if qtc > LONG:
        return "very high"
    if qtc > MARKED:
        return "high"
    return "low" if qtc < SHORT else "within"


def long(by: tuple[str, ...]) -> Check:
    """What a QTc asks for that is treated now, long by these formulas."""
    return _by(LONG_QTC, by)


def looked_at(findings: Findings) -> Iterator[Check]:
    """What a QTc asks for that is looked at again."""
    if findings.marked_by:
        yield _by(MARKED_QTC, findings.marked_by)
    if findings.short_by:
        yield _by(SHORT_QTC, findings.short_by)


def reasons_to_look(findings: Findings) -> Iterator[str]:
    """Why a QTc is looked at again, in a few words."""
    if findings.marked_by:
        yield f"QTc above {MARKED.shown()}"
    if findings.short_by:
        yield f"QTc below {SHORT.shown()}"


def _by(said: Check, formulas: tuple[str, ...]) -> Check:
    """What is said of a QTc, with the formulas by which it holds."""
    return said.filled(by=", ".join(formulas))
