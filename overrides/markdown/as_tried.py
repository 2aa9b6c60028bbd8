"""Which modules are no longer the text that a stored run tried: a page names them."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from overrides.markdown.register import DOCS

ROOT = DOCS.parent


def digest(module: str) -> str:
    """What tells one text of a module from another."""
    return sha256((ROOT / module).read_bytes()).hexdigest()[:16]


def changed(tried: Mapping[str, str], now: Iterable[str] = ()) -> list[str]:
    """Those of the modules tried, by their digests, that have another text now or are gone.

    Those that are there `now` and were not tried are among them.
    """
    return sorted(path for path in {*tried, *now} if not _is_as_tried(path, tried.get(path)))


def _is_as_tried(path: str, tried: str | None) -> bool:
    return (ROOT / path).is_file() and digest(path) == tried
