"""JavaScript stays small, knows no calculator, and stores no answer (decisions 0014, 0020)."""

import re
from pathlib import Path

from calc.catalogue import CATALOGUE
from tests.every import of_every

OVERRIDES = Path(__file__).parents[2] / "overrides"
SCRIPTS = sorted([*OVERRIDES.rglob("*.js")])
ALL = 912
"""Lines of code in all scripts together."""
NO_CODE = ("//", "/*", "*", "import ")
NAMED = re.compile(r"""(["'`]).*?\1|answers\.\w+""")
"""How a script can name an input: not by a word of the language, as in `words.length`."""
LONGEST = 200
"""Lines in one script."""

every_script = of_every(SCRIPTS, lambda path: path.name)


def code(path: Path) -> list[str]:
    """The lines of a script that are neither empty, nor a comment, nor an import."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith(NO_CODE)]


def test_all_scripts_together_are_small() -> None:
    assert sum(len(code(path)) for path in SCRIPTS) <= ALL


@every_script
def test_a_script_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@every_script
def test_a_script_says_first_what_its_job_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("// ")


@every_script
def test_a_script_knows_no_calculator(path: Path) -> None:
    known = {*CATALOGUE, *(name for each in CATALOGUE.values() for name in each.inputs)}
    known -= {"confirm", "height"}  # the tick of every calculator; a frame has a height too
    named = " ".join(found[0] for found in NAMED.finditer("\n".join(code(path))))

    assert set() == known & {*re.findall(r"[\w-]+", named)}


@every_script
def test_a_script_stores_nothing_but_the_snapshot(path: Path) -> None:
    stores = r"localStorage|sessionStorage|document\.cookie|console\.|history\."
    if path.name != "snapshot.js":
        stores += "|indexedDB"

    assert [] == [line for line in code(path) if re.search(stores, line)]
