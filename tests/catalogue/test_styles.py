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
SIZES = {"note": 12, "small": 14, "text": 16, "heading": 24, "title": 30}
"""The five, in pixels, where a reader's browser is as it came."""
REM = 20
"""Pixels: what the theme makes of it."""
SIZE = re.compile(r"font-size: ([^;]+);")
ONE_SIZE = rf"var\(--(?:{'|'.join(SIZES)})\)"
OF_THE_FIVE = re.compile(rf"0|inherit|{ONE_SIZE}|min\({ONE_SIZE}, 4\.375vw\)")
"""Or as much of the width as leaves the narrowest page, of 320 px, 14 of them; 0 hides a text from
the eye alone."""
CORNER = re.compile(r"(?<![\w-])border(?:-[a-z]+)*-radius: ([^;]+);")
ONE_CORNER = re.compile(r"(?:(?:0|50%|var\(--radius\)) ?)+")
ACTION = ("--link", "--accent", "--fill", "--button")
STOPS = re.compile(r"stop|refus|error|invalid|warning|fail|no-band|aria-")
"""What a selector is about that may be red."""
NAMED = re.compile(r"var\((--[\w-]+)\)")
SET = re.compile(r"^\s*(--[\w-]+):", re.MULTILINE)

every_sheet = of_every(SHEETS, lambda path: path.name)


def rules(path: Path) -> str:
    """A sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def on_screen(path: Path) -> str:
    """The rules of a sheet without those for paper, whose braces stand at the margin."""
    return re.sub(r"^@media print[^{]*\{.*?^\}", "", rules(path), flags=re.DOTALL | re.MULTILINE)


def token(name: str, scheme: str) -> str:
    """The colour that a token comes to, by day or by night, through those that it names."""
    day, _, night = rules(TOKENS).partition('[data-md-color-scheme="slate"] {')
    day, night = day, night.partition("}")[0]
    set_by_night = re.search(rf"{name}: ([^;]+);", night) if scheme == "night" else None
    found = set_by_night or re.search(rf"{name}: ([^;]+);", day)
    value = found[1] if found else ""
    named = NAMED.fullmatch(value)
    return token(named[1], scheme) if named else value


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
def test_a_sheet_takes_its_sizes_from_the_five(path: Path) -> None:
    sizes = SIZE.findall(on_screen(path))

    assert [] == [size for size in sizes if not OF_THE_FIVE.fullmatch(size)]


def test_the_five_sizes_begin_at_12_pixels() -> None:
    tokens = on_screen(TOKENS)
    found = {name: re.search(rf"--{name}: ([\d.]+)rem;", tokens) for name in SIZES}

    assert SIZES == {name: round(float(each[1]) * REM) for name, each in found.items() if each}


@every_sheet
def test_a_sheet_has_one_corner(path: Path) -> None:
    corners = CORNER.findall(on_screen(path))

    assert [] == [corner for corner in corners if not ONE_CORNER.fullmatch(corner)]


def test_what_can_be_acted_on_has_one_colour_by_day_and_one_of_the_two_by_night() -> None:
    action = {scheme: token("--action", scheme) for scheme in ("day", "night")}

    assert {action["day"]} == {token(name, "day") for name in ACTION}
    assert {*action.values()} == {token(name, "night") for name in ACTION}


@every_sheet
def test_red_is_for_what_stops(path: Path) -> None:
    red = re.findall(r"([^{};]+)\{[^{}]*var\(--stop[\w-]*\)", rules(path))

    assert [] == [each.strip() for each in red if not STOPS.search(each)]


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
