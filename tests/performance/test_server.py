"""The benchmark's server: what it sends with both faces, and that it counts every byte."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from overrides.release.servers import TEMPLATES
from tests.bench.server import FOR_EVER, Server

LONG_AGO, NEVER = 0.0, float("inf")
"""Moments before and after everything that the server says."""

SCRIPT = b"// A line that is long enough to be packed.\n" * 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one script and one file that is packed already."""
    (tmp_path / "page.js").write_bytes(SCRIPT)
    (tmp_path / "core.bin").write_bytes(SCRIPT)
    return tmp_path


@pytest.fixture
def compressing(folder: Path) -> Iterator[Server]:
    """The server that compresses."""
    server = Server(folder, compresses=True)
    yield server
    server.http.shutdown()


@pytest.fixture
def installed(folder: Path) -> Iterator[Server]:
    """The server as installed."""
    server = Server(folder, compresses=False)
    yield server
    server.http.shutdown()


def parts(said: bytes) -> tuple[str, bytes]:
    """The head of an answer as text, and its body."""
    head, _, body = said.partition(b"\r\n\r\n")
    return head.decode(), body


def test_a_script_is_sent_as_the_browser_accepts_it(compressing: Server) -> None:
    head, body = parts(compressing.answer("/page.js", "gzip, deflate", "", False))

    assert "Content-Encoding: gzip" in head
    assert gzip.decompress(body) == SCRIPT


def test_the_stronger_encoding_goes_first(compressing: Server) -> None:
    assert "Content-Encoding: br" in parts(compressing.answer("/page.js", "gzip, br", "", False))[0]


def test_a_browser_that_accepts_nothing_gets_the_file_as_it_is(compressing: Server) -> None:
    assert SCRIPT == parts(compressing.answer("/page.js", "", "", False))[1]


def test_what_is_packed_already_is_not_packed_again(compressing: Server) -> None:
    assert SCRIPT == parts(compressing.answer("/core.bin", "gzip, br", "", False))[1]


def test_as_installed_nothing_is_packed_and_no_age_is_said(installed: Server) -> None:
    head, body = parts(installed.answer("/page.js", "gzip, br", "", False))

    assert SCRIPT == body
    assert "Cache-Control" not in head


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        (FOR_EVER, "/assets/site.0123.css"),
        (FOR_EVER, "/engine/pyodide/pyodide.mjs"),
        ("no-cache", "/page.js"),
    ],
)
def test_our_configuration_says_how_long_a_file_may_be_kept(
    expected: str, path: str, folder: Path
) -> None:
    file = folder / path[1:]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(SCRIPT)
    server = Server(folder, compresses=True)

    assert f"Cache-Control: {expected}" in parts(server.answer(path, "", "", False))[0]


def test_that_is_what_the_release_s_configurations_say() -> None:
    assert FOR_EVER in (TEMPLATES / "nginx.conf").read_text(encoding="utf-8")


def test_a_file_that_the_browser_has_is_not_sent_again(installed: Server) -> None:
    head, _ = parts(installed.answer("/page.js", "", "", False))
    tag = head.partition("ETag: ")[2].partition("\r\n")[0]

    again, body = parts(installed.answer("/page.js", "", tag, False))

    assert again.startswith("HTTP/1.1 304")
    assert b"" == body


def test_heads_and_bodies_are_counted_for_one_visit(installed: Server) -> None:
    installed.answer("/page.js", "", "", False)
    installed.begin()

    answers = [installed.answer(path, "", "", False) for path in ("/page.js", "/missing.js")]
    said = b"".join(answers)

    assert {"bytes": len(said), "requests": 2} == installed.sent()


def test_what_was_sent_later_is_not_counted(installed: Server) -> None:
    installed.answer("/page.js", "", "", False)

    assert {"bytes": 0, "requests": 0} == installed.sent(until=LONG_AGO)


def test_a_page_is_weighed_by_kind_without_python_s_own_files(installed: Server) -> None:
    answers = [
        installed.answer(path, "", "", False)
        for path in ("/page.js", "/other.css", "/assets/runtime/0123/boot.js")
    ]
    script, styles = map(len, answers[:2])

    assert {
        "bytes": script + styles,
        "requests": 2,
        **{"html": 0, "css": styles, "js": script, "images": 0, "fonts": 0},
    } == installed.weighed(until=NEVER)
