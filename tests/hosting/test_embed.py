"""A calculator in a page of another origin, as a hospital's intranet would have it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from calc.catalogue import run
from calc.present.record import record
from tests.conftest import Serve, Server
from tests.hosting.conftest import answered, expected
from tests.site.test_journeys import ANSWERS, PLAN

HOST = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Intranet</title>
<link rel="icon" href="data:,">
<style>body.night {{ background: #111; color: #eee }}</style>
<script src="{site}/embed.js"></script>
<h1>Ward</h1>
{body}
<p>Below</p>
<script>
  self.heard = [];
  for (const name of ["result", "refused"]) {{
    addEventListener(name, ({{detail}}) => heard.push({{name, detail}}));
  }}
</script>
</html>
"""
KINDS = pytest.mark.parametrize("kind", ["", "sandboxed"], ids=["plain", "sandboxed"])


class Host:
    """A page around calculators, and what it sees of them."""

    def __init__(self, page: Page, site: Server) -> None:
        self.page = page
        self.site = site
        self.element = page.locator("dose-calculator").first
        self.note = page.frame_locator("iframe").first.locator(".frame-note")

    def frame(self, place: int = 0) -> Frame:
        """A calculator's frame, once it is there."""
        expect(self.page.locator("iframe").nth(place)).to_be_attached()
        expect(
            self.page.frame_locator("iframe").nth(place).locator(".calculator-button")
        ).to_be_attached()
        return self.page.frames[1 + place]

    def plain_frame(self, address: str = "") -> None:
        """Adds a frame without the element, and counts the messages that come."""
        self.page.evaluate(
            """src => {
                self.messages = 0;
                addEventListener("message", () => self.messages += 1);
                const frame = document.body.appendChild(document.createElement("iframe"));
                frame.src = src;
            }""",
            f"{self.site.url}/embed/{PLAN}/{address}",
        )

    def height(self) -> float:
        """How high the frame is."""
        box = self.page.locator("iframe").first.bounding_box()
        assert box
        return box["height"]

    def fits(self) -> None:
        """Waits until the frame is as high as its content, no more and no less."""
        self.frame().wait_for_function("Math.abs(innerHeight - document.body.offsetHeight) < 2")

    def heard(self) -> list[dict[str, Any]]:
        """The events of the element."""
        events: list[dict[str, Any]] = self.page.evaluate("heard")
        return events

    def scheme(self, expected: str) -> None:
        """Waits until the frame is light or dark."""
        body = self.page.frame_locator("iframe").first.locator("body")
        expect(body).to_have_attribute("data-md-color-scheme", expected)


Embed = Callable[..., Host]


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


def element(*attributes: str) -> str:
    return f'<dose-calculator name="{PLAN}" {" ".join(attributes)}></dose-calculator>'


@KINDS
def test_the_element_answers_as_plain_python_does(embed: Embed, kind: str) -> None:
    host = embed(element(kind))

    assert expected() == answered(host.frame())


@KINDS
def test_a_frame_grows_with_an_answer_and_shrinks_with_its_going(embed: Embed, kind: str) -> None:
    host = embed(element(kind))
    answered(host.frame())
    host.fits()
    with_answer = host.height()
    host.frame().locator("[name=age]").fill("69")
    host.fits()

    assert with_answer > host.height() + 1000


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
    host.frame().locator(".calculator-button").click()

    expect(host.frame().locator(".error-summary")).to_be_in_viewport(timeout=30_000)


@KINDS
def test_answers_written_on_the_element_are_filled_in(embed: Embed, kind: str) -> None:
    given = (f'answer-{name}="{value}"' for name, value in ANSWERS.items())
    host = embed(element(kind, *given))
    expect(host.note).to_be_visible()
    host.frame().locator("[name=age]").press("Enter")
    expect(host.frame().locator(".outcome")).to_be_visible(timeout=30_000)

    assert expected() == host.frame().locator(".copy pre").text_content()


def test_who_filled_the_answers_in_stands_above_them(embed: Embed) -> None:
    host = embed(element('answer-age="68"'))

    expect(host.note).to_have_text(
        re.compile(r"^Filled in by http://127\.0\.0\.1:\d+: check every answer\.$")
    )


@pytest.mark.parametrize(
    "attribute",
    ['answer-nowhere="1"', 'answer-sex="banana"', 'answer-confirm="yes"'],
    ids=["no-such-question", "no-such-answer", "the-tick-that-confirms"],
)
def test_an_answer_that_has_no_place_is_refused_in_words(embed: Embed, attribute: str) -> None:
    name = attribute.removeprefix("answer-").partition("=")[0]
    host = embed(element(attribute))

    expect(host.note).to_contain_text(f"Not taken: {name}.")
    assert [{"name": "refused", "detail": [name]}] == host.heard()


def test_answers_for_the_next_patient_leave_nothing_of_the_last(embed: Embed) -> None:
    host = embed(element('answer-age="68"', 'answer-sex="male"'))
    expect(host.note).to_be_visible()
    answered(host.frame())
    host.element.evaluate("element => element.answers = {weight: '55'}")
    frame = host.frame()
    expect(frame.locator("[name=weight]")).to_have_value("55")

    assert {"weight": "55"} == frame.evaluate(
        """() => Object.fromEntries(
            [...new FormData(document.querySelector("form"))].filter(([, value]) => value))"""
    )
    assert "" == frame.locator(".calculator-result").inner_text()


def test_a_tick_can_be_filled_in(embed: Embed) -> None:
    host = embed(element('answer-dialysis="yes"'))

    expect(host.frame().locator("[name=dialysis]")).to_be_checked()


def test_an_element_of_the_page_is_no_answer(embed: Embed) -> None:
    """The tick that confirms has an id too, by which no one may come to it."""
    host = embed(element(f'answer-{PLAN}-confirm="yes"', f'answer-{PLAN}-age="77"'))

    expect(host.note).to_contain_text(f"Not taken: {PLAN}-confirm, {PLAN}-age.")


@pytest.mark.parametrize("nothing", ["null", "undefined", "{}"])
def test_where_there_is_no_patient_any_more_nothing_is_left(embed: Embed, nothing: str) -> None:
    host = embed(element('answer-age="68"'))
    expect(host.note).to_be_visible()
    answered(host.frame())
    host.element.evaluate(f"element => {{ element.answers = {nothing} }}")
    expect(host.frame().locator("[name=age]")).to_have_value("")

    assert "" == host.frame().locator(".calculator-result").inner_text()


def test_no_patient_at_all_outdoes_what_is_written_on_the_element(embed: Embed) -> None:
    """Said before the frame is there to hear it."""
    host = embed(
        element('answer-age="68"')
        + "<script>document.querySelector('dose-calculator').answers = null</script>"
    )
    host.fits()

    expect(host.frame().locator("[name=age]")).to_have_value("")


def test_an_attribute_that_changes_begins_the_form_anew(embed: Embed) -> None:
    host = embed(element('answer-age="68"', 'answer-weight="70"'))
    expect(host.note).to_be_visible()
    host.element.evaluate("element => element.removeAttribute('answer-weight')")
    host.element.evaluate("element => element.setAttribute('answer-age', '69')")

    expect(host.frame().locator("[name=age]")).to_have_value("69")
    expect(host.frame().locator("[name=weight]")).to_have_value("")


def test_another_name_shows_another_calculator(embed: Embed) -> None:
    host = embed(element())
    host.frame()
    host.element.evaluate("element => element.setAttribute('name', 'creatinine-clearance')")

    frame = host.page.frame_locator("iframe")
    expect(frame.locator("[data-calculator=creatinine-clearance]")).to_be_visible()


def test_answers_given_before_the_script_came_are_filled_in(embed: Embed) -> None:
    host = embed("")
    host.page.evaluate(
        """([site, name]) => {
            const early = new DOMParser().parseFromString("<dose-calculator>", "text/html");
            const element = early.querySelector("dose-calculator");
            element.setAttribute("name", name);
            element.answers = { age: "68" };
            document.body.append(element);
        }""",
        [host.site.url, PLAN],
    )

    expect(host.frame().locator("[name=age]")).to_have_value("68")


def test_a_measured_clearance_that_is_filled_in_does_not_stay_hidden(embed: Embed) -> None:
    host = embed(element('answer-measured_clearance="55"'))

    expect(host.frame().locator("[name=measured_clearance]")).to_be_visible()


@KINDS
def test_a_result_is_handed_over_when_the_person_presses_the_button(
    embed: Embed, kind: str
) -> None:
    host = embed(element(kind), listed=True)
    answered(host.frame())
    before = host.heard()
    host.frame().get_by_role("button", name="Hand over to 127.0.0.1").click()
    host.page.wait_for_function("heard.length")
    (event,) = host.heard()

    assert [] == before
    assert "result" == event["name"]
    assert {"outcome", "record", "text", "warnings"} == set(event["detail"])
    assert [] == event["detail"]["warnings"]
    assert record(run(PLAN, ANSWERS)) == event["detail"]["record"]
    assert event["detail"]["text"].startswith(expected().rstrip())


def test_a_host_that_is_not_listed_is_handed_nothing(embed: Embed) -> None:
    host = embed(element())
    answered(host.frame())

    expect(host.frame().get_by_role("button", name="Hand over")).to_have_count(0)


def test_a_page_that_claims_to_be_a_listed_one_hears_nothing(embed: Embed) -> None:
    """The button is there, but the browser delivers to the listed page alone."""
    host = embed("", listed=True)
    listed = host.page.url.rpartition("/")[0]
    host.page.goto(host.page.url.replace("127.0.0.1", "localhost"))
    host.plain_frame(f"index.html#protocol=1&host={listed}")
    answered(host.frame())
    host.frame().get_by_role("button", name="Hand over").click()

    assert 0 == host.page.evaluate("messages")


@pytest.mark.parametrize(
    "claimed", ["*", "null", "http://127.0.0.1", "http://intranet.example@{host}", "{host}/"]
)
def test_a_frame_talks_to_no_one_whose_exact_origin_is_not_named(
    embed: Embed, claimed: str
) -> None:
    host = embed("")
    own = host.page.url.rpartition("/")[0].removeprefix("http://")
    named = claimed.replace("{host}", own if "@" in claimed else f"http://{own}")
    host.plain_frame(f"index.html#protocol=1&host={named}")
    answered(host.frame())

    assert 0 == host.page.evaluate("messages")


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


def test_frames_of_one_origin_share_one_python(embed: Embed) -> None:
    host = embed(element() + element() + element())
    for place in range(3):
        answered(host.frame(place))

    assert 1 == sum(path.endswith("core.bin") for path in host.site.asked)


def test_a_frame_that_may_share_nothing_has_a_python_of_its_own(embed: Embed) -> None:
    """As in a page of another site, in a browser that forbids that much."""
    host = embed(element())
    host.page.goto(host.page.url.replace("127.0.0.1", "localhost"))
    status = host.page.frame_locator("iframe").locator(".calculator")
    expect(status).to_have_attribute("data-state", "ready", timeout=30_000)

    assert expected() == answered(host.frame())


def test_a_sandboxed_frame_has_a_python_of_its_own_and_fetches_none(embed: Embed) -> None:
    host = embed(element("sandboxed") + element("sandboxed"))
    answers = [answered(host.frame(place)) for place in range(2)]

    assert [expected()] * 2 == answers
    assert 0 == sum(path.endswith("core.bin") for path in host.site.asked)


def test_no_answer_is_ever_in_an_address(embed: Embed) -> None:
    given = (f'answer-{name}="{value}"' for name, value in ANSWERS.items())
    host = embed(element(*given))
    answered(host.frame())
    addresses = [*host.site.asked, host.page.url, *(frame.url for frame in host.page.frames)]

    assert [] == [address for address in addresses if "hsv" in address or "68" in address[22:]]


def test_a_page_without_an_origin_gets_a_frame_that_works_at_a_fixed_height(
    page: Page, site: Path, serve: Serve, tmp_path: Path
) -> None:
    host = tmp_path / "host.html"
    host.write_text(HOST.format(site=serve(site).url, body=element()), encoding="utf-8")
    page.goto(host.as_uri())
    expect(page.frame_locator("iframe").locator(".calculator-button")).to_be_attached()

    assert expected() == answered(page.frames[1])


def test_a_frame_works_without_the_element_too(embed: Embed) -> None:
    host = embed("")
    host.plain_frame()

    assert expected() == answered(host.frame())
