"""Material's own script, changed in three places so that its search works from a folder too."""

from pathlib import Path

from setup.npm import package

SCRIPT = "assets/javascripts/bundle.*.min.js"
SHIM = "iframe-worker@1.0.4"
SHIM_EDITS = {
    # The page's Python needs the browser's own workers: only the search is to use this one.
    'location.protocol==="file:"&&(window.Worker=o);': "",
}
EDITS = {
    # The index is a script everywhere: a folder allows nothing else, an old IIS sends no .json.
    'location.protocol==="file:"?_t(': "true?_t(",
    '"search/search_index.js"': '"assets/search_index.js"',
    # A folder allows no worker, but a frame can do a worker's work.
    "new Worker(e)": 'new(location.protocol==="file:"?IFrameWorker:Worker)(e)',
}


class NotAsExpected(Exception):
    """A script from elsewhere is not the one that the changes were written for."""


def search_from_anywhere(site: Path) -> None:
    """Change the script, and turn the index into one. Raises NotAsExpected after an upgrade."""
    (script,) = site.glob(SCRIPT)
    shim = (package(SHIM) / "shim" / "index.js").read_text(encoding="utf-8")
    bundle = script.read_text(encoding="utf-8")
    # The semicolon keeps the shim's "use strict" from ruling Material's script as well.
    changed = f";{edited(shim, SHIM_EDITS)}\n{edited(bundle, EDITS)}"
    script.write_text(changed, encoding="utf-8")
    index = site / "search" / "search_index.json"
    text = f"var __index = {index.read_text(encoding='utf-8')};\n"
    (site / "assets" / "search_index.js").write_text(text, encoding="utf-8")
    index.unlink()
    index.parent.rmdir()


def edited(script: str, edits: dict[str, str]) -> str:
    """The script with every edit made. Raises NotAsExpected unless each fits exactly once."""
    for old, new in edits.items():
        if script.count(old) != 1:
            raise NotAsExpected(f"{old} is there {script.count(old)} times, not once")
        script = script.replace(old, new)
    return script
