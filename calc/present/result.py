"""An outcome as the HTML that a person reads: answer, cautions, working, text to copy."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby

from calc.catalogue import CATALOGUE
from calc.model.outcomes import (
    Answer,
    Answered,
    Caution,
    Failed,
    FieldError,
    Invalid,
    Outcome,
    Refused,
    Tile,
)
from calc.model.quantity import Step
from calc.model.refusals import Refusal
from calc.model.results import Table
from calc.model.statements import Box, Check
from calc.present import text
from calc.present.markup import Markup, joined, tag, verbatim
from calc.present.picture import Place, draw, place_of
from calc.present.results import as_table
from calc.present.sections import behind, draw_cites, draw_rows, draw_table, fold, section
from calc.present.working import sums_of

PATIENT_LABEL = "Patient: name, number, date of birth, allergies, ward"
"""What is stuck or written into the box at the head of a printed sheet."""
PROOF = "Working, figures, sources"
"""What is for whoever checks: one fold on the screen, whose parts fold again."""
IN_SHORT = 4
"""How many sources are named on the sheet for the bedside: the first of those it rests on."""
SIGNED = ("Calculated by, time", "Checked by, on their own, time", "Prescribed by, time")
FIRST_GROUPS = 2
"""How many groups of lines stand with the headline, before the cautions."""


@dataclass(frozen=True)
class Following:
    """What stands with an answer or a refusal and is not of it.

    The forms that lead `onward`, the form of a second `check`, and the `words` of its text where
    they are written already.
    """

    onward: Markup | None = None
    check: Markup | None = None
    words: str = ""


NOTHING = Following()


def render_html(outcome: Outcome, following: Following = NOTHING) -> Markup:
    """The result of a calculator: an answer, a refusal, or the screen of a failure.

    An invalid outcome has no result: see `summary`.
    """
    match outcome:
        case Answered():
            return _answer(outcome, outcome.answer, following)
        case Refused():
            return _refusal(outcome, outcome.refusal, following)
        case Invalid():
            return Markup()
        case Failed():
            return tag("div", _heading(text.FAILED), class_="outcome failure")


def summary(outcome: Outcome, prefix: str) -> Markup:
    """The list of errors, each linked to its field; empty where there are none."""
    if not outcome.errors:
        return Markup()
    errors = [tag("li", _error(error, prefix)) for error in outcome.errors]
    return tag(
        "div",
        tag("h2", text.PROBLEM, id=f"{prefix}-problem"),
        tag("ul", *errors),
        class_="error-summary",
    )


def _error(error: FieldError, prefix: str) -> Markup | str:
    if error.field is None:
        return error.text
    return tag("a", error.text, href=f"#{prefix}-{error.field}", data_for=error.field)


def _card(
    outcome: Outcome,
    kind: str,
    first: Markup,
    *rest: Markup | None,
    following: Following,
    compared: Markup | None = None,
    notes: Iterable[Markup] = (),
    proof: Iterable[Markup | None] = (),
) -> Markup:
    """A card: what is read first, the rest of the bedside's sheet, and what proves it.

    The main part stands beside the form, the other below it where there is room. On paper the notes
    and the proof, which are for whoever checks, begin a sheet of their own.
    """
    whole = (
        *proof,
        _inputs(outcome),
        _working(outcome),
        _printed("Why the cautions", text.whys(outcome.cautions)),
        _printed("The lines in full", text.details(outcome)),
        _sources(outcome),
        _copied(following.words or text.render_text(outcome)),
    )
    main = tag(
        "div",
        tag("p", PATIENT_LABEL, class_="patient-label"),
        first,
        tag(
            "div",
            _cautions(outcome.cautions),
            _box(text.box_of(outcome)),
            *rest,
            class_="outcome-rest",
        ),
        following.onward,
        class_="outcome-main",
    )
    aside = tag(
        "div",
        _foot(outcome),
        compared,
        tag("div", *notes, fold(PROOF, joined(*whole), "for-checker"), class_="outcome-proof"),
        following.check,
        class_="outcome-aside",
    )
    return tag("div", main, aside, class_=f"outcome {kind}")


def _answer(outcome: Outcome, answer: Answer, following: Following) -> Markup:
    at_once, below, folded = (
        [draw(each) for each in answer.pictures if place_of(each) is place] for place in Place
    )
    tables = [as_table(each) for each in answer.results]
    notes = map(_note, answer.notes)
    groups = _groups(answer)
    with_headline = 0 if answer.tiles else FIRST_GROUPS
    more = groups[with_headline:]
    first = tag(
        "div",
        _heading(
            tag("span", answer.heading, class_="answer-kind"),
            " ",
            tag("span", answer.headline, class_="answer-headline", translate="no"),
        ),
        tag("p", answer.beneath, class_="answer-beneath", translate="no")
        if answer.beneath
        else None,
        tag("p", answer.reason, class_="answer-reason") if answer.reason else None,
        _who(text.who_of(outcome), text.scope_of(outcome)),
        _tiles(answer.tiles),
        _buttons(),
        _side_by_side(at_once) if at_once else None,
        tag("div", *groups[:with_headline], class_="groups") if with_headline else None,
        *map(_listed, answer.lists),
        class_="answer-card",
    )
    return _card(
        outcome,
        "answer",
        first,
        None if answer.tiles else _more(more),
        _checks(text.checks_of(outcome)),
        _below_cautions([draw_table(each, "result") for each in tables if not each.to_fill], below),
        *(_to_fill(each) for each in tables if each.to_fill),
        following=following,
        compared=_comparison(answer.comparison),
        notes=notes,
        proof=(
            _folded_lines(more) if answer.tiles else None,
            fold("Drawn to scale", _side_by_side(folded), "drawn") if folded else None,
        ),
    )


def _side_by_side(pictures: list[Markup]) -> Markup:
    return tag("div", *pictures, class_="pictures")


def _heading(*words: str) -> Markup:
    """The heading of an outcome, which holds what it says and gets the focus."""
    return tag("h2", *words, class_="answer-heading", tabindex="-1")


def _who(who: str, scope: Check | None) -> Markup | None:
    """For whom the answer was worked out, and for whom such answers hold."""
    for_whom = tag("span", f"{who}. ", class_="who") if who else None
    holds = tag("span", scope.text, class_="holds-for") if scope else None
    return tag("p", for_whom, holds, class_="scope") if who or scope else None


def _tiles(tiles: Iterable[Tile]) -> Markup | None:
    """What is set at the bedside, side by side."""
    drawn = [
        tag(
            "div",
            tag("dt", tile.label),
            tag("dd", tile.text, translate="no"),
            tag("dd", tile.limit, class_="tile-limit", translate="no") if tile.limit else None,
        )
        for tile in tiles
    ]
    return tag("dl", *drawn, class_="tiles") if drawn else None


def _box(box: Box | None) -> Markup | None:
    """What must be read first, on paper too."""
    return _listed(box, class_="stop-box") if box else None


def _listed(box: Box, class_: str = "what-to-do") -> Markup:
    """What to do, each with where it comes from."""
    items = [tag("li", item.text, behind(item.text, item.cites, item.detail)) for item in box.items]
    return section(box.title, tag("ul", *items), class_=class_)


def _comparison(compared: Iterable[Table]) -> Markup | None:
    """Other figures side by side with the answer's own, none of them marked as the one to take."""
    folds = (fold(each.title, draw_rows(each), "comparison") for each in compared)
    return next(folds, None)


def _to_fill(table: Table) -> Markup:
    """A table for a pen: on paper only."""
    return draw_table(table, "to-fill")


def _groups(answer: Answer) -> list[Markup]:
    """The lines of the answer, each group under its heading."""
    groups = []
    for group, lines in groupby(answer.lines, key=lambda line: line.group):
        pairs = [
            joined(tag("dt", line.label), tag("dd", line.text, translate="no")) for line in lines
        ]
        listed = tag("dl", *(tag("div", pair) for pair in pairs), class_="lines")
        groups.append(joined(tag("h3", group, class_="line-group"), listed))
    return groups


def _refusal(outcome: Outcome, refusal: Refusal, following: Following) -> Markup:
    first = tag(
        "div",
        _heading(CATALOGUE[outcome.calculator].refused),
        tag("p", refusal.text, class_="refusal-text"),
        tag("p", tag("strong", "Instead: "), refusal.instead),
        draw_cites(refusal.cites),
        _buttons(),
        class_="refusal-card",
    )
    return _card(outcome, "refusal", first, following=following)


def _cautions(cautions: tuple[Caution, ...]) -> Markup | None:
    if not cautions:
        return None
    items = [
        tag(
            "li",
            tag("span", caution.text, class_="caution-text"),
            behind(caution.text, caution.cites, caution.detail),
            data_caution=caution.id,
            data_hazard=caution.hazard.id,
        )
        for caution in cautions
    ]
    return section("Cautions", tag("ul", *items), class_="cautions")


def _printed(title: str, details: list[str]) -> Markup | None:
    """Details for whoever checks the printed sheet: that of the bedside holds the lines only."""
    items = [tag("li", each) for each in details]
    return section(title, tag("ul", *items), class_="printed-details") if items else None


def _checks(checks: tuple[Check, ...]) -> Markup | None:
    if not checks:
        return None
    items = [
        tag(
            "li",
            tag("label", tag("input", type="checkbox"), check.text),
            behind(check.text, check.cites, check.detail),
        )
        for check in checks
    ]
    counted = tag("p", f"of {len(checks)} checked", class_="checks-counted")
    return fold(f"Check first ({len(checks)})", joined(tag("ul", *items), counted), "checks")


def _inputs(outcome: Outcome) -> Markup:
    pairs = text.read_inputs(outcome)
    read = [
        tag("div", tag("dt", label), tag("dd", value, translate="no")) for label, value in pairs
    ]
    return fold("Answers used", tag("dl", *read, class_="lines"), class_="inputs")


def _more(groups: list[Markup]) -> Markup | None:
    """The further lines of an answer."""
    return tag("div", *groups, class_="answer-more") if groups else None


def _below_cautions(tables: list[Markup], pictures: list[Markup]) -> Markup | None:
    """What takes room: whoever reads it has read what warns."""
    if not tables and not pictures:
        return None
    return tag("div", *tables, *pictures, class_="answer-more answer-tables")


def _folded_lines(groups: list[Markup]) -> Markup:
    """All lines of an answer that says in tiles what is set at the bedside."""
    return fold("All figures", joined(*groups), class_="all-figures")


def _note(note: Step) -> Markup:
    said = tag("p", f"{text.capital(note.result)}. ", draw_cites(note.cites))
    return fold(text.capital(note.name), said, class_="note")


def _working(outcome: Outcome) -> Markup | None:
    steps = [*map(_step, sums_of(outcome))]
    return fold("Working", tag("ol", *steps), class_="working") if steps else None


def _step(step: Step) -> Markup:
    return tag(
        "li",
        tag("span", text.capital(step.name), class_="step-name"),
        tag("span", step.formula, class_="step-formula", translate="no"),
        tag("span", f"= {step.numbers}", class_="step-numbers", translate="no"),
        tag("span", f"= {step.result}", class_="step-result", translate="no"),
        draw_cites(step.cites) if step.cites else None,
    )


def _sources(outcome: Outcome) -> Markup:
    used = [tag("li", str(source)) for source, _ in text.sources(text.all_cites(outcome))]
    return fold("Sources", tag("ul", *used), class_="result-sources")


def _buttons() -> Markup:
    """What can be done with an outcome, where it is read."""
    return tag(
        "div",
        _button("Print", data_print=True),
        _button("Copy", data_copy="brief"),
        _button("Copy with working", data_copy="text"),
        class_="outcome-buttons",
    )


def _button(label: str, **does: str | bool) -> Markup:
    """A button whose words change for a moment when it was pressed."""
    return tag("button", label, type="button", data_label=label, **does)


def _copied(words: str) -> Markup:
    """The text with its working, for where a page may not copy."""
    written = tag("pre", verbatim(words), translate="no")
    return fold("The text to copy", written, class_="copy")


def _foot(outcome: Outcome) -> Markup:
    signed = (tag("span", who) for who in SIGNED)
    worked = chain.from_iterable(outcome.step_cites)
    sources = [source.title for source, _ in text.sources(worked)]
    titles = "; ".join(sources[:IN_SHORT])
    return tag(
        "div",
        tag("p", *signed, class_="signed"),
        tag("p", f"Sources, in full overleaf: {titles}.", class_="sources-in-short")
        if titles
        else None,
        tag(
            "p",
            tag(
                "span",
                f"{text.SITE}, {CATALOGUE[outcome.calculator].title}, version {outcome.version}. ",
                f"{text.REVIEW} ",
                class_="origin",
            ),
            tag("span", data_time=True),
        ),
        class_="result-foot",
    )
