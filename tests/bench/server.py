"""A static server that sends from memory, and counts what it sends."""

import time
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import inf
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from tests.bench.packing import compressible, packings

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
"""Right for every contestant. What is not here is application/octet-stream."""
KINDS = {
    "html": (".html", "/"),
    "css": (".css",),
    "js": (".js",),
    "images": (".svg", ".png", ".ico"),
    "fonts": (".woff2", ".woff", ".ttf"),
}
RUNTIME = "/assets/runtime/"
LASTING = ("/assets/", "/engine/")
"""Folders whose files never change under their names: the site's, and other engines'."""
FOR_EVER = "public, max-age=31536000, immutable"
"""As the configurations of the release say it; of all other files they say no-cache."""
AGE = 30 * 24 * 3600
"""How many seconds ago the files were changed: a site that was installed a month ago."""


@dataclass(frozen=True)
class Stored:
    """One file: its bytes as they are, and packed by each encoding that makes sense."""

    body: bytes
    type: str
    packed: dict[str, bytes]
    tag: str
    """What stands for these bytes, and no others."""


def stored(body: bytes, kind: str, packed: dict[str, bytes]) -> Stored:
    """A file with its tag, which no request has to wait for."""
    return Stored(body, kind, packed, f'"{sha256(body).hexdigest()[:16]}"')


class Said(NamedTuple):
    """An answer: when, in s since 1970, how many bytes, head too, and to which path."""

    moment: float
    size: int
    path: str


class Server:
    """Serves a folder on loopback as we configure it, or as installed: no packing and no age."""

    def __init__(self, folder: Path, compresses: bool) -> None:
        self.compresses = compresses
        self.files = {f"/{name}": file for name, file in _read(folder, compresses)}
        self.changed = formatdate(_newest(folder) - AGE, usegmt=True)
        self.begin()
        served = self

        class Answering(_Handler):
            server_of_files = served

        self.http = _Quiet(("127.0.0.1", 0), Answering)
        self.port = self.http.server_port
        Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()

    def begin(self) -> None:
        """Count from nothing."""
        self.said: list[Said] = []

    def sent(self, until: float = inf) -> dict[str, float]:
        """Bytes, heads too, and requests that were answered before a moment, in s since 1970."""
        sizes = [each.size for each in self.said if each.moment < until]
        return {"bytes": sum(sizes), "requests": len(sizes)}

    def weighed(self, until: float) -> dict[str, float]:
        """The same without Python's own files, and the bytes of each kind of file."""
        said = [each for each in self.said if each.moment < until and RUNTIME not in each.path]
        kinds = {
            kind: sum(each.size for each in said if each.path.endswith(endings))
            for kind, endings in KINDS.items()
        }
        return {"bytes": sum(each.size for each in said), "requests": len(said), **kinds}

    def put(self, path: str, html: str) -> None:
        """Serve one page more."""
        self.files[path] = stored(html.encode(), TYPES[".html"], {})

    def answer(self, path: str, encodings: str, known: str, head_only: bool) -> bytes:
        """The whole answer to a request, head and body if that is asked for, counted."""
        file = self.files.get(path + "index.html" if path.endswith("/") else path)
        if file is None:
            said = _head("404 Not Found", {"Content-Length": "0"})
        elif known == file.tag:
            said = _head("304 Not Modified", self._age(path, file))
        else:
            said = self._whole(path, file, encodings, head_only)
        self.said.append(Said(time.time(), len(said), path))
        return said

    def _whole(self, path: str, file: Stored, encodings: str, head_only: bool) -> bytes:
        body = file.body
        head = {"Content-Type": file.type, **self._age(path, file)}
        accepted = [each.strip() for each in encodings.split(",")]
        if encoding := next((each for each in file.packed if each in accepted), None):
            body = file.packed[encoding]
            head |= {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
        said = _head("200 OK", {**head, "Content-Length": str(len(body))})
        return said if head_only else said + body

    def _age(self, path: str, file: Stored) -> dict[str, str]:
        age = {"ETag": file.tag, "Last-Modified": self.changed}
        if not self.compresses:
            return age
        lasting = any(folder in path for folder in LASTING)
        return {**age, "Cache-Control": FOR_EVER if lasting else "no-cache"}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server_of_files: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        encodings = self.headers.get("Accept-Encoding", "")
        known = self.headers.get("If-None-Match", "")
        only = self.command == "HEAD"
        self.wfile.write(self.server_of_files.answer(path, encodings, known, only))

    do_HEAD = do_GET

    def log_message(self, format: str, *arguments: Any) -> None:
        """Says nothing."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that was closed hung up: nothing to say."""


def _head(status: str, fields: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def _read(folder: Path, compresses: bool) -> list[tuple[str, Stored]]:
    read: dict[int, bytes] = {}  # the contestants share most files: one inode, read once
    files = []
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        if (inode := file.stat().st_ino) not in read:
            read[inode] = file.read_bytes()
        body = read[inode]
        packed = packings(body) if compresses and compressible(file) else {}
        is_core = file.parent.name == "plain" and file.stem in ("core", "whole")
        kind = TYPES.get(".wasm" if is_core else file.suffix, "application/octet-stream")
        files.append((file.relative_to(folder).as_posix(), stored(body, kind, packed)))
    return files


def _newest(folder: Path) -> float:
    return max(file.stat().st_mtime for file in folder.rglob("*"))
