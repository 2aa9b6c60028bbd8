"""Other drugs beside foscarnet: what each does, what to do first, and how that is known."""

from calc.clinical.foscarnet_interactions import known_answers, reference, words
from calc.clinical.foscarnet_interactions.order import Drugs, FoscarnetLine
from calc.clinical.foscarnet_interactions.standing import CHECK_FIRST, READ_FIRST, SCOPE
from calc.clinical.foscarnet_interactions.together import COUNTED, NOT_CHECKED, together
from calc.model.calculator import calculator
from calc.model.outcomes import Answer
from calc.model.values import always


@calculator(
    "Drugs together with foscarnet",
    scope=SCOPE,
    box=READ_FIRST,
    checks=CHECK_FIRST,
    reference=(reference.LIST,),
    known_answers=(known_answers.FORBIDDEN, known_answers.UNLISTED),
    values=always("1", *COUNTED.values(), NOT_CHECKED),
    onward=("qtc", "electrolytes"),
)
def co_medication(*, drugs: Drugs, foscarnet_line: FoscarnetLine | None = None) -> Answer:
    """What other drugs do beside foscarnet, the most dangerous first, and how that is known.

    It computes no dose. A name that is not in the list is kept, once confirmed, as not checked.
    Values: kidney_drugs, qt_drugs, calcium_drugs, magnesium_drugs, seizure_drugs and
    drugs_not_checked (counts, foscarnet itself not among them).
    """
    found = together(drugs, foscarnet_line)
    return Answer(
        found.values,
        heading="Beside foscarnet",
        headline=words.headline(found),
        reason=words.reason(found),
        decision=words.decision(found),
        lists=words.lists(found),
        lines=tuple(words.lines(found)),
        cautions=tuple(words.cautions(found)),
        results=(words.table(found),) if found.drugs or found.unlisted else (),
    )
