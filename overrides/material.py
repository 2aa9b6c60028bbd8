"""Material's own scripts, changed in four places: they search from a folder, and when asked, and
do without storage."""

import json
from pathlib import Path

SCRIPT = "assets/javascripts/bundle.*.min.js"
WORKER = "assets/javascripts/workers/search.*.min.js"


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
        '"search/search_index.js"': '"assets/search_index.js"',
        # A folder allows no worker from a file, but one from text.
        "new Worker(e)": f"new Worker(URL.createObjectURL(new Blob([{source}])))",
    }
    script.write_text(edited(script.read_text(encoding="utf-8"), edits), encoding="utf-8")
    worker.unlink()
    worker.parent.rmdir()
    index = site / "search" / "search_index.json"
    text = f"var __index = {index.read_text(encoding='utf-8')};\n"
    (site / "assets" / "search_index.js").write_text(text, encoding="utf-8")
    index.unlink()
    index.parent.rmdir()


def do_without_storage(site: Path) -> None:
    """Let no page stop at its first script where the browser blocks cookies and all site data.

    Raises NotAsExpected after an upgrade of Material that begins its pages in another way.
    """
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if "__md_scope" in html:
            script = BEGINS.replace("<script>", f"<script>{FORGETFUL}")
            page.write_text(edited(html, {BEGINS: script}), encoding="utf-8")


def edited(script: str, edits: dict[str, str]) -> str:
    """The script with every edit made. Raises NotAsExpected unless each fits exactly once."""
    for old, new in edits.items():
        if script.count(old) != 1:
            raise NotAsExpected(f"{old} is there {script.count(old)} times, not once")
        script = script.replace(old, new)
    return script
