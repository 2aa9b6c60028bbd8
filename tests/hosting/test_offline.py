"""After one visit the site opens without a network, says so, and is never older than it says."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Playwright, expect

from overrides.release.policy import policy
from overrides.scripts.bundle import bundle
from overrides.site.offline import write_worker
from setup.browsers import CHROMIUM
from tests.conftest import Serve, Server
from tests.hosting.conftest import PLAN_PAGE, Framed, answered, expected
from tests.waiting import STARTED


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A site that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


class Visit:
    """A person's device, which has been on the site once."""

    def __init__(self, page: Page, server: Server, name: str = PLAN_PAGE) -> None:
        self.page = page
        self.server = server
        self.go(name)

    def go(self, name: str) -> None:
        self.page.goto(f"{self.server.url}/{name}")

    def kept(self) -> "Visit":
        """Waits until the page says that it is kept."""
        expect(self.page.locator("[data-kept]")).to_be_visible()
        return self

    def keeps(self, build: str) -> None:
        """Waits until the one copy that is kept is of this build."""
        for _ in range(STARTED // 100):
            names = self.page.evaluate("caches.keys()")
            if [name.rpartition(" ")[2] for name in names] == [build]:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"It keeps {names}, not {build}")

    def without_network(self) -> "Visit":
        self.server.gone = True
        return self

    def warning(self, name: str) -> str:
        return f".md-banner [data-warning={name}]"


Visited = Callable[..., Visit]


@pytest.fixture
def visit(page: Page, copy: Path, serve: Serve) -> Visited:
    """`visit()` opens a page of the site for the first time; no Python outlives a page."""
    page.add_init_script("delete self.SharedWorker")
    return lambda name=PLAN_PAGE, **server: Visit(page, serve(copy, **server), name)


def build_of(site: Path) -> str:
    return (site / "release.txt").read_text(encoding="utf-8").split()[1]


GIVEN_UP = """async () => {
    const names = await caches.keys();
    return !names.some((name) => name.endsWith("0123456789ab"));
}"""
"""No copy of the newer build is there, nor one that is being filled."""


def replace_by_newer(site: Path, but: tuple[str, ...] = ()) -> None:
    """Put a newer build in the place of the site, all of it or all but some files."""
    old, new = build_of(site), "0123456789ab"
    left = {name: (site / name).read_bytes() for name in but}
    for file in site.rglob("*"):
        if file.suffix in (".html", ".txt") or file.name == "release.js":
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    bundle("workers/sw", site / "sw.js")
    write_worker(site, new)
    for name, content in left.items():
        (site / name).write_bytes(content)


def test_the_second_visit_needs_no_network(visit: Visited) -> None:
    here = visit().kept().without_network()
    here.page.reload()

    assert expected() == answered(here.page)


def test_so_does_it_where_the_server_compresses_and_other_files_are_kept(visit: Visited) -> None:
    here = visit(compresses=True).kept().without_network()
    here.page.reload()
    kept = here.page.evaluate(
        """async () => {
            const requests = await (await caches.open((await caches.keys())[0])).keys();
            const names = requests.map(({ url }) => url.split("/").slice(-2).join("/"));
            return names.filter((name) => name.endsWith(".bin"));
        }"""
    )

    assert expected() == answered(here.page)
    assert ["asm.bin", "plain/core.bin", "plain/py.bin"] == sorted(
        name if name.startswith("plain/") else name.split("/")[1] for name in kept
    )


def test_every_page_opens_without_a_network(visit: Visited, copy: Path) -> None:
    here = visit("index.html").kept().without_network()
    pages = [
        page.relative_to(copy).as_posix()
        for page in copy.rglob("*.html")
        if page.name != "404.html" and not {"project", "one-file"} & set(page.parts)
    ]
    for name in pages:
        here.go(name)
        expect(here.page.locator(here.warning("kept"))).to_be_visible()


def test_the_search_works_without_a_network(visit: Visited) -> None:
    here = visit("index.html").kept().without_network()
    here.page.reload()
    here.page.locator(".md-search__input").click()
    here.page.keyboard.type("hypocalcaemia")

    expect(here.page.locator(".md-search-result__link").first).to_be_attached()


def test_a_page_from_the_copy_says_so_with_its_version(visit: Visited, copy: Path) -> None:
    here = visit().kept().without_network()
    here.page.reload()
    warning = here.page.locator(here.warning("kept"))

    expect(warning).to_contain_text("The site cannot be reached.")
    expect(warning).to_contain_text(build_of(copy))


def test_a_result_from_the_copy_says_so_beside_itself_and_when_copied(visit: Visited) -> None:
    here = visit().kept().without_network()
    here.page.reload()
    answered(here.page)
    here.page.evaluate("document.execCommand = () => (self.copied = document.activeElement.value)")
    here.page.evaluate("delete Navigator.prototype.clipboard")
    here.page.locator("[data-copy]").click()

    beside = here.page.locator(".calculator-result [data-warning=kept]")
    expect(beside).to_contain_text("The site cannot be reached.")
    assert here.page.evaluate("copied").startswith("The site cannot be reached.")


def test_with_a_network_the_page_comes_from_the_site(visit: Visited) -> None:
    here = visit().kept()
    here.page.reload()

    expect(here.kept().page.locator(here.warning("kept"))).to_be_hidden()


def test_an_address_without_its_last_slash_still_leads_to_the_page(visit: Visited) -> None:
    here = visit().kept()
    here.go("embed/foscarnet-plan")

    assert f"{here.server.url}/embed/foscarnet-plan/" == here.page.url
    assert expected() == answered(here.page)


@pytest.mark.parametrize(
    "address", ["calculators/foscarnet-plan", "calculators/foscarnet-plan?at=night#one", ""]
)
def test_a_page_is_found_without_a_network_where_addresses_end_without_html(
    visit: Visited, address: str
) -> None:
    here = visit(strips=True)
    assert f"{here.server.url}/calculators/foscarnet-plan" == here.page.url
    here.kept().without_network().go(address)

    expect(here.page.locator(here.warning("kept"))).to_be_visible()


def test_there_it_also_answers(visit: Visited) -> None:
    here = visit(strips=True).kept().without_network()
    here.page.reload()

    assert expected() == answered(here.page)


def test_without_a_network_too_an_address_without_its_last_slash_leads_to_the_page(
    visit: Visited,
) -> None:
    here = visit().kept().without_network()
    here.go("embed/foscarnet-plan")

    assert f"{here.server.url}/embed/foscarnet-plan/" == here.page.url
    assert expected() == answered(here.page)


def test_a_page_that_never_was_is_not_made_up(visit: Visited) -> None:
    here = visit().kept().without_network()

    with pytest.raises(Error, match="ERR_FAILED"):
        here.go("calculators/nowhere")


def test_a_server_that_fails_counts_as_out_of_reach(visit: Visited) -> None:
    here = visit().kept()
    here.server.broken = ("foscarnet-plan.html",)
    here.page.reload()

    expect(here.page.locator(here.warning("kept"))).to_be_visible()


def test_a_server_that_does_not_answer_counts_as_out_of_reach_after_four_seconds(
    visit: Visited,
) -> None:
    here = visit().kept()
    here.server.stalls = {"foscarnet-plan.html": -1}
    here.page.reload()

    expect(here.page.locator(here.warning("kept"))).to_be_visible()


@pytest.mark.parametrize("file", ["core.bin", "py.bin", "asm.bin"])
@pytest.mark.parametrize("fault", ["broken", "stalls"])
def test_then_python_comes_from_the_copy_too(visit: Visited, file: str, fault: str) -> None:
    here = visit(headers={"Cache-Control": "no-store"}).kept()
    here.server.broken = (file,) if fault == "broken" else ()
    here.server.stalls = {file: -1} if fault == "stalls" else {}
    here.page.reload()

    assert expected() == answered(here.page)


@pytest.mark.parametrize("strict", [False, True], ids=["as-installed", "with-the-policy"])
def test_a_browser_that_is_opened_again_without_a_network_still_answers(
    playwright: Playwright, copy: Path, serve: Serve, tmp_path: Path, strict: bool
) -> None:
    """As readers have it: with the shared worker and the snapshot, which other tests do without.

    The service worker is slow to start, as on a busy machine: the browser then asks for the page
    itself meanwhile, and what it had kept of its own accord is not to count as the network's.
    """
    with (copy / "sw.js").open("a", encoding="utf-8") as worker:
        worker.write("for (const start = Date.now(); Date.now() - start < 1_500; );")
    ours = {"Content-Security-Policy": policy(copy), "Cache-Control": "no-cache"}
    server = serve(copy, headers=ours if strict else {})
    opened = partial(
        playwright.chromium.launch_persistent_context,
        tmp_path / "profile",
        executable_path=CHROMIUM.path(),
        args=["--no-sandbox"],
    )
    with opened() as browser:
        Visit(browser.pages[0], server).kept()
        browser.pages[0].wait_for_timeout(1_000)  # for the browser to write down what it keeps
    server.gone = True
    with opened() as browser:
        here = Visit(browser.pages[0], server)

        assert expected() == answered(here.page)
        assert here.page.locator(here.warning("kept")).is_visible()


def test_a_frame_in_a_sandbox_says_that_there_is_a_newer_version(
    page: Page, copy: Path, serve: Serve, framed: Framed
) -> None:
    framed(page, f"{serve(copy).url}/embed/foscarnet-plan/", sandbox="allow-scripts")
    frame = page.frames[1]
    expect(frame.locator(".calculator")).to_be_visible()
    replace_by_newer(copy)
    frame.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(frame.locator(".md-banner [data-warning=replaced]")).to_be_visible()


def test_a_copy_that_is_not_yet_complete_does_not_count_as_kept(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy, but=("pitfalls.html",))
    scope = here.page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    here.page.evaluate(f"caches.open('{scope} 0123456789ab')")
    here.page.reload()
    here.page.wait_for_timeout(2_000)

    expect(here.page.locator("[data-kept]")).to_be_hidden()


def test_a_newer_version_is_shown_as_soon_as_it_is_there(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy)
    here.page.reload()

    expect(here.page.locator("meta[name=build]")).to_have_attribute("content", "0123456789ab")


def test_a_page_left_open_offers_the_newer_version_and_loads_it(visit: Visited, copy: Path) -> None:
    here = visit()
    replace_by_newer(copy)
    here.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(here.page.locator(here.warning("replaced"))).to_be_visible()
    here.page.get_by_role("button", name="Load the new one").click()

    expect(here.page.locator("meta[name=build]")).to_have_attribute("content", "0123456789ab")
    expect(here.page.locator(here.warning("replaced"))).to_be_hidden()


def test_a_result_of_the_old_version_says_so_too(visit: Visited, copy: Path) -> None:
    here = visit()
    answered(here.page)
    replace_by_newer(copy)
    here.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(here.page.locator(".calculator-result [data-warning=replaced]")).to_be_visible()


def test_the_copy_is_of_the_newer_version_once_that_was_visited(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy)
    here.page.reload()
    here.keeps("0123456789ab")
    here.without_network().page.reload()

    expect(here.page.locator(here.warning("kept"))).to_contain_text("0123456789ab")
    assert expected() == answered(here.page)


def test_a_site_that_is_half_replaced_is_not_kept(visit: Visited, copy: Path) -> None:
    here = visit().kept()
    replace_by_newer(copy, but=("pitfalls.html",))
    here.page.reload()
    here.page.wait_for_timeout(4_000)
    here.page.wait_for_function(GIVEN_UP)  # on a busy machine it is still being filled

    assert 1 == len(here.page.evaluate("caches.keys()"))


def test_a_page_of_a_build_that_is_not_kept_does_not_say_that_it_is(
    visit: Visited, copy: Path
) -> None:
    here = visit().kept()
    replace_by_newer(copy, but=("pitfalls.html",))
    here.page.reload()
    here.page.wait_for_timeout(4_000)

    expect(here.page.locator("[data-kept]")).to_be_hidden()


def test_a_file_that_came_damaged_is_not_kept(visit: Visited, copy: Path) -> None:
    (core,) = copy.glob("assets/runtime/*/core.bin")
    whole = core.read_bytes()
    core.write_text("<html>Please log in</html>", encoding="utf-8")
    here = visit("index.html")
    here.page.wait_for_timeout(4_000)
    kept = here.page.evaluate("caches.keys()")
    core.write_bytes(whole)
    here.go(PLAN_PAGE)

    assert [] == kept
    assert expected() == answered(here.page)


def test_a_page_from_the_copy_keeps_to_the_policy(page: Page, copy: Path, serve: Serve) -> None:
    headers = {"Content-Security-Policy": policy(copy)}
    here = Visit(page, serve(copy, headers=headers)).kept().without_network()
    page.reload()
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "self.injected = true";
            document.body.append(script);
        }"""
    )

    expect(page.locator(here.warning("kept"))).to_be_visible()
    assert page.evaluate("self.injected ?? null") is None


def test_a_page_left_open_past_its_day_says_so_beside_the_next_result(visit: Visited) -> None:
    here = visit()
    here.page.evaluate("Date.prototype.toLocaleDateString = () => '2099-01-01'")
    answered(here.page)

    expect(here.page.locator(".calculator-result [data-warning=overdue]")).to_be_visible()


def test_nothing_that_was_typed_is_kept(visit: Visited) -> None:
    here = visit().kept()
    answered(here.page)
    held = here.page.evaluate(
        """async () => {
            const found = [];
            for (const name of await caches.keys())
                for (const {url} of await (await caches.open(name)).keys()) found.push(url);
            return found;
        }"""
    )

    assert [] == [url for url in held if "?" in url or "#" in url]


def test_on_a_plain_name_of_an_intranet_everything_else_works(
    playwright: Playwright, copy: Path, serve: Serve
) -> None:
    """Not a secure context: no service worker, no Cache API, no crypto.subtle, no brotli."""
    browser = playwright.chromium.launch(
        executable_path=str(CHROMIUM.path()),
        args=["--no-sandbox", "--host-resolver-rules=MAP intranet.test 127.0.0.1"],
    )
    page = browser.new_page()
    page.goto(serve(copy).url.replace("127.0.0.1", "intranet.test") + f"/{PLAN_PAGE}")

    assert [False, False] == page.evaluate("[isSecureContext, 'serviceWorker' in navigator]")
    assert expected() == answered(page)
    expect(page.locator("[data-kept]")).to_be_hidden()
    browser.close()
