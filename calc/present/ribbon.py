"""A day of a schedule as a ribbon: a lane for each kind, and the hours below.

The words are text of the page: they grow and wrap as the reader's font and spacing ask.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from calc.model.dates import in_words
from calc.model.pictures import Ribbon
from calc.model.results import Due
from calc.present.markup import Markup, tag
from calc.present.shares import per_cent

QUARTERS = 4
"""In how many parts the hours below divide the day."""


def draw_ribbon(ribbon: Ribbon) -> Markup:
    """24 hours as one picture, whose name says in a sentence all that is drawn."""
    lanes = [(lane, _times(due, ribbon), due) for lane, due in ribbon.lanes.items()]
    start = f"24 hours from {in_words(ribbon.begins)}, {ribbon.begins:%H:%M}"
    said = "; ".join(f"{lane}: {times}" for lane, times, _ in lanes)
    drawn = [_lane(f"{lane}: {times}", due, ribbon) for lane, times, due in lanes]
    midnight = "" if _midnight(ribbon) is None else " The broken line is midnight."
    return tag(
        "figure",
        tag("div", *drawn, _hours(ribbon), role="img", aria_label=f"{start}. {said}."),
        tag("figcaption", f"{start}.{midnight}"),
        class_="day-ribbon",
        translate="no",
    )


def _lane(words: str, due: Iterable[Due], ribbon: Ribbon) -> Markup:
    """One kind: its times in words, and its bars below them."""
    bars = [bar for each in due for bar in _bars(each, ribbon)]
    drawn = tag("svg", *_lines(ribbon), *bars, class_="ribbon", aria_hidden="true")
    return tag("div", tag("span", words), drawn, class_="ribbon-lane")


def _bars(due: Due, ribbon: Ribbon) -> Iterator[Markup]:
    """A bar for what takes time, a narrow one for a moment; hollow where another start will do."""
    kind = "either" if due.or_at else None
    starts = [due.at] if due.until else filter(None, [due.at, due.or_at])
    for start in starts:
        assert isinstance(start, datetime)
        at, width = ribbon.share(start), "4"
        if isinstance(due.until, datetime):
            width = per_cent(ribbon.share(due.until) - at)
        yield tag("rect", x=per_cent(at), width=width, height="100%", class_=kind)


def _lines(ribbon: Ribbon) -> Iterator[Markup]:
    """A line at each of the hours below, and a broken one at midnight."""
    for quarter in range(1, QUARTERS):
        at = f"{quarter * 100 // QUARTERS}%"
        yield tag("line", x1=at, x2=at, y1="0", y2="100%")
    if midnight := _midnight(ribbon):
        at = per_cent(ribbon.share(midnight))
        yield tag("line", x1=at, x2=at, y1="0", y2="100%", class_="midnight")


def _midnight(ribbon: Ribbon) -> datetime | None:
    """The midnight within the day; None where it begins at one."""
    midnight = datetime.combine(ribbon.ends, time())
    return midnight if midnight < ribbon.ends else None


def _hours(ribbon: Ribbon) -> Markup:
    """The times at both ends and between, by the clock."""
    each = timedelta(days=1) / QUARTERS
    times = (ribbon.begins + each * quarter for quarter in range(QUARTERS + 1))
    return tag("div", *(tag("span", f"{at:%H:%M}") for at in times), class_="ribbon-hours")


def _times(due: Iterable[Due], ribbon: Ribbon) -> str:
    """When each is due, in the order of time: "10:00 to 12:00, 02:00 to 03:00 the next day"."""
    return ", ".join(_time(each, ribbon) for each in due)


def _time(due: Due, ribbon: Ribbon) -> str:
    either = f" or {due.or_at:%H:%M}" if due.or_at else ""
    until = f"{' until' if due.or_at else ' to'} {due.until:%H:%M}" if due.until else ""
    assert isinstance(due.at, datetime)
    day = "" if due.at.date() == ribbon.begins.date() else " the next day"
    return f"{due.at:%H:%M}{either}{until}{day}"
