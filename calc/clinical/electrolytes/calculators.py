"""Electrolytes, symptoms and QTc under foscarnet: what to stop, to treat, and to take again."""

from collections.abc import Iterator

from calc.clinical.electrocardiogram import OF_AN_ECG, corrected
from calc.clinical.electrolytes import examples, known_answers, words
from calc.clinical.electrolytes.ecg_words import QTC_LIMITS, QTC_WITHIN, qtc_judged, qtc_of
from calc.clinical.electrolytes.inputs import (
    Albumin,
    FoscarnetNow,
    HeartRateNow,
    Paraprotein,
    Qtc,
    QtNow,
    Symptoms,
    WhichEcg,
)
from calc.clinical.electrolytes.reference import CONVERSIONS, LIMITS
from calc.clinical.electrolytes.standing import CHECK_FIRST, READ_FIRST, SCOPE
from calc.clinical.electrolytes.urgency import Findings, Values, findings_of, step_of
from calc.clinical.minerals import IonisedCalcium, Magnesium, Phosphate, Potassium, TotalCalcium
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.quantity import Quantity, named_values
from calc.model.refusals import Refusal, RefusalRaised
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE
from calc.model.values import sometimes, where_asked

NOTHING_GIVEN = Refusal(
    "electrolytes-nothing-given",
    "No symptom and no value was given: there is nothing to judge.",
    "Give a value, or a symptom. Ionised calcium first.",
    (SITE_RULE.at("nothing is said of nothing"),),
)
VALUES = (
    *sometimes(
        "mmol/L",
        *("ionised_calcium", "total_calcium", "corrected_calcium"),
        *("magnesium", "potassium", "phosphate"),
    ),
    *sometimes("ms", "qtc"),
    *where_asked(OF_AN_ECG),
)


@calculator(
    "Electrolytes and symptoms",
    scope=SCOPE,
    box=READ_FIRST,
    checks=CHECK_FIRST,
    reference=(LIMITS, CONVERSIONS),
    known_answers=(known_answers.HIDDEN, known_answers.UNREASSURED),
    values=VALUES,
    refused="Nothing can be said",
    onward=("foscarnet-redose", "next-step"),
)
def electrolytes(
    *,
    foscarnet_now: FoscarnetNow,
    symptoms: Symptoms,
    ionised_calcium: IonisedCalcium | None = None,
    total_calcium: TotalCalcium | None = None,
    albumin: Albumin | None = None,
    magnesium: Magnesium | None = None,
    potassium: Potassium | None = None,
    phosphate: Phosphate | None = None,
    ecg: WhichEcg,
    qtc: Qtc | None = None,
    qt: QtNow | None = None,
    heart_rate: HeartRateNow | None = None,
    paraprotein: Paraprotein,
) -> Answer:
    """What electrolytes, symptoms and QTc ask for under foscarnet, the most urgent first.

    Values are judged in mmol/L, QTc in ms. An ionised calcium decides; a total or corrected one
    never reassures. No replacement is computed. Refused where there is neither value nor symptom.
    Values: each that was given, corrected_calcium where albumin was, and qtc or qtc_fridericia,
    qtc_framingham, qtc_hodges and qtc_bazett with rr_interval (s).
    """
    given = Values(ionised_calcium, total_calcium, albumin, magnesium, potassium, phosphate)
    made = corrected(qt, heart_rate) if qt is not None and heart_rate is not None else None
    findings = findings_of(foscarnet_now, symptoms, paraprotein, given, qtc, made)
    if not (findings.readings or findings.symptoms or qtc or made):
        raise RefusalRaised(NOTHING_GIVEN)
    step = step_of(findings)
    return Answer(
        _values(findings),
        heading="Most urgent",
        headline=words.HEADLINES[step],
        reason=words.reason(findings, step),
        decision=step.value,
        lists=words.lists(findings, step),
        cautions=tuple(words.cautions(findings)),
        results=tuple(_tables(findings)),
    )


def _values(findings: Findings) -> dict[str, Quantity]:
    named = {each.bands.name.lower().replace(" ", "_"): each.value for each in findings.readings}
    ecg = findings.ecg.values() if findings.ecg else {}
    return {**named, **named_values(qtc=findings.qtc), **ecg}


def _tables(findings: Findings) -> Iterator[Table]:
    """Each value beside its limits, and what others give for those that are low."""
    if findings.readings or findings.qtc or findings.ecg:
        yield _judged(findings)
    shown = {
        "calcium": (findings.calcium, examples.CALCIUM),
        "magnesium": ((findings.magnesium,), examples.MAGNESIUM),
        "potassium": ((findings.potassium,), examples.POTASSIUM),
        "phosphate": ((findings.phosphate,), examples.PHOSPHATE),
    }
    for what, (readings, given) in shown.items():
        if any(each in findings.to_replace for each in readings):
            yield examples.table(what, given)


def _judged(findings: Findings) -> Table:
    rows = []
    for each in findings.readings:
        name = each.bands.name.lower()
        decides = each in findings.deciding
        judged = each.level.words if decides else f"{each.level.words}: does not decide"
        rows.append(
            Row(
                name.replace(" ", "-"),
                (each.bands.name, each.value.shown(), judged, each.bands.within),
                {name.replace(" ", "_"): each.value},
            )
        )
    cites = dict.fromkeys(cite for each in findings.readings for cite in each.bands.cites)
    for formula, qtc in qtc_of(findings).items():
        cells = (formula, qtc.shown(), qtc_judged(qtc), QTC_WITHIN)
        rows.append(Row(formula.lower().replace(", ", "-"), cells, {"qtc": qtc}))
        cites |= dict.fromkeys(QTC_LIMITS)
    heads = ("Value", "Today", "Judged", "Within")
    return Table("Each value beside its limits", heads, tuple(rows), tuple(cites))
