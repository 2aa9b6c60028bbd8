"""HTML as nested calls: text is typeset and escaped, markup is not escaped twice."""

import re
from html import escape

NBSP = "\N{NO-BREAK SPACE}"
UNIT_AFTER_NUMBER = re.compile(
    r"(?<=[\d…]) (?=(?:mg|g|kg|lb|st|mL|L|mmol|µmol|min|minutes|h|hours?|days?|years?|weeks)\b)"
    r"|(?<=\d st) (?=\d)"
)
WRITTEN_PLAIN = re.compile(
    r"(?<=[\w)%…] )[-x/](?= [\w(])|(?<=\d)\.\.\.|\bumol\b|(?:(?<=kg/)|(?<=\d ))m2\b"
)
SIGNS = {"-": "−", "x": "×", "/": "÷", "...": "…", "umol": "µmol", "m2": "m²"}


class Markup(str):
    """Text that is markup already."""


def tag(name: str, /, *children: str | None, **attributes: str | bool | None) -> Markup:
    """One element. `class_` and `for_` lose their underscore, others turn it into a hyphen.

    An attribute that is None or False is left out; True stands alone; a child None is left out. An
    `input` has no children, and no end.

    Requirement R-UNTRANSLATED: What is acted upon is marked as not to be translated: doses, units,
    options, names of drugs.
    """
    words = "".join(_attribute(key, value) for key, value in attributes.items())
    if name == "input":
        return Markup(f"<input{words}>")
    return Markup(f"<{name}{words}>{joined(*children)}</{name}>")


def joined(*children: str | None) -> Markup:
    """Children side by side, plain text escaped.

    Requirement R-MARKUP: Nothing that is typed is ever read as markup.
    """
    return Markup("".join(_child(child) for child in children if child is not None))


def _child(child: str) -> str:
    return child if isinstance(child, Markup) else escape(typeset(child), quote=False)


def verbatim(text: str) -> Markup:
    """Text to be copied by hand: escaped, and otherwise left as it is."""
    return Markup(escape(text, quote=False))


def typeset(text: str) -> str:
    """Plain text as a page shows it: true signs between the terms of a sum, and unbroken.

    The ellipsis after a figure that was cut, the micro sign and the square are signs too.
    """
    return unbroken(WRITTEN_PLAIN.sub(lambda found: SIGNS[found[0]], text))


def unbroken(text: str) -> str:
    """The text with a no-break space between each number and its unit."""
    return UNIT_AFTER_NUMBER.sub(NBSP, text)


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
