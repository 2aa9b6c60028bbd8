"""For whoever checks an outcome: working, answers, sources, the text to copy; folded."""

from calc.model.outcomes import Outcome
from calc.model.quantity import Step
from calc.present import text
from calc.present.markup import Markup, joined, tag, verbatim
from calc.present.sections import draw_cites, fold, section
from calc.present.working import sums_of

FOR_CHECKER = "Working, figures, sources"
"""What is for whoever checks: one fold on the screen, whose parts fold again."""


def draw_inputs(outcome: Outcome) -> Markup:
    """The answers as they were read."""
    pairs = text.read_inputs(outcome)
    read = [
        tag("div", tag("dt", label), tag("dd", value, translate="no")) for label, value in pairs
    ]
    return fold("Answers used", tag("dl", *read, class_="lines"), class_="inputs")


def draw_working(outcome: Outcome) -> Markup | None:
    """Each sum in symbols and in numbers, with what it rests on."""
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


def draw_note(note: Step) -> Markup:
    """What was looked up or held to be so, and holds no sum."""
    said = tag("p", f"{text.capital(note.result)}. ", draw_cites(note.cites))
    return fold(text.capital(note.name), said, class_="note")


def draw_all_figures(groups: list[Markup]) -> Markup:
    """All lines of an answer that says in tiles what is set at the bedside."""
    return fold("All figures", joined(*groups), class_="all-figures")


def draw_printed(title: str, details: list[str]) -> Markup | None:
    """Details for whoever checks the printed sheet: that of the bedside holds the lines only."""
    items = [tag("li", each) for each in details]
    return section(title, tag("ul", *items), class_="printed-details") if items else None


def draw_sources(outcome: Outcome) -> Markup:
    """Every source of the outcome, in full."""
    used = [tag("li", str(source)) for source, _ in text.sources(text.all_cites(outcome))]
    return fold("Sources", tag("ul", *used), class_="result-sources")


def draw_copied(words: str) -> Markup:
    """The text with its working, for where a page may not copy."""
    written = tag("pre", verbatim(words), translate="no")
    return fold("The text to copy", written, class_="copy")
