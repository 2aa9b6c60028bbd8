"""The one place that knows the files of Material for MkDocs: what is taken of them, and changed.

Its pages search from a folder, and when asked, and find misspelt words. The style sheets, templates
and scripts of this site name Material's classes and blocks too; another theme is to have those.
"""

import json
import shutil
from importlib.metadata import distribution
from pathlib import Path

from overrides.site.finding import WORDS, find_by

PACKAGE = "mkdocs-material"
WITHIN = (
    ("clipboard.js", "2.0.11", "MIT"),
    ("escape-html", None, "MIT"),
    ("lunr", "2.3.9", "MIT"),
    ("rxjs", None, "Apache-2.0"),
    ("material-design-icons", None, None),
)
"""What its script and its icons hold of others: name, and version and licence where it says so.

The first three are those whose notices stand in the script; tests hold them to it.
"""

ASSETS = Path(str(distribution(PACKAGE).locate_file("material/templates/assets")))
SHEETS = ("stylesheets/main.*.min.css", "stylesheets/palette.*.min.css")
"""In the order in which its own pages link them."""
SCRIPT = "javascripts/bundle.*.min.js"
WORKER = "javascripts/workers/search.*.min.js"
INDEX = "search_index.js"
"""What the index of the search is called, beside the script that asks for it."""

WHEN_ASKED_FOR = (
    'url=>Je("search").pipe('
    'g(open=>open||new URLSearchParams(location.search).has("h")),Ee(1),b(()=>_t(url)))'
)
"""In Material's words: Je watches a toggle, g filters, Ee takes the first, b goes on with."""

KNOWN = "Object.keys(this.index.invertedIndex).some(k=>k.startsWith(w))"
NEAREST = (
    "e=ce(e.replace(/:/g,' ')).split(' ').map(t=>{let w=t.slice(0,-1).toLowerCase();"
    f"return/^[^+-]{{4,}}[*]$/.test(t)&&!{KNOWN}?w+'~'+(w.length>7?2:1):t}})"
    ".filter((t,i,a)=>a.length<2||t.length>2&&lunr.stopWordFilter(t.replace(/[*]$/,''))).join(' '),"
)
"""In its worker's words: a word with which none of the site's begins is looked for as misspelt.

Of four letters or more, with one letter wrong, or two in a longer word. A single letter, and a word
as small as "an", are left out beside others: every word that begins with them would be found.
A colon would be taken for the name of a field, and the word before it lost.
"""

ARROWS = '...M(":not(details) > [href], summary, details[open] [href]",s)]'
TO_WHAT_IS_SEEN = f"{ARROWS[:-1]}.filter(each=>each.checkVisibility())]"
"""The arrow keys reach the results: the ways on stand before them, unseen where there are any."""

ENTER = 'M(":first-child [href]",'
IN_RESULTS = 'M(".md-search-result__item:first-child [href]",'
"""Enter follows the best result, and no other link of the search."""


class NotAsExpected(Exception):
    """Material is not the one that the changes were written for."""


def sheet() -> str:
    """Its rules and its colours, as one sheet."""
    return "".join(_text(pattern).removeprefix('@charset "UTF-8";') for pattern in SHEETS)


def script(place: str) -> str:
    """Its script, with the search's worker in it, for pages whose assets lie at this place.

    Raises NotAsExpected after an upgrade of Material that moved what is changed.
    """
    edits = {
        # A folder lets nothing be read but scripts, and an old IIS sends no .json. It comes when
        # somebody opens the search, or follows a result of it to a page where words are marked.
        'location.protocol==="file:"?_t(': f"true?({WHEN_ASKED_FOR})(",
        '"search/search_index.js"': f'"{place}{INDEX}"',
        # A folder allows no worker from a file, but one from text.
        "new Worker(e)": f"new Worker(URL.createObjectURL(new Blob([{json.dumps(worker())}])))",
        ENTER: IN_RESULTS,
        ARROWS: TO_WHAT_IS_SEEN,
        # Who asks for less motion sees the list of a page's sections follow at once.
        'm(()=>"smooth")': 'm(()=>matchMedia("(prefers-reduced-motion)").matches?"auto":"smooth")',
    }
    return edited(_text(SCRIPT), edits)


def worker() -> str:
    """The script of the search's worker, which finds a misspelt word too. Raises NotAsExpected."""
    return edited(_text(WORKER), {"e=ce(e),": NEAREST})


def take_index(site: Path) -> str:
    """Leave of what was built what no reader asks for: its own assets, the search's index as data.

    What is returned is that index, with the hidden words, as a script.
    """
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    for folder in ("assets", "search"):
        shutil.rmtree(site / folder)
    whole = find_by(json.loads(index), WORDS.read_text(encoding="utf-8"))
    return f"var __index = {json.dumps(whole, separators=(',', ':'))};\n"


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
