"""A number with a unit: its limits with their reasons, and how typed text is read as one.

A doubtful number is never guessed: it is refused with the reason, and what it may mean is offered.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from calc.model import digits, numerals, units
from calc.model.limits import Broken, Limits, ReadBack, Slip, first_broken
from calc.model.numerals import Doubt
from calc.model.outcomes import FieldError, InputError, Offer, in_a_sentence, shortened, with_typed
from calc.model.quantity import Quantity


@dataclass(frozen=True, kw_only=True, eq=False)
class Number:
    """A number with a unit. Hard limits reject; soft ones ask that the value be checked.

    `factors` gives the other units accepted, each with how many make one declared `unit`; the unit
    is then asked beside it: see `unit_choice`. `hard` is left out where only a quantity
    that is worked out from the number has limits: see `Limited`. `edges` are values whose side must
    show whenever the number is shown. `slips` are mistakes to name, `read_back` other units in
    which the value is shown again. One that `folds` is asked folded where it may be left out.

    Requirement R-UNIT-ASKED: A unit that can differ is asked, and none is chosen beforehand.
    """

    label: str
    unit: str
    example: str
    hard: Limits | None = None
    soft: Limits | None = None
    hint: str = ""
    factors: Mapping[str, Fraction] | None = None
    slips: tuple[Slip, ...] = ()
    read_back: tuple[ReadBack, ...] = ()
    whole: bool = False
    unit_words: tuple[str, ...] = ()
    loinc: str = ""
    without_unit: bool = False
    edges: tuple[Fraction, ...] = ()
    folds: bool = False

    def read(self, typed: str, field: str, unit: str = "") -> Quantity:
        """The typed text as an exact quantity in `unit` (the declared one while not chosen).

        Raises InputError, with the reason and with what may be meant, for anything but a number
        that can mean one thing, alone or followed by its unit.
        """
        accepted = (unit,) if unit else self.accepted
        return self._read(typed.strip(), _Request(field, unit or self.unit, accepted))

    def _read(self, text: str, asked: "_Request") -> Quantity:
        if doubt := numerals.hidden(text):
            raise self._doubtful(doubt, asked, text)
        if len(text) > numerals.LONGEST:
            raise self._doubtful(Doubt(f"is too long: “{shortened(text)}”"), asked, text)
        number, words = numerals.split(text)
        found = tuple(map(Fraction, numerals.readings(number)))
        if not found or not self._is_unit(words, asked.accepted):
            spelt = any(slip.unit and slip.spelt(words) for slip in self.slips)
            like = self._example(asked.unit)
            if not (found and spelt) and (doubt := numerals.foreign(text, like)):
                raise self._doubtful(doubt, asked, text)
            if not found:
                doubt = numerals.doubt(number, text, like)
                raise self._doubtful(doubt, asked, text, words)
            raise self._in_another_unit(text, found, words, asked)
        value = found[0] if len(found) == 1 else self._one_of(found, number, asked)
        if self.whole and value.denominator != 1:
            offers = tuple(self._meanings(Fraction(value // 1), asked))
            why = with_typed(
                f"must be a whole number, like {self.example}", text, self._range(asked.unit)
            )
            raise self._invalid(asked.field, "whole", why, offers=offers)
        return Quantity(
            value, asked.unit, self._name, edges=self.edges, without_unit=self.without_unit
        )

    @cached_property
    def _name(self) -> str:
        """What the working calls it."""
        return in_a_sentence(self.label)

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """Every unit that may be asked for."""
        return (self.unit, *(self.factors or ()))

    @cached_property
    def _limits(self) -> Mapping[str, tuple[Limits | None, Limits | None]]:
        """The hard and the soft limits in each unit that may be asked for."""
        return {
            unit: (
                self.hard and self.hard.in_unit(self._factor(unit)),
                self.soft and self.soft.in_unit(self._factor(unit)),
            )
            for unit in self.accepted
        }

    def unit_behind(self, typed: str) -> str | None:
        """The unit typed behind a number, if it is one of those that may be asked for."""
        _, words = numerals.split(typed.strip())
        return next((unit for unit in self.accepted if words and units.alike(words, unit)), None)

    def shown_again(self, quantity: Quantity) -> str:
        """The value in the units in which it is read back: "about 154 lb, 11 st 0 lb"."""
        value = quantity.value / self._factor(quantity.unit)
        shown = [each for each in self.read_back if each.units[0][0] != quantity.unit]
        words = ", ".join(each.words(value) for each in shown)
        return words if all(each.is_exact(value) for each in shown) else f"about {words}"

    def check(self, quantity: Quantity, field: str, confirmed: bool) -> None:
        """Raise InputError outside the hard limits, and unconfirmed outside the soft ones."""
        hard, soft = self._limits[quantity.unit]
        broken = first_broken(quantity, hard, None if confirmed else soft)
        if broken:
            said, offers = self.explained(quantity, field, broken)
            text = f"{broken.text} ({broken.why}). {said}"
            raise self._invalid(field, broken.code, text, offers)

    def explained(
        self, quantity: Quantity, field: str, broken: Broken
    ) -> tuple[str, tuple[Offer, ...]]:
        """What was typed, the slips that it may be, what to do if it is right, and the offers."""
        asked = _Request(field, quantity.unit)
        shown = _in_full(quantity.value, quantity.unit)
        if broken.then and (again := self.shown_again(quantity)):
            shown = f"{shown} ({again})"
        likely = [*self._slipped(quantity.value, asked, far=not broken.then)]
        offers = tuple(offer for _, offer in likely if offer.answers)
        if not likely:
            stop = "." if broken.then else ""
            return f"{shown} was typed{stop}{broken.then}", offers
        doubt = "unusual" if broken.then else "not plausible"
        asks = ", or ".join(ask for ask, _ in likely)
        return f"{shown} is {doubt}; {asks}?{broken.then}", offers

    # What may be meant

    def _one_of(self, found: tuple[Fraction, ...], number: str, asked: "_Request") -> Fraction:
        """The one of two readings that is possible. Raises InputError, with both, where both are.

        With a point the decimal is meant unless only the other is possible. With a comma either
        must be impossible in every unit that the number may be in, so that a comma and a wrong unit
        are never both guessed; the reading without a decimal must also be no slip.
        """
        decimal, grouped = found
        pointed = "." in number
        here, there = (self._possible(each, asked.unit) for each in found)
        if pointed and (here or not there):
            return decimal
        meanings = [[*self._meanings(each, asked)] for each in found]
        slips = [*self._meant_elsewhere(grouped, decimal, asked)]
        if here and not meanings[1] and not slips:
            return decimal
        if there and not pointed and not meanings[0]:
            return grouped
        elsewhere = (offer for slip, offer in slips if offer.answers and not slip.far)
        offers = (*meanings[0], *meanings[1], *elsewhere)
        two = " or ".join(map(digits.decimal, found))
        why = f"must be typed so that it has one meaning: “{number}” could be read as {two}"
        text = with_typed(why, number, self._range(asked.unit))
        raise self._invalid(asked.field, "number", text, offers=offers)

    def _meant_elsewhere(
        self, grouped: Fraction, decimal: Fraction, asked: "_Request"
    ) -> Iterator[tuple[Slip, Offer]]:
        """What a grouped number may mean as a slip, unless that is what its decimal says too."""
        for slip in self.slips:
            if slip.unit not in self.accepted and slip.meant(grouped) != decimal:
                yield from ((slip, offer) for _, offer in self._by(slip, grouped, asked))

    def _possible(self, value: Fraction, unit: str) -> bool:
        """Whether a value in an accepted unit lies within the hard limits; without them it does."""
        hard, _ = self._limits[unit]
        return not hard or hard.hold(value)

    def _meanings(self, value: Fraction, asked: "_Request") -> Iterator[Offer]:
        """The units in which a number is possible: the one asked for, and the others accepted."""
        for unit in dict.fromkeys((asked.unit, *self.accepted)):
            if self._possible(value, unit):
                yield self._offer(value, unit, asked)

    def _offer(self, value: Fraction, unit: str, asked: "_Request") -> Offer:
        answers = {asked.field: digits.decimal(value)}
        if (unit,) != asked.accepted:
            answers[unit_field(asked.field)] = unit
        return Offer(_in_full(value, unit), answers)

    def _slipped(
        self, value: Fraction, asked: "_Request", far: bool
    ) -> Iterator[tuple[str, Offer]]:
        """The slips that lead to a possible value: what to ask, and what to fill in."""
        for slip in self.slips:
            if (far or not slip.far) and not slip.if_spelt and slip.unit != asked.unit:
                yield from self._by(slip, value, asked)

    def _by(self, slip: Slip, value: Fraction, asked: "_Request") -> Iterator[tuple[str, Offer]]:
        """The question and the offer of one slip, if what it leads to is possible."""
        meant = slip.meant(value) / (1 if slip.unit else self._factor(asked.unit))
        if slip.between and not slip.between.hold(meant):
            return
        typed = _in_full(value, slip.unit or asked.unit)
        ask = slip.ask.format(typed=typed)
        if slip.unit in self.accepted:
            if self._possible(value, slip.unit):
                yield ask, self._offer(value, slip.unit, asked)
        elif slip.field:
            answers = {asked.field: "", slip.field: digits.decimal(value)}
            yield ask, Offer(typed, answers)
        elif slip.makes is None:
            yield ask, Offer(typed, {})
        elif offer := self._converted(slip.meant(value), typed if slip.unit else "", slip, asked):
            yield f"{ask} ({_in_full(Fraction(offer.answers[asked.field]), asked.unit)})", offer

    def _converted(
        self, meant: Fraction, typed: str, slip: Slip, asked: "_Request"
    ) -> Offer | None:
        """An amount of another unit in the one asked for, with its rounding; None if impossible."""
        value = slip.rounded(meant)
        if not self._possible(value, asked.unit) or (self.whole and value.denominator != 1):
            return None
        label = _in_full(value, asked.unit)
        if value != meant:
            exact = f"{digits.for_people(meant)} {units.for_people(asked.unit)}"
            label = f"{typed} = {exact}, rounded down to {label}"
        elif typed:
            label = f"{typed} = {label}"
        return Offer(label, {asked.field: digits.decimal(value)})

    def _in_another_unit(
        self, text: str, found: tuple[Fraction, ...], words: str, asked: "_Request"
    ) -> InputError:
        """The error for a number with words behind it that are not the unit asked for."""
        offers: Iterable[Offer] = ()
        if any(units.alike(words, unit) for unit in self.accepted):
            offers = (offer for value in found for offer in self._meanings(value, asked))
        elif meant := self._sum(numerals.amounts(text)):
            value, typed, slip = meant
            offers = filter(None, [self._converted(value, typed, slip, asked)])
        why = f"must be in {units.for_people(asked.unit)}, not “{words}”"
        said = with_typed(why, text, self._range(asked.unit))
        return self._invalid(asked.field, "unit", said, offers=tuple(offers))

    def _sum(self, amounts: Iterable[tuple[str, str]]) -> tuple[Fraction, str, Slip] | None:
        """Amounts in units that are likely slips, "11 st 4 lb": in the declared unit, and again."""
        total, typed, last = Fraction(0), [], None
        for number, word in amounts:
            found = numerals.readings(number)
            last = next((slip for slip in self.slips if slip.unit and slip.spelt(word)), None)
            if len(found) != 1 or last is None or (last.if_spelt and "." in found[0]):
                return None
            total += last.meant(Fraction(found[0]))
            typed.append(_in_full(Fraction(found[0]), last.unit))
        return (total, " ".join(typed), last) if last else None

    def _doubtful(self, doubt: Doubt, asked: "_Request", typed: str, words: str = "") -> InputError:
        """The error for a text that is not taken, with what it may have been meant for."""
        offers: dict[str, Offer] = {}
        for text in doubt.perhaps:
            for offer in self._reread(f"{text} {words}".strip(), asked):
                offers.setdefault(offer.label, offer)
        why = with_typed(doubt.why, typed, self._range(asked.unit))
        return self._invalid(asked.field, "number", why, offers=tuple(offers.values()))

    def _example(self, unit: str) -> str:
        """The example in an accepted unit."""
        if unit == self.unit:
            return self.example
        return digits.for_people(Fraction(self.example) * self._factor(unit))

    def _range(self, unit: str) -> str:
        """The hard limits in an accepted unit: "20 to 350 kg"; empty where there are none."""
        if not self.hard:
            return ""
        low, high, *_ = self.hard.in_unit(self._factor(unit))
        return f"{digits.for_people(low)} to {_in_full(high, unit)}"

    def _reread(self, text: str, asked: "_Request") -> Iterable[Offer]:
        try:
            quantity = self._read(text, asked)
        except InputError as invalid:
            return invalid.errors[0].offers
        return self._meanings(quantity.value, asked)

    def _factor(self, unit: str) -> Fraction:
        """How many of an accepted unit make one of the declared one."""
        return (self.factors or {}).get(unit, Fraction(1))

    def _is_unit(self, typed: str, accepted: tuple[str, ...]) -> bool:
        return not typed or any(units.alike(typed, word) for word in (*accepted, *self.unit_words))

    def _invalid(
        self, field: str, code: str, text: str, offers: tuple[Offer, ...] = ()
    ) -> InputError:
        return InputError(FieldError(field, code, f"{self.label} {text}", offers))


class _Request(NamedTuple):
    """How a number was asked: the field, its unit, and the units accepted where it is read."""

    field: str
    unit: str
    accepted: tuple[str, ...] = ()


def unit_field(field: str) -> str:
    """The name of the input in which the unit of a number is chosen."""
    return f"{field}_unit"


def _in_full(value: Fraction, unit: str) -> str:
    return f"{digits.all_digits(value)} {units.behind(value, unit)}".rstrip()
