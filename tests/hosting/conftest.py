"""The release, unpacked as its host would unpack it, and one example of each calculator to try."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from zipfile import ZipFile

import pytest
from playwright.sync_api import Frame, Page, expect

from calc.catalogue import CATALOGUE, run
from calc.present.text import render_text
from overrides.release.build import DIST, NAME
from setup.browsers import CHROMIUM
from tests.cases import cases
from tests.hosting.firefox import Firefox, type_into
from tests.hosting.host import HOST, LISTENING, Embed, Host
from tests.hosting.visits import Visit, Visited
from tests.plan import ANSWERS, PLAN
from tests.server import Serve
from tests.site.conftest import CalculatorPage
from tests.typist import can_be_typed

ZIP = DIST / f"{NAME}.zip"
PLAN_PAGE = f"calculators/{PLAN}.html"


def example(name: str) -> Mapping[str, str]:
    """The answers of a calculator's first worked example that a person can type."""
    if name == PLAN:
        return ANSWERS
    return next(
        case.answers
        for case in cases("answer")
        if case.calculator == name and can_be_typed(CATALOGUE[name], case.answers)
    )


EXAMPLES = {name: example(name) for name in CATALOGUE}


def expected(name: str = PLAN) -> str:
    """What plain Python answers to a calculator's example, as the text to copy."""
    return render_text(run(name, dict(EXAMPLES[name])))


def answered(place: Page | Frame, name: str = PLAN) -> str:
    """What a calculator's page, or a frame with it, answers to the example."""
    form = CalculatorPage(cast(Page, place), name)
    expect(place.locator(LISTENING).first).to_be_attached()
    form.clear()  # opens what is folded, too
    form.submit(EXAMPLES[name])
    expect(form.outcome).to_be_visible()
    return form.copied_text()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The whole browser, as readers have it."""
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM.path())}


@pytest.fixture(scope="session")
def unpacked() -> Iterator[Path]:
    """What the zip holds, in a folder that a server without rights can read."""
    with TemporaryDirectory(prefix="release-") as folder, ZipFile(ZIP) as release:
        Path(folder).chmod(0o755)
        release.extractall(folder)
        yield Path(folder)


@pytest.fixture(scope="session")
def site(unpacked: Path) -> Path:
    """The site of the release."""
    return unpacked / "site"


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A site that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


@pytest.fixture
def visit(page: Page, copy: Path, serve: Serve) -> Visited:
    """`visit()` opens a page of the site for the first time; no Python outlives a page."""
    page.add_init_script("delete self.SharedWorker")
    return lambda name=PLAN_PAGE, **server: Visit(page, serve(copy, **server), name)


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """One Firefox for all tests."""
    with Firefox.started() as browser:
        yield browser


Framed = Callable[..., None]


@pytest.fixture
def framed(serve: Serve, tmp_path: Path) -> Framed:
    """`framed(page, *addresses, sandbox="")` opens a page of another origin with these frames."""

    def open_(page: Page, *addresses: str, sandbox: str = "") -> None:
        limits = f' sandbox="{sandbox}"' if sandbox else ""
        frames = "".join(f'<iframe{limits} src="{address}"></iframe>' for address in addresses)
        (tmp_path / "host.html").write_text(f"<!doctype html>{frames}", encoding="utf-8")
        page.goto(f"{serve(tmp_path).url}/host.html")

    return open_


@pytest.fixture
def embed(page: Page, site: Path, serve: Serve, tmp_path: Path) -> Embed:
    """`embed(body, listed=False)` opens a host's page, which the site's keeper may have listed."""

    def opened(body: str, listed: bool = False, path: str = "index.html") -> Host:
        served = serve(site)
        host = serve(tmp_path)
        if listed:
            copy = tmp_path.parent / f"{tmp_path.name}-site"
            shutil.copytree(site, copy)
            hosts = f'self.hosts = ["{host.url}"];'
            (copy / "embed" / "hosts.js").write_text(hosts, encoding="utf-8")
            served = serve(copy)
        written = HOST.format(site=served.url, body=body)
        (tmp_path / "index.html").write_text(written, encoding="utf-8")
        page.goto(f"{host.url}/{path}")
        return Host(page, served)

    return opened


Answered = Callable[[str], str]


@pytest.fixture
def answered_in_firefox(firefox: Firefox) -> Answered:
    """What the plan at an address answers in Firefox to the example, its numbers typed."""

    def answer(url: str) -> str:
        firefox.open(url)
        firefox.ready()
        type_into(firefox, CATALOGUE[PLAN], ANSWERS)
        firefox.type("[name=weight]", "")
        firefox.press("Enter")
        return str(firefox.wait_for("document.querySelector('.copy pre')?.textContent"))

    return answer
