"""What stands at the root earns its place, and says what the project says of itself elsewhere."""

import re
import subprocess
import tomllib

import pytest
import yaml

from calc import __version__
from tests.root import ROOT

ROOMS = {"calc", "docs", "overrides", "setup", "tests"}
EARNED = {
    ".ci": "what must pass before anything lands",
    ".editorconfig": "editors look for it here",
    ".gitattributes": "git looks for it here",
    ".gitignore": "git looks for it here",
    ".pre-commit-config.yaml": "pre-commit looks for it here",
    "CHANGELOG.md": "what changed, and who is affected",
    "CITATION.cff": "those who cite look for it here",
    "CONTRIBUTING.md": "those who carry on look for it here",
    "LICENSE": "what anybody may do with it",
    "Makefile": "the index of commands",
    "README.md": "where everybody begins",
    "SECURITY.md": "whoever found a wrong dose looks for it here",
    "mkdocs.yml": "the site",
    "pyproject.toml": "the package and its tools",
    "requirements.in": "what the lock is made of",
    "requirements.txt": "the lock",
}
PRODUCT = ("calc/", "overrides/", "setup/", "mkdocs.yml")
"""What is built, and what builds it: all of it could do without the tests."""
OF_THE_TESTS = re.compile(r"""\btests/|\b(?:from|import) tests\b|\btests\.\w|["']tests["']""")
"""A path or a module below tests/, however it is written."""
LOOKED_UP = re.compile(r"^\| [^|]+ \| `([\w./]+)`[^|]* \| `([\w-]+)`[^|]* \|$", re.MULTILINE)
"""A row of the table of where things stand: a file, and a word that is in it."""
REQUIRED = {"cff-version", "message", "title", "authors"}
"""The keys that version 1.2.0 of the Citation File Format asks for."""


def committed() -> list[str]:
    """The names of all files that git knows or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def text_of(name: str) -> str:
    """The text of a file, or what there is of it in one that is no text."""
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def test_nothing_stands_at_the_root_but_the_rooms_and_what_earned_its_place() -> None:
    assert ROOMS | EARNED.keys() == {name.partition("/")[0] for name in committed()}


def test_the_product_names_nothing_of_the_tests() -> None:
    shipped = [name for name in committed() if name.startswith(PRODUCT)]

    assert "overrides/site/build.py" in shipped
    assert [] == [name for name in shipped if OF_THE_TESTS.search(text_of(name))]


@pytest.mark.parametrize(
    "line",
    ['ROOT / "tests" / "x"', "see tests/x.toml", "from tests import x", "import tests.x"],
)
def test_a_name_of_the_tests_is_seen_however_it_is_written(line: str) -> None:
    assert OF_THE_TESTS.search(line)


def test_the_word_tests_may_be_written() -> None:
    assert not OF_THE_TESTS.search("what the build and the tests need. Chase the tests.")


def test_whoever_cites_it_gets_the_version_and_the_licence_of_the_package() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert citation.keys() >= REQUIRED
    assert "1.2.0" == citation["cff-version"]
    assert __version__ == citation["version"]
    assert project["license"] == citation["license"]
    assert all("name" in author for author in citation["authors"])


def test_every_hook_is_of_this_machine() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))

    assert ["local"] == [each["repo"] for each in hooks["repos"]]
    assert ["make check"] == [hook["entry"] for each in hooks["repos"] for hook in each["hooks"]]


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "README.md"])
def test_every_path_that_is_named_at_the_root_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    written = re.findall(r"`((?:calc|docs|overrides|setup|tests)/[\w./-]*\w/?)`", text)

    assert [] == [
        path for path in linked + written if not (ROOT / path).exists() and "NAME" not in path
    ]


def test_what_a_newcomer_looks_up_stands_where_the_table_says() -> None:
    rows = LOOKED_UP.findall(text_of("CONTRIBUTING.md"))

    assert len(rows) > 5
    assert [] == [(path, word) for path, word in rows if word not in text_of(path)]


def test_no_report_is_sent_to_an_address_that_nobody_reads() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

    assert [] == re.findall(r"\S+@\S+|https?://\S+", text)
