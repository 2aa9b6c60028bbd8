"""The one place that knows the files of Material for MkDocs: what is taken of them, and changed.

Its pages search from a folder, and when asked, and name their search. The style sheets, templates
and scripts of this site name Material's classes and blocks too; another theme is to have those.
"""

import json
import shutil
from importlib.metadata import distribution
from pathlib import Path

PACKAGE = "mkdocs-material"
WITHIN = "Its script holds lunr, RxJS and others, under the notices that stand in it"

ASSETS = Path(str(distribution(PACKAGE).locate_file("material/templates/assets")))
SHEETS = ("stylesheets/main.*.min.css", "stylesheets/palette.*.min.css")
"""In the order in which its own pages link them."""
SCRIPT = "javascripts/bundle.*.min.js"
WORKER = "javascripts/workers/search.*.min.js"
INDEX = "search_index.js"
"""What the index of the search is called, beside the script that asks for it."""

DIALOG = 'data-md-component="search" role="dialog"'
NAMED = f'{DIALOG} aria-label="Search"'
"""Without a name screen readers announce only "dialog"."""

WHEN_ASKED_FOR = (
    'url=>Je("search").pipe('
    'g(open=>open||new URLSearchParams(location.search).has("h")),Ee(1),b(()=>_t(url)))'
)
"""In Material's words: Je watches a toggle, g filters, Ee takes the first, b goes on with."""


class NotAsExpected(Exception):
    """Material is not the one that the changes were written for."""


def sheet() -> str:
    """Its rules and its colours, as one sheet."""
    return "".join(_text(pattern).removeprefix('@charset "UTF-8";') for pattern in SHEETS)


def script(place: str) -> str:
    """Its script, with the search's worker in it, for pages whose assets lie at this place.

    Raises NotAsExpected after an upgrade of Material that moved what is changed.
    """
    worker = json.dumps(_text(WORKER))
    edits = {
        # A folder lets nothing be read but scripts, and an old IIS sends no .json. It comes when
        # somebody opens the search, or follows a result of it to a page where words are marked.
        'location.protocol==="file:"?_t(': f"true?({WHEN_ASKED_FOR})(",
        '"search/search_index.js"': f'"{place}{INDEX}"',
        # A folder allows no worker from a file, but one from text.
        "new Worker(e)": f"new Worker(URL.createObjectURL(new Blob([{worker}])))",
    }
    return edited(_text(SCRIPT), edits)


def take_index(site: Path) -> str:
    """Leave of what was built what no reader asks for: its own assets, the search's index as data.

    What is returned is that index, as a script.
    """
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    for folder in ("assets", "search"):
        shutil.rmtree(site / folder)
    return f"var __index = {index};\n"


def name_search(site: Path) -> None:
    """Name the search's dialog in every page that has one."""
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if 'role="dialog"' in html:
            page.write_text(edited(html, {DIALOG: NAMED}), encoding="utf-8")


def edited(text: str, edits: dict[str, str]) -> str:
    """The text with every edit made. Raises NotAsExpected unless each fits exactly once."""
    for old, new in edits.items():
        if text.count(old) != 1:
            raise NotAsExpected(f"{old} is there {text.count(old)} times, not once")
        text = text.replace(old, new)
    return text


def _text(pattern: str) -> str:
    (file,) = ASSETS.glob(pattern)
    return file.read_text(encoding="utf-8")
