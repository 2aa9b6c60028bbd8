"""Style sheets are short, have one set of colours, and know no calculator (decision 0023)."""

import re
from pathlib import Path

from calc.catalogue import CATALOGUE
from calc.model.inputs import Choice
from tests.every import of_every

STYLES = Path(__file__).parents[2] / "overrides" / "styles"
SHEETS = sorted(STYLES.glob("*.css"))
TOKENS = STYLES / "tokens.css"
LONGEST = 300
"""Lines in one sheet."""
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\("
    r"|(?<![\w-])(?:aqua|black|blue|fuchsia|gray|green|grey|lime|maroon|navy|olive|orange|purple"
    r"|red|silver|teal|white|yellow)(?![\w-])"
)
NAMED = re.compile(r"var\((--[\w-]+)\)")
SET = re.compile(r"^\s*(--[\w-]+):", re.MULTILINE)

every_sheet = of_every(SHEETS, lambda path: path.name)


def rules(path: Path) -> str:
    """A sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def selectors(path: Path) -> str:
    """All that a sheet looks for in a page: what stands before the braces of its rules."""
    return "\n".join(re.findall(r"([^{};]+)\{", rules(path)))


def ids() -> set[str]:
    """What calculators, their inputs and the options of these are called."""
    inputs = [pair for each in CATALOGUE.values() for pair in each.inputs.items()]
    choices = [each for _, each in inputs if isinstance(each, Choice)]
    options = {option.id for each in choices for option in each.options}
    return {*CATALOGUE, *(name for name, _ in inputs), *options}


@every_sheet
def test_a_sheet_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@every_sheet
def test_a_sheet_says_first_what_it_is_about(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("/* ")


@every_sheet
def test_a_sheet_takes_its_colours_from_the_tokens(path: Path) -> None:
    loose = [] if path == TOKENS else COLOUR.findall(rules(path))

    assert [] == loose


@every_sheet
def test_a_sheet_is_heard_without_shouting(path: Path) -> None:
    shouted = re.findall(r"!\s*important|\.md-typeset [.#\[]", rules(path))

    assert [] == shouted


def test_every_token_is_used_and_every_name_used_is_a_token() -> None:
    set_here = {name for name in SET.findall(rules(TOKENS)) if not name.startswith("--md-")}
    named = {name for path in SHEETS for name in NAMED.findall(rules(path))}

    assert set_here == named


@every_sheet
def test_a_sheet_knows_no_calculator_no_input_and_no_option(path: Path) -> None:
    words = set(re.findall(r"[\w-]+", selectors(path)))

    assert set() == words & ids()
