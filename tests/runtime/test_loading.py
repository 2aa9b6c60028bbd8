"""What a person is told when Python does not start, and that a slow start is no failure.

What a host can do about is caused on the release itself, by tests/hosting/test_symptoms.py.
"""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path
from zlib import adler32

import pytest
from playwright.sync_api import Page, expect

from overrides.runtime.core import bodies, cut, kept
from setup.pyodide import pyodide
from tests.runtime.conftest import SCRIPTS as PAGE_SCRIPTS
from tests.runtime.conftest import Open, run_first
from tests.swept import swept
from tests.waiting import stop_clock
from tests.worker import python_with

STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "worker-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
SANDBOX = {"Content-Security-Policy": "sandbox allow-scripts"}
"""What makes a page one that may fetch nothing, as a folder and a sandboxed frame do."""
SLOW = 1.6e6 / 8
"""Bytes a second of a line of 1.6 Mbit/s."""

COMPILED = """
const compile = WebAssembly.compileStreaming;
WebAssembly.compileStreaming = (sent) => {
    self.compiled = sent.url;
    return compile.call(WebAssembly, sent);
};
"""
"""The worker's scope shows the address of what was compiled."""
RARE = "answer: rare: 4.7875"
"""What comes of a function that no calculator calls: the logarithm of 1 × 2 × 3 × 4 × 5."""
NOTE_STATES = """(section => {
    self.states = [section.dataset.state];
    const note = () => self.states.at(-1) !== section.dataset.state
        && self.states.push(section.dataset.state);
    new MutationObserver(note).observe(section, { attributeFilter: ["data-state"] });
})(document.querySelector(".calculator"))"""
"""The page shows which states its calculator has gone through since."""
FILES = ("boot.js", "loader.js", "asm.bin", "core.bin", "py.bin")
PLAIN = ("boot.js", "loader.js", "asm.js", "plain/core.bin", "plain/py.bin")
"""The files in the form for a server that compresses on the way."""


SPOILT: Mapping[str, Callable[[bytes], bytes]] = {
    "cut short": lambda whole: whole[:-1_000],
    "empty": lambda whole: b"",
    "longer by a line that changes nothing": lambda whole: whole + b"\n",
}
"""What may become of the worker's script."""


def change_a_bit(file: Path) -> None:
    """Changes one bit in the middle of a file."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def bear_the_sum(site: Path) -> None:
    """Has the page bear the sum of its worker's script, as the build does."""
    page, boot = site / "index.html", site / "runtime" / "boot.js"
    borne = f'data-sum="{adler32(boot.read_bytes())}" data-keeps'
    page.write_text(page.read_text(encoding="utf-8").replace("data-keeps", borne), encoding="utf-8")


def test_it_starts_from_five_files_and_asks_for_nothing_else(open_page: Open) -> None:
    calculator = open_page().ready()
    asked = {path.removeprefix("/runtime/") for path in calculator.server.asked}
    page = {"/index.html", *(f"/{name}" for name in PAGE_SCRIPTS)}
    assert asked == {*page, *FILES, "plain/core.bin"}  # the last is asked for its header only


def test_a_server_that_compresses_is_asked_for_what_is_not_compressed_yet(open_page: Open) -> None:
    calculator = open_page(compresses=True).ready()
    asked = {path.removeprefix("/runtime/") for path in calculator.server.asked}
    page = {"/index.html", *(f"/{name}" for name in PAGE_SCRIPTS)}
    assert asked == {*page, *PLAIN}


def test_webassembly_that_is_sent_as_such_is_compiled_from_the_very_response(
    page: Page, open_page: Open, site: Path
) -> None:
    """Of that alone a browser keeps what it compiled."""
    run_first(site, COMPILED)
    page.add_init_script("delete self.SharedWorker")
    calculator = open_page(compresses=True, types={"core.bin": "application/wasm"}).ready()
    address = f"{calculator.server.url}/runtime/plain/core.bin"

    assert address == calculator.page.workers[0].evaluate("self.compiled")


def test_under_a_strict_policy_it_starts_from_the_script_that_is_allowed(open_page: Open) -> None:
    calculator = open_page(headers={"Content-Security-Policy": STRICT}).ready()
    asked = {path.removeprefix("/runtime/") for path in calculator.server.asked}
    assert {"asm.js"} == asked & {"asm.js", "asm.bin"}


@pytest.mark.sweep
def test_it_starts_where_no_script_may_be_cached(open_page: Open) -> None:
    open_page(headers={"Cache-Control": "no-store"}).ready()


@pytest.mark.parametrize("name", ["boot.js", swept("loader.js"), "core.bin", swept("py.bin")])
def test_a_missing_file_is_named(open_page: Open, name: str) -> None:
    open_page(missing={name}).fails(f"the file {name} is missing (status 404)")


@pytest.mark.parametrize("name", ["boot.js", swept("loader.js")])
def test_a_script_sent_as_something_else_is_named(open_page: Open, name: str) -> None:
    open_page(types={name: "text/plain"}).fails(f"the server sends the script {name} as text/plain")


@pytest.mark.sweep
def test_so_is_the_script_that_a_server_compresses(open_page: Open) -> None:
    calculator = open_page(types={"asm.js": "text/plain"}, compresses=True)
    calculator.fails("the server sends the script asm.js as text/plain")


@pytest.mark.sweep
def test_the_type_of_the_other_files_does_not_matter(open_page: Open) -> None:
    open_page(types={name: "text/plain" for name in ("asm.bin", "core.bin", "py.bin")}).ready()


def test_a_script_that_cannot_be_opened_comes_as_it_is(open_page: Open, site: Path) -> None:
    whole = (site / "runtime" / "asm.bin").read_bytes()
    (site / "runtime" / "asm.bin").write_bytes(whole[:-1000])
    calculator = open_page().ready()
    assert "/runtime/asm.js" in calculator.server.asked


def test_the_script_is_named_where_neither_can_be_had(open_page: Open) -> None:
    open_page(missing={"asm.bin", "asm.js"}).fails("the file asm.js is missing (status 404)")


@pytest.mark.parametrize("name", ["core.bin", swept("loader.js"), swept("py.bin")])
def test_a_file_that_was_cut_short_is_named(open_page: Open, site: Path, name: str) -> None:
    whole = (site / "runtime" / name).read_bytes()
    (site / "runtime" / name).write_bytes(whole[:-1000])
    open_page().fails(f"the file {name} is damaged or did not arrive whole")


@pytest.mark.parametrize("name", [swept("core.bin"), "loader.js", swept("boot.js")])
def test_a_connection_that_breaks_is_named(open_page: Open, site: Path, name: str) -> None:
    bear_the_sum(site)
    open_page(breaks_off={name: 1_000}).fails(f"the file {name} is damaged or did not arrive")


@pytest.mark.parametrize(
    "name", [swept("asm.js"), swept("loader.js"), "plain/core.bin", swept("plain/py.bin")]
)
def test_a_file_in_which_one_bit_changed_is_named(open_page: Open, site: Path, name: str) -> None:
    change_a_bit(site / "runtime" / name)
    calculator = open_page(compresses=True, types={"core.bin": "application/wasm"})
    calculator.fails(f"the file {name} is damaged or did not arrive whole")


def test_a_worker_s_script_of_the_sum_that_the_page_bears_is_used(
    open_page: Open, site: Path
) -> None:
    bear_the_sum(site)
    open_page().ready()


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_worker_s_script_of_another_sum_is_named_whatever_it_would_do(
    open_page: Open, site: Path, spoilt: str
) -> None:
    bear_the_sum(site)
    boot = site / "runtime" / "boot.js"
    boot.write_bytes(SPOILT[spoilt](boot.read_bytes()))
    open_page().fails("the file boot.js is damaged or did not arrive whole")


def test_so_it_is_where_no_worker_is_shared(page: Page, open_page: Open, site: Path) -> None:
    bear_the_sum(site)
    run_first(site, "self.of = 'another build';")
    page.add_init_script("delete self.SharedWorker")
    open_page().fails("the file boot.js is damaged or did not arrive whole")


def test_where_nothing_can_be_fetched_it_starts_from_the_packed_form(open_page: Open) -> None:
    open_page(headers=SANDBOX).ready()


@pytest.mark.parametrize("name", ["whole.js-00", swept("py.bin-00")])
def test_a_packed_script_in_which_one_bit_changed_is_named(
    open_page: Open, site: Path, name: str
) -> None:
    change_a_bit(site / "runtime" / "packed" / f"{name}.js")
    calculator = open_page(headers=SANDBOX)
    calculator.fails(f"the file packed/{name}.js is damaged or did not arrive whole")


def test_where_the_script_of_python_does_not_come_the_page_goes_on_saying_so(
    open_page: Open,
) -> None:
    calculator = open_page(missing={"python.js"})
    calculator.ask("plum")
    expect(calculator.status).to_have_text(
        "The calculator has not started. If this stays, work by hand."
    )


def test_a_file_that_is_something_else_is_named(open_page: Open, site: Path) -> None:
    (site / "runtime" / "py.bin").write_text("<html>Please log in</html>", encoding="utf-8")
    open_page().fails("the file py.bin is damaged")


def test_python_that_cannot_be_imported_is_told_in_one_line(open_page: Open, site: Path) -> None:
    run_first(site, python_with("{ pyimport: () => python.pyimport('calc.nowhere') }"))
    open_page().fails("ModuleNotFoundError: No module named 'calc.nowhere'")


@pytest.mark.parametrize("name", [swept("boot.js"), swept("asm.bin"), "core.bin"])
def test_a_download_that_stalls_is_told_after_ten_seconds(
    open_page: Open, page: Page, name: str
) -> None:
    stop_clock(page)
    calculator = open_page(stalls={name: 0})
    calculator.wait_for_a_stall()
    page.clock.run_for(9_999)
    expect(calculator.section).to_have_attribute("data-state", "starting")
    page.clock.run_for(1)
    calculator.fails("nothing has arrived for 10 seconds")


def test_python_that_arrives_after_all_works_and_answers_what_was_asked(
    open_page: Open, page: Page
) -> None:
    stop_clock(page)
    calculator = open_page(stalls={"core.bin": 500_000})
    calculator.ask("kept")
    calculator.wait_for_a_stall()
    page.clock.run_for(10_000)
    calculator.fails("nothing has arrived for 10 seconds")
    calculator.server.released.set()
    expect(calculator.outcome).to_contain_text('"word": "kept"')
    expect(calculator.status).to_have_text("Answered.")


@pytest.mark.sweep
def test_a_slow_link_never_shows_a_failure_and_does_answer(open_page: Open) -> None:
    calculator = open_page(rate=SLOW)
    calculator.ask("patience")
    states = calculator.page.evaluate(
        """async () => {
            const section = document.querySelector('.calculator');
            const seen = new Set([section.dataset.state]);
            await new Promise((done) => new MutationObserver(() => {
                seen.add(section.dataset.state);
                if (section.querySelector('.outcome') || seen.has('failed')) done();
            }).observe(section, {attributes: true, subtree: true, childList: true}));
            return [...seen];
        }"""
    )
    assert states == ["starting", "ready"]
    assert calculator.server.sent < 4_000_000  # each file came over the line only once


def test_the_amount_that_has_arrived_is_told(open_page: Open) -> None:
    calculator = open_page(stalls={"core.bin": 1_700_000, "py.bin": 0, "asm.bin": 0})
    expect(calculator.status).to_have_text(
        "Getting the calculator ready, 2 of 3 MB. What you answer is kept."
    )


def test_a_question_finds_a_new_worker_after_a_failure(open_page: Open) -> None:
    calculator = open_page(missing={"py.bin"})
    calculator.fails("the file py.bin is missing")
    calculator.server.missing = ()
    calculator.ask("again")
    expect(calculator.outcome).to_contain_text('"word": "again"')


@pytest.mark.parametrize("policy", [None, swept(STRICT)], ids=["", "strict"])
def test_what_the_smaller_core_lacks_is_answered_by_the_whole_one_and_what_comes_after(
    open_page: Open, policy: str | None
) -> None:
    calculator = open_page(headers={"Content-Security-Policy": policy} if policy else {}).ready()

    calculator.ask("rare")
    expect(calculator.outcome).to_have_text(RARE)
    assert "/runtime/whole.bin" in calculator.server.asked

    calculator.ask("plum")

    expect(calculator.outcome).to_contain_text("plum")


def test_what_the_smaller_script_lacks_is_answered_by_the_whole_one_whoever_catches_its_error(
    open_page: Open,
) -> None:
    calculator = open_page().ready()

    calculator.ask("odd")

    expect(calculator.outcome).to_have_text("answer: odd: changed")
    assert "/runtime/whole.js" in calculator.server.asked


def test_meanwhile_the_reader_sees_no_failure(open_page: Open) -> None:
    calculator = open_page().ready()
    calculator.page.evaluate(NOTE_STATES)

    calculator.ask("rare")

    expect(calculator.outcome).to_have_text(RARE)
    assert ["ready", "starting", "ready"] == calculator.page.evaluate("self.states")


def test_a_start_that_the_smaller_core_does_not_manage_is_done_by_the_whole_one(
    site: Path, open_page: Open
) -> None:
    whole = (pyodide() / "pyodide.asm.wasm").read_bytes()
    body = bodies(whole)
    longest = max(kept(whole), key=lambda each: len(body[each]))
    nearly = gzip.compress(cut(whole, kept(whole) - {longest}))
    (site / "runtime" / "core.bin").write_bytes(nearly)
    run_first(site, f'Promise.resolve().then(() => self.sums["core.bin"] = {adler32(nearly)});')

    calculator = open_page().ready()

    assert "/runtime/whole.bin" in calculator.server.asked


def test_where_the_whole_core_stops_too_it_is_not_tried_again(site: Path, open_page: Open) -> None:
    smaller = (site / "runtime" / "core.bin").read_bytes()
    (site / "runtime" / "whole.bin").write_bytes(smaller)
    run_first(site, f'Promise.resolve().then(() => self.sums["whole.bin"] = {adler32(smaller)});')
    calculator = open_page().ready()

    calculator.word.fill("rare")

    calculator.fails("The calculator has stopped.")
    assert 1 == calculator.server.asked.count("/runtime/whole.bin")


def test_where_the_whole_core_does_not_come_the_reader_is_told(open_page: Open) -> None:
    calculator = open_page(missing={"whole.bin"}).ready()

    calculator.ask("rare")

    calculator.fails("the file whole.bin is missing (status 404)")
