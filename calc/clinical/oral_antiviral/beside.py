"""Other doses to weigh beside the one: by other weights, text, creatinine, sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calc.clinical.doubts import REFERENCE, may_flatter
from calc.clinical.oral_antiviral.dose import ByText, by_clearance
from calc.clinical.oral_antiviral.label import (
    BHIVA,
    BHIVA_ROWS,
    EUROPE,
    MODEL,
    MODEL_SAYS,
    OXFORD,
    OXFORD_ROWS,
    SESSIONS,
    SESSIONS_SAY,
)
from calc.clinical.oral_antiviral.rows import Dose, found_in
from calc.clinical.other_figures import OWN, other_figures
from calc.clinical.renal import Estimated, Kidneys, Measured
from calc.clinical.weight import ADJUSTED, DEVINE, Body
from calc.model.quantity import Quantity, named_values
from calc.model.results import Row, Table
from calc.model.sources import Cite


@dataclass(frozen=True)
class Beside:
    """Those that 24 hours of the one do not hold; empty or None where there is no such one.

    `weights` are those to weigh, by their names, with what each gives.
    `bhiva_words` say what a British page gives, its gaps and its lack of a row too; `bhiva_less`
    whether that is less.
    """

    weights: Sequence[tuple[str, ByText]] = ()
    other_text: ByText | None = None
    reference: ByText | None = None
    bhiva: Dose | None = None
    bhiva_words: str = ""
    bhiva_less: bool = False
    oxford: Dose | None = None


def beside(own: ByText, kidneys: Kidneys, weight: Quantity, height: Quantity, body: Body) -> Beside:
    """What there is to weigh; nothing on haemodialysis, where the clearance is not used."""
    if own.counted is None:
        return Beside()
    weights: tuple[tuple[str, ByText], ...] = ()
    reference = None
    match kidneys:
        case Measured():
            pass  # neither the weight nor little muscle misleads it
        case Estimated(age, sex, creatinine):
            if body.obese:
                weights = tuple(
                    (each.name, by_clearance(own.followed, kidneys, each, height))
                    for each in reversed(body.others)
                )
            if may_flatter(creatinine, age, body.thin):
                low = Estimated(age, sex, REFERENCE)
                reference = by_clearance(own.followed, low, weight, height)
    other_text = by_clearance(own.followed.other, kidneys, weight, height)
    bhiva, words = _bhiva(own)
    return Beside(
        weights if any(not own.as_much_as(each) for _, each in weights) else (),
        None if own.as_much_as(other_text) else other_text,
        None if reference is None or own.as_much_as(reference) else reference,
        bhiva,
        words,
        bool(words) and _is_less(bhiva, own.dose),
        _oxford(own),
    )


def _bhiva(own: ByText) -> tuple[Dose | None, str]:
    """What a British page gives, where that is something else; and its words."""
    followed = own.followed
    if (followed.tablets, followed.text) != ("famciclovir", EUROPE) or own.counted is None:
        return None, ""
    found = found_in(BHIVA_ROWS, own.counted)
    if found is None:
        return None, f"none below {BHIVA_ROWS[-1].low}"
    given, day = found.row.gives.day, own.dose.day
    if given and day and given.value == day.value:
        return None, ""
    words = f"{found.row.gives.words}, {found.row.words}"
    gap = "" if found.printed else ": the clearance is in no row of it, and this is the lower"
    return found.row.gives, f"{words}{gap}"


def _is_less(given: Dose | None, than: Dose) -> bool:
    """Whether it is less in 24 hours; where none is given, it is."""
    if given is None:
        return True
    assert given.day is not None
    assert than.day is not None
    return given.day < than.day


def _oxford(own: ByText) -> Dose | None:
    """The least that Oxford gives of aciclovir for zoster, where the kidneys are poor."""
    followed = own.followed
    if (followed.tablets, followed.purpose) != ("aciclovir", "zoster") or own.counted is None:
        return None
    found = found_in(OXFORD_ROWS, own.counted)
    return found.row.gives if found and found.printed else None


def compared_with(own: ByText, others: Beside) -> tuple[Table, ...]:
    """Other doses under the one, none chosen; no table where there is none."""
    rows: list[Row] = []
    cites: list[Cite] = []
    for row, of in _rows(own, others):
        rows.append(row)
        cites += of
    heads = ("On", "Clearance", "Dose")
    return other_figures(heads, _cells(OWN, own), rows, *dict.fromkeys(cites))


def _rows(own: ByText, others: Beside) -> Iterator[tuple[Row, tuple[Cite, ...]]]:
    for name, each in others.weights:
        yield _row(name.replace(" ", "-"), name, each), (DEVINE, ADJUSTED)
    if others.reference:
        creatinine = f"creatinine {REFERENCE.shown()}"
        yield _row("creatinine-at-reference", creatinine, others.reference), ()
    if others.other_text:
        text = f"the {others.other_text.followed.text.name}"
        yield _row("other-text", text, others.other_text), others.other_text.followed.regimen.cites
    if others.bhiva_words:
        cells = ("a British HIV page", "the same", others.bhiva_words)
        yield Row("bhiva", cells, _alone(others.bhiva) if others.bhiva else {}), (BHIVA,)
    if others.oxford:
        cells = ("Oxford, the least", "by eGFR", others.oxford.words)
        yield Row("oxford", cells, _alone(others.oxford)), (OXFORD,)
    if own.too_high:
        cells = ("a study's model, between sessions", "not used", MODEL.words)
        yield Row("model", cells, _alone(MODEL)), (MODEL_SAYS,)
    if own.less_in_reports:
        cells = ("reports on haemodialysis", "not used", SESSIONS.words)
        yield Row("sessions", cells, _alone(SESSIONS)), SESSIONS_SAY


def _row(id: str, name: str, each: ByText) -> Row:
    values = named_values(clearance=each.clearance, **_alone(each.dose))
    return Row(id, _cells(name, each), values)


def _cells(name: str, each: ByText) -> tuple[str, ...]:
    counted = each.counted.shown() if each.counted else "not used"
    return (name, counted, each.dose.words)


def _alone(dose: Dose) -> dict[str, Quantity]:
    return named_values(dose=dose.give, dose_24_h=dose.day)
