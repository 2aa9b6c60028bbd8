"""Files packed beforehand, as a server keeps them that compresses; made once for each content."""

import gzip
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import brotli

from tests.bench.places import BENCH

PACKED = (
    *(".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".py"),
    *(".wasm", ".zip", ".whl"),
)
"""What is packed: the endings of such files."""


def compressible(file: Path) -> bool:
    """Whether a file holds nothing compressed yet."""
    return file.suffix in PACKED or file.parent.name == "plain"


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {"br": brotli.compress, "gzip": gzip.compress}
"""Both at their strongest; the first that a browser accepts is sent."""


@cache
def packings(body: bytes) -> dict[str, bytes]:
    """A content by each encoding that makes it smaller."""
    packed = {encoding: _kept(encoding, body) for encoding in ENCODINGS}
    return {encoding: each for encoding, each in packed.items() if len(each) < len(body)}


def _kept(encoding: str, body: bytes) -> bytes:
    file = BENCH / "packed" / f"{sha256(body).hexdigest()}.{encoding}"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(ENCODINGS[encoding](body))
    return file.read_bytes()
