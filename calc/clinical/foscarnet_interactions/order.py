"""What is asked: the drugs, and whether foscarnet has a line of its own."""

from typing import Annotated, Literal

from calc.clinical.foscarnet_interactions.drug import Drug
from calc.clinical.foscarnet_interactions.fluids import DRUGS
from calc.model.inputs import Choice, Option
from calc.model.several import Several, Unlisted

type Line = Literal["own", "shared-central", "shared-peripheral", "not-known"]

Drugs = Annotated[
    tuple[Drug | Unlisted, ...],
    Several(
        label="Drugs given",
        hint="All of them, fluids, pain relief from the shop and what was given in the last weeks "
        "too: generic or brand names, with commas between.",
        options=tuple(Option(each.id, each.label, each, words=each.names) for each in DRUGS),
        none="No other drug",
        ask="Name the drugs, or that there is no other",
        beyond="not in this list, which does not mean safe. Choose a name that is offered, or look "
        "it up elsewhere: it then stays in the answer as not checked.",
    ),
]
FoscarnetLine = Annotated[
    Line,
    Choice(
        label="Foscarnet's line",
        hint="Sharing is at the same time, through a Y, or one after the other.",
        options=(
            Option("own", "A line or lumen of its own", "own"),
            Option("shared-central", "Shared: a lumen of a central line", "shared-central"),
            Option("shared-peripheral", "Shared: a peripheral line", "shared-peripheral"),
            Option("not-known", "Not known", "not-known"),
        ),
    ),
]
