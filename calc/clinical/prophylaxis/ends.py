"""How long, by each source that gives a time: counted from which day, and what it asks besides."""

from enum import Enum
from typing import NamedTuple

from calc.clinical.prophylaxis.label import (
    AFTER_DARATUMUMAB,
    ALLOGRAFT,
    ASH,
    BISPECIFICS,
    CAR_T,
    CAR_TS,
    CYTOPENIA,
    LABEL,
)
from calc.clinical.sources import (
    PROPHYLAXIS_ALLOGRAFT_TWO_YEARS,
    PROPHYLAXIS_ALLOGRAFT_YEAR,
    PROPHYLAXIS_ROSWELL,
    PROPHYLAXIS_SWAIKA,
)
from calc.model.quantity import Quantity, constant
from calc.model.sources import Cite

ROSWELL = PROPHYLAXIS_ROSWELL.at("abstract 4844")
SWAIKA = PROPHYLAXIS_SWAIKA.at("abstract")
YEAR_OF_TWO = PROPHYLAXIS_ALLOGRAFT_YEAR.at("abstract")
TWO_YEARS = PROPHYLAXIS_ALLOGRAFT_TWO_YEARS.at("abstract")

CD4 = constant(200, "/uL")
CD4_WORDS = f"{CD4.number()} per microlitre"
NOTHING = constant(0, "d")


class Since(Enum):
    """The day that a time is counted from, in the words of a table."""

    PROTEASOME = "the last dose of bortezomib"
    ANTI_CD38 = "the last dose of daratumumab"
    BISPECIFIC = "the last dose of the bispecific antibody"
    CAR_T = "the infusion of CAR-T"
    ZOSTER = "the last zoster"
    ALLOGENEIC = "the allogeneic transplant"


class End(NamedTuple):
    """How long a source would go on, or from `after` to `until`, and what it asks `also`.

    `least` says that it is the shortest time of the source; `with_` names a time of the same source
    of which the later one counts. `study` says that it is what a study did, and no advice.
    """

    id: str
    of: tuple[str, ...]
    since: Since
    after: Quantity
    whose: str
    cites: tuple[Cite, ...]
    until: Quantity | None = None
    also: str = ""
    least: bool = False
    with_: str = ""
    study: bool = False

    @property
    def span(self) -> str:
        """How long in words: "3 months after the last dose of daratumumab"."""
        if not self.after.value:
            return self.since.value
        low, high = time(self.after), self.until and time(self.until)
        long = f"{self.after.number()} to {high}" if high else low
        return f"{'at least ' if self.least else ''}{long} after {self.since.value}"


def time(long: Quantity) -> str:
    """A time in words: "a month", "3 months"."""
    return "a month" if long.unit == "mo" and long.value == 1 else long.shown()


ENDS = (
    # "oral acyclovir (400mg PO twice daily for the duration of bortezomib therapy)"
    End(
        "bortezomib-series-2007",
        ("bortezomib",),
        Since.PROTEASOME,
        NOTHING,
        "prospective series, 2007",
        (ROSWELL,),
        study=True,
    ),
    # "initiated prior to starting treatment with bortezomib and discontinued 4 weeks following"
    End(
        "bortezomib-series-2012",
        ("bortezomib",),
        Since.PROTEASOME,
        constant(4, "wk"),
        "series of 2012",
        (SWAIKA,),
        study=True,
    ),
    # "continue for 3 months following the end of treatment"
    End(
        "daratumumab-label",
        ("daratumumab",),
        Since.ANTI_CD38,
        AFTER_DARATUMUMAB,
        "US label",
        (LABEL,),
    ),
    # "Bispecific antibodies: during treatment and until 1 month after treatment discontinuation"
    End(
        "bispecific-ash",
        BISPECIFICS,
        Since.BISPECIFIC,
        constant(1, "mo"),
        "US teaching table",
        (ASH,),
    ),
    # "continue for ≥6 months, or 6 months beyond last episode of HSV or VZV"
    End(
        "car-t-table",
        CAR_TS,
        Since.CAR_T,
        constant(6, "mo"),
        "table on CAR-T, in a journal",
        (CAR_T,),
        least=True,
    ),
    End(
        "car-t-table-zoster",
        CAR_TS,
        Since.ZOSTER,
        constant(6, "mo"),
        "table on CAR-T, in a journal",
        (CAR_T,),
        with_="car-t-table",
    ),
    # "Start from LD conditioning until 1 y after CAR T-cell infusion AND/OR until CD4+ count is"
    End(
        "car-t-cytopenia",
        CAR_TS,
        Since.CAR_T,
        constant(12, "mo"),
        "table on cytopenias after CAR-T",
        (CYTOPENIA,),
        also=f"and/or until CD4 is above {CD4_WORDS}",
    ),
    # "CAR T-cell therapy: 12-18 months after infusion, at least until CD4 count >200/µL"
    End(
        "car-t-ash",
        CAR_TS,
        Since.CAR_T,
        constant(12, "mo"),
        "US teaching table",
        (ASH,),
        until=constant(18, "mo"),
        also=f"at least until CD4 is above {CD4_WORDS}",
    ),
    # "given from 1 to 2 months until 1 year after transplantation"
    End(
        "allograft-trial",
        ("allogeneic",),
        Since.ALLOGENEIC,
        constant(12, "mo"),
        "a randomised trial, 2006",
        (ALLOGRAFT,),
        study=True,
    ),
    # "at least 1 year or longer if patients remained on immunosuppressive drugs"
    End(
        "allograft-cohort",
        ("allogeneic",),
        Since.ALLOGENEIC,
        constant(12, "mo"),
        "one centre's cohorts, 2007",
        (YEAR_OF_TWO,),
        also="longer on immunosuppressive drugs",
        least=True,
        study=True,
    ),
    # "post-2008 prophylaxis consisted of 2 years of acyclovir/valacyclovir followed by immunization
    # using varicella vaccine"
    End(
        "allograft-two-years",
        ("allogeneic",),
        Since.ALLOGENEIC,
        constant(24, "mo"),
        "one centre from 2008 on, reported in 2016",
        (TWO_YEARS,),
        also="followed there by varicella vaccine",
        study=True,
    ),
)
