"""Today's order held against the text's dose: as much, more or less in 24 hours, by how much."""

from dataclasses import dataclass
from enum import Enum

from calc.clinical.oral_antiviral.rows import AFTER_SESSION, Dose
from calc.model.quantity import Quantity, constant
from calc.model.sources import SITE_RULE

ROUNDED_UP = SITE_RULE.at("a difference is rounded up, and no margin is allowed")
WHOLE = constant(100, "%", without_unit=True)
TENTH = constant(0.1, "1")
TENTH_PERCENT = constant(0.1, "%", "", ROUNDED_UP)


class Verdict(Enum):
    """What an order comes to beside the label's dose."""

    NO_ORDER = "no-order"
    SAME = "same"
    WITHIN = "within-the-text"
    DIVIDED = "divided-otherwise"
    AS_IN_SOURCES = "more-as-in-sources"
    SESSION = "timing-and-session"
    ABOVE_MODEL = "between-model-and-text"
    AS_IN_SERIES = "less-as-in-series"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True)
class Compared:
    """The verdict, and by how many per cent the order is more or less where it is.

    `at_once` is how many times the highest single dose of the text is taken at one time, where it
    is more and the verdict does not say so.
    """

    verdict: Verdict
    percent: Quantity | None = None
    at_once: Quantity | None = None

    @property
    def shown(self) -> str:
        """By how many per cent: "66.7%"."""
        assert self.percent is not None
        return f"{self.percent.number()}%"


def compared(
    order: Dose | None,
    label: Dose,
    most: int,
    model: Dose | None,
    series: Dose | None,
    sources: Dose | None,
) -> Compared:
    """An order held against the label's dose, of which `most` times as much is within the text.

    What 24 hours hold decides; where both are given after each session, the one dose does. A dose
    at fixed times and one after each session cannot be compared. Less than the text, and no less
    than a study's `model` or what `series` gave, is told as that; so is more than the text, and no
    more than `sources` give in 24 hours and at one time.
    """
    if order is None:
        return Compared(Verdict.NO_ORDER)
    if (order.often is AFTER_SESSION) is not (label.often is AFTER_SESSION):
        return Compared(Verdict.SESSION)
    if order.same_as(label):
        return Compared(Verdict.SAME)
    ordered, given = order.day or order.give, label.day or label.give
    highest, at_one_time = given, label.give
    if most > 1:
        times = constant(most, "1", "times the dose, at most")
        highest = (given * times).named("the text's most in 24 hours", "mg")
        at_one_time = label.give * times
    as_sources = sources is not None and order.give <= sources.give
    if ordered > highest:
        more = _percent(ordered - highest, highest, "more than the text")
        if as_sources and sources and sources.day and ordered <= sources.day:
            return Compared(Verdict.AS_IN_SOURCES, more)
        return Compared(Verdict.MORE, more)
    much = order.give > at_one_time and not as_sources
    at_once = _times(order.give, at_one_time) if much else None
    if ordered < given:
        less = _percent(given - ordered, given, "less than the text")
        return Compared(_less(ordered, model, series), less, at_once)
    return Compared(Verdict.WITHIN if most > 1 else Verdict.DIVIDED, None, at_once)


def _less(ordered: Quantity, model: Dose | None, series: Dose | None) -> Verdict:
    """What less than the text is called."""
    if model and model.day and model.day <= ordered:
        return Verdict.ABOVE_MODEL
    if series and series.day and series.day <= ordered:
        return Verdict.AS_IN_SERIES
    return Verdict.LESS


def _times(part: Quantity, figure: Quantity) -> Quantity:
    return (part / figure).rounded_up_to(TENTH)


def _percent(part: Quantity, figure: Quantity, name: str) -> Quantity:
    return (part / figure * WHOLE).rounded_up_to(TENTH_PERCENT).named(name, "%")
