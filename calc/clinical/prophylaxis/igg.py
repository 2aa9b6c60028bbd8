"""The levels of IgG at which sources would replace it, each with its conditions, none chosen."""

from collections.abc import Iterator
from typing import NamedTuple

from calc.clinical.prophylaxis.label import ANTI_BCMA, BISPECIFICS, CAR_TS, TRANSPLANTS
from calc.clinical.prophylaxis.plan import Plan
from calc.clinical.sources import (
    BISPECIFIC_PANEL,
    IMMUNOGLOBULIN_AT_ANY_LEVEL,
    IMMUNOGLOBULIN_EU,
    IMMUNOGLOBULIN_REVIEW,
    PROPHYLAXIS_ASH,
    PROPHYLAXIS_BCMA,
    PROPHYLAXIS_CAR_T,
    PROPHYLAXIS_CILTACABTAGENE,
    PROPHYLAXIS_NICE,
)
from calc.model.quantity import Quantity, constant
from calc.model.results import Row, Table
from calc.model.sources import Cite

G_L, MG_DL = "g/L", "mg/dL"
LEVEL = constant(400, MG_DL)
LEVEL_EU = constant(4, G_L)
MODERATE = constant(700, MG_DL)
VERY_LOW = constant(150, MG_DL)
MG_DL_IN_G_L = constant(100, "mg.L/dL/g")

REVIEW = IMMUNOGLOBULIN_REVIEW.at("table 1")
NOT_SO_LOW = "no"
ANY: tuple[str, ...] = ()
"""Of any therapy."""


class Threshold(NamedTuple):
    """A level of IgG, or none, below which a source would replace it, and on which condition."""

    id: str
    of: tuple[str, ...]
    whose: str
    level: Quantity | None
    condition: str
    cites: tuple[Cite, ...]
    at_too: bool = False

    @property
    def words(self) -> str:
        """The level and its condition in words."""
        if self.level is None:
            return self.condition
        edge = "at or below" if self.at_too else "below"
        also = f", {self.condition}" if self.condition else ""
        return f"{edge} {self.level.shown()}{also}"

    def met(self, igg: Quantity) -> str:
        """Whether a level is so low; the condition is for people to judge."""
        if self.level is None:
            return "no level"
        level = in_g_l(self.level)
        low = igg.decided(
            lambda value: value <= level.value if self.at_too else value < level.value
        )
        return "yes" if low else NOT_SO_LOW


def in_g_l(igg: Quantity) -> Quantity:
    """The same concentration in g/L."""
    return igg if igg.unit == G_L else igg / MG_DL_IN_G_L


THRESHOLDS = (
    # "Patients whose IgG levels <400 mg/dl (level IIC)"; "until Ig levels are >=400 mg/dl"
    Threshold(
        "panel",
        BISPECIFICS,
        "expert panel on bispecific antibodies",
        LEVEL,
        "monthly until it is there again",
        (BISPECIFIC_PANEL.at("table 4"),),
    ),
    # "Patients who have >=2 severe recurrent infections by encapsulated bacteria, regardless of IgG
    # level (level IIC)"; "with a life-threatening infection (level III)"; "with documented
    # bacterial infection with no or insufficient response to antibiotic therapy (level IIC)"
    Threshold(
        "panel-any",
        BISPECIFICS,
        "expert panel on bispecific antibodies",
        None,
        "discussed at any level after two or more severe infections by encapsulated bacteria; and, "
        "with no level named, for an infection that threatens life, or a bacterial one that "
        "antibiotics do not hold",
        (BISPECIFIC_PANEL.at("table 4"),),
    ),
    # "If IgG levels <400 mg/dL / Throughout treatment / Continue even off therapy as long as"
    Threshold(
        "bcma",
        ANTI_BCMA,
        "table on anti-BCMA treatment",
        LEVEL,
        "for as long as it is, after treatment too",
        (PROPHYLAXIS_BCMA.at("immunoglobulin row"),),
    ),
    # "Serum IgG <=400 mg/dL"
    Threshold(
        "ash",
        (*BISPECIFICS, *CAR_TS),
        "US teaching table",
        LEVEL,
        "",
        (PROPHYLAXIS_ASH.at("table 4"),),
        at_too=True,
    ),
    # "If patient has recurrent sinopulmonary infections and IgG <400 mg/dL, give IVIg"
    Threshold(
        "car-t",
        CAR_TS,
        "table on CAR-T",
        LEVEL,
        "with recurrent infections of sinuses and lungs",
        (PROPHYLAXIS_CAR_T.at("immunoglobulin row"),),
    ),
    # "administer intravenous immunoglobulin (IVIG) for immunoglobulin G (IgG) <400 mg/dL"
    Threshold(
        "cilta-cel",
        ("cilta-cel",),
        "US label of ciltacabtagene, quoted by the maker",
        LEVEL,
        "",
        (PROPHYLAXIS_CILTACABTAGENE.at("summary"),),
    ),
    # "consider if IgG is <=400 mg/dL"
    Threshold(
        "hill",
        CAR_TS,
        "Hill and others on CAR-T, second hand",
        LEVEL,
        "to be considered",
        (REVIEW,),
        at_too=True,
    ),
    # "Not routinely recommended, but can be considered if IgG <400 mg/dL"
    Threshold(
        "hct",
        TRANSPLANTS,
        "transplant guidelines, second hand",
        LEVEL,
        "not routinely, can be considered",
        (REVIEW,),
    ),
    # "Recommend against IgG-RT if no history of recurrent infection, regardless of IgG level"
    Threshold(
        "asbmt",
        TRANSPLANTS,
        "ASBMT, second hand",
        None,
        "against it without recurrent infections, at any level",
        (REVIEW,),
    ),
    # "IgG < 400 mg/dL with recurrent infections"; "IgG < 700 mg/dL with recurrent infections, in
    # addition to low IgA or IgM, and impaired vaccine responses"; "IgG < 150 mg/dL"
    Threshold(
        "aaaai",
        ANY,
        "AAAAI 2022, second hand",
        LEVEL,
        "with recurrent infections",
        (REVIEW,),
    ),
    Threshold(
        "aaaai-moderate",
        ANY,
        "AAAAI 2022, second hand",
        MODERATE,
        "with recurrent infections, low IgA or IgM, and poor response to vaccines",
        (REVIEW,),
    ),
    Threshold("aaaai-very-low", ANY, "AAAAI 2022, second hand", VERY_LOW, "", (REVIEW,)),
    # "in patients who suffer from severe or recurrent infections, ineffective antimicrobial
    # treatment and either proven specific antibody failure (PSAF) or serum IgG level of <4 g/l"
    Threshold(
        "eu-licence",
        ANY,
        "EU licence of an immunoglobulin",
        LEVEL_EU,
        "or antibody failure proven by vaccines; with severe or recurrent infections that "
        "antimicrobials do not hold",
        (IMMUNOGLOBULIN_EU.at("section 4.1"),),
    ),
    # "consider intravenous immunoglobulin replacement therapy for people who have
    # hypogammaglobulinaemia and recurrent infections"
    Threshold(
        "nice",
        ANY,
        "NICE, second hand",
        None,
        "consider it with low IgG and recurrent infections; no level",
        (PROPHYLAXIS_NICE.at("quoted second hand"),),
    ),
    # "initiation regardless of IgG levels"
    Threshold(
        "any-level",
        BISPECIFICS,
        "a viewpoint on bispecific antibodies",
        None,
        "for all, at any level",
        (IMMUNOGLOBULIN_AT_ANY_LEVEL.at("abstract"),),
    ),
)


def levels(plan: Plan, igg: Quantity) -> Table:
    """The levels for these therapies, and whether an IgG (g/L or mg/dL) is so low."""
    rows = [*_of(plan)]
    level = in_g_l(igg)
    return Table(
        f"IgG of {igg.shown()}, and the levels of sources",
        ("Whose", "Immunoglobulin is replaced", "Is it so low?"),
        tuple(Row(each.id, (each.whose, each.words, each.met(level)), {}) for each in rows),
        tuple(dict.fromkeys(cite for each in rows for cite in each.cites)),
    )


def _of(plan: Plan) -> Iterator[Threshold]:
    ids = {each.id for each in plan.therapies}
    yield from (each for each in THRESHOLDS if not each.of or ids.intersection(each.of))
