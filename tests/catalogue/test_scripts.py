"""JavaScript stays small, knows no calculator, and stores no answer (decisions 0014, 0020)."""

import re
from pathlib import Path

from calc.catalogue import CATALOGUE
from tests.every import of_every

OVERRIDES = Path(__file__).parents[2] / "overrides"
SCRIPTS = sorted([*OVERRIDES.rglob("*.js")])
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
ALL = 910
"""Lines of code in all scripts together, and in what templates hold of scripts (decision 0031)."""
NO_CODE = ("//", "/*", "*", "import ")
IMPORT = re.compile(r'import (?:\{ [\w, ]+ \}|\* as \w+) from "\.\.?/[\w./]+\.js";$')
NAMED = re.compile(r"""(["'`]).*?\1|answers\.\w+""")
"""How a script can name an input: not by a word of the language, as in `words.length`."""
LONGEST = 200
"""Lines in one script."""

every_script = of_every(SCRIPTS, lambda path: path.name)


def code(path: Path) -> list[str]:
    """What stands in a script, or in the scripts of a template, but for comments and imports."""
    text = path.read_text(encoding="utf-8")
    whole = "\n".join(INLINE.findall(text)) if path in TEMPLATES else text
    lines = (line.strip() for line in whole.splitlines())
    return [line for line in lines if line and not line.startswith(NO_CODE)]


def test_all_scripts_together_are_small() -> None:
    assert sum(len(code(path)) for path in SCRIPTS + TEMPLATES) <= ALL


@every_script
def test_an_import_is_names_and_a_file_and_nothing_else(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [] == [line for line in lines if re.match("import ", line) and not IMPORT.match(line)]


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
