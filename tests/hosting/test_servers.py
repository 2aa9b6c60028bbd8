"""Each server with our configuration says the right things of each file, wherever the site lies."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from xml.etree import ElementTree

import brotli
import pytest

from overrides.release.servers import servers
from tests.hosting.servers import POLICY, SERVERS, start

PLACES = ("", "/sub/path")
"""The site is the whole of the server, and a folder of it."""

PLAIN = "assets/runtime/abc/plain/core.bin"
"""A file for servers that send what was compressed beforehand; lighttpd does not."""

FILES = (
    "404.html",
    "assets/app.0123456789.js",
    "assets/icon.0123456789.svg",
    "assets/icon.0123456789.png",
    "assets/site.0123456789.css",
    "assets/runtime/abc/boot.js",
    "assets/runtime/abc/core.bin",
    PLAIN,
    "calculators/page.html",
    "embed.js",
    "embed/hosts.js",
    "embed/one/index.html",
    "index.html",
    "schemas/page.json",
    "search.txt",
    "sitemap.xml",
    "sw.js",
)
AS_THEY_ARE = {"assets/icon.0123456789.png", "assets/runtime/abc/core.bin"}
"""Files that hold compressed bytes already."""

TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}
DECODE: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
}
OTHER_ANSWERS = ("", "embed/one/", "embed/one", "assets/", "assets/gone.js", "gone.html")
"""Folders and what is not there: an index, a redirection, a refusal, and nothing."""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: HTTPMessage
    body: bytes

    def __getitem__(self, header: str) -> str:
        """A header as a browser reads it, who joins one that is sent twice."""
        return ", ".join(self.headers.get_all(header, []))

    @property
    def decoded(self) -> bytes:
        """The body without its compression."""
        return DECODE[self["Content-Encoding"]](self.body)


@dataclass(frozen=True)
class Site:
    """The site at one place of one server."""

    server: str
    url: str
    root: Path
    place: str = ""

    def ask(self, path: str, accept: str = "identity", **headers: str) -> Answer:
        """The answer to a path below the place, which is sent as it is written."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=20)
        sent = {"Accept-Encoding": accept, **headers}
        connection.request("GET", f"{self.place}/{path}", headers=sent)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, answer.headers, body)

    def holds(self, path: str) -> bytes:
        """The file that lies there."""
        return Path(f"{self.root}{self.place}/{path}").read_bytes()

    def each(self, header: str, paths: tuple[str, ...] = FILES) -> dict[str, str]:
        """What a header says in the answers to several paths."""
        return {path: self.ask(path)[header] for path in paths}


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """A folder that everyone may read, with the site at each of its places."""
    with TemporaryDirectory(prefix="site-") as folder:
        Path(folder).chmod(0o755)
        for place in PLACES:
            for name in FILES:
                put(Path(f"{folder}{place}/{name}"), f"{place}/{name}")
        yield Path(folder)


def put(file: Path, says: str) -> None:
    """Write a file that says its name, and beside it its compressed forms if it has any."""
    content = f"This is {says}.\n".encode() * 100
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    if not says.endswith(tuple(AS_THEY_ARE)):
        Path(f"{file}.gz").write_bytes(gzip.compress(content))
        Path(f"{file}.br").write_bytes(brotli.compress(content))


def compressed(site: "Site") -> list[str]:
    """The files that a server sends compressed to who takes it."""
    not_these = AS_THEY_ARE | ({PLAIN} if site.server == "lighttpd" else set())
    return [path for path in FILES if path not in not_these]


@pytest.fixture(scope="module", params=SERVERS)
def whole(request: pytest.FixtureRequest, root: Path) -> Iterator[Site]:
    """The site as the whole of each server in turn."""
    with start(request.param, "ours", root) as url:
        yield Site(request.param, url, root)


@pytest.fixture(params=PLACES, ids=["root", "folder"])
def site(request: pytest.FixtureRequest, whole: Site) -> Site:
    """The site at each place of each server in turn."""
    return replace(whole, place=request.param)


def test_every_answer_carries_the_policy(site: Site) -> None:
    paths = (*FILES, *OTHER_ANSWERS)
    frames = {path: "*" if path.startswith("embed/") else "'none'" for path in paths}
    expected = {path: f"{POLICY}; frame-ancestors {frames[path]}" for path in paths}

    assert expected == site.each("Content-Security-Policy", paths)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", ""),
        ("Cross-Origin-Embedder-Policy", ""),
        ("Cross-Origin-Resource-Policy", ""),
    ],
)
def test_every_answer_has_the_same(site: Site, header: str, value: str) -> None:
    paths = (*FILES, *OTHER_ANSWERS)

    assert dict.fromkeys(paths, value) == site.each(header, paths)


@pytest.mark.parametrize(
    "path",
    [
        "index.html?/embed/",
        "index.html?a=/embed/one/",
        "embed/../index.html",
        "embed/%2e%2e/index.html",
        "embed/..%2findex.html",
        "embed/one/..%5c..%5cindex.html",
        "embed//../../index.html",
        "index.html/embed/",
    ],
)
def test_no_address_opens_an_ordinary_page_to_frames(site: Site, path: str) -> None:
    answer = site.ask(path)
    is_the_page = answer.decoded == site.holds("index.html")

    assert not (is_the_page and "frame-ancestors *" in answer["Content-Security-Policy"])


@pytest.mark.parametrize("accept", ["identity", "gzip", "br"])
def test_a_file_has_its_type_compressed_or_not(site: Site, accept: str) -> None:
    expected = {path: TYPES[Path(path).suffix] for path in FILES}
    if site.server != "lighttpd":  # which does not send this form
        expected[PLAIN] = "application/wasm"

    assert expected == {path: site.ask(path, accept)["Content-Type"] for path in FILES}


@pytest.mark.parametrize("accept", ["identity", "gzip", "br"])
def test_no_ending_is_taken_for_a_language(site: Site, accept: str) -> None:
    expected = dict.fromkeys(FILES, "")  # Apache takes .br for Breton

    assert expected == {path: site.ask(path, accept)["Content-Language"] for path in FILES}


def test_only_what_lies_below_assets_is_kept_for_ever(site: Site) -> None:
    kept = {"public", "max-age=31536000", "immutable"}
    expected = {path: kept if path.startswith("assets/") else {"no-cache"} for path in FILES}
    said = site.each("Cache-Control")

    assert expected == {path: set(value.split(", ")) for path, value in said.items()}


@pytest.mark.parametrize("path", ["assets/", "assets/gone.js", "gone.html"])
def test_that_a_file_is_missing_is_not_kept(site: Site, path: str) -> None:
    assert "max-age" not in site.ask(path)["Cache-Control"]


@pytest.mark.parametrize("accept", ["identity", "gzip", "gzip, deflate, br"])
def test_an_unchanged_file_is_not_sent_again(site: Site, accept: str) -> None:
    known = site.ask("index.html", accept)["ETag"]

    assert 304 == site.ask("index.html", accept, **{"If-None-Match": known}).status


@pytest.mark.parametrize("accept", ["identity", "gzip", "br", "gzip, deflate", "gzip, deflate, br"])
def test_compressed_or_not_it_is_the_same_file(site: Site, accept: str) -> None:
    expected = {path: site.holds(path) for path in FILES}

    assert expected == {path: site.ask(path, accept).decoded for path in FILES}


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [("identity", ""), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br")],
)
def test_a_file_is_sent_as_small_as_it_is_accepted(site: Site, accept: str, encoding: str) -> None:
    if site.server == "nginx" and encoding == "br":  # Debian's has no brotli without a package
        encoding = "gzip" if "gzip" in accept else ""
    expected = {path: encoding if path in compressed(site) else "" for path in FILES}

    assert expected == {path: site.ask(path, accept)["Content-Encoding"] for path in FILES}


@pytest.mark.parametrize("accept", ["identity", "gzip", "br"])
def test_a_proxy_is_told_that_the_encoding_varies(site: Site, accept: str) -> None:
    paths = compressed(site)
    expected = dict.fromkeys(paths, "Accept-Encoding")

    assert expected == {path: site.ask(path, accept)["Vary"] for path in paths}


@pytest.mark.parametrize("accept", ["identity", "gzip", "br"])
@pytest.mark.parametrize("folder", ["", "embed/one/"])
def test_a_folder_shows_its_index(site: Site, folder: str, accept: str) -> None:
    assert site.holds(f"{folder}index.html") == site.ask(folder, accept).decoded


@pytest.mark.parametrize("folder", ["assets/", "assets/runtime/", "calculators/"])
def test_a_folder_without_index_is_not_listed(site: Site, folder: str) -> None:
    answer = site.ask(folder)
    inside = [Path(path).name for path in FILES if path.startswith(folder)]

    assert answer.status in {403, 404}
    assert [] == [name for name in inside if name.encode() in answer.body]


@pytest.mark.parametrize("accept", ["identity", "gzip", "br"])
@pytest.mark.parametrize(
    "path", ["gone.html", "gone/", "gone/one.html", "embed/gone/", "assets/runtime/abc/gone.js"]
)
def test_what_is_missing_is_said_with_the_page_for_it(site: Site, path: str, accept: str) -> None:
    answer = site.ask(path, accept)
    where = replace(site, place="") if site.server == "lighttpd" else site  # it knows one place

    assert (404, where.holds("404.html")) == (answer.status, answer.decoded)


@pytest.mark.parametrize("path", ["gone.html", "embed/gone/", "a/b/c/d/e/f/g/h/i/j/k/l/m/n/gone"])
@pytest.mark.parametrize("server", SERVERS)
def test_without_a_page_for_it_the_server_says_that_it_is_missing(server: str, path: str) -> None:
    with TemporaryDirectory() as empty:
        Path(empty).chmod(0o755)
        with start(server, "ours", Path(empty)) as url:
            answer = Site(server, url, Path(empty)).ask(path)

    assert (404, True) == (answer.status, POLICY in answer["Content-Security-Policy"])


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_as_debian_installs_it_shows_the_site(server: str, root: Path) -> None:
    with start(server, "as-installed", root) as url:
        site = Site(server, url, root)

        assert site.holds("calculators/page.html") == site.ask("calculators/page.html").body


def test_a_server_that_does_not_start_says_why(root: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="unknown directive"),
        start("nginx", "ours", root, policy='"'),
    ):
        pass


def test_there_is_a_configuration_for_each_server() -> None:
    expected = ["Caddyfile", "apache.conf", "lighttpd.conf", "nginx.conf", "web.config"]

    assert expected == sorted(servers(POLICY))


@pytest.fixture
def iis() -> ElementTree.Element:
    """The configuration for IIS, which does not run here."""
    return ElementTree.fromstring(servers(POLICY)["web.config"].encode())


def test_iis_gets_the_same_policy(iis: ElementTree.Element) -> None:
    added = "system.webServer/httpProtocol/customHeaders/add[@name='Content-Security-Policy']"

    assert [f"{POLICY}; frame-ancestors 'none'"] == [
        each.get("value") for each in iis.findall(added)
    ]
    assert [f"{POLICY}; frame-ancestors *"] == [
        each.get("value") for each in iis.findall(f"location[@path='embed']/{added}")
    ]


def test_iis_gets_the_same_types(iis: ElementTree.Element) -> None:
    mapped = {each.get("fileExtension"): each.get("mimeType") for each in iis.iter("mimeMap")}

    assert {**TYPES, ".map": TYPES[".json"]} == mapped


@pytest.mark.parametrize(
    ("parent", "tag", "name"),
    [("staticContent", "mimeMap", "fileExtension"), ("customHeaders", "add", "name")],
)
def test_iis_is_told_to_remove_whatever_is_added(
    iis: ElementTree.Element, parent: str, tag: str, name: str
) -> None:
    elements = [*iis.iter(parent)]

    assert elements
    for element in elements:
        children = [(child.tag, child.get(name)) for child in element if child.get(name)]
        added = [key for what, key in children if what == tag]

        assert [pair for key in added for pair in (("remove", key), (tag, key))] == children
