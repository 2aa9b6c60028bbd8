"""`::: safety summary`, `scales`, `hazards`, `requirements`, `counts`: the hazard log as it is.

`::: safety notices` are the builds that were withdrawn.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from overrides.markdown.register import Stash, day
from overrides.safety.log import MATRIX, SAID, Control, Hazard, Risk, log
from overrides.safety.withdrawn import notices, table

LIST = "../calculators/refusals-and-cautions.md"


def summary(stash: Stash) -> Iterator[str]:
    """The lines: each hazard with what it is rated before and after its controls."""
    yield from ("| Hazard | Before | After | Controls |", "| --- | --- | --- | --- |")
    for each in log().hazards:
        controls = str(len(each.controls)) if each.controls else "**none**"
        before, after = each.before.rating, each.after.rating
        yield f"| [{each.id}](#{each.id.lower()}) {each.name} | {before} | {after} | {controls} |"


def scales(stash: Stash) -> Iterator[str]:
    """The lines: the words of both scales, and the rating that they come to."""
    for name, levels in (("Severity", log().severities), ("Likelihood", log().likelihoods)):
        yield from (f"| {name} | What it means here |", "| --- | --- |")
        yield from (f"| {level.name} | {level.words} |" for level in levels)
        yield ""
    severities = [level.name for level in reversed(log().severities)]
    yield f"| Likelihood | {' | '.join(severities)} |"
    yield f"| --- |{' --- |' * len(severities)}"
    for level, row in zip(log().likelihoods, MATRIX, strict=True):
        yield f"| {level.name} | {' | '.join(map(str, row))} |"


def hazards(stash: Stash) -> Iterator[str]:
    """The lines: a heading to link to for each hazard, and all that the log says of it."""
    for each in log().hazards:
        yield from ("", f"### {each.id}. {each.name} {{ #{each.id.lower()} }}", "")
        yield from ("Cause", f":   {each.cause}", "")
        yield from ("Harm", f":   {each.harm}[{each.cites}]", "")
        yield from ("Risk before and after", f":   {_risk(each.before)}; {_risk(each.after)}", "")
        yield from _controls(each)
        yield from ("What is left", f":   {each.residual}", "")
        if each.deployer:
            yield from ("For whoever deploys it", f":   {' '.join(each.deployer)}", "")


def _risk(risk: Risk) -> str:
    return f"{risk.severity}, {risk.likelihood.lower()}: **{risk.rating}**"


def _controls(hazard: Hazard) -> Iterator[str]:
    yield "Controls"
    if not hazard.controls:
        yield from (":   **None**: all of this risk is left.", "")
        return
    said = {
        "refusals": _links("refusal", hazard.refusals),
        "cautions": _links("caution", hazard.cautions),
    }
    spoken = "; ".join(f"{kind} {links}" for kind, links in said.items() if links)
    lines = [_named(log().controls[id], spoken if id == SAID else "") for id in hazard.controls]
    yield from (f":   - {lines[0]}", *(f"    - {line}" for line in lines[1:]), "")


def _named(control: Control, spoken: str) -> str:
    of_these = f" Here: {spoken}." if spoken else ""
    proved = f"[{control.id}](#{control.id.lower()}), {_counted(len(control.proved_by), 'test')}"
    return f"{control.words} ({proved}){of_these}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _links(kind: str, ids: Iterable[str]) -> str:
    return ", ".join(f"[{id}]({LIST}#{kind}-{id.replace('.', '-')})" for id in ids)


def traced(stash: Stash) -> Iterator[str]:
    """The lines: each requirement, what keeps it, the hazards that it controls, its tests."""
    for each in log().controls.values():
        kept = f"`{each.file}`" + (f", `{each.name}`" if each.name else "")
        controls = [hazard for hazard in log().hazards if each.id in hazard.controls]
        links = ", ".join(f"[{hazard.id}](#{hazard.id.lower()})" for hazard in controls)
        yield from ("", f"### {each.id} {{ #{each.id.lower()} }}", "", each.words, "")
        yield from ("Kept by", f":   {kept}", "", "Controls", f":   {links}", "", "Proved by")
        lines = [f"`{test}`: passed {how_often(times)}" for test, times in each.proved_by.items()]
        yield from (f":   - {lines[0]}", *(f"    - {line}" for line in lines[1:]), "")


def how_often(number: int) -> str:
    """How often, in words: once, 12 times."""
    return "once" if number == 1 else f"{number:,} times"


def counts(stash: Stash) -> Iterator[str]:
    """The line: how much of the log there is, and when its tests ran."""
    whole = log()
    passed = {test: n for each in whole.controls.values() for test, n in each.proved_by.items()}
    left = Counter(bool(each.controls) for each in whole.hazards)[False]
    yield (
        f"{len(whole.hazards)} hazards, {left} of them without a control; "
        f"{len(whole.controls)} requirements; {len(passed)} tests, which passed "
        f"{sum(passed.values()):,} times in the run of {day(whole.day)} on version {whole.version}."
    )


def withdrawals(stash: Stash) -> Iterator[str]:
    """The lines: each build that was withdrawn, or that there is none."""
    yield from table(notices())


PARTS: dict[str, Callable[[Stash], Iterator[str]]] = {
    "counts": counts,
    "hazards": hazards,
    "notices": withdrawals,
    "requirements": traced,
    "scales": scales,
    "summary": summary,
}
