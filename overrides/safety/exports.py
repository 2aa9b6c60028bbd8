"""The hazard log in forms that others read: CSV, JSON with its schema, and JSON of HazardWise.

HazardWise (github.com/DrMikeyS/hazardwise, MIT licence) is an open hazard log for DCB0160 that runs
in a browser. Its form was read in its source; it was not tried in a running HazardWise.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from calc import __version__
from calc.present.text import NOT_REVIEWED
from overrides.safety.log import SAID, Hazard, Level, Log, Risk

SCHEMA = "hazards.schema.json"
TITLE = "Refractory Zoster: hazard log"
COLUMNS = (
    "id",
    "name",
    "cause",
    "harm",
    "severity before",
    "likelihood before",
    "rating before",
    "severity after",
    "likelihood after",
    "rating after",
    "controls",
    "residual risk",
    "for the deployer",
    "sources",
    "review",
)


def to_csv(log: Log) -> str:
    """A row for each hazard, its controls in one cell; as RFC 4180 has it."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for each in log.hazards:
        said = "\n".join(f"{id}: {words}" for id, words in _controls(log, each))
        rows.writerow(
            [
                *(each.id, each.name, each.cause, each.harm, *each.before, *each.after),
                *(said, each.residual, "\n".join(each.deployer), _sources(each), NOT_REVIEWED),
            ]
        )
    return text.getvalue()


def to_json(log: Log) -> dict[str, Any]:
    """All of the log, with the tests of each control and how often each passed."""
    return {
        "$schema": SCHEMA,
        "title": TITLE,
        "version": __version__,
        "review": NOT_REVIEWED,
        "tested": {"on": log.day, "version": log.version},
        "severities": [_level(each) for each in log.severities],
        "likelihoods": [_level(each) for each in log.likelihoods],
        "controls": [
            {
                "id": each.id,
                "words": each.words,
                "file": each.file,
                "name": each.name,
                "proved_by": dict(each.proved_by),
            }
            for each in log.controls.values()
        ],
        "hazards": [
            {
                "id": each.id,
                "name": each.name,
                "cause": each.cause,
                "harm": each.harm,
                "before": each.before._asdict(),
                "after": each.after._asdict(),
                "controls": list(each.controls),
                "cautions": list(each.cautions),
                "refusals": list(each.refusals),
                "residual": each.residual,
                "deployer": list(each.deployer),
                "sources": _sources(each),
            }
            for each in log.hazards
        ],
    }


def _level(level: Level) -> dict[str, str]:
    return {"name": level.name, "words": level.words}


def _sources(hazard: Hazard) -> str:
    return hazard.cites.replace("@", "")


def _controls(log: Log, hazard: Hazard) -> Iterable[tuple[str, str]]:
    """Each control of a hazard and its words, with what is said where something is."""
    spoken = ", ".join((*hazard.refusals, *hazard.cautions))
    for id in hazard.controls:
        words = log.controls[id].words
        yield id, f"{words} Here: {spoken}." if id == SAID else words


def schema(log: Log) -> dict[str, Any]:
    """What `to_json` holds, as a JSON Schema."""
    text = {"type": "string", "minLength": 1}
    texts = {"type": "array", "items": text}
    severity = {"enum": [each.name for each in log.severities]}
    likelihood = {"enum": [each.name for each in log.likelihoods]}
    rating = {"type": "integer", "minimum": 1, "maximum": 5}
    risk = _object(dict(zip(Risk._fields, (severity, likelihood, rating), strict=True)))
    proved = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"type": "integer", "minimum": 1},
    }
    words = dict.fromkeys(("id", "name", "cause", "harm", "residual", "sources"), text)
    lists = dict.fromkeys(("controls", "cautions", "refusals", "deployer"), texts)
    control = _object({"id": text, "words": text, "file": text, "name": {"type": "string"}})
    control["properties"]["proved_by"] = proved
    control["required"].append("proved_by")
    level = _object({"name": text, "words": text})
    whole = dict.fromkeys(("$schema", "title", "version", "review"), text)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        **_object(
            {
                **whole,
                "tested": _object({"on": {**text, "format": "date"}, "version": text}),
                "severities": _array(level),
                "likelihoods": _array(level),
                "controls": _array(control),
                "hazards": _array(_object({**words, "before": risk, "after": risk, **lists})),
            }
        ),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these and no others, all of them required."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


def to_hazardwise(log: Log) -> dict[str, Any]:
    """What HazardWise imports: a project, its causes, its mitigations and its impacts.

    It has one risk for each impact, with the mitigations in place: the one after the controls. What
    is for the deployer are mitigations of the organisation. Nobody is named as safety officer.
    """
    likely = {each.name: each.hazardwise for each in log.likelihoods}
    local = [(each.id, words) for each in log.hazards for words in each.deployer]
    number = {id: f"M{place:02}" for place, id in enumerate(log.controls, 1)}
    first_local = len(number) + 1
    of_hazard: dict[str, list[str]] = {}
    for place, (id, _) in enumerate(local, first_local):
        of_hazard.setdefault(id, []).append(f"M{place:02}")
    return {
        "project": {
            "title": TITLE,
            "description": f"{NOT_REVIEWED} Version {__version__}.",
            "safetyOfficer": "",
            "hazards": [
                {
                    "id": each.id,
                    "description": f"{each.name}. What is left: {each.residual}",
                    "causeIds": [f"C{each.id[1:]}"],
                    "mitigationIds": [
                        *(number[id] for id in each.controls),
                        *of_hazard.get(each.id, ()),
                    ],
                    "impactIds": [],
                    "hazardImpacts": [
                        {
                            "impactID": f"I{each.id[1:]}",
                            "likelihood": likely[each.after.likelihood],
                        }
                    ],
                }
                for each in log.hazards
            ],
        },
        "causes": [
            {"id": f"C{each.id[1:]}", "description": each.cause, "mitigationIds": []}
            for each in log.hazards
        ],
        "mitigations": [
            *(
                _mitigation(number[each.id], f"{each.id}: {each.words}", "manufacturer")
                for each in log.controls.values()
            ),
            *(
                _mitigation(f"M{place:02}", words, "organisation")
                for place, (_, words) in enumerate(local, first_local)
            ),
        ],
        "impacts": [
            {
                "id": f"I{each.id[1:]}",
                "description": each.harm,
                "severity": each.after.severity,
            }
            for each in log.hazards
        ],
    }


def _mitigation(id: str, words: str, by: str) -> dict[str, str]:
    return {"id": id, "description": words, "implementationClass": by}
