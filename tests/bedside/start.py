"""What the start of Python in a browser is made of, and its first answer, on a first visit."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from calc.catalogue import CATALOGUE
from tests.cases import cases
from tests.server import serving
from tests.typist import fill_in
from tests.worker import loading, unsummed

CALCULATOR = "creatinine-clearance"
STARTS = 7
TIMED = loading("""async (options) => {
    const tell = new BroadcastChannel("stages");
    const timed = (stage, work) => {
        const began = performance.now();
        const made = work();
        tell.postMessage([stage, performance.now() - began]);
        return made;
    };
    const began = performance.now();
    const python = await load(options);
    tell.postMessage(["load", performance.now() - began]);
    const pyimport = (name) => {
        const door = timed("import", () => python.pyimport(name));
        const known_answers = () => timed("edges", () => door.known_answers());
        return { known_answers, answer: (text) => timed("answer", () => door.answer(text)) };
    };
    return new Proxy(python, {
        get: (_, name) => ("pyimport" === name ? pyimport : python[name]),
    });
}""")
"""The worker tells how long each stage took."""
LISTENS = """self.stages = [];
new BroadcastChannel("stages").onmessage = ({ data }) => self.stages.push(data);"""

type Stages = dict[str, float]


def stages(browser: Browser, site: Path) -> Iterator[tuple[str, int]]:
    """The median of some first visits, in ms: to load, import, try the edges, answer, answer on."""
    page = f"{CALCULATOR}.html"
    altered = {"boot.js": lambda whole: f"{{ {TIMED} }}\n".encode() + whole, page: unsummed}
    with serving(site, altered=altered) as server:
        address = f"{server.url}/calculators/{page}"
        starts = [_of_a_start(browser, address) for _ in range(STARTS)]
    for stage in starts[0]:
        yield f"ms_{stage}", round(median(each[stage] for each in starts))


def _of_a_start(browser: Browser, address: str) -> Stages:
    """By a browser that keeps nothing yet; answered once, then again with another weight."""
    answers = next(case.answers for case in cases("answer") if case.calculator == CALCULATOR)
    with closing(browser.new_context(service_workers="block")) as context:
        page = context.new_page()
        page.add_init_script(LISTENS)
        page.goto(address)
        page.locator(".calculator[data-state=ready]").first.wait_for(timeout=60_000)
        answered: list[float] = []
        for weight in ("70", "71"):
            fill_in(page, CATALOGUE[CALCULATOR], {**answers, "weight": weight})
            page.wait_for_function(
                "so_many => self.stages.filter(([stage]) => stage === 'answer').length > so_many",
                arg=len(answered),
            )
            page.wait_for_timeout(500)
            told: list[tuple[str, float]] = page.evaluate("self.stages")
            answered = [ms for stage, ms in told if stage == "answer"]
    found = {stage: ms for stage, ms in told if stage != "answer"}
    return {**found, "first_answer": answered[0], "next_answer": answered[-1]}
