"""The files that a deployer begins with hold the whole log, in the form of each reader."""

import csv
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from overrides.safety.exports import COLUMNS, to_csv, to_hazardwise, to_json
from overrides.safety.log import log
from tests.root import ROOT
from tests.site.conftest import SITE

LOG = log()
PUBLISHED = SITE / "safety"
SEVERITIES = {"Minor", "Significant", "Considerable", "Major", "Catastrophic"}
LIKELIHOODS = {"Rare", "Unlikely", "Possible", "Likely", "Almost Certain"}
"""The words that HazardWise rates, and no others."""


def published(name: str) -> Any:
    """A JSON file of the built site."""
    return json.loads((PUBLISHED / name).read_text(encoding="utf-8"))


def test_the_table_has_a_row_for_each_hazard_with_its_controls() -> None:
    rows = list(csv.DictReader((PUBLISHED / "hazards.csv").open(encoding="utf-8", newline="")))

    assert [*COLUMNS] == [*rows[0]]
    assert [each.id for each in LOG.hazards] == [row["id"] for row in rows]
    assert [list(each.controls) for each in LOG.hazards] == [
        [line.partition(":")[0] for line in row["controls"].splitlines()] for row in rows
    ]


def test_no_cell_is_taken_for_a_formula_by_a_spreadsheet() -> None:
    cells = [cell for row in csv.reader(to_csv(LOG).splitlines(keepends=True)) for cell in row]

    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_json_fits_its_schema_and_is_the_whole_log() -> None:
    schema = published("hazards.schema.json")
    Draft202012Validator.check_schema(schema)

    assert to_json(LOG) == published("hazards.json")
    assert [] == [each.message for each in Draft202012Validator(schema).iter_errors(to_json(LOG))]


@pytest.mark.parametrize("lost", ["residual", "controls", "after"])
def test_a_hazard_without_one_of_its_parts_does_not_fit(lost: str) -> None:
    spoilt = to_json(LOG)
    del spoilt["hazards"][0][lost]

    assert not Draft202012Validator(published("hazards.schema.json")).is_valid(spoilt)


def test_every_form_says_that_nobody_has_reviewed_it() -> None:
    files = [PUBLISHED / name for name in ("hazards.csv", "hazards.json", "hazardwise.json")]

    assert [] == [
        file.name for file in files if "Not yet clinically reviewed" not in file.read_text("utf-8")
    ]


def test_hazardwise_gets_its_four_lists_and_nothing_that_is_not_linked() -> None:
    form = published("hazardwise.json")
    ids = {
        name: [each["id"] for each in form[name]] for name in ("causes", "mitigations", "impacts")
    }
    hazards = form["project"]["hazards"]
    linked = {
        "causes": [id for each in hazards for id in each["causeIds"]],
        "mitigations": [id for each in hazards for id in each["mitigationIds"]],
        "impacts": [found["impactID"] for each in hazards for found in each["hazardImpacts"]],
    }

    assert to_hazardwise(LOG) == form
    assert {"project", *ids} == form.keys()
    assert [each.id for each in LOG.hazards] == [each["id"] for each in hazards]
    assert {name: set(found) for name, found in ids.items()} == {
        name: set(found) for name, found in linked.items()
    }
    assert all(len(found) == len(set(found)) for found in ids.values())


def test_hazardwise_can_rate_every_hazard() -> None:
    form = published("hazardwise.json")
    likely = {
        found["likelihood"]
        for each in form["project"]["hazards"]
        for found in each["hazardImpacts"]
    }

    assert likely <= LIKELIHOODS
    assert {each["severity"] for each in form["impacts"]} <= SEVERITIES


def test_hazardwise_is_told_no_safety_officer_and_whose_each_control_is() -> None:
    form = published("hazardwise.json")
    by = [each["implementationClass"] for each in form["mitigations"]]

    assert "" == form["project"]["safetyOfficer"]
    assert len(LOG.controls) == by.count("manufacturer")
    assert sum(len(each.deployer) for each in LOG.hazards) == by.count("organisation")


def test_the_files_are_named_on_the_page() -> None:
    page = (ROOT / "site" / "safety" / "hazards.html").read_text(encoding="utf-8")

    assert [] == [file.name for file in PUBLISHED.glob("*.[cj]s*") if f'"{file.name}"' not in page]
