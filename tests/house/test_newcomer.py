"""A newcomer adds one Python file, one case file and one page; every surface follows.

The three lie in tests/house/newcomer. They are put into a copy of the project, in which nothing
else is touched, and the pages are built.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from overrides.site.build import ROOT
from tests.once import made_once

NEWCOMER = Path(__file__).with_name("newcomer")
BRINGS = {
    "wall_paint.py": "calc/clinical",
    "wall-paint.toml": "docs/examples",
    "wall-paint.md": "docs/calculators",
}
"""All that it brings, and where each file goes."""
COPIED = ("calc", "docs", "overrides", "setup", "tests")
ASKED = {"length": "4", "wall_height": "2.5", "surface": "brick"}
READ_THE_REGISTRY = (
    *("catalogue/test_promises.py", "catalogue/test_record.py", "catalogue/test_schema.py"),
    *("catalogue/test_known_answers.py", "catalogue/test_registry.py", "catalogue/test_scripts.py"),
    *("catalogue/test_outcome_schema.py", "catalogue/test_table.py", "catalogue/test_styles.py"),
    *("clinical/test_every_case.py", "clinical/test_what_leads.py", "docs/test_cited.py"),
    *("docs/test_checked_citations.py", "docs/test_front_matter.py"),
    "docs/test_links.py::test_each_calculator_of_the_course_is_linked_where_the_pathway_needs_it",
    *("house/test_rooms.py", "markdown/test_calculators.py", "present/test_form.py"),
    *("present/test_onward.py", "present/test_result.py", "present/test_text.py"),
    "site/test_search.py::test_every_page_is_looked_for",
)
"""All but that of the hazard log, where what it refuses is written beside (decision 0043)."""
TOLD = {"NO_MKDOCS_2_WARNING": "1", "ASSETS": "assets/"}
"""What MkDocs is told of where the scripts lie, which it does not write."""
ANSWER = "import sys; from calc.browser import answer; print(answer(sys.argv[1]))"
SLOW_AND_OF_THE_PLAN = "ordinary_patients"
NEIGHBOURS = re.compile(
    r"foscarnet|creatinine|clearance|dialysis|regimen|dose|Check first|Stop and line", re.IGNORECASE
)


class Project:
    """A copy of the project, with the pages that it builds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def python(self, *arguments: str, given: str = "") -> str:
        """What Python prints there. It fails with what it printed where Python does."""
        env = os.environ | TOLD | {"PYTHONPATH": str(self.folder)}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=env,
            input=given,
            capture_output=True,
            encoding="utf-8",
        )
        assert not done.returncode, done.stdout + done.stderr
        return done.stdout

    def page(self, name: str) -> str:
        """A built page."""
        return (self.folder / "site" / name).read_text(encoding="utf-8")

    def article(self, name: str) -> str:
        """What a page says, without its menu."""
        html = self.page(name).partition("<article")[2].partition("</article>")[0]
        return html.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with the newcomer in it."""
    return Project(made_once(tmp_path_factory, "newcomer", with_newcomer))


def with_newcomer(folder: Path) -> None:
    """Copies the project, puts the newcomer into it, and builds the pages."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ROOT.glob("*.*"):
        if file.is_file():
            shutil.copy(file, folder)
    for name, room in BRINGS.items():
        shutil.copy(NEWCOMER / name, folder / room)
    project = Project(folder)
    project.python("-m", "overrides.site.expected", "--write")  # as make site does
    project.python("-m", "mkdocs", "--quiet", "build", "--strict")


def test_it_brings_three_files_and_no_other() -> None:
    assert {*BRINGS} == {file.name for file in NEWCOMER.iterdir() if file.is_file()}


@pytest.mark.parametrize("place", ["calculators/wall-paint.html", "embed/wall-paint/index.html"])
def test_its_form_stands_on_its_page_and_in_its_frame(project: Project, place: str) -> None:
    asked = re.findall(r'name="([a-z_]+)"', project.article(place))

    assert ["length", "confirm", "wall_height", "surface"] == list(dict.fromkeys(asked))


def test_its_frame_has_its_title(project: Project) -> None:
    frame = project.page("embed/wall-paint/index.html")

    assert '<h1 id="paint-for-a-wall">Paint for a wall' in frame
    assert "frame.js" in frame


def test_its_table_stands_under_its_form(project: Project) -> None:
    assert "0.25 L/m/m" in project.article("calculators/wall-paint.html")


def test_its_worked_examples_are_shown_with_what_it_answers(project: Project) -> None:
    page = project.article("calculators/wall-paint.html")

    assert "3 worked examples" in page
    assert "<strong>2.5 L</strong>" in page


@pytest.mark.parametrize("place", ["calculators/index.html", "hosting/embedding.html"])
def test_it_is_listed_where_all_calculators_are(project: Project, place: str) -> None:
    assert 'wall-paint.html"' in project.article(place)


def test_the_page_on_frames_gives_its_address(project: Project) -> None:
    assert "embed/wall-paint/index.html" in project.article("hosting/embedding.html")


def test_it_is_in_the_menu(project: Project) -> None:
    assert "calculators/wall-paint.html" in project.page("about.html")


def test_what_it_refuses_is_listed(project: Project) -> None:
    page = project.article("calculators/refusals-and-cautions.html")

    assert 'id="refusal-wall-too-large"' in page
    assert "Ask a painter." in page


def test_the_search_finds_its_page_and_not_its_frame(project: Project) -> None:
    index = json.loads(project.page("search/search_index.json"))
    found = [each["location"] for each in index["docs"] if each["title"] == "Paint for a wall"]

    assert ["calculators/wall-paint.html"] == found


def test_the_command_line_lists_it_last_and_answers(project: Project) -> None:
    flags = [f"--{name.replace('_', '-')}={typed}" for name, typed in ASKED.items()]

    assert project.python("-m", "calc", "list").splitlines()[-1].startswith("wall-paint ")
    assert "Paint: 2.5 L" in project.python("-m", "calc", "wall-paint", *flags)


def test_a_batch_answers_with_its_working(project: Project) -> None:
    record = json.loads(
        project.python("-m", "calc", "wall-paint", "--batch", given=json.dumps(ASKED))
    )

    assert {"paint": {"value": "2.5", "unit": "L"}} == record["values"]
    assert "10 m2 x 0.25 L/m/m" == record["working"][-1]["numbers"]


def test_its_schema_names_what_it_asks(project: Project) -> None:
    schema = json.loads(project.python("-m", "calc", "schema", "wall-paint"))

    assert {*ASKED, "confirm"} == {*schema["properties"]}


def test_every_python_answers_its_known_cases_before_a_person_may_ask(project: Project) -> None:
    request = json.dumps({"calculator": "wall-paint", "answers": {}})
    said = json.loads(project.python("-c", ANSWER, request))["checked"]

    assert re.fullmatch(r"Self-check (\d+) of \1\. Calculated at", said)


def test_no_word_of_another_calculator_stands_with_it(project: Project) -> None:
    request = json.dumps({"calculator": "wall-paint", "answers": ASKED})
    written = {
        "page": project.article("calculators/wall-paint.html"),
        "frame": project.article("embed/wall-paint/index.html"),
        "answer": project.python("-c", ANSWER, request),
        "schema": project.python("-m", "calc", "schema", "wall-paint"),
    }
    said = {name: NEIGHBOURS.findall(re.sub("<[^>]*>", "", text)) for name, text in written.items()}

    assert {} == {name: words for name, words in said.items() if words}


@pytest.mark.sweep
def test_the_tests_that_read_the_registry_pass_as_they_are(project: Project) -> None:
    tests = [f"tests/{name}" for name in READ_THE_REGISTRY]
    left_out = ["-k", f"not {SLOW_AND_OF_THE_PLAN}"]

    project.python("-m", "pytest", "-p", "no:xdist", *left_out, *tests)
