"""The label's dose for a patient's kidneys: the clearance in the table's unit, and its row."""

from dataclasses import dataclass, replace

from calc.clinical.body_surface import PER_173, PER_MIN, body_surface, per_area
from calc.clinical.oral_antiviral.label import EUROPE, LOWER, REGIMENS, US, Purpose, Regimen, Text
from calc.clinical.oral_antiviral.rows import Dose, Found, edges_of, found_in
from calc.clinical.renal import Estimated, Kidneys, Measured, per_kg_of
from calc.clinical.sources import COCKCROFT_GAULT
from calc.clinical.tablets import Tablets
from calc.model.quantity import LookedUp, Quantity, Step

FORMULA = COCKCROFT_GAULT.at("formula")


@dataclass(frozen=True)
class Followed:
    """Which tablets, for what, by whose text; and what that gives."""

    tablets: Tablets
    purpose: Purpose
    text: Text

    @property
    def regimen(self) -> Regimen:
        """What the text gives."""
        return REGIMENS[self.tablets, self.purpose, self.text.id]

    @property
    def other(self) -> "Followed":
        """The same by the other text."""
        return replace(self, text=EUROPE if self.text is US else US)


@dataclass(frozen=True)
class ByText:
    """The dose that a text gives: by a clearance (mL/min, and as counted) in a row, or on dialysis.

    `clearance`, `counted` and `found` are None on haemodialysis, where they are not used.
    """

    followed: Followed
    dose: Dose
    clearance: Quantity | None = None
    counted: Quantity | None = None
    found: Found | None = None

    @property
    def on_haemodialysis(self) -> bool:
        """Whether it is a dose on haemodialysis."""
        return self.clearance is None

    @property
    def not_reduced(self) -> bool:
        """Whether these kidneys reduce no dose of the drug by this text, for zoster either."""
        treated = replace(self.followed, purpose="zoster").regimen
        found = found_in(treated.rows, self.counted) if self.counted else None
        return found is not None and found.row is treated.rows[0]

    @property
    def too_high(self) -> bool:
        """Whether a study found this very dose too high: aciclovir for zoster on haemodialysis."""
        asked = (self.followed.tablets, self.followed.purpose)
        return self.on_haemodialysis and asked == ("aciclovir", "zoster")

    @property
    def less_in_reports(self) -> bool:
        """Whether reports on haemodialysis gave less: of valaciclovir, after sessions only."""
        return self.on_haemodialysis and self.followed.tablets == "valaciclovir"

    def as_much_as(self, other: "ByText") -> bool:
        """Whether 24 hours of both hold the same."""
        here, there = self.dose.day, other.dose.day
        return here is not None and there is not None and here.value == there.value


def on_haemodialysis(followed: Followed) -> ByText:
    """The dose on haemodialysis, after the session."""
    regimen = followed.regimen
    given = regimen.on_haemodialysis
    by = f"{followed.tablets}, {followed.text.name}: on haemodialysis"
    step = Step("dose", by, "in sessions", given.words, regimen.dialysis_cites)
    found = LookedUp(regimen.full.give, step)
    return ByText(followed, given._replace(give=replace(given.give, derivation=found)))


def by_clearance(
    followed: Followed, kidneys: Kidneys, weight: Quantity, height: Quantity
) -> ByText:
    """The dose by the clearance of a weight (kg) and a height (cm), estimated or measured.

    Requirement R-TABLETS: A dose of tablets is the row of today's kidneys, and an order is told as
    more or less by what 24 hours hold.
    """
    regimen = followed.regimen
    edges = edges_of(regimen.rows)
    match kidneys:
        case Measured(clearance=measured):
            clearance = replace(measured, edges=edges)
        case Estimated():
            clearance = (per_kg_of(kidneys) * weight).named(
                "clearance", PER_MIN, FORMULA, places=1, edges=edges
            )
    counted = clearance
    if regimen.unit == PER_173:
        counted = per_area(clearance, body_surface(height, weight)).named(
            "clearance per 1.73 m2", PER_173, places=1, edges=edges
        )
    found = found_in(regimen.rows, counted)
    assert found is not None  # the lowest row of every regimen is open below
    return ByText(followed, _looked_up(followed, counted, found), clearance, counted, found)


def _looked_up(followed: Followed, counted: Quantity, found: Found) -> Dose:
    """The dose of a row, which remembers how it was found."""
    row, cites = found.row, followed.regimen.cites
    numbers = f"{counted.shown()}: {row.words}"
    if len(found.printed) != 1:
        numbers = f"{counted.shown()}: in {'two rows' if found.printed else 'no printed row'}"
        cites = (*cites, LOWER)
    step = Step(
        "dose",
        f"{followed.tablets}, {followed.text.name}: the row for the {counted.name}",
        numbers,
        row.gives.words,
        cites,
    )
    give = Quantity(row.gives.give.value, "mg", "dose", LookedUp(counted, step))
    return row.gives._replace(give=give)
