"""What typed text can mean as a number: its readings, or why it has none and what may be meant."""

import re
from fractions import Fraction
from typing import NamedTuple

from calc.model.digits import decimal

LONGEST = 24
BEFORE_WORDS = '[%(*!↑↓#"”″′'
"""What words may begin with behind a number, beside letters."""
MARKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'’_"

PLAIN = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
DECIMAL_COMMA = re.compile(r"(0|[1-9][0-9]*),[0-9]+")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
GROUPED_BY_POINTS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
FEET = re.compile("['’](?![0-9]{3})")
"""An apostrophe that is no mark of thousands."""
SPARE_ZEROS = re.compile(r"0+(?P<figure>(?:0[.,]|[1-9][0-9]*[.,]?|$)[0-9]*)")
AMOUNTS = re.compile(r"([0-9][0-9.,]*)\s*([^0-9\s.,]+)\s*")

EXPONENT = re.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")
SMALL_EXPONENT = re.compile(r"[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]")
COMPARATOR = re.compile(
    r"(?:[<>≤≥]|(?:(?:less|more|greater|lower|higher) than|below|above|under|over)\b).*[0-9].*",
    re.IGNORECASE,
)
ROUGHLY = re.compile(r"(?:[~≈±]|(?:about|approx\.?|around|circa|ca\.?)\b).*[0-9].*", re.IGNORECASE)
RANGE = re.compile(r"[0-9.,]+\s*(?:[-–—]|to\b)\s*[0-9.,]+.*")
DATE = re.compile(
    r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}|[0-9]{4})|[0-9]{1,2}[/.-][0-9]{4}"
    r"|[0-9]{4}[/.-][0-9]{1,2}([/.-][0-9]{1,2})?"
    r"|[0-9., ]*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b[0-9., ]*[0-9]",
    re.IGNORECASE,
)
NO_VALUE = {
    "a comparator with a bound, not a value": COMPARATOR,
    "an estimate, not a value": ROUGHLY,
    "a date": DATE,
    "a range": RANGE,
}
FLAG = re.compile(
    r"(?P<value>.*[^\s(/])(?P<flag>\s*\((?:HH?|LL?|A|high|low)\)|\s+(?:HH?|LL?|high|low)|\s*[*!↑↓]+)",
    re.IGNORECASE,
)

INVISIBLE = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u200e": "a left-to-right mark",
    "\u200f": "a right-to-left mark",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
}
BLANK = "\u034f\u115f\u1160\u2800\u3164\ufe0e\ufe0f\uffa0"
"""Characters that count as printable and show nothing."""


class Doubt(NamedTuple):
    """Why a text is not taken, and the texts that may have been meant."""

    why: str
    perhaps: tuple[str, ...] = ()


def readings(number: str) -> tuple[str, ...]:
    """The plain decimals that a number can stand for, the one with a decimal mark first.

    "70,5" has one, and so has "1,250.5"; "1,250" and "1.250" have two; "1.2.5" has none.
    """
    found = []
    if PLAIN.fullmatch(number):
        found.append(number)
    if DECIMAL_COMMA.fullmatch(number):
        found.append(number.replace(",", "."))
    if GROUPED.fullmatch(number):
        found.append(number.replace(",", ""))
    if GROUPED_BY_POINTS.fullmatch(number):
        found.append(number.replace(".", "").replace(",", "."))
    return tuple(dict.fromkeys(found))


def split(text: str) -> tuple[str, str]:
    """A text's number and the words behind it, in letters of any script."""
    if PLAIN.fullmatch(text):
        return text, ""
    signs = enumerate(text)
    ends = (at for at, sign in signs if sign.isalpha() or sign in BEFORE_WORDS or _feet(text, at))
    end = next(ends, len(text))
    return text[:end].strip(), text[end:].strip()


def amounts(text: str) -> list[tuple[str, str]]:
    """Numbers each with its unit, "11 st 4 lb"; none where the text holds anything else."""
    found = AMOUNTS.findall(text)
    return found if not AMOUNTS.sub("", text) else []


def hidden(text: str) -> Doubt | None:
    """The first character that cannot be seen: which it is, and where it stands."""
    if text.isascii() and text.isprintable():
        return None
    for place, sign in enumerate(text):
        if not _invisible(sign):
            continue
        clean = "".join(each for each in text if not _invisible(each)).strip()
        before = "".join(each for each in text[:place] if not _invisible(each))
        where = f"after “{before}”" if before.strip() else "at its start"
        name = ", ".join(filter(None, (INVISIBLE.get(sign), f"U+{ord(sign):04X}")))
        return Doubt(f"holds a character that cannot be seen {where}: {name}", (clean,))
    return None


def foreign(text: str, example: str) -> Doubt | None:
    """What is known to be no plain number with its unit; None where it may be one."""
    if EXPONENT.fullmatch(text):
        written = decimal(Fraction(text)) if _ends_soon(text) else ""
        return Doubt(f"must be written out, without “e”: {text}", (written,) if written else ())
    for what, form in NO_VALUE.items():
        if form.fullmatch(text):
            return Doubt(f"must be one value, like {example}: “{text}” is {what}")
    if found := FLAG.fullmatch(text):
        flag = found["flag"].strip()
        return Doubt(f"must be typed without a laboratory's flag: “{flag}”", (found["value"],))
    return None


def doubt(number: str, text: str, example: str) -> Doubt:
    """Why a number that has no reading is not taken.

    Requirement R-ONE-READING: A number that can be read in two ways is not taken, and both readings
    are offered.
    """
    if not any(c.isdigit() for c in number):
        return Doubt(f"must be a number, like {example}")
    if any(c.isdigit() and not c.isascii() for c in number):
        digits = "".join(str(int(c)) if c.isdecimal() else c for c in number)
        return Doubt(f"must be typed with the digits 0 to 9, like {example}", _if_read(digits))
    if any(c in number for c in MARKS):
        joined = number.translate(dict.fromkeys(map(ord, MARKS)))
        pointed = number.translate(dict.fromkeys(map(ord, MARKS), "."))
        why = f"must be typed without spaces or marks between its digits, like {example}"
        return Doubt(why, (*_if_read(joined), *_if_read(pointed)))
    if number.startswith(("+", "-", "−", "–")):
        # What is below zero is no likely slip for what is above it: nothing is offered for a minus.
        plus = _if_read(number[1:].strip()) if number[0] == "+" else ()
        return Doubt(f"must be typed without a sign, like {example}", plus)
    if number.startswith((".", ",")):
        whole = f"0.{number[1:]}"
        return Doubt(f"must be typed with a zero before the point: {whole}", _if_read(whole))
    if number.endswith((".", ",")):
        why = f"ends with a point: “{text}”. Type the whole number, like {example}"
        return Doubt(why, _if_read(number[:-1]))
    if spare := SPARE_ZEROS.fullmatch(number):
        why = f"starts with a spare zero: “{text}”. Type it like {example}"
        figure = spare["figure"]
        return Doubt(why, (*_if_read(figure), *_if_read(f"0.{figure}")))
    if "," in number:
        return Doubt(f"must be typed with a point and no comma, like {example}")
    return Doubt(f"must be a number, like {example}")


def _if_read(number: str) -> tuple[str, ...]:
    return (number,) if readings(number) else ()


def _feet(text: str, at: int) -> bool:
    return at > 0 and FEET.match(text, at) is not None


def _ends_soon(text: str) -> bool:
    """Whether an exponent is small enough to be written out."""
    return SMALL_EXPONENT.fullmatch(text) is not None


def _invisible(sign: str) -> bool:
    return sign in BLANK or not (sign.isprintable() or sign.isspace())
