"""A time of day, typed: by the clock of 24 hours, or with am or pm."""

import re
from dataclasses import dataclass
from datetime import time

from calc.model.written import Moment, Unclear

LIKE = "like 14:30"

CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r" ?(?:(?P<half>[ap])\.?m\.?|h|hrs)?",
    re.IGNORECASE,
)
RUN_TOGETHER = re.compile(r"(?P<hour>[0-9]{1,2})(?P<rest>[0-9]{2}( ?([ap]\.?m\.?|h|hrs))?)", re.I)


@dataclass(frozen=True, kw_only=True, eq=False)
class Time(Moment[time]):
    """A time of day, to the minute. An hour of one digit without am or pm is refused."""

    pattern = "([01][0-9]|2[0-3]):[0-5][0-9]"

    def plain(self, value: time) -> str:
        """The time by the clock of 24 hours: 14:30."""
        return f"{value:%H:%M}"

    def shown(self, value: time) -> str:
        """The same."""
        return self.plain(value)

    def words(self, value: time) -> str:
        """The time by both clocks: 14:30 (2:30 pm)."""
        half = "am" if value.hour < 12 else "pm"
        return f"{self.plain(value)} ({value.hour % 12 or 12}:{value:%M} {half})"

    def meant(self, text: str) -> time | Unclear[time]:
        """The time that a text means, or why it is not taken."""
        if joined := RUN_TOGETHER.fullmatch(text):
            text = f"{joined['hour']}:{joined['rest']}"
        found = CLOCK.fullmatch(text)
        if not found:
            return Unclear(f"must be a time of day, {LIKE}")
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = (found["half"] or "").lower()
        if hour > 23 or minute > 59:
            return Unclear(f"must be a time of day, 00:00 to 23:59: “{text}” is none")
        if half and ((hour in (0, 12) and not minute) or hour > 12 or not hour):
            why = f"must be typed by the clock of 24 hours, {LIKE}: “{text}” can be misread"
            return Unclear(why, (time(0), time(12)) if hour in (0, 12) else (time(hour, minute),))
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif found["minute"] is None or (len(found["hour"]) == 1 and hour):
            why = f"must be typed with two digits for the hour and two for the minutes, {LIKE}"
            both = (hour, hour + 12) if len(found["hour"]) == 1 and hour else (hour,)
            return Unclear(why, tuple(time(each, minute) for each in both))
        if found["second"] not in (None, "00"):
            return Unclear(f"must be typed to the minute, {LIKE}", (time(hour, minute),))
        return time(hour, minute)
