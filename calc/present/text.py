"""An outcome as plain text, in ASCII: to copy into a record, or to read in a terminal.

Requirement R-WRITING: No unsafe way of writing a dose stands on a page or in a result: no sign for
more or less, no trailing nought, no short name of a drug.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby

from calc.catalogue import CATALOGUE
from calc.model import digits, units
from calc.model.inputs import Choice, Input
from calc.model.outcomes import (
    Answered,
    Caution,
    Failed,
    FieldError,
    Invalid,
    Outcome,
    Refused,
    Typed,
    in_a_sentence,
    shortened,
)
from calc.model.results import Row, Table
from calc.model.sources import Cite, Source
from calc.model.statements import Box, Check
from calc.model.written import Written
from calc.present.results import as_table
from calc.present.working import sums_of

SITE = "Refractory Zoster"
NOT_REVIEWED = "Not yet clinically reviewed."
CHECK = "Check every number against the label and local policy."
REVIEW = f"{NOT_REVIEWED} {CHECK}"
"""What every page and every result says of itself."""
FAILED = "The calculator failed: there is no result. Work by hand, and have it checked."
PROBLEM = "There is a problem"
STRAIGHT = str.maketrans("“”’", '""\'')
PERHAPS = "Perhaps:"


def render_text(outcome: Outcome) -> str:
    """The whole outcome: result, refusal or errors, inputs, cautions, working, sources, version.

    Requirement R-NOT-REVIEWED: Every page says at its top that nobody has reviewed it, and so does
    what is copied.
    """
    checks = checks_of(outcome)
    sections = {
        "": _head(outcome),
        "RESULT": _result(outcome),
        **_tables(outcome),
        "CAUTIONS": [f"- {caution.text} ({cited(caution.cites)})" for caution in outcome.cautions],
        **_box(outcome),
        **_lists(outcome),
        "DETAILS": _details(outcome),
        "INPUTS": [answered(label, straight(value)) for label, value in read_inputs(outcome)],
        **_comparison(outcome),
        "CHECK FIRST": [f"[ ] {check.whole} ({cited(check.cites)})" for check in checks],
        "NOTES": _notes(outcome),
        "WORKING": _working(outcome),
        "WHY THE CAUTIONS": [f"- {why}" for why in whys(outcome.cautions)],
        "SOURCES": [f"- {source}: {places}" for source, places in sources(all_cites(outcome))],
    }
    written = [[title, *lines] if title else lines for title, lines in sections.items() if lines]
    return "\n\n".join("\n".join(section) for section in written) + "\n"


def _notes(outcome: Outcome) -> list[str]:
    """What holds no arithmetic, with what it is about."""
    notes = outcome.answer.notes if outcome.answer else ()
    return [f"- {capital(note.name)}: {note.numbers}: {note.result}" for note in notes]


def _working(outcome: Outcome) -> list[str]:
    """Each step with its sum."""
    return [
        f"{place}. {capital(step.name)}: {step.numbers} = {step.result}"
        for place, step in enumerate(sums_of(outcome), 1)
    ]


def whys(cautions: Iterable[Caution]) -> list[str]:
    """The detail of each caution that has one, with which caution it is of."""
    return [
        f"{capital(each.id.replace('-', ' '))}: {each.detail}" for each in cautions if each.detail
    ]


def details(outcome: Outcome) -> list[str]:
    """Each line to act on or to tick that has a detail, whole, in the order in which they stand."""
    box = box_of(outcome)
    lists = outcome.answer.lists if outcome.answer else ()
    listed = [item for each in (*lists, *filter(None, [box])) for item in each.items]
    return [each.whole for each in (*listed, *checks_of(outcome)) if each.detail]


def read_inputs(outcome: Outcome, *, back: bool = True) -> Iterator[tuple[str, str]]:
    """The label of each input with what was read, or what was typed where that failed.

    Read `back` in other units too. Last the values that passed because they were confirmed.
    """
    calculator = CATALOGUE[outcome.calculator]
    asked = calculator.inputs
    for name, typed in outcome.inputs.items():
        if name in calculator.units:
            continue
        declared = asked[name]
        words = shortened(typed.typed)
        if isinstance(declared, Choice):
            for option in declared.options:
                if option.id == typed.value:
                    words = ": ".join(filter(None, (option.group, option.label)))
        elif typed.value is not None:
            words = as_read(declared, typed if back else typed._replace(read_back=""))
        yield declared.label, words
    if outcome.confirmed:
        confirmed = (asked[name].label for name in outcome.confirmed)
        yield calculator.confirmation.label, "; ".join(confirmed)


def who_of(outcome: Outcome) -> str:
    """What the calculator declares to say of the patient, in one line."""
    calculator = CATALOGUE[outcome.calculator]
    said = dict(read_inputs(outcome, back=False))
    labels = [calculator.inputs[name].label for name in calculator.who]
    words = [f"{in_a_sentence(label)} {said[label]}" for label in labels if label in said]
    return capital(", ".join(words))


def as_read(declared: Input, typed: Typed) -> str:
    """An input as it was read, for what was read only: a day in words.

    A number with its unit, the other units that it declares, a comma that was taken.
    """
    if isinstance(declared, Written):
        return typed.read_back or str(typed.value)
    number = str(typed.value)
    words = f"{digits.grouped(number)} {units.behind(Fraction(number), typed.unit)}".strip()
    words = f"{words} ({typed.read_back})" if typed.read_back else words
    return f"{words} (typed as “{typed.typed.strip()}”)" if "," in typed.typed else words


def checks_of(outcome: Outcome) -> tuple[Check, ...]:
    """What is to be settled first: shown with an answer, and with nothing else."""
    return CATALOGUE[outcome.calculator].checks if outcome.answer else ()


def scope_of(outcome: Outcome) -> Check | None:
    """For whom an answer holds; None for any other outcome."""
    return CATALOGUE[outcome.calculator].scope if outcome.answer else None


def box_of(outcome: Outcome) -> Box | None:
    """What must be read first with an answer; None for any other outcome."""
    return CATALOGUE[outcome.calculator].box if outcome.answer else None


def all_cites(outcome: Outcome) -> tuple[Cite, ...]:
    """Every place that the outcome and what stands with it rest on."""
    said = CATALOGUE[outcome.calculator].always_shown if outcome.answer else ()
    return outcome.cites + tuple(cite for each in said for cite in each.cites)


def sources(cites: Iterable[Cite]) -> list[tuple[Source, str]]:
    """Each source with the places used of it, in the order of first use."""
    places: dict[Source, list[str]] = {}
    for cite in cites:
        places.setdefault(cite.source, []).append(cite.locator)
    return [(source, "; ".join(dict.fromkeys(used))) for source, used in places.items()]


def cited(cites: Iterable[Cite]) -> str:
    """The titles of the sources, each once."""
    return "; ".join(source.title for source, _ in sources(cites))


def _places(cites: Iterable[Cite]) -> str:
    """The sources with their places, where it matters which of them says what."""
    return "; ".join(f"{source.title}, {places}" for source, places in sources(cites))


def answered(label: str, value: str) -> str:
    """A question and its answer: "Age: 68 years"."""
    return f"{label} {value}" if label.endswith("?") else f"{label}: {value}"


def straight(words: str) -> str:
    """An error with plain quotation marks around what was typed."""
    return words.translate(STRAIGHT)


def capital(name: str) -> str:
    """A name with its first letter raised."""
    return name[:1].upper() + name[1:]


def _head(outcome: Outcome) -> list[str]:
    title = CATALOGUE[outcome.calculator].title
    return [f"{SITE}, {title}, version {outcome.version}", REVIEW]


def _box(outcome: Outcome) -> dict[str, list[str]]:
    box = box_of(outcome)
    if not box:
        return {}
    return _listed(box)


def _lists(outcome: Outcome) -> dict[str, list[str]]:
    lists = outcome.answer.lists if outcome.answer else ()
    return {title: lines for each in lists for title, lines in _listed(each).items()}


def _listed(box: Box) -> dict[str, list[str]]:
    return {box.title.upper(): [f"- {item.whole} ({_places(item.cites)})" for item in box.items]}


def _tables(outcome: Outcome) -> dict[str, list[str]]:
    """The tables and schedules of an answer, each under its title; none that is to be filled in."""
    results = outcome.answer.results if outcome.answer else ()
    tables = map(as_table, results)
    return {table.title.upper(): _rows(table) for table in tables if not table.to_fill}


def _comparison(outcome: Outcome) -> dict[str, list[str]]:
    compared = outcome.answer.comparison if outcome.answer else ()
    return {table.title.upper(): _rows(table) for table in compared}


def _rows(table: Table) -> list[str]:
    """The rows of a table, a line each: its head, and each cell with the head above it."""
    heads = table.heads[1:]
    return [
        "; ".join([f"- {_row_head(row)}", *map(labelled, heads, row.cells[1:])])
        for row in table.rows
    ]


def _row_head(row: Row) -> str:
    return f"{row.cells[0]} ({row.mark})" if row.mark else row.cells[0]


def labelled(head: str, cell: str) -> str:
    """A cell with its head: "Dose: 35 mg/kg (2,450 mg) every 12 hours"."""
    return f"{head}: {cell}"


def read_first(cautions: tuple[Caution, ...]) -> str:
    """The most dangerous caution, beside the dose, and how many there are to read."""
    below = f"{len(cautions)} cautions" if len(cautions) > 1 else "caution"
    return f"{cautions[0].text} Read the {below} below before use."


def _details(outcome: Outcome) -> list[str]:
    lines: list[str] = []
    if outcome.answer:
        for group, members in groupby(outcome.answer.lines, key=lambda line: line.group):
            lines += [group, *(f"  {line.label}: {line.text}" for line in members)]
    return lines


def _result(outcome: Outcome) -> list[str]:
    match outcome:
        case Answered(answer=answer):
            scope = scope_of(outcome)
            return [
                f"{answer.heading}: {answer.headline}",
                *([answer.beneath] if answer.beneath else []),
                *([answer.reason] if answer.reason else []),
                *([scope.text] if scope else []),
                *([read_first(outcome.cautions)] if outcome.cautions else []),
            ]
        case Refused(refusal=refusal):
            refused = CATALOGUE[outcome.calculator].refused
            return [f"{refused}. {refusal.text}", f"Instead: {refusal.instead}"]
        case Invalid(errors=errors):
            return [f"{PROBLEM}.", *(line for error in errors for line in _error(error))]
        case Failed():
            return [FAILED]


def _error(error: FieldError) -> list[str]:
    """An error, and below it what may have been meant."""
    perhaps = "; ".join(offer.label for offer in error.offers)
    return [f"- {straight(error.text)}", *([f"  {PERHAPS} {perhaps}"] if perhaps else [])]
