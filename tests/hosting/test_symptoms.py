"""Every symptom of the page "When it does not work" is caused here, and shows the words of its
heading: whoever looks for what the screen says must find it there."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from overrides.markdown.register import DOCS
from overrides.release.policy import policy
from overrides.safety.withdrawn import served
from tests.hosting.conftest import PLAN_PAGE, answered
from tests.hosting.host import element
from tests.hosting.scene import Scene
from tests.hosting.visits import build_of
from tests.safety.withdrawals import withdrawal
from tests.server import Serve
from tests.typist import unfolded
from tests.waiting import STARTED
from tests.worker import door_with, python_with

PAGE = (DOCS / "hosting" / "troubleshooting.md").read_text(encoding="utf-8")
NEWER = 'self.served = "0123456789ab";'
"""What `release.js` says of a site that serves another build."""
HEADINGS = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)


@pytest.fixture
def scene(
    page: Page,
    new_context: Callable[..., BrowserContext],
    site: Path,
    serve: Serve,
    tmp_path: Path,
) -> Scene:
    """All tests share the unpacked release; a spoiled one is made of links to it."""
    return Scene(page, new_context, site, serve, tmp_path)


def not_started(scene: Scene) -> Locator:
    return scene.status(missing={"calculators.js"})


def no_javascript(scene: Scene) -> Locator:
    page = scene.new_context(java_script_enabled=False).new_page()
    page.goto(f"{scene.serve(scene.whole).url}/{PLAN_PAGE}")
    return page.locator("noscript p")


def missing(scene: Scene) -> Locator:
    return scene.cause(missing={"core.bin"})


def not_fetched(scene: Scene) -> Locator:
    return scene.cause(**scene.under("connect-src 'self'", "connect-src 'none'"))


def not_loaded(scene: Scene) -> Locator:
    folder = scene.spoiled("assets/runtime/*/packed/whole.bin-00.js", None)
    scene.page.goto((folder / PLAN_PAGE).as_uri())
    return scene.page.locator(".calculator-cause").first


def of_the_wrong_type(scene: Scene) -> Locator:
    return scene.cause(types={"boot.js": "text/plain"})


def damaged(scene: Scene) -> Locator:
    return scene.cause(breaks_off={"core.bin": 100_000})


def wrongly_labelled(scene: Scene) -> Locator:
    """The files hold gzip as they lie there; a server or a proxy takes that for its own."""
    return scene.cause(says_packed={"py.bin"})


def not_understood(scene: Scene) -> Locator:
    """As if the browser were too old for what a script says."""
    return scene.booted("self.importScripts = () => { throw new SyntaxError(); };")


def no_webassembly_by_policy(scene: Scene) -> Locator:
    return scene.cause(**scene.under(" 'wasm-unsafe-eval'", ""))


def no_worker_by_policy(scene: Scene) -> Locator:
    return scene.cause(**scene.under("worker-src 'self' blob:", "worker-src 'none'"))


def no_webassembly(scene: Scene) -> Locator:
    return scene.booted("delete self.WebAssembly;")


def an_old_browser(scene: Scene) -> Locator:
    return scene.booted("delete self.DecompressionStream;")


def a_silence(scene: Scene) -> Locator:
    scene.page.clock.install()
    status = scene.status(stalls={"core.bin": 0})
    scene.page.wait_for_timeout(500)  # what does arrive has arrived
    scene.page.clock.fast_forward(10_000)
    return status


def a_crash(scene: Scene) -> Locator:
    return scene.booted("setTimeout(() => nowhere(), 300);")


def a_fault_of_python(scene: Scene) -> Locator:
    return asked(scene, door_with("() => nowhere()"))


def a_wrong_answer(scene: Scene) -> Locator:
    lying = """python.runPython(`
from calc.present import self_test
self_test.found = lambda column: ["90 mg/kg every 1 h"] * 3 * len(column.edges)
`)"""
    return scene.booted(python_with(f"{{ pyimport: (name) => {lying} ?? python.pyimport(name) }}"))


def no_answer(scene: Scene) -> Locator:
    scene.page.clock.install()
    cause = asked(scene, door_with("() => { for (;;); }"))
    scene.page.clock.fast_forward(10_000)
    return cause


def asked(scene: Scene, first: str) -> Locator:
    """A question for a worker that is like that."""
    cause = scene.booted(first)
    scene.ready()
    scene.calculate()
    return cause


def out_of_reach(scene: Scene) -> Locator:
    scene.opened()
    expect(scene.page.locator("[data-kept]")).to_be_visible()
    scene.page.context.set_offline(True)
    scene.page.reload()
    return scene.page.locator(".md-banner [data-warning=kept]")


def withdrawn(scene: Scene) -> Locator:
    notice = withdrawal(build_of(scene.whole))
    scene.opened(site=scene.spoiled("release.js", lambda _: served("0123456789ab", [notice])))
    return scene.page.locator(".md-banner [data-warning=withdrawn]")


def replaced(scene: Scene) -> Locator:
    scene.opened(site=scene.spoiled("release.js", lambda _: NEWER))
    return scene.page.locator(".md-banner [data-warning=replaced]")


def overdue(scene: Scene) -> Locator:
    scene.page.clock.set_fixed_time("2099-01-01")
    scene.opened()
    return scene.page.locator(".md-banner [data-warning=overdue]")


def no_such_page(scene: Scene) -> Locator:
    scene.opened("404.html")  # that servers show it for what is missing, test_servers.py tests
    return scene.page.locator("h1")


def search_of_another_build(scene: Scene) -> Locator:
    hashes = " ".join(re.findall(r"'sha256-[^']*'", policy(scene.whole).split(";")[1]))
    return searched(scene, **scene.under(hashes, "'sha256-AAAA'"))


def searched(scene: Scene, **faults: Any) -> Locator:
    """What the search says seconds after a word was typed: at first it says the same anyway."""
    scene.opened(**faults)
    scene.ready()
    scene.page.locator(".md-search__input").click()
    scene.page.keyboard.type("hypocalcaemia")
    scene.page.wait_for_timeout(5_000)
    return scene.page.locator(".md-search-result__meta")


def not_taken(scene: Scene) -> Locator:
    scene.embedded(element('answer-sex="Male"'))
    return scene.page.frame_locator("iframe").locator(".frame-note")


def no_copying(scene: Scene) -> Locator:
    scene.page.add_init_script(
        "delete Navigator.prototype.clipboard; document.execCommand = () => false;"
    )
    scene.opened()
    answered(scene.page)
    scene.page.get_by_role("button", name="Copy with working").click()
    return scene.page.locator("[data-copy=text]")


def no_printing(scene: Scene) -> Locator:
    scene.embedded(element("sandboxed"))
    answered(scene.page.frames[1])
    button = scene.page.frame_locator("iframe").locator("[data-print]")
    button.click()
    return button


SAYS: dict[str, Callable[[Scene], Locator]] = {
    '"The calculator has not started. If this stays, work by hand."': not_started,
    '"The calculator needs JavaScript, which is switched off here."': no_javascript,
    '"the file … is missing (status …)"': missing,
    '"the file … could not be fetched"': not_fetched,
    '"the file … could not be loaded"': not_loaded,
    '"the server sends the script … as …"': of_the_wrong_type,
    '"the file … is damaged or did not arrive whole"': damaged,
    '"the script … could not be run"': not_understood,
    '"a Content Security Policy forbids WebAssembly"': no_webassembly_by_policy,
    '"the browser refused to start Python"': no_worker_by_policy,
    '"this browser has no WebAssembly, or it is switched off"': no_webassembly,
    '"this browser is too old"': an_old_browser,
    '"nothing has arrived for 10 seconds"': a_silence,
    '"Python\'s worker crashed"': a_crash,
    '"Python stopped"': a_fault_of_python,
    '"calc.present.self_test.WrongAnswer: … gives …"': a_wrong_answer,
    '"no answer came within 10 seconds"': no_answer,
    '"The site cannot be reached."': out_of_reach,
    '"Stop. Do not use this copy"': withdrawn,
    '"There is a newer version of this site."': replaced,
    '"This page is out of date."': overdue,
    '"There is no page at this address"': no_such_page,
    '"Initializing search" stays, and the search finds nothing': search_of_another_build,
    '"Not taken: …"': not_taken,
    '"Copying is not allowed here."': no_copying,
    '"Printing is not allowed here."': no_printing,
}
"""What causes each symptom that has words, and where they then stand."""


def sandboxed(scene: Scene) -> list[str]:
    said: list[str] = []
    scene.page.on("console", lambda message: said.append(message.text))
    scene.embedded(element("sandboxed"))
    answered(scene.page.frames[1])
    frame = scene.page.frame_locator("iframe")
    with scene.page.expect_event("console"):
        frame.get_by_role("link", name="Not yet clinically reviewed").click()
    return re.findall(r"'(allow-\w+)'", " ".join(said))


def without_an_origin(scene: Scene) -> str:
    site = scene.serve(scene.whole).url
    host = scene.scratch / "host.html"
    host.write_text(f'<script src="{site}/embed.js"></script>{element()}', encoding="utf-8")
    scene.page.goto(host.as_uri())
    calculator = scene.page.frame_locator("iframe").locator(".calculator").first
    expect(calculator).to_have_attribute("data-state", "ready")
    height: str = scene.page.locator("iframe").evaluate("frame => frame.style.height")
    return height


def forbidden_frame(scene: Scene) -> str:
    scene.embedded(element(), headers={"X-Frame-Options": "DENY"})
    scene.page.wait_for_function("frames.length === 1")
    scene.page.frames[1].wait_for_load_state()
    return scene.page.frames[1].url


def not_listed(scene: Scene) -> list[str]:
    scene.embedded(element())
    answered(scene.page.frames[1])
    return scene.page.frame_locator("iframe").locator(".outcome-buttons button").all_inner_texts()


def not_kept(scene: Scene) -> tuple[str, bool]:
    """Plain http, the usual cause, is in test_offline.py, with a browser of its own."""
    served = scene.opened("index.html", missing={"sw.js"})
    for _ in range(STARTED // 50):
        if "/sw.js" in served.asked:
            break
        scene.page.wait_for_timeout(50)
    else:
        raise AssertionError("sw.js was never asked for")
    register = "navigator.serviceWorker.register('sw.js').then(() => 'kept', ({name}) => name)"
    error: str = scene.page.evaluate(register)  # comes after the page's own attempt
    return error, scene.page.locator("[data-kept]").is_visible()


SHOWS: dict[str, tuple[object, Callable[[Scene], object]]] = {
    "Links in the frame open nothing": (["allow-popups"], sandboxed),
    "The frame stays at one height and has a scroll bar of its own": ("50rem", without_an_origin),
    "The frame is empty": ("chrome-error://chromewebdata/", forbidden_frame),
    "The button to hand a result over is missing": (
        ["Print", "Copy", "Copy with working"],
        not_listed,
    ),
    "The foot does not say that the site is kept on this device": (
        ("TypeError", False),
        not_kept,
    ),
}
"""What is seen of each symptom that has no words, and what causes it."""

NOT_HERE = {'IIS answers "HTTP Error 404.3"': "IIS does not run where these tests do"}
"""What cannot be caused, and why."""


def words(heading: str) -> re.Pattern[str]:
    """What a heading quotes; an ellipsis stands for anything."""
    quoted = heading.split('"')[1]
    return re.compile(".+".join(map(re.escape, quoted.split("…"))))


def told(cause: Locator) -> str:
    """What is folded for whoever runs the site, once it says why there is no answer."""
    expect(cause).not_to_be_empty()
    return cause.text_content() or ""


def part(heading: str) -> str:
    """What the page says below a heading."""
    (said,) = (said for said in PAGE.split("\n## ") if said.startswith(heading))
    return said


def test_every_symptom_is_caused_here_or_it_is_said_why_not() -> None:
    assert HEADINGS == [*SAYS, *SHOWS, *NOT_HERE]


@pytest.mark.parametrize("heading", SAYS)
def test_a_symptom_has_the_words_of_its_heading(scene: Scene, heading: str) -> None:
    place = SAYS[heading](scene)

    expect(place).to_contain_text(words(heading))
    expect(unfolded(place)).to_be_visible()


def test_under_the_policy_of_its_build_the_search_has_long_begun(scene: Scene) -> None:
    headers = {"Content-Security-Policy": policy(scene.whole)}
    said = searched(scene, headers=headers).inner_text()

    assert "Initializing search" not in said
    assert re.search(r"\d+ matching", said)


def test_a_wrong_label_is_named_and_so_is_the_header_to_look_for(scene: Scene) -> None:
    (said,) = re.findall(
        "damaged or did not arrive whole .it was sent with (Content-Encoding): gzip.",
        told(wrongly_labelled(scene)),
    )

    assert said in part('"the file … is damaged or did not arrive whole"')


def test_the_check_of_what_arrives_shows_a_wrong_label(scene: Scene) -> None:
    """The bytes alone are right, and with them their hash: only unpacked does the fault show."""
    server = scene.serve(scene.whole, says_packed={"py.bin"})
    (file,) = scene.whole.glob("assets/runtime/*/py.bin")
    with urlopen(f"{server.url}/{file.relative_to(scene.whole).as_posix()}") as answer:
        arrived, packed = answer.read(), answer.headers["Content-Encoding"]

    assert (file.read_bytes(), "gzip") == (arrived, packed)
    assert gzip.decompress(arrived) != file.read_bytes()
    check = part('"the file … is damaged or did not arrive whole"')
    assert "curl -s --compressed https://zoster.example/PATH | sha256sum" in check
    assert "curl -sI -H 'Accept-Encoding: gzip' https://zoster.example/PATH" in check


@pytest.mark.parametrize("heading", SHOWS)
def test_a_symptom_without_words_is_seen(scene: Scene, heading: str) -> None:
    expected, cause = SHOWS[heading]

    assert expected == cause(scene)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_symptom_has_its_cause_and_its_cure(heading: str) -> None:
    assert ["Cause", "Cure"] == re.findall(r"^\*\*(\w+)\.\*\*$", part(heading), re.MULTILINE)


def test_what_failed_within_python_says_too_that_there_is_a_newer_version(scene: Scene) -> None:
    """Here an empty form makes it fail; the known cases are computed as ever."""
    failing = """python.runPython(`
from calc import browser, catalogue
run, reply = catalogue._run, browser._reply
def _reply(asked):
    catalogue._run = run if any(asked["answers"].values()) else None
    return reply(asked)
browser._reply = _reply
`)"""
    newer = {"body": NEWER, "content_type": "text/javascript"}
    scene.page.route("**/release.js*", lambda route: route.fulfill(**newer))
    asked(scene, python_with(f"{{ pyimport: (name) => {failing} ?? python.pyimport(name) }}"))

    failure = scene.page.locator(".calculator-result .failure")
    expect(failure.locator("[data-warning=replaced]")).to_be_visible()
