"""A static server on loopback that can misbehave on demand."""

import gzip
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase, BytesIO
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, BinaryIO


@dataclass
class Server:
    """How files are served, well or badly; a file is named without its folder."""

    gone: bool = False
    """Whether no request is answered any more."""
    missing: Collection[str] = ()
    statuses: Mapping[str, int] = field(default_factory=dict)
    """Files answered with a failure, as 502 by a proxy whose server is gone."""
    types: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks_off: Mapping[str, int] = field(default_factory=dict)
    """Files whose connection closes after so many bytes."""
    stalls: Mapping[str, int] = field(default_factory=dict)
    """Files that stop after so many bytes, or before any answer (-1), until `released`."""
    altered: Mapping[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    """Files of which something else is sent, with the type of the file unless `types` says."""
    says_packed: Collection[str] = ()
    """Files sent as they are and said to be packed with gzip on the way."""
    strips: bool = False
    """Whether a page's address has no ".html", and that with it leads there."""
    compresses: bool = False
    """Whether files are compressed on the way."""
    rate: float = float("inf")
    """Bytes a second, for all connections together."""
    released: Event = field(default_factory=Event)
    asked: list[str] = field(default_factory=list)
    """The paths asked for, in order."""
    heard: list[str] = field(default_factory=list)
    """Each request as it came, with its headers."""
    sent: int = 0
    """Bytes of bodies sent so far."""
    url: str = ""

    def __post_init__(self) -> None:
        self.line = Lock()
        self.under_way = self.stalled = 0

    @contextmanager
    def one_more(self, kind: str) -> Iterator[None]:
        """Counts a request while it is "under_way", or "stalled" besides."""
        with self.line:
            setattr(self, kind, getattr(self, kind) + 1)
        yield
        with self.line:
            setattr(self, kind, getattr(self, kind) - 1)

    def stall(self) -> None:
        """Goes no further until `released`."""
        with self.one_more("stalled"):
            self.released.wait(60)

    def only_stalls(self) -> bool:
        """Whether it has stalled, and every other request is answered."""
        return 0 < self.stalled == self.under_way

    def send(self, name: str, source: BinaryIO, target: BufferedIOBase) -> None:
        """Passes a file on, slowly, or not to its end."""
        place = 0
        while chunk := source.read(4096):
            if place >= self.breaks_off.get(name, place + 1):
                return
            if place >= self.stalls.get(name, place + 1):
                self.stall()
            with self.line:
                time.sleep(len(chunk) / self.rate)
                self.sent += len(chunk)
            target.write(chunk)
            place += len(chunk)


class Handler(SimpleHTTPRequestHandler):
    """What a plain static server does, with the faults of its `Server`."""

    faults: Server

    def parse_request(self) -> bool:
        understood = super().parse_request()
        self.faults.heard.append(f"{self.requestline}\n{getattr(self, 'headers', '')}")
        return understood

    def do_GET(self) -> None:
        self.answer(super().do_GET)

    def do_HEAD(self) -> None:
        self.answer(super().do_HEAD)

    def answer(self, plainly: Callable[[], None]) -> None:
        """Answers a request, or does not."""
        self.name = self.path.partition("?")[0].rpartition("/")[2]
        self.faults.asked.append(self.path)
        with self.faults.one_more("under_way"):
            self.answer_in_turn(plainly)

    def answer_in_turn(self, plainly: Callable[[], None]) -> None:
        """Answers as the faults say."""
        if self.faults.gone:
            self.close_connection = True
        elif self.name in self.faults.missing:
            self.send_error(404)
        elif self.name in self.faults.statuses:
            self.send_error(self.faults.statuses[self.name])
        elif self.faults.stalls.get(self.name, 0) < 0:
            self.faults.stall()
        elif self.faults.strips and self.name.endswith(".html"):
            self.send_response(308)
            self.send_header("Location", self.path.removesuffix("index.html").removesuffix(".html"))
            self.end_headers()
        elif self.name in self.faults.altered:
            file = Path(self.translate_path(self.path))
            self.whole(self.faults.altered[self.name](file.read_bytes()))
        elif self.faults.compresses:
            self.compress()
        else:
            if self.faults.strips and Path(f"{self.translate_path(self.path)}.html").is_file():
                self.path += ".html"
            plainly()

    def compress(self) -> None:
        """Answers with the file's bytes in gzip, as a server that compresses on the way."""
        file = Path(self.translate_path(self.path))
        self.whole(gzip.compress(file.read_bytes(), compresslevel=1), ("Content-Encoding", "gzip"))

    def whole(self, body: bytes, *headers: tuple[str, str]) -> None:
        """Answers with these bytes, as the file that was asked for."""
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.faults.send(self.name, BytesIO(body), self.wfile)

    def guess_type(self, path: Any) -> str:
        return self.faults.types.get(self.name) or super().guess_type(path)

    def end_headers(self) -> None:
        if self.name in self.faults.says_packed:
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.faults.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        self.faults.send(self.name, source, outputfile)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Says nothing."""


class Quiet(ThreadingHTTPServer):
    """Lets a browser hang up without a word."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing."""


Serve = Callable[..., Server]
"""`serve(folder, **faults)` serves a folder until the tests end."""


@contextmanager
def serving(folder: Path, **faults: Any) -> Iterator[Server]:
    """A folder that is served meanwhile; see Server for the faults."""
    served = Server(**faults)

    class Faulty(Handler):
        faults = served

        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

    with Quiet(("127.0.0.1", 0), Faulty) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        served.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield served
        finally:
            served.released.set()
            server.shutdown()
