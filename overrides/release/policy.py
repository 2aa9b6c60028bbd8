"""The Content Security Policy of a built site: nothing inline runs but what this build wrote."""

import base64
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def policy(site: Path) -> str:
    """The policy for every page, without frame-ancestors, which each kind of page has its own of.

    'wasm-unsafe-eval' is for Python, blob: for the worker of a sandboxed frame or of the one file.

    Requirement R-PRIVATE: No value leaves the page or stays in it unless a person shares the
    result.
    """
    pages = [page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))]
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *_hashes(SCRIPT, pages)],
        "style-src": ["'self'", *_hashes(STYLE, pages)],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "frame-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def _hashes(inline: re.Pattern[str], pages: list[str]) -> Iterator[str]:
    """What allows each inline text, once, whichever pages have it."""
    for text in sorted({found[1] for page in pages for found in inline.finditer(page)}):
        digest = sha256(text.encode()).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"
