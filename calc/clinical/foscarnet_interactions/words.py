"""What is said of the drugs beside foscarnet: the worst first, each row with how it is known."""

from collections.abc import Iterable, Iterator, Sequence

from calc.clinical.foscarnet_interactions.drug import (
    INTERACTIONS,
    UK_INTERACTIONS,
    Drug,
    Effect,
    Level,
)
from calc.clinical.foscarnet_interactions.hazards import (
    FORBIDDEN,
    KIDNEYS,
    LOW_CALCIUM,
    NOT_CHECKED,
    PRECIPITATE,
    SEIZURES,
    TORSADES,
)
from calc.clinical.foscarnet_interactions.standing import NOT_SAFE, ONE_LINE
from calc.clinical.foscarnet_interactions.together import Together
from calc.clinical.sources import LABEL, MONOGRAPH
from calc.model.outcomes import Caution, Line
from calc.model.results import Row, Table
from calc.model.several import Unlisted
from calc.model.sources import SITE_RULE, Cite
from calc.model.statements import Box, Check

MANY = 2
"""From so many drugs of one kind on, beside foscarnet, a caution says so: this site's rule."""
ONE = 80
"""So many characters one line holds."""
STRONG = (Level.NOT, Level.HOLD)
"""Of drugs that lower calcium those are warned of: of the others the rows say enough."""
MONITORING = LABEL.at("Patient Monitoring")
HEADS = ("Drug", "How dangerous", "What it does", "What to do", "How it is known")
NOTHING_READ = "nothing was read of it here"
RULE = SITE_RULE.title.lower()
COUNTS = {
    Effect.KIDNEYS: "Harm the kidneys",
    Effect.QT: "Prolong QT",
    Effect.CALCIUM: "Lower calcium",
    Effect.MAGNESIUM: "Lower magnesium",
    Effect.SEIZURES: "Make seizures likelier",
}
LINES = {
    "own": "a line or lumen of its own",
    "shared-central": "shared: give it a lumen of its own",
    "shared-peripheral": "shared: give it a cannula of its own",
    "not-known": "not known: look before the next dose",
}

OF_ITS_OWN = {
    "shared-central": "Own lumen for foscarnet",
    "shared-peripheral": "Own cannula for foscarnet",
    "not-known": "Look for foscarnet's line",
}
"""What to do about a line that is shared, or that nobody knows."""

TOGETHER_FORBIDDEN = Caution(
    "together-forbidden",
    FORBIDDEN,
    "Do not give with foscarnet: {few}.",
    (SITE_RULE.at("what is never combined"),),
    "Not together: {drugs}. Each row says what was read, and what to do instead. One of the two "
    "must change: its row says how.",
)
TOGETHER_PRECIPITATE = Caution(
    "together-precipitate",
    PRECIPITATE,
    "{own}; never through it: {few}.",
    ONE_LINE,
    "Foscarnet's line is {line}. Never through it: {drugs}. The texts read name these; they do not "
    "call any other drug fit for the line.",
)
TOGETHER_SHARED = Caution(
    "together-shared-line",
    PRECIPITATE,
    "{own}; no other drug through it at the same time.",
    ONE_LINE,
    "Foscarnet's line is {line}.",
)
TOGETHER_CALCIUM = Caution(
    "together-calcium",
    LOW_CALCIUM,
    "Lowers calcium too, ask when last given: {few}.",
    (INTERACTIONS, UK_INTERACTIONS, SITE_RULE.at("ask for the last dose")),
    "These lower calcium as foscarnet does: {drugs}. Ask when the last dose was. The US label asks "
    "for particular caution. Ionised calcium before and after each dose; "
    "tingling stops the infusion.",
)
TOGETHER_QT = Caution(
    "together-qt",
    TORSADES,
    "{count} drugs prolong QT beside foscarnet: {few}.",
    (INTERACTIONS, UK_INTERACTIONS, SITE_RULE.at("drugs counted together")),
    "Foscarnet does too, and so do {drugs}. The US label avoids such drugs, the UK text asks for "
    "close cardiac monitoring. Correct potassium, magnesium and ionised calcium first.",
)
TOGETHER_KIDNEYS = Caution(
    "together-kidneys",
    KIDNEYS,
    "{count} drugs harm the kidneys beside foscarnet: {few}.",
    (INTERACTIONS, UK_INTERACTIONS, SITE_RULE.at("drugs counted together")),
    "Foscarnet does too, and so do {drugs}. The label avoids them unless the benefit outweighs the "
    "risk. Creatinine every day, and the dose anew with each.",
)
TOGETHER_SEIZURES = Caution(
    "together-seizures",
    SEIZURES,
    "{count} drugs make seizures likelier beside foscarnet: {few}.",
    (LABEL.at("Adverse Reactions"), SITE_RULE.at("drugs counted together")),
    "Foscarnet does too, and so do {drugs}.",
)
DRUGS_NOT_CHECKED = Caution(
    "together-not-checked",
    NOT_CHECKED,
    "Look up elsewhere, not checked: {few}.",
    (SITE_RULE.at("absence proves nothing"),),
    f"Not checked: {{drugs}}. {NOT_SAFE} Look each up in the text of the product and in your "
    "hospital's database.",
)


FORBIDDEN_ROW = Check("{drug}. {first}.", (SITE_RULE.at("what is never combined"),), "{rest}")
THROUGH_ANOTHER = Check("{few}.", ONE_LINE)
CREATININE = Check(
    "Repeat creatinine, and work the dose out anew.",
    (MONITORING,),
    "These can harm the kidneys as well: {drugs}.",
)
ECG = Check(
    "Take an ECG with its corrected QT interval, and correct electrolytes.",
    (MONOGRAPH.at("QT prolongation"),),
    "These can prolong QT as well: {drugs}.",
)
SALTS = (Effect.CALCIUM, Effect.MAGNESIUM, Effect.POTASSIUM)
ELECTROLYTES = Check(
    "Measure ionised calcium, magnesium and potassium.",
    (MONITORING,),
    "These can lower one of them as well: {drugs}.",
)
THEIR_DOSES = Check(
    "By today's creatinine, their own doses anew: {few}.",
    (SITE_RULE.at("each by its kidneys"),),
    "All of these: {drugs}.",
)
BEFORE = (
    (CREATININE, (Effect.KIDNEYS,)),
    (ECG, (Effect.QT,)),
    (ELECTROLYTES, SALTS),
    (THEIR_DOSES, (Effect.ITS_DOSE,)),
)
"""What to take before a dose, and which effects ask for it."""
LOOK_UP = Check(
    "Look up elsewhere: {few}.",
    (SITE_RULE.at("absence proves nothing"),),
    f"Not in this list: {{drugs}}. {NOT_SAFE}",
)
ASK_AGAIN = Check(
    "Ask here again with each drug that is begun.",
    (SITE_RULE.at("again with each new drug"),),
    "For pain, nausea, sleep and infection above all.",
)


def names(drugs: Iterable[Drug]) -> str:
    """Their names, with commas between."""
    return ", ".join(each.label for each in drugs)


def few(named: Sequence[str], beside: str) -> str:
    """As many names as one line holds beside other words, and how many more there are."""
    room = ONE - len(beside.format(few=""))
    for count in range(len(named), 0, -1):
        more = f", {len(named) - count} more" if count < len(named) else ""
        if len(line := f"{', '.join(named[:count])}{more}") <= room:
            return line
    return f"{len(named)} names"


def unchecked(found: Together) -> str:
    """What is not in the list, as typed, with what is near: "gentamycin (Gentamicin?)"."""
    return ", ".join(
        f"{each.word} ({', '.join(f'{name}?' for name in each.near)})" if each.near else each.word
        for each in found.unlisted
    )


def headline(found: Together) -> str:
    """The most dangerous level, and which drugs are at it."""
    if found.worst:
        return f"{found.worst.words}: {names(found.at(found.worst))}"
    if found.unlisted:
        return f"Not checked: {unchecked(found)}"
    return "No other drug was named"


def reason(found: Together) -> str:
    """That absence proves nothing, and how many drugs stand at each level."""
    counts = [f"{level.words} {len(found.at(level))}" for level in Level if found.at(level)]
    if found.unlisted:
        counts.append(f"not checked {len(found.unlisted)}")
    return f"{NOT_SAFE} {', '.join(counts).capitalize()}." if counts else NOT_SAFE


def decision(found: Together) -> str:
    """The same for programs."""
    return found.worst.id if found.worst else "not-checked" if found.unlisted else "none-named"


def lines(found: Together) -> Iterator[Line]:
    """How many drugs do what foscarnet does as well, and where foscarnet runs."""
    for effect, label in COUNTS.items():
        if drugs := found.that(effect):
            text = f"{len(drugs)}, beside foscarnet: {names(drugs)}"
            yield Line("Together with foscarnet", label, text)
    if found.line:
        yield Line("Line", "Foscarnet's line", LINES[found.line])


def table(found: Together) -> Table:
    """A row for each drug, the most dangerous first, and for each that is not in the list."""
    rows = [Row(each.id, _cells(each), {}) for each in found.drugs]
    rows += [
        Row(f"not-checked-{place}", _not_checked(each), {})
        for place, each in enumerate(found.unlisted, 1)
    ]
    cites = dict.fromkeys(claim.cite for each in found.drugs for claim in each.claims)
    title = "Each drug, the most dangerous first"
    return Table(title, HEADS, tuple(rows), (*cites, SITE_RULE.at("ranks and actions")))


def _cells(drug: Drug) -> tuple[str, ...]:
    does = "; ".join(dict.fromkeys(claim.words for claim in drug.claims))
    return (drug.label, drug.level.words, does, drug.do, known(drug))


def _not_checked(unlisted: Unlisted) -> tuple[str, ...]:
    near = f" Near to it in this list: {', '.join(unlisted.near)}." if unlisted.near else ""
    do = f"Look it up elsewhere, and ask a pharmacist.{near}"
    return (unlisted.word, "Not checked", "not in this list", do, NOTHING_READ)


def known(drug: Drug) -> str:
    """Each source of a drug's claims, what it is, and of which effects it is the source."""
    said: dict[tuple[str, str], list[str]] = {}
    for claim in drug.claims:
        of = said.setdefault((claim.cite.source.title, claim.proof.value), [])
        if claim.effect.value not in of:
            of.append(claim.effect.value)
    read = [f"{title} ({proof}): {', '.join(of)}" for (title, proof), of in said.items()]
    return "; ".join((*read, f"what to do: {RULE}"))


def lists(found: Together) -> tuple[Box, ...]:
    """What must not be given, what goes through another line, and what to take before a dose."""
    boxes = (
        Box("Do not combine", tuple(map(_forbidden, found.at(Level.NOT)))),
        Box("Never through foscarnet's line", tuple(_through_another(found))),
        Box("Before the next dose of foscarnet", tuple(_before(found))),
    )
    return tuple(each for each in boxes if each.items)


def _forbidden(drug: Drug) -> Check:
    first, _, rest = drug.do.partition(". ")
    row = FORBIDDEN_ROW.filled(drug=drug.label, first=first, rest=rest)
    return row._replace(cites=(*_cites((drug,)), *FORBIDDEN_ROW.cites))


def _through_another(found: Together) -> Iterator[Check]:
    """All of them by their names, on as many lines as they need."""
    lines: list[list[Drug]] = []
    for drug in found.that(Effect.LINE):
        if lines and len(names([*lines[-1], drug])) < ONE:
            lines[-1].append(drug)
        else:
            lines.append([drug])
    yield from (_of(THROUGH_ANOTHER, drugs, Effect.LINE) for drugs in lines)


def _before(found: Together) -> Iterator[Check]:
    for check, effects in BEFORE:
        if drugs := tuple(each for each in found.drugs if any(map(each.does, effects))):
            yield _of(check, drugs, *effects)
    if found.unlisted:
        words = few([each.word for each in found.unlisted], LOOK_UP.text)
        yield LOOK_UP.filled(drugs=unchecked(found), few=words)
    yield ASK_AGAIN


def _of(check: Check, drugs: Iterable[Drug], *effects: Effect) -> Check:
    """A check with the names of drugs, and with where these effects of theirs stand."""
    drugs = tuple(drugs)
    line = few([each.label for each in drugs], check.text)
    filled = check.filled(drugs=names(drugs), few=line)
    if line == names(drugs) and "{few}" in check.text:
        filled = filled._replace(detail="")
    return filled._replace(cites=(*check.cites, *_cites(drugs, *effects)))


def _cites(drugs: Iterable[Drug], *effects: Effect) -> tuple[Cite, ...]:
    """Where it stands, of these effects or of all, each place once."""
    claims = (claim for each in drugs for claim in each.claims)
    return tuple(
        dict.fromkeys(each.cite for each in claims if not effects or each.effect in effects)
    )


def cautions(found: Together) -> Iterator[Caution]:
    """What is urgent: what is never combined, lines, calcium, and drugs that add up."""
    if drugs := found.at(Level.NOT):
        filled = _filled(TOGETHER_FORBIDDEN, drugs)
        yield filled._replace(cites=(*_cites(drugs), *filled.cites))
    if found.line and (own := OF_ITS_OWN.get(found.line)):
        drugs = found.that(Effect.LINE)
        shared = TOGETHER_PRECIPITATE if drugs else TOGETHER_SHARED
        yield _filled(shared, drugs, line=LINES[found.line], own=own)
    if drugs := tuple(each for each in found.that(Effect.CALCIUM) if each.level in STRONG):
        yield _filled(TOGETHER_CALCIUM, drugs)
    many = {
        Effect.QT: TOGETHER_QT,
        Effect.KIDNEYS: TOGETHER_KIDNEYS,
        Effect.SEIZURES: TOGETHER_SEIZURES,
    }
    for effect, caution in many.items():
        if len(drugs := found.that(effect)) >= MANY:
            yield _filled(caution, drugs, count=str(len(drugs)))
    if found.unlisted:
        words = few([each.word for each in found.unlisted], DRUGS_NOT_CHECKED.text)
        yield DRUGS_NOT_CHECKED.filled(drugs=unchecked(found), few=words)


def _filled(caution: Caution, drugs: Iterable[Drug], **words: str) -> Caution:
    """The caution with the names of drugs: all in its detail, as many as fit in its line."""
    drugs = tuple(drugs)
    beside = caution.text.format(few="", **words)
    return caution.filled(**words, drugs=names(drugs), few=few([d.label for d in drugs], beside))
