"""Writes into sw.js which files make up a copy that is kept on a device, and of which build."""

import base64
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

LEFT_OUT = (
    "404.html",
    "embed.js",
    "embed/hosts.js",
    "release.js",
    "sw.js",
    "one-file/*",
    "project/*/*",
    "assets/runtime/*/packed/*",
)
"""Not needed to read or compute once the network is gone."""
KEPT = (".html", ".css", ".js", ".bin", ".svg")


def write_worker(site: Path, build: str) -> None:
    """Begin sw.js with the build and the files of this site, each with its hash."""
    worker = site / "sw.js"
    release = json.dumps({"build": build, "files": dict(_kept(site))})
    code = worker.read_text(encoding="utf-8")
    worker.write_text(f"self.release = {release};\n\n{code}", encoding="utf-8")


def _kept(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site)
        if file.suffix in KEPT and not any(name.match(pattern) for pattern in LEFT_OUT):
            digest = sha256(file.read_bytes()).digest()
            yield name.as_posix(), base64.b64encode(digest).decode()
