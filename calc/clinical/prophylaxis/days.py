"""The days that are known and the ends that sources name, as one schedule."""

from collections.abc import Iterator

from calc.clinical.calendar import latest
from calc.clinical.prophylaxis.ends import Since
from calc.clinical.prophylaxis.label import BEGIN_WITHIN, LABEL
from calc.clinical.prophylaxis.plan import Named, Plan
from calc.model.results import Due, Schedule
from calc.model.sources import SITE_RULE, Cite

COUNTED = SITE_RULE.at("never too short")
GIVEN = {
    Since.PROTEASOME: ("proteasome-last", "last dose of the proteasome inhibitor"),
    Since.ANTI_CD38: ("anti-cd38-last", "last dose of the anti-CD38 antibody"),
    Since.BISPECIFIC: ("bispecific-last", "last dose of the bispecific antibody"),
    Since.CAR_T: ("car-t", "CAR-T infusion"),
    Since.ZOSTER: ("zoster-healed", "zoster healed"),
    Since.ALLOGENEIC: ("transplant", "transplant"),
}


def schedule(plan: Plan) -> Schedule | None:
    """All days in order of time; None where neither a day nor an end is known."""
    due = (*_known(plan), *(_end(each) for each in plan.ends))
    if not due:
        return None
    return Schedule("Until when, by which source", due, tuple(dict.fromkeys(_cites(plan))))


def _known(plan: Plan) -> Iterator[Due]:
    for since, day in plan.days.items():
        id, what = GIVEN[since]
        yield Due(id, day, what)
    if plan.start:
        by = latest(plan.start, BEGIN_WITHIN)
        yield Due("daratumumab-start", plan.start, "first dose of daratumumab")
        yield Due(
            "begin-by",
            by,
            f"prophylaxis has begun by here: {BEGIN_WITHIN.shown()} after it (US label)",
        )


def _end(each: Named) -> Due:
    end = each.end
    also = f"; {end.also}" if end.also else ""
    until = "until, in a study" if end.study else "until"
    return Due(end.id, each.at, f"{until}: {end.span}{also} ({end.whose})", each.until)


def _cites(plan: Plan) -> Iterator[Cite]:
    yield from (cite for each in plan.ends for cite in each.end.cites)
    if plan.start:
        yield LABEL
    yield COUNTED
