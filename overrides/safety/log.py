"""Reads docs/safety: the hazards, their controls and the run of the tests that prove these.

Whatever does not fit stops the build: a control without a test that passed, a hazard without a
control that does not say so, a caution or a refusal that no calculator has.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from overrides.markdown.page import fault, nearest
from overrides.markdown.refusals import cautions, refusals
from overrides.markdown.register import DOCS
from overrides.safety.requirements import ROOT, Requirement, requirements

FOLDER = DOCS / "safety"
SAID = "R-SAID"
"""The control that what a calculator says of a hazard is said: of each caution and refusal."""
MATRIX = (
    # Minor, Significant, Considerable, Major, Catastrophic
    (3, 4, 4, 5, 5),  # Very high
    (2, 3, 3, 4, 5),  # High
    (2, 2, 3, 3, 4),  # Medium
    (1, 2, 2, 3, 4),  # Low
    (1, 1, 2, 2, 3),  # Very low
)
"""The rating of a likelihood (rows) and a severity, as NHS England's UK Core hazard log has it."""
OWN = "@site-rule"


class Level(NamedTuple):
    """A step of a scale, and what it means here; `hazardwise` is what HazardWise calls it."""

    name: str
    words: str
    hazardwise: str = ""


class Risk(NamedTuple):
    """How bad and how likely, with the rating that both come to: 1 to 5."""

    severity: str
    likelihood: str
    rating: int


class Control(NamedTuple):
    """What keeps a hazard from harming: a sentence, where it is kept, and the tests that prove it.

    `proved_by` has how often each passed in the stored run: once for each of its parameters.
    """

    id: str
    words: str
    file: str
    name: str
    proved_by: Mapping[str, int]


@dataclass(frozen=True)
class Hazard:
    """A hazard, its risk before and after what controls it, and what is left to people."""

    id: str
    name: str
    cause: str
    harm: str
    before: Risk
    after: Risk
    controls: tuple[str, ...]
    cautions: tuple[str, ...]
    refusals: tuple[str, ...]
    residual: str
    deployer: tuple[str, ...]
    cites: str


@dataclass(frozen=True)
class Log:
    """The whole log. `day` and `version` are those of the stored run."""

    severities: tuple[Level, ...]
    likelihoods: tuple[Level, ...]
    controls: Mapping[str, Control]
    hazards: tuple[Hazard, ...]
    day: str
    version: str


@cache
def log(folder: Path = FOLDER) -> Log:
    """The log of a folder. Raises Fault where it does not fit with itself or with the code."""
    hazards, controls, run = (_read(folder / f"{name}.toml") for name in FILES)
    severities = tuple(Level(**each) for each in hazards["severity"])
    likelihoods = tuple(Level(**each) for each in hazards["likelihood"])
    scales = [level.name for level in severities], [level.name for level in likelihoods]
    kept = dict(_controls(controls["control"], run["passed"], requirements()))
    listed = tuple(_hazard(each, scales, kept) for each in hazards["hazard"])
    _once("hazard", [each.id for each in listed])
    used = {id for each in listed for id in each.controls}
    for id in kept.keys() - used:
        raise fault(None, f'id = "{id}"', "is a control of no hazard: name it in hazards.toml")
    return Log(severities, likelihoods, kept, listed, str(run["on"]), run["version"])


FILES = ("hazards", "controls", "tested")


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _once(what: str, ids: Iterable[str]) -> None:
    for id, times in Counter(ids).items():
        if times > 1:
            raise fault(
                None, f'id = "{id}"', f"stands {times} times: a {what} has an id of its own"
            )


def _controls(
    listed: Sequence[dict[str, Any]], passed: Mapping[str, int], stated: Sequence[Requirement]
) -> Iterator[tuple[str, Control]]:
    """Each control by its id, its sentence from the code or from the log."""
    _once("requirement", [each.id for each in stated])
    _once("control", [each["id"] for each in listed])
    of_code = {each.id: each for each in stated}
    for each in listed:
        yield each["id"], _control(each, passed, of_code.pop(each["id"], None))
    for id, lost in of_code.items():
        raise fault(None, id, f"({lost.file}) is no control: list it with its tests")


def _control(
    listed: dict[str, Any], passed: Mapping[str, int], stated: Requirement | None
) -> Control:
    id, line = listed["id"], f'id = "{listed["id"]}"'
    if not (stated or listed.keys() >= {"words", "where"}):
        raise fault(None, line, "stands in no docstring: give its words and where they are kept")
    if stated and "words" in listed:
        raise fault(None, line, f"stands in {stated.file}: take its words away here")
    if not stated and listed["where"].endswith(".py"):
        raise fault(None, line, f"is kept by {listed['where']}: say it in a docstring there")
    if not stated and not (ROOT / listed["where"]).is_file():
        raise fault(None, f'where = "{listed["where"]}"', "names no file")
    if not listed["proved_by"]:
        raise fault(None, line, "has no test: a control that nothing proves is none")
    for test in listed["proved_by"]:
        if not passed.get(test):
            raise fault(None, f'"{test}"', "passed in no stored run: run make controls")
    proved_by = {test: passed[test] for test in listed["proved_by"]}
    if stated:
        return Control(id, stated.words, stated.file, stated.name, proved_by)
    return Control(id, listed["words"], listed["where"], "", proved_by)


def _hazard(
    listed: dict[str, Any], scales: tuple[list[str], list[str]], kept: Mapping[str, Control]
) -> Hazard:
    line = f'id = "{listed["id"]}"'
    said = {kind: tuple(listed.get(kind, ())) for kind in ("cautions", "refusals")}
    own = tuple(listed.get("controls", ()))
    controls = (*own, SAID) if any(said.values()) else own
    uncontrolled = listed.get("uncontrolled", False)
    before, after = (_risk(listed[when], scales) for when in ("before", "after"))
    _known(own, kept)
    _known(said["cautions"], {each.id for each in cautions()})
    _known(said["refusals"], {each.id for each in refusals()})
    if bool(controls) == uncontrolled:
        advice = "has no control: say uncontrolled = true" if not controls else "has a control"
        raise fault(None, line, advice)
    if not listed["residual"]:
        raise fault(None, line, "does not say what is left")
    if after.rating > before.rating or (uncontrolled and after != before):
        raise fault(None, line, "has another risk after its controls than they can make")
    return Hazard(
        **{name: listed[name] for name in ("id", "name", "cause", "harm", "residual")},
        before=before,
        after=after,
        controls=controls,
        cautions=said["cautions"],
        refusals=said["refusals"],
        deployer=tuple(listed.get("deployer", ())),
        cites=listed.get("cites", OWN),
    )


def _risk(said: list[str], scales: tuple[list[str], list[str]]) -> Risk:
    for name, scale in zip(said, scales, strict=True):
        if name not in scale:
            raise fault(None, name, f"is no step of its scale: write {nearest(name, scale)}")
    severity, likelihood = said
    severities, likelihoods = scales
    row = MATRIX[likelihoods.index(likelihood)]
    return Risk(severity, likelihood, row[-1 - severities.index(severity)])


def _known(names: Iterable[str], those: Iterable[str]) -> None:
    known = set(those)
    for name in names:
        if name not in known:
            raise fault(None, f'"{name}"', f"is not there: write {nearest(name, known)}")
