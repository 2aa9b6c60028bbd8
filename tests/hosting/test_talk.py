"""What a frame and the page around it say to each other: answers in, a result out, to no other."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from calc.catalogue import run
from calc.present.record import to_record
from overrides.markdown.register import DOCS
from tests.hosting.conftest import answered, expected
from tests.hosting.host import KINDS, Embed, element
from tests.plan import ANSWERS, PLAN, SECRET
from tests.server import Serve


@KINDS
def test_answers_written_on_the_element_are_filled_in(embed: Embed, kind: str) -> None:
    given = (f'answer-{name}="{value}"' for name, value in ANSWERS.items())
    host = embed(element(kind, *given))
    expect(host.note).to_be_visible()
    host.frame().locator("[name=age]").first.press("Enter")
    expect(host.frame().locator(".outcome")).to_be_visible()

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
    expect(frame.locator("[name=weight]").first).to_have_value("55")

    assert {"weight": "55"} == frame.evaluate(
        """() => Object.fromEntries(
            [...new FormData(document.querySelector("form"))].filter(([, value]) => value))"""
    )
    assert "" == frame.locator(".calculator-result").first.inner_text()


def test_a_choice_can_be_filled_in(embed: Embed) -> None:
    host = embed(element('answer-dialysis="yes"'))

    expect(host.frame().locator("[name=dialysis][value=yes]")).to_be_checked()


def test_an_element_of_the_page_is_no_answer(embed: Embed) -> None:
    """The tick that confirms has an id too, by which no one may come to it."""
    host = embed(element(f'answer-{PLAN}-age-confirm="age"', f'answer-{PLAN}-age="77"'))

    expect(host.note).to_contain_text(f"Not taken: {PLAN}-age-confirm, {PLAN}-age.")


@pytest.mark.parametrize("nothing", ["null", "undefined", "{}"])
def test_where_there_is_no_patient_any_more_nothing_is_left(embed: Embed, nothing: str) -> None:
    host = embed(element('answer-age="68"'))
    expect(host.note).to_be_visible()
    answered(host.frame())
    host.element.evaluate(f"element => {{ element.answers = {nothing} }}")
    expect(host.frame().locator("[name=age]").first).to_have_value("")

    assert "" == host.frame().locator(".calculator-result").first.inner_text()


def test_no_patient_at_all_outdoes_what_is_written_on_the_element(embed: Embed) -> None:
    """Said before the frame is there to hear it."""
    host = embed(
        element('answer-age="68"')
        + "<script>document.querySelector('dose-calculator').answers = null</script>"
    )
    host.fits()

    expect(host.frame().locator("[name=age]").first).to_have_value("")


def test_an_attribute_that_changes_begins_the_form_anew(embed: Embed) -> None:
    host = embed(element('answer-age="68"', 'answer-weight="70"'))
    expect(host.note).to_be_visible()
    host.element.evaluate("element => element.removeAttribute('answer-weight')")
    host.element.evaluate("element => element.setAttribute('answer-age', '69')")

    expect(host.frame().locator("[name=age]").first).to_have_value("69")
    expect(host.frame().locator("[name=weight]").first).to_have_value("")


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

    expect(host.frame().locator("[name=age]").first).to_have_value("68")


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
    assert to_record(run(PLAN, ANSWERS)) == event["detail"]["record"]
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


def test_the_script_of_the_documentation_works_with_a_site_below_a_path(
    page: Page, site: Path, serve: Serve, tmp_path: Path
) -> None:
    written = (DOCS / "hosting" / "embedding.md").read_text(encoding="utf-8")
    (snippet,) = re.findall(r"^```\n(<iframe id=.+?)^```$", written, re.DOTALL | re.MULTILINE)
    (tmp_path / "server" / "sub").mkdir(parents=True)
    (tmp_path / "server" / "sub" / "path").symlink_to(site)
    address = f"{serve(tmp_path / 'server').url}/sub/path"
    (tmp_path / "host").mkdir()
    (tmp_path / "host" / "index.html").write_text(
        "<!doctype html>" + snippet.replace("https://zoster.example", address), encoding="utf-8"
    )
    page.goto(f"{serve(tmp_path / 'host').url}/index.html")

    expect(page.frame_locator("iframe").locator("[name=age]").first).to_have_value("68")
    expect(page.locator("iframe")).to_have_attribute("style", re.compile(r"height: [\d.]+px"))


def test_no_answer_is_ever_in_an_address(embed: Embed) -> None:
    given = {**ANSWERS, **SECRET}
    host = embed(element(*(f'answer-{name}="{value}"' for name, value in given.items())))
    expect(host.note).to_be_visible()
    host.frame().locator("[name=age]").first.press("Enter")
    expect(host.frame().locator(".outcome")).to_be_visible()
    addresses = [*host.site.asked, host.page.url, *(frame.url for frame in host.page.frames)]
    parts = [urlsplit(address) for address in addresses]
    parameters = "&".join(text for part in parts for text in (part.query, part.fragment) if text)
    origin = host.page.url.rpartition("/")[0]

    assert {("protocol", "1"), ("host", origin), ("scheme", "light")} == {
        (name, value)
        for name, value in parse_qsl(parameters, keep_blank_values=True)
        if (name, value.isdigit()) != ("at", True)  # when release.js was asked for
    }
    assert [] == [part.path for part in parts if "hsv" in part.path or "71.375" in part.path]
