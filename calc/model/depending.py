"""Whether a question is asked, and an option offered, with the answers before it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from calc.model.asking import When
from calc.model.calculator import Calculator
from calc.model.inputs import Choice, Option
from calc.model.outcomes import FieldError, in_a_sentence


def unasked(
    calculator: Calculator[Any],
    typed: Mapping[str, str],
    read: Mapping[str, object],
    errors: Iterable[FieldError],
) -> Iterator[FieldError]:
    """An error for each answer to a question that is not asked, or that is not offered.

    None where the earlier answer that decides it is itself to be corrected.
    """
    wrong = {error.field for error in errors}
    for name in typed:
        when = unmet(calculator, name, read)
        if when is None or when.field in wrong:
            continue
        earlier, chosen = calculator.inputs[when.field], read.get(name)
        assert isinstance(earlier, Choice)
        labels = [f"“{each.label}”" for each in earlier.options if each.id in when.answers]
        asked = in_a_sentence(earlier.label)
        asked = f"the answer to “{earlier.label}”" if asked.endswith("?") else asked
        only = f"only where {asked} is {' or '.join(labels)}"
        label = calculator.inputs[name].label
        if isinstance(chosen, Option) and chosen.when is when:
            text = f"{label}: “{chosen.label}” is a choice {only}; choose another"
            yield FieldError(name, "choice", text)
        else:
            yield FieldError(name, "unasked", f"{label} is asked {only}: leave it out")


def unmet(calculator: Calculator[Any], name: str, read: Mapping[str, object]) -> When | None:
    """The condition because of which an answer does not stand, with all else as it was read."""
    chosen = read.get(name)
    own = chosen.when if isinstance(chosen, Option) else None
    for when in filter(None, (calculator.asked.get(name), own)):
        earlier = read.get(when.field)
        if not isinstance(earlier, Option) or earlier.id not in when.answers:
            return when
        if unmet(calculator, when.field, read):
            return when
    return None
