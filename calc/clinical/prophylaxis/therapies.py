"""The therapies of myeloma that are asked for, with their brands, by what they act on."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from calc.model.inputs import Option


class Kind(Enum):
    """What a therapy is, as the sources on prophylaxis speak of it."""

    PROTEASOME = "proteasome inhibitor"
    ANTI_CD38 = "anti-CD38 antibody"
    BISPECIFIC = "bispecific antibody"
    CAR_T = "CAR-T"
    AUTOLOGOUS = "autologous transplant"
    ALLOGENEIC = "allogeneic transplant"
    IMMUNOMODULATORY = "immunomodulatory drug"
    STEROID = "steroid"
    OTHER = "other"


class Therapy(NamedTuple):
    """A therapy: its id, its name within a sentence, its kind, and if it sends T cells to BCMA."""

    id: str
    name: str
    kind: Kind
    bcma: bool = False


BRANDS: dict[Therapy, tuple[str, ...]] = {
    Therapy("bortezomib", "bortezomib", Kind.PROTEASOME): ("Velcade",),
    Therapy("carfilzomib", "carfilzomib", Kind.PROTEASOME): ("Kyprolis",),
    Therapy("ixazomib", "ixazomib", Kind.PROTEASOME): ("Ninlaro",),
    Therapy("daratumumab", "daratumumab", Kind.ANTI_CD38): ("Darzalex", "Darzalex Faspro"),
    Therapy("isatuximab", "isatuximab", Kind.ANTI_CD38): ("Sarclisa",),
    Therapy("teclistamab", "teclistamab", Kind.BISPECIFIC, bcma=True): ("Tecvayli",),
    Therapy("elranatamab", "elranatamab", Kind.BISPECIFIC, bcma=True): ("Elrexfio",),
    Therapy("linvoseltamab", "linvoseltamab", Kind.BISPECIFIC, bcma=True): ("Lynozyfic",),
    Therapy("talquetamab", "talquetamab", Kind.BISPECIFIC): ("Talvey",),
    Therapy("cilta-cel", "ciltacabtagene autoleucel", Kind.CAR_T, bcma=True): (
        *("Carvykti", "ciltacel"),
    ),
    Therapy("ide-cel", "idecabtagene vicleucel", Kind.CAR_T, bcma=True): ("Abecma", "idecel"),
    Therapy("autologous", "autologous transplant", Kind.AUTOLOGOUS): (
        *("ASCT", "autograft", "auto-SCT", "high-dose melphalan"),
    ),
    Therapy("allogeneic", "allogeneic transplant", Kind.ALLOGENEIC): ("allograft", "allo-SCT"),
    Therapy("lenalidomide", "lenalidomide", Kind.IMMUNOMODULATORY): ("Revlimid",),
    Therapy("pomalidomide", "pomalidomide", Kind.IMMUNOMODULATORY): (*("Pomalyst", "Imnovid"),),
    Therapy("thalidomide", "thalidomide", Kind.IMMUNOMODULATORY): ("Thalomid",),
    Therapy("dexamethasone", "a steroid in high dose", Kind.STEROID): (
        *("dexamethasone in high dose", "steroid", "prednisolone", "prednisone"),
    ),
    Therapy("elotuzumab", "elotuzumab", Kind.OTHER): ("Empliciti",),
    Therapy("belantamab", "belantamab mafodotin", Kind.OTHER): ("Blenrep",),
    Therapy("melphalan", "melphalan by mouth", Kind.OTHER): ("Alkeran",),
    Therapy("cyclophosphamide", "cyclophosphamide", Kind.OTHER): ("Cytoxan",),
    Therapy("selinexor", "selinexor", Kind.OTHER): ("Xpovio", "Nexpovio"),
}
"""Each therapy with its brands and the other words for it."""

LABELS = {
    "autologous": "High-dose melphalan with autologous transplant",
    "dexamethasone": "Dexamethasone or another steroid, high dose",
    "melphalan": "Melphalan by mouth, without transplant",
}
OPTIONS = tuple(
    Option(
        therapy.id,
        LABELS.get(therapy.id, therapy.name[:1].upper() + therapy.name[1:]),
        therapy,
        words=words,
    )
    for therapy, words in BRANDS.items()
)


def ids_of(*kinds: Kind) -> tuple[str, ...]:
    """The ids of all therapies of some kinds."""
    return tuple(therapy.id for therapy in BRANDS if therapy.kind in kinds)


def named(therapies: Iterable[Therapy]) -> str:
    """The names of therapies within a sentence: "bortezomib, teclistamab"."""
    return ", ".join(therapy.name for therapy in therapies)
