"""The intervals of the recombinant zoster vaccine, each under the words of its source."""

from typing import NamedTuple

from calc.clinical.sources import (
    ACIP,
    CDC_VACCINE,
    VACCINE_AUSTRALIA,
    VACCINE_BEFORE_TREATMENT,
    VACCINE_CANADA,
    VACCINE_CAR_T,
    VACCINE_CAR_T_ASH,
    VACCINE_CCJM,
    VACCINE_EMN,
    VACCINE_ENGLAND,
    VACCINE_INTERVAL,
    VACCINE_TRANSPLANT,
    VACCINE_TRIAL,
    VACCINE_UK_TEXT,
)
from calc.model.quantity import Quantity, constant
from calc.model.sources import Cite

GUIDANCE = ACIP.at("clinical guidance")
CDC = CDC_VACCINE.at("dosing schedule")
IMMUNIZE = VACCINE_INTERVAL.at("answer")
BEFORE_TREATMENT = VACCINE_BEFORE_TREATMENT.at("answer")
ENGLAND = VACCINE_ENGLAND.at("second hand")
UK_TEXT = VACCINE_UK_TEXT.at("dosage")
QUOTED = (VACCINE_TRANSPLANT.at("answer"), VACCINE_CCJM.at("table 3"))

# "If the second dose of RZV is given sooner than 4 weeks after the first, a second valid dose
# should be repeated at least 4 weeks after the dose that was given too early."
LEAST_APART = constant(4, "wk")
# "If the second RZV dose is given more than 4 days sooner than 4 weeks after the first dose"
GRACE = constant(4, "d")


class Window(NamedTuple):
    """From when to when after the first dose a source would have the second, and whose words."""

    id: str
    low: Quantity
    high: Quantity
    whose: str
    cites: tuple[Cite, ...]

    @property
    def span(self) -> str:
        """From when to when, in words: "2 to 6 months"."""
        return span(self.low, self.high)


def span(low: Quantity, high: Quantity) -> str:
    """Two times, their unit said once where it is one: "50 to 70 days", "8 weeks to 6 months"."""
    return f"{low.number() if low.unit == high.unit else low.shown()} to {high.shown()}"


# "The second RZV dose should typically be given 2–6 months after the first; for persons who are or
# will be immunodeficient or immunosuppressed and who would benefit from a shorter vaccination
# schedule, the second dose can be administered 1–2 months after the first."
US_WINDOWS = (
    Window(
        "shorter",
        constant(1, "mo"),
        constant(2, "mo"),
        "US, shorter schedule for the immunosuppressed",
        (GUIDANCE, CDC),
    ),
    Window("usual", constant(2, "mo"), constant(6, "mo"), "US, usual", (GUIDANCE, CDC)),
)
# "the second dose administered 8 weeks to 6 months after the first"; the maker's UK text: "If
# flexibility is needed, second dose can be given between 2-6 months after the first. For those who
# are or might be immunodeficient / immunocompromised and whom may benefit from a shorter schedule,
# the 2nd dose can be given 1-2 months after the initial dose"
UK_WINDOWS = (
    Window(
        "shorter",
        constant(1, "mo"),
        constant(2, "mo"),
        "maker's UK text, shorter schedule for the immunosuppressed",
        (UK_TEXT,),
    ),
    Window(
        "programme",
        constant(8, "wk"),
        constant(6, "mo"),
        "programme of England, severely immunosuppressed",
        (ENGLAND,),
    ),
)


class Wait(NamedTuple):
    """How long after a transplant a source would begin, until when if it says so, and whose it is.

    `also` is what the source asks besides the time.
    """

    id: str
    after: Quantity
    until: Quantity | None
    whose: str
    cites: tuple[Cite, ...]
    also: str = ""

    @property
    def span(self) -> str:
        """How long in words: "50 to 70 days", "3 months or more"."""
        return span(self.after, self.until) if self.until else f"{self.after.shown()} or more"


# "the first dose was given 50 to 70 days after transplantation"; "50–70 days after autologous HCT"
AFTER_AUTOLOGOUS = (
    Wait(
        "trial",
        constant(50, "d"),
        constant(70, "d"),
        "the trial, and the European Myeloma Network's table",
        (VACCINE_TRIAL.at("abstract"), VACCINE_EMN.at("table 3")),
    ),
    # "Autologous: wait at least 3 months after transplant"
    Wait("cdc", constant(3, "mo"), None, "CDC, as quoted by two others", QUOTED),
)
# "Allogeneic: wait at least 6 months after transplant"
AFTER_ALLOGENEIC = (Wait("cdc", constant(6, "mo"), None, "CDC, as quoted by two others", QUOTED),)
AFTER_CAR_T = (
    # "≥3 months after CAR‐T therapy AND Demonstrated immune reconstitution AND No ongoing
    # immunosuppression"
    Wait(
        "guidelines",
        constant(3, "mo"),
        None,
        "European and American guidelines, in a review's table",
        (VACCINE_CAR_T.at("table 3"),),
        "immune reconstitution shown, and no immunosuppression",
    ),
    # "Live and nonlive adjuvant vaccines: ≥12 months after CAR T-cell infusion and ≥8 months since
    # last immunoglobulin replacement therapy"
    Wait(
        "ash",
        constant(12, "mo"),
        None,
        "a table in an ASH journal, for vaccines with an adjuvant",
        (VACCINE_CAR_T_ASH.at("table"),),
    ),
)
SINCE_IMMUNOGLOBULIN = constant(8, "mo")

# "Initiate RZV about 2 months before discontinuation of antiviral therapy"
BEFORE_STOPPING = constant(2, "mo")

# "Immunocompromised people ... can receive Shingrix from 3 months after the acute illness."
AUSTRALIA_AFTER = constant(3, "mo")
AUSTRALIA = VACCINE_AUSTRALIA.at("recommendation")
# "Individuals 50 years of age and older ... who have had a previous episode of HZ, should be
# vaccinated with RZV after at least one year."
CANADA_AFTER = constant(12, "mo")
CANADA = VACCINE_CANADA.at("key information")
