"""A second visit starts from what the browser kept of the first; on any doubt, from the beginning.

`make test` tries the way of most visits and a doubt, `make sweep` all the others.

What the browser keeps is Python's memory before anybody asked. The small calculator makes a new
`token` each time that Python starts from the beginning, so the token tells how it started.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kept import NAMES, on_shelf
from tests.runtime.conftest import Calculator, Open, put_together, run_first, write_page
from tests.server import Serve
from tests.swept import swept
from tests.worker import HURRIED, loading, python_with

OWN_WORKER = "delete self.SharedWorker"
"""Each visit has a worker of its own, as if the browser had been closed in between."""

TEXT = """done(shelf.getAll()).then(
    ([{ kept }]) => new TextDecoder("latin1").decode(kept))"""
"""What the first snapshot holds, a letter a byte."""


def switched_on(site: Path) -> Path:
    """The page as it is built where snapshots are switched on."""
    write_page(site, keeps="snapshot")
    return site


@pytest.fixture
def site(site: Path) -> Path:
    return switched_on(site)


@pytest.fixture
def open_page(page: Page, open_page: Open) -> Open:
    page.add_init_script(OWN_WORKER)
    return open_page


def kept(page: Page) -> list[str]:
    """The names of what the browser keeps."""
    names: list[str] = page.evaluate(NAMES)
    return names


ADLER = """
    const adler = (bytes) => {
        let [first, second] = [1, 0];
        for (const byte of bytes) {
            first = (first + byte) % 65521;
            second = (second + first) % 65521;
        }
        return second * 65536 + first;
    };
"""


def changed(page: Page, change: str) -> None:
    """Changes the record that is kept; `change` is a statement about `record`.

    A mark beside it stays until another record takes its place.
    """
    work = f"""(async () => {{
        {ADLER}
        const [key] = await done(shelf.getAllKeys());
        const record = await done(shelf.get(key));
        {change};
        await done(shelf.put(record, key));
        await done(shelf.put(true, key + "changed"));
    }})()"""
    page.evaluate(on_shelf(work))


def token(calculator: Calculator) -> str:
    """What this Python drew when it started from the beginning."""
    calculator.ask("token")
    expect(calculator.outcome).to_contain_text("token: ")
    return calculator.outcome.inner_text().split("token: ")[1]


def until_kept(calculator: Calculator, *names: str) -> None:
    """Waits until the browser keeps these snapshots and no others; without a name, the only one."""
    for _ in range(100):
        found = kept(calculator.page)
        if found == list(names or ["/runtime/"]):
            return
        calculator.page.wait_for_timeout(100)
    raise AssertionError(f"it keeps {found}")


def again(calculator: Calculator) -> Calculator:
    """The next visit."""
    calculator.page.reload()
    return calculator.ready()


Visit = tuple[Calculator, str]
"""A first visit whose snapshot is kept, and its token."""


def visit(calculator: Calculator) -> Visit:
    first = token(calculator.ready())
    until_kept(calculator)
    return calculator, first


@pytest.fixture(scope="module")
def visited(
    browser: Browser, small_runtime: Path, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """One first visit for all who come again and leave what was kept as it is."""
    server = serve(switched_on(put_together(small_runtime, tmp_path_factory.mktemp("visited"))))
    page = browser.new_page()
    page.add_init_script(OWN_WORKER)
    yield visit(Calculator(page, server))
    page.close()


def test_the_second_visit_starts_from_where_the_first_had_started(visited: Visit) -> None:
    calculator, first = visited

    assert first == token(again(calculator))


def test_a_snapshot_serves_again_and_again(visited: Visit) -> None:
    calculator, first = visited

    assert [first, first] == [token(again(calculator)) for _ in range(2)]


HOLDING = python_with("""{
    taken: (self.memory = options._loadSnapshot),
    makeMemorySnapshot: () => (self.memory = python.makeMemorySnapshot()),
}""")
"""The worker's scope shows the memory that was made, or taken."""
HELD = "fetch('').then((library) => [self.memory.length, library.arrayBuffer().byteLength])"
"""How many bytes are held of that memory, and of the library as Pyodide was handed it."""


def test_what_python_has_copied_is_held_no_longer(open_page: Open, site: Path) -> None:
    run_first(site, HOLDING)
    calculator, _ = visit(open_page())
    made = calculator.page.workers[0].evaluate(HELD)
    taken = again(calculator).page.workers[0].evaluate(HELD)

    assert [0, 0] == made == taken


def test_a_module_that_was_not_yet_imported_can_be_after_it(visited: Visit) -> None:
    calculator, _ = visited
    again(calculator).ask("late")

    expect(calculator.outcome).to_contain_text("late: imported")


def test_no_answer_of_a_person_is_kept_even_if_it_was_given_before_python_was_ready(
    open_page: Open,
) -> None:
    calculator = open_page(stalls={"py.bin": 0})
    calculator.ask("a-secret-word")
    calculator.server.released.set()
    expect(calculator.outcome).to_contain_text("a-secret-word")
    until_kept(calculator)

    text = calculator.page.evaluate(on_shelf(TEXT))
    words = ("a-secret-word", "a word that must not reach the log")
    assert ["a word that must not reach the log"] == [word for word in words if word in text]


@pytest.mark.sweep
def test_nothing_is_kept_where_snapshots_are_switched_off(open_page: Open, site: Path) -> None:
    write_page(site)
    calculator = open_page().ready()
    first = token(calculator)
    calculator.page.wait_for_timeout(2_000)

    assert [] == calculator.page.evaluate("indexedDB.databases()")
    assert first != token(again(calculator))


DOUBTS = {
    "a byte of it is not what it was": "record.kept[record.kept.length >> 1] ^= 1",
    "its end is missing": "record.kept = record.kept.slice(0, -1024)",
    "it is no memory of Python": """
        record.kept = new Uint8Array(record.kept.length);
        record.sum = adler(record.kept)""",
    "it holds no memory": "delete record.kept",
    "it holds neither memory nor answers": "delete record.kept; delete record.answers",
    "the known cases were answered otherwise": "record.answers += ' '",
    "an earlier start with it did not end": "await done(shelf.put(true, key + 'tried'))",
}


FIRST_DOUBT, *OTHER_DOUBTS = DOUBTS


@pytest.mark.parametrize("doubt", [FIRST_DOUBT, *map(swept, OTHER_DOUBTS)])
def test_on_any_doubt_python_starts_from_the_beginning_and_a_new_one_is_kept(
    open_page: Open, doubt: str
) -> None:
    calculator, before = visit(open_page())
    changed(calculator.page, DOUBTS[doubt])
    anew = token(again(calculator))
    until_kept(calculator)
    after = token(again(calculator))

    assert before != anew == after


@pytest.mark.sweep
def test_a_memory_in_which_python_stopped_is_not_used_again(open_page: Open) -> None:
    calculator, first = visit(open_page())
    again(calculator).ask("raise")
    calculator.fails("Python stopped (ValueError)")

    assert first != token(again(calculator))


LATE = loading("""async (options) => {
    if (!options._loadSnapshot) return load(options);
    const inTime = self.setTimeout; // of what is waited for from now on, the patience is short
    self.setTimeout = (work, after, ...told) => inTime(work, after / 10, ...told);
    await new Promise((late) => inTime(late, 1_000));
    const told = () => inTime(() => new BroadcastChannel("memory").postMessage("late"));
    return load(options).finally(told);
}""")
"""A memory is taken after the worker has given it up."""

HEARD = """() => {
    new BroadcastChannel("memory").onmessage = () => (self.heard = true);
}"""


@pytest.mark.sweep
def test_a_memory_that_is_taken_too_late_does_not_unsettle_the_python_that_answers(
    open_page: Open, site: Path
) -> None:
    run_first(site, LATE)
    calculator, first = visit(open_page())
    calculator.page.add_init_script(f"({HEARD})()")
    second = token(again(calculator))
    calculator.page.wait_for_function("self.heard")

    assert first != second
    assert second == token(calculator)
    expect(calculator.section).to_have_attribute("data-state", "ready")


@pytest.mark.sweep
def test_what_other_versions_of_this_site_have_kept_is_removed(open_page: Open, site: Path) -> None:
    (site / "versions").mkdir()
    (site / "runtime").rename(site / "versions" / "new")
    write_page(site, runtime="versions/new/", keeps="snapshot")
    calculator = open_page().ready()
    until_kept(calculator, "/versions/new/")
    work = """(async () => {
        await done(shelf.clear());
        await done(shelf.put({}, "/versions/old/"));
        await done(shelf.put({}, "/another-site/versions/old/"));
    })()"""
    calculator.page.evaluate(on_shelf(work))
    again(calculator)

    until_kept(calculator, "/another-site/versions/old/", "/versions/new/")


FAILS = "() => { throw new Error(); }"
CANNOT = {
    "the browser refuses to keep anything": "IDBFactory.prototype.open = () => nowhere();",
    "the browser never says whether it kept something": """
        IDBFactory.prototype.open = () => ({});""",
    "the browser cannot store it": "IDBObjectStore.prototype.put = () => nowhere();",
    "Python cannot make one": python_with("{ makeMemorySnapshot: () => nowhere() }"),
}


@pytest.mark.sweep
@pytest.mark.parametrize("trouble", CANNOT)
def test_python_starts_all_the_same_when(open_page: Open, site: Path, trouble: str) -> None:
    run_first(site, HURRIED + CANNOT[trouble])
    calculator = open_page().ready()
    first = token(calculator)

    assert first != token(again(calculator))


KNOWN = """const calculators = python.pyimport("calc.browser");
python.pyimport = () => ({{ known_answers: () => {wrong} }})"""


def test_a_python_that_answers_a_known_case_wrongly_answers_nobody(
    open_page: Open, site: Path
) -> None:
    wrong = "() => python.runPython('raise ValueError(2)')"
    run_first(site, python_with(f"{{ pyimport: () => ({{ known_answers: {wrong} }}) }}"))

    open_page().fails("ValueError: 2")


def test_the_kept_record_is_one_snapshot_and_its_answers(visited: Visit) -> None:
    calculator, _ = visited
    parts = on_shelf("Object.keys(await done(shelf.get('/runtime/')))")

    assert ["kept", "sum", "answers"] == calculator.page.evaluate(parts)
