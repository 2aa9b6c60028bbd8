"""A calculator as one file that can be mailed or kept on a stick: nothing else is loaded."""

import re
from pathlib import Path

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
SCRIPT = re.compile(r'<script src="([^"]*)"(?: data-early)?( defer| async)?></script>')
ICON = re.compile(r'<link rel="icon"[^>]*>')
LINK = re.compile(r'<a (?![^>]*href="(?:https?:|#))[^>]*>.*?</a>', re.DOTALL)
BASE = re.compile(r' data-base="[^"]*"')


def one_file(site: Path, name: str, runtime: Path) -> str:
    """The embedded page of a calculator with its styles, scripts and packed runtime in it."""
    place = site / "embed" / name
    html = (place / "index.html").read_text(encoding="utf-8")
    styles = [(place / href).read_text(encoding="utf-8") for href in STYLE.findall(html)]
    deferred = [_packed(runtime)]

    def script(found: re.Match[str]) -> str:
        code = (place / found[1]).read_text(encoding="utf-8")
        if not found[2]:
            return f"<script>{code}</script>"
        deferred.append(code)
        return ""

    html = LINK.sub("", BASE.sub("", html))  # no page stands beside it
    html = ICON.sub('<link rel="icon" href="data:,">', html)
    html = SCRIPT.sub(script, STYLE.sub("", html))
    html = html.replace("</head>", f"<style>{''.join(styles)}</style></head>")
    return html.replace("</body>", f"<script>{''.join(deferred)}</script></body>")


def _packed(runtime: Path) -> str:
    index, *pieces = sorted(
        (runtime / "packed").glob("*.js"), key=lambda file: file.stem != "index"
    )
    return "".join(file.read_text(encoding="utf-8") for file in (index, *pieces))
