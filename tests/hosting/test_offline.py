"""After one visit the site opens without a network, answers there, and says where it came from."""

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Playwright, expect

from overrides.release.policy import policy
from setup.browsers import CHROMIUM
from tests.hosting.conftest import PLAN_PAGE, answered, expected
from tests.hosting.visits import Visit, Visited, build_of
from tests.server import Serve


def test_the_second_visit_needs_no_network(visit: Visited) -> None:
    here = visit().kept().without_network()
    here.page.reload()

    assert expected() == answered(here.page)


def test_where_the_server_compresses_other_files_are_kept_and_answer(visit: Visited) -> None:
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
    assert ["asm.bin", "plain/core.bin", "plain/py.bin", "plain/whole.bin"] == sorted(
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
    here.page.locator("[data-copy=text]").click()

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


def test_it_answers_without_a_network_where_addresses_end_without_html(visit: Visited) -> None:
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
    here.server.statuses = {"foscarnet-plan.html": 502}
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
@pytest.mark.parametrize("fault", ["fails", "stalls"])
def test_python_comes_from_the_copy_where_one_of_its_files_does_not_come(
    visit: Visited, file: str, fault: str
) -> None:
    here = visit(headers={"Cache-Control": "no-store"}).kept()
    here.server.statuses = {file: 502} if fault == "fails" else {}
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
        Visit(browser.pages[0], server, PLAN_PAGE).kept()
        browser.pages[0].wait_for_timeout(1_000)  # for the browser to write down what it keeps
    server.gone = True
    with opened() as browser:
        here = Visit(browser.pages[0], server, PLAN_PAGE)

        assert expected() == answered(here.page)
        assert here.page.locator(here.warning("kept")).is_visible()


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
    here = Visit(page, serve(copy, headers=headers), PLAN_PAGE).kept().without_network()
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
