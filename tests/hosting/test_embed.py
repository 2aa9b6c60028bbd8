"""A calculator in a page of another origin works, fits, and is as light or dark as that page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.hosting.conftest import answered, expected
from tests.hosting.host import HOST, KINDS, LISTENING, Embed, Host, element
from tests.server import Serve

PHONE: ViewportSize = {"width": 390, "height": 844}


@KINDS
def test_the_element_answers_as_plain_python_does(embed: Embed, kind: str) -> None:
    host = embed(element(kind))

    assert expected() == answered(host.frame())


@KINDS
def test_a_frame_grows_with_an_answer_and_shrinks_with_its_going(embed: Embed, kind: str) -> None:
    host = embed(element(kind))
    host.page.set_viewport_size(PHONE)  # where the answer stands below its form
    answered(host.frame())
    host.fits()
    with_answer = host.height()
    host.frame().locator("[name=age]").first.fill("")
    expect(host.frame().locator(".calculator-result .outcome")).to_have_count(0)
    host.fits()

    assert with_answer > host.height() + 500


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_in_a_frame_is_wider_than_the_frame(embed: Embed, width: int) -> None:
    host = embed(element())
    host.page.set_viewport_size({"width": width, "height": 800})
    answered(host.frame())

    assert host.frame().evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_is_brought_into_view(embed: Embed) -> None:
    host = embed(element())
    answered(host.frame())

    expect(host.frame().locator(".answer-headline")).to_be_in_viewport()


def test_an_error_is_brought_into_view(embed: Embed) -> None:
    host = embed(element())
    host.frame().locator(".calculator-button").first.press("Enter")

    expect(host.frame().locator(".error-summary")).to_be_in_viewport()


@pytest.mark.parametrize(
    "colour", ["oklch(0.95 0 0)", "color(srgb 1 1 1)", "rgb(255 255 255 / 90%)"]
)
def test_the_frame_is_dark_however_light_text_is_written(embed: Embed, colour: str) -> None:
    embed(f"<style>body {{ background: black; color: {colour} }}</style>" + element()).scheme(
        "slate"
    )


def test_the_frame_is_dark_where_the_page_around_it_is(embed: Embed) -> None:
    host = embed(element())
    host.scheme("default")
    host.page.evaluate("document.body.className = 'night'")
    host.scheme("slate")
    host.page.evaluate("document.body.className = ''")
    host.scheme("default")


def test_the_frame_follows_a_page_that_follows_the_device(embed: Embed) -> None:
    host = embed("<style>:root { color-scheme: light dark }</style>" + element())
    host.scheme("default")
    host.page.emulate_media(color_scheme="dark")
    host.scheme("slate")


def test_a_page_may_say_which_scheme_it_means(embed: Embed) -> None:
    embed(element('scheme="dark"')).scheme("slate")


def answered_in_turn(host: Host, frames: int) -> list[str]:
    """What each frame answers. A click is lost now and then in a frame that has just moved."""
    answers = []
    for place in range(frames):
        host.page.locator("iframe").nth(place).scroll_into_view_if_needed()
        host.page.wait_for_timeout(1_500)
        answers.append(answered(host.frame(place)))
    return answers


def test_frames_of_one_origin_share_one_python(embed: Embed) -> None:
    host = embed("")
    host.site.headers = {"Cache-Control": "no-store"}
    host.page.evaluate(
        "elements => document.body.insertAdjacentHTML('beforeend', elements)", 3 * element()
    )
    answered_in_turn(host, 3)

    assert 1 == sum(path.endswith("/py.bin") for path in host.site.asked)


def test_a_frame_that_may_share_nothing_has_a_python_of_its_own(embed: Embed) -> None:
    """As in a page of another site, in a browser that forbids that much."""
    host = embed(element())
    host.page.goto(host.page.url.replace("127.0.0.1", "localhost"))
    status = host.page.frame_locator("iframe").locator(".calculator").first
    expect(status).to_have_attribute("data-state", "ready")

    assert expected() == answered(host.frame())


def test_a_sandboxed_frame_has_a_python_of_its_own_and_fetches_none(embed: Embed) -> None:
    host = embed(element("sandboxed") + element("sandboxed"))

    assert [expected()] * 2 == answered_in_turn(host, 2)
    assert 0 == sum(path.endswith("/py.bin") for path in host.site.asked)


def test_in_a_sandboxed_frame_the_answer_can_be_copied(embed: Embed) -> None:
    host = embed(element("sandboxed") + "<textarea></textarea>")
    answered(host.frame())
    host.frame().get_by_role("button", name="Copy with working").click()
    expect(host.frame().locator("[data-copy=text]")).to_have_text("Copied")
    host.page.locator("textarea").press("Control+V")

    assert host.page.locator("textarea").input_value().startswith(expected().rstrip())


def test_a_page_without_an_origin_gets_a_frame_that_works_at_a_fixed_height(
    page: Page, site: Path, serve: Serve, tmp_path: Path
) -> None:
    host = tmp_path / "host.html"
    host.write_text(HOST.format(site=serve(site).url, body=element()), encoding="utf-8")
    page.goto(host.as_uri())
    expect(page.frame_locator("iframe").locator(LISTENING).first).to_be_attached()

    assert expected() == answered(page.frames[1])


def test_a_frame_works_without_the_element_too(embed: Embed) -> None:
    host = embed("")
    host.plain_frame()

    assert expected() == answered(host.frame())
