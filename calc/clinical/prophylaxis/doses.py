"""The doses that sources give, for whom, and what texts say of failing kidneys; none is chosen."""

from collections.abc import Iterator
from typing import NamedTuple

from calc.clinical.prophylaxis.ends import ROSWELL, SWAIKA
from calc.clinical.prophylaxis.label import (
    ALLOGRAFT,
    ANTI_BCMA,
    BCMA,
    CAR_T,
    CAR_TS,
    NORTHWESTERN,
    TRANSPLANTS,
)
from calc.clinical.prophylaxis.plan import Plan
from calc.clinical.prophylaxis.therapies import BRANDS
from calc.clinical.sources import (
    ACICLOVIR_ORAL_US,
    ACICLOVIR_UK_ORAL,
    PROPHYLAXIS_GERMANY_2022,
    PROPHYLAXIS_LOW_DOSE,
    PROPHYLAXIS_POUR,
    PROPHYLAXIS_VICKREY,
    VALACICLOVIR,
    VALACICLOVIR_BHIVA,
)
from calc.model.quantity import Quantity, constant
from calc.model.results import Row, Table
from calc.model.sources import SITE_RULE, Cite

TWICE, ONCE = "twice daily", "once daily"
ACICLOVIR_800 = constant(800, "mg")
ACICLOVIR_400 = constant(400, "mg")
ACICLOVIR_200 = constant(200, "mg")
VALACICLOVIR_500 = constant(500, "mg")
HIGH_CREATININE = constant(2, "mg/dL")
NOT_CELLULAR = tuple(each.id for each in BRANDS if each.id not in (*TRANSPLANTS, *CAR_TS))
"""The German guideline of 2022 leaves out transplants and cellular therapy."""
BORTEZOMIB = ("bortezomib",)

US_TABLE = VALACICLOVIR.at("table 1, suppression in HIV")
US_ORAL = ACICLOVIR_ORAL_US.at("table 3")
UK_ORAL = ACICLOVIR_UK_ORAL.at("dosage in renal impairment")
BHIVA = VALACICLOVIR_BHIVA.at("renal")
GERMANY_2022 = PROPHYLAXIS_GERMANY_2022.at("highlights, in a host's extract")


class Given(NamedTuple):
    """A dose, in whom it was advised or used, and by whom."""

    id: str
    of: tuple[str, ...]
    drug: str
    dose: Quantity
    often: str
    whom: str
    cites: tuple[Cite, ...]

    @property
    def words(self) -> str:
        """Drug and dose in one breath."""
        return f"{self.drug} {self.dose.shown()} {self.often}"


DOSES = (
    Given(
        "valaciclovir-bcma",
        ANTI_BCMA,
        "valaciclovir",
        VALACICLOVIR_500,
        TWICE,
        "table on anti-BCMA treatment",
        (BCMA,),
    ),
    Given(
        "valaciclovir-car-t",
        CAR_TS,
        "valaciclovir",
        VALACICLOVIR_500,
        TWICE,
        "table on CAR-T",
        (CAR_T,),
    ),
    Given("aciclovir-car-t", CAR_TS, "aciclovir", ACICLOVIR_800, TWICE, "table on CAR-T", (CAR_T,)),
    Given(
        "aciclovir-allograft",
        ("allogeneic",),
        "aciclovir",
        ACICLOVIR_800,
        TWICE,
        "a randomised trial after allografts",
        (ALLOGRAFT,),
    ),
    # "acyclovir is recommended with 400 mg orally BID and valacyclovir is recommended with 500 mg
    # orally BID"
    Given(
        "aciclovir-germany",
        NOT_CELLULAR,
        "aciclovir",
        ACICLOVIR_400,
        TWICE,
        "German guideline of 2022, not for transplants or cellular therapy",
        (GERMANY_2022,),
    ),
    Given(
        "valaciclovir-germany",
        NOT_CELLULAR,
        "valaciclovir",
        VALACICLOVIR_500,
        TWICE,
        "German guideline of 2022, not for transplants or cellular therapy",
        (GERMANY_2022,),
    ),
    Given(
        "aciclovir-bortezomib-twice",
        BORTEZOMIB,
        "aciclovir",
        ACICLOVIR_400,
        TWICE,
        "two series on bortezomib: no zoster in those who took it",
        (ROSWELL, SWAIKA),
    ),
    Given(
        "aciclovir-bortezomib-once",
        BORTEZOMIB,
        "aciclovir",
        ACICLOVIR_400,
        ONCE,
        "two series on bortezomib: no zoster; a third: 2 of 61, who had stopped early",
        (
            PROPHYLAXIS_VICKREY.at("abstract"),
            PROPHYLAXIS_POUR.at("abstract"),
            PROPHYLAXIS_LOW_DOSE.at("abstract"),
        ),
    ),
    Given(
        "aciclovir-northwestern",
        tuple(each.id for each in BRANDS),
        "aciclovir",
        ACICLOVIR_400,
        ONCE,
        f"one US centre, 2007, in everybody; {ACICLOVIR_200.shown()} {ONCE} where creatinine is "
        f"above {HIGH_CREATININE.shown()}",
        (NORTHWESTERN,),
    ),
)


def doses(plan: Plan) -> Table | None:
    """The doses that were advised or used with these therapies; None where none was."""
    ids = {each.id for each in plan.spoken_of}
    given = [each for each in DOSES if ids.intersection(each.of)]
    if not given:
        return None
    by_whom: dict[str, list[Given]] = {}
    for each in given:
        by_whom.setdefault(each.words, []).append(each)
    return Table(
        "Doses that sources give, with normal kidneys",
        ("Drug and dose", "By whom"),
        tuple(
            Row(same[0].id, (words, "; ".join(each.whom for each in same)), {})
            for words, same in sorted(by_whom.items())
        ),
        tuple(dict.fromkeys(cite for each in given for cite in each.cites)),
    )


# "HIV-infected patients: 500 mg every 12 hours; 30-49 no reduction; 10-29 500 mg every 24 hours;
# <10 500 mg every 24 hours"
US_LOW = constant(30, "mL/min")
# "15-30: Herpes simplex dose as in normal renal function"; "<15: Herpes simplex suppression 500 mg
# daily"
BHIVA_LOW = constant(15, "mL/min")
# "(creatinine clearance less than 10ml/minute) an adjustment of dosage to 200mg aciclovir twice
# daily"
UK_LOW = constant(10, "mL/min")
# "400 mg every 12 hours: >10, 400, every 12 hours; 0-10, 200, every 12 hours"
US_ACICLOVIR_LOW = constant(10, "mL/min/{1.73_m2}")


class Renal(NamedTuple):
    """What a text says of a dose below a clearance; `low` in mL/min where it can be compared."""

    id: str
    usual: str
    low: Quantity
    below: str
    whose: str
    cite: Cite
    up_to: bool = False


VALACICLOVIR_TWICE = f"valaciclovir {VALACICLOVIR_500.shown()} {TWICE}"
VALACICLOVIR_ONCE = f"{VALACICLOVIR_500.shown()} {ONCE}"
ACICLOVIR_TWICE = f"aciclovir {ACICLOVIR_400.shown()} {TWICE}"
ACICLOVIR_LESS = f"{ACICLOVIR_200.shown()} {TWICE}"
RENAL = (
    Renal(
        "valaciclovir-us",
        VALACICLOVIR_TWICE,
        US_LOW,
        VALACICLOVIR_ONCE,
        "US label, suppression of genital herpes in HIV",
        US_TABLE,
    ),
    Renal(
        "valaciclovir-bhiva",
        VALACICLOVIR_TWICE,
        BHIVA_LOW,
        VALACICLOVIR_ONCE,
        "BHIVA page, suppression of herpes simplex",
        BHIVA,
    ),
    Renal(
        "aciclovir-us",
        ACICLOVIR_TWICE,
        US_ACICLOVIR_LOW,
        ACICLOVIR_LESS,
        "US label, for this dose",
        US_ORAL,
        up_to=True,
    ),
    Renal(
        "aciclovir-uk",
        "aciclovir",
        UK_LOW,
        ACICLOVIR_LESS,
        "UK text, herpes simplex",
        UK_ORAL,
    ),
)
LESS_SAFE = SITE_RULE.at("between two bands the lower dose")


def band(each: Renal) -> str:
    """Below which clearance a text gives less, and how much."""
    limit = "up to" if each.up_to else "below"
    return f"{limit} {each.low.shown()}: {each.below}"


def at(each: Renal, clearance: Quantity) -> str:
    """What a text comes to at a clearance (mL/min); not told where it counts in another unit."""
    if each.low.unit != clearance.unit:
        return "not told: it counts for each 1.73 m2 of body surface"
    low = clearance.decided(lambda value: value < each.low.value)
    return each.below if low else "no reduction"


def kidneys(clearance: Quantity | None, on_dialysis: bool) -> Table | None:
    """What texts say of these kidneys; None where neither clearance nor dialysis is known."""
    if clearance is None and not on_dialysis:
        return None
    return Table(
        "Kidneys: none of these is a text on preventing zoster",
        ("Dose, and whose text", "Less", "Here"),
        tuple(_rows(clearance)),
        (*(each.cite for each in RENAL), LESS_SAFE),
    )


def _rows(clearance: Quantity | None) -> Iterator[Row]:
    for each in RENAL:
        here = at(each, clearance) if clearance else "not told: on dialysis"
        yield Row(each.id, (f"{each.usual} ({each.whose})", band(each), here), {})
