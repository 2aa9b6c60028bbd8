"""The one place that knows the files of Material for MkDocs: what is changed and left out of them.

Its pages search from a folder, and when asked, do without storage, and name their search. The
style sheets and scripts of this site name Material's classes too; another theme is to have those.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "mkdocs-material"
WITHIN = "Its script holds lunr, RxJS and others, under the notices that stand in it"

SCRIPT = "assets/javascripts/bundle.*.min.js"
INDEX = "assets/search_index.js"
"""Where the index of the search comes to lie, and what SCRIPT calls it."""
WORKER = "assets/javascripts/workers/search.*.min.js"
UNASKED = (
    "assets/**/*.map",
    "assets/javascripts/lunr",  # for languages other than English
)
"""What no reader of this site asks for."""

DIALOG = 'data-md-component="search" role="dialog"'
NAMED = f'{DIALOG} aria-label="Search"'
"""Without a name screen readers announce only "dialog"."""

WHEN_ASKED_FOR = (
    'url=>Je("search").pipe('
    'g(open=>open||new URLSearchParams(location.search).has("h")),Ee(1),b(()=>_t(url)))'
)
"""In Material's words: Je watches a toggle, g filters, Ee takes the first, b goes on with."""


BEGINS = "<script>__md_scope=new URL("
FORGETFUL = (
    'for(const kind of["localStorage","sessionStorage"])try{self[kind]}catch{const held={};'
    "Object.defineProperty(self,kind,{value:{getItem:key=>held[key]??null,"
    "setItem(key,text){held[key]=text}}})}"
)
"""A storage that is forgotten with the page, where a browser forbids the real one by an error."""


class NotAsExpected(Exception):
    """Material's script is not the one that the changes were written for."""


def adapt(site: Path) -> None:
    """Change what MkDocs and Material have built for the places where this site is used.

    Raises NotAsExpected after an upgrade of Material that moved what is changed.
    """
    for pattern in UNASKED:
        for file in site.glob(pattern):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    search_from_anywhere(site)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(edited(html, dict(_of_page(html))), encoding="utf-8")


def search_from_anywhere(site: Path) -> None:
    """Put the search's worker into the script, and make its index a script.

    Raises NotAsExpected after an upgrade of Material that moved what is changed.
    """
    (script,) = site.glob(SCRIPT)
    (worker,) = site.glob(WORKER)
    source = json.dumps(worker.read_text(encoding="utf-8"))
    edits = {
        # A folder lets nothing be read but scripts, and an old IIS sends no .json. It comes when
        # somebody opens the search, or follows a result of it to a page where words are marked.
        'location.protocol==="file:"?_t(': f"true?({WHEN_ASKED_FOR})(",
        '"search/search_index.js"': f'"{INDEX}"',
        # A folder allows no worker from a file, but one from text.
        "new Worker(e)": f"new Worker(URL.createObjectURL(new Blob([{source}])))",
    }
    script.write_text(edited(script.read_text(encoding="utf-8"), edits), encoding="utf-8")
    worker.unlink()
    worker.parent.rmdir()
    index = site / "search" / "search_index.json"
    text = f"var __index = {index.read_text(encoding='utf-8')};\n"
    (site / INDEX).write_text(text, encoding="utf-8")
    index.unlink()
    index.parent.rmdir()


def _of_page(html: str) -> Iterator[tuple[str, str]]:
    """What is changed in a page: no page stops at its first script where the browser blocks cookies
    and all site data, and the search has a name.
    """
    if "__md_scope" in html:
        yield BEGINS, BEGINS.replace("<script>", f"<script>{FORGETFUL}")
    if 'role="dialog"' in html:
        yield DIALOG, NAMED


def edited(script: str, edits: dict[str, str]) -> str:
    """The script with every edit made. Raises NotAsExpected unless each fits exactly once."""
    for old, new in edits.items():
        if script.count(old) != 1:
            raise NotAsExpected(f"{old} is there {script.count(old)} times, not once")
        script = script.replace(old, new)
    return script
