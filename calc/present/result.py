"""An outcome as the HTML that a person reads: what stands where on the screen and on paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from calc.catalogue import CATALOGUE
from calc.model.outcomes import (
    Answer,
    Answered,
    Failed,
    FieldError,
    Invalid,
    Outcome,
    Refused,
)
from calc.model.refusals import Refusal
from calc.model.results import Table
from calc.present import text
from calc.present.card import (
    PATIENT_LABEL,
    draw_box,
    draw_buttons,
    draw_cautions,
    draw_checks,
    draw_foot,
    draw_groups,
    draw_heading,
    draw_listed,
    draw_tiles,
    draw_who,
)
from calc.present.checker import (
    FOR_CHECKER,
    draw_all_figures,
    draw_copied,
    draw_inputs,
    draw_note,
    draw_printed,
    draw_sources,
    draw_working,
)
from calc.present.markup import Markup, joined, tag
from calc.present.picture import Place, draw, place_of
from calc.present.results import as_table
from calc.present.sections import draw_cites, draw_rows, draw_table, fold

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
            return tag("div", draw_heading(text.FAILED), class_="outcome failure")


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
    whole = joined(
        *proof,
        draw_inputs(outcome),
        draw_working(outcome),
        draw_printed("Why the cautions", text.whys(outcome.cautions)),
        draw_printed("The lines in full", text.details(outcome)),
        draw_sources(outcome),
        draw_copied(following.words or text.render_text(outcome)),
    )
    main = tag(
        "div",
        tag("p", PATIENT_LABEL, class_="patient-label"),
        first,
        tag(
            "div",
            draw_cautions(outcome.cautions),
            draw_box(text.box_of(outcome)),
            *rest,
            class_="outcome-rest",
        ),
        following.onward,
        class_="outcome-main",
    )
    aside = tag(
        "div",
        draw_foot(outcome),
        compared,
        tag("div", *notes, fold(FOR_CHECKER, whole, "for-checker"), class_="outcome-proof"),
        following.check,
        class_="outcome-aside",
    )
    return tag("div", main, aside, class_=f"outcome {kind}")


def _answer(outcome: Outcome, answer: Answer, following: Following) -> Markup:
    at_once, below, folded = (
        [draw(each) for each in answer.pictures if place_of(each) is place] for place in Place
    )
    tables = [as_table(each) for each in answer.results]
    notes = map(draw_note, answer.notes)
    groups = draw_groups(answer)
    with_headline = 0 if answer.tiles else FIRST_GROUPS
    more = groups[with_headline:]
    first = tag(
        "div",
        draw_heading(
            tag("span", answer.heading, class_="answer-kind"),
            " ",
            tag("span", answer.headline, class_="answer-headline", translate="no"),
        ),
        tag("p", answer.beneath, class_="answer-beneath", translate="no")
        if answer.beneath
        else None,
        tag("p", answer.reason, class_="answer-reason") if answer.reason else None,
        draw_who(text.who_of(outcome), text.scope_of(outcome)),
        draw_tiles(answer.tiles),
        draw_buttons(),
        _side_by_side(at_once) if at_once else None,
        tag("div", *groups[:with_headline], class_="groups") if with_headline else None,
        *map(draw_listed, answer.lists),
        class_="answer-card",
    )
    return _card(
        outcome,
        "answer",
        first,
        None if answer.tiles else _more(more),
        draw_checks(text.checks_of(outcome)),
        _below_cautions([draw_table(each, "result") for each in tables if not each.to_fill], below),
        *(_to_fill(each) for each in tables if each.to_fill),
        following=following,
        compared=_comparison(answer.comparison),
        notes=notes,
        proof=(
            draw_all_figures(more) if answer.tiles else None,
            fold("Drawn to scale", _side_by_side(folded), "drawn") if folded else None,
        ),
    )


def _side_by_side(pictures: list[Markup]) -> Markup:
    return tag("div", *pictures, class_="pictures")


def _comparison(compared: Iterable[Table]) -> Markup | None:
    """Other figures side by side with the answer's own, none of them marked as the one to take."""
    folds = (fold(each.title, draw_rows(each), "comparison") for each in compared)
    return next(folds, None)


def _to_fill(table: Table) -> Markup:
    """A table for a pen: on paper only."""
    return draw_table(table, "to-fill")


def _refusal(outcome: Outcome, refusal: Refusal, following: Following) -> Markup:
    first = tag(
        "div",
        draw_heading(CATALOGUE[outcome.calculator].refused),
        tag("p", refusal.text, class_="refusal-text"),
        tag("p", tag("strong", "Instead: "), refusal.instead),
        draw_cites(refusal.cites),
        draw_buttons(),
        class_="refusal-card",
    )
    return _card(outcome, "refusal", first, following=following)


def _more(groups: list[Markup]) -> Markup | None:
    """The further lines of an answer."""
    return tag("div", *groups, class_="answer-more") if groups else None


def _below_cautions(tables: list[Markup], pictures: list[Markup]) -> Markup | None:
    """What takes room: whoever reads it has read what warns."""
    if not tables and not pictures:
        return None
    return tag("div", *tables, *pictures, class_="answer-more answer-tables")
