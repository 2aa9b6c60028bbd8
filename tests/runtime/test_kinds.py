"""A guest that asks every kind of input, typed into a page whose Python is the real one."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.present.fields import GROUP
from calc.present.form import render_form
from calc.present.record import to_record
from overrides.runtime.build import ROOT, runtime
from tests.catalogue import diary
from tests.catalogue.diary import ANSWERS, garden_diary
from tests.once import made_once
from tests.runtime.conftest import PAGE, SCRIPTS, bundled
from tests.server import Serve
from tests.typist import can_be_typed, control, type_into

NAME = garden_diary.name
REGISTER = """
from calc.clinical.diary import garden_diary

CATALOGUE[garden_diary.name] = garden_diary
"""
FRAMED = """
<script src="../../frame.js"></script>
<script src="../hosts.js"></script>
<p class="frame-note" role="status" hidden></p>
"""
HOSTS = "self.hosts = [location.origin];"
"""To whom a result is handed over: the page around, which this server serves too."""
AROUND = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Around</title>
<link rel="icon" href="data:,">
<script src="embed.js"></script>
<dose-calculator name="{name}"></dose-calculator>
<script>
  self.heard = new Promise((hear) => addEventListener("result", ({{detail}}) => hear(detail)));
</script>
</html>
"""
STYLES = ("form.css", "card.css")

TYPED = {
    "as it should be": ANSWERS,
    "with nothing hidden": {
        name: typed
        for name, typed in {**ANSWERS, "slugs": "no"}.items()
        if not name.startswith(("remedy", "beer"))
    },
    "doubtful": {
        **ANSWERS,
        "started": "03/04/2026",
        "watered": "2:30",
        "weeds": "netle",
        "leaves": "3/4/2026 7\n2026-11-28 8",
    },
    "none of them": {**ANSWERS, "herbs": "none"},
    "out of the usual": {**ANSWERS, "started": "2025-11-28", "leaves": "2026-11-28 700"},
}


def framed(page: str) -> str:
    """A page as it stands in a frame, two folders down."""
    down = page.replace('src="', 'src="../../').replace(
        'content="runtime/', 'content="../../runtime/'
    )
    return down.replace("<body>", f"<body>{FRAMED}")


def with_guest(folder: Path) -> None:
    """Writes the page of the guest, its frame and a page around that, beside their runtime."""
    calc = shutil.copytree(ROOT / "calc", folder / "calc")
    shutil.copyfile(diary.__file__, calc / "clinical" / "diary.py")
    with (calc / "catalogue.py").open("a", encoding="utf-8") as register:
        register.write(REGISTER)
    site = folder / "site"
    shutil.copytree(runtime(calc, folder / "runtime"), site / "runtime")
    for style in STYLES:
        shutil.copyfile(ROOT / "overrides/styles" / style, site / style)
    for script in (*SCRIPTS, "frame.js", "embed.js"):
        (site / script).write_text(bundled(script), encoding="utf-8")
    styles = [f'<link rel="stylesheet" href="{style}">' for style in STYLES]
    form = "".join((*styles, render_form(garden_diary, NAME)))
    page_text = PAGE.format(runtime="runtime/", keeps="", form=form)
    (site / "index.html").write_text(page_text, encoding="utf-8")
    frame = site / "embed" / NAME / "index.html"
    frame.parent.mkdir(parents=True)
    frame.write_text(framed(page_text), encoding="utf-8")
    (site / "embed" / "hosts.js").write_text(HOSTS, encoding="utf-8")
    (site / "around.html").write_text(AROUND.format(name=NAME), encoding="utf-8")


@pytest.fixture(scope="module")
def guest_page(
    browser: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The page of the guest, once its Python is ready."""
    site = made_once(tmp_path_factory, "guest", with_guest) / "site"
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serve(site).url}/index.html")
    expect(page.locator(".calculator[data-state=ready]")).to_be_attached()
    yield page
    context.close()


@pytest.fixture(autouse=True)
def page(guest_page: Page, monkeypatch: pytest.MonkeyPatch) -> Page:
    """That page, its form empty, with all that is folded open."""
    monkeypatch.setitem(CATALOGUE, NAME, garden_diary)
    guest_page.locator("[type=reset]").click()
    expect(guest_page.locator(".calculator-form input").first).to_be_focused()
    guest_page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    return guest_page


def shown(page: Page) -> dict[str, str]:
    """What stands beside each field, as text."""
    said: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[data-field]')].map(
            (each) => [each.dataset.field, each.querySelector('.field-said').innerHTML]
        ).filter(([, html]) => html))"""
    )
    return said


def ask(page: Page) -> None:
    """Press the button, and wait for what then gets the focus."""
    page.locator("[type=submit]").press("Enter")
    expect(page.locator(".answer-heading:focus, .calculator-errors:focus")).to_be_visible()


def offer(page: Page, filled: dict[str, str]) -> None:
    """Press a button that offers to fill this in."""
    page.evaluate(
        """fill => {
            const button = document.createElement('button');
            button.type = 'button';
            button.dataset.fill = JSON.stringify(fill);
            document.querySelector('.calculator-form').append(button);
            button.click();
            button.remove();
        }""",
        filled,
    )


@pytest.mark.parametrize("kind", TYPED)
def test_the_page_answers_as_plain_python_does(page: Page, kind: str) -> None:
    answers = TYPED[kind]
    assert can_be_typed(garden_diary, answers)
    expected = json.loads(answer(json.dumps({"calculator": NAME, "answers": answers})))

    type_into(page, garden_diary, answers)
    ask(page)
    drawn = page.evaluate(
        """fields => Object.fromEntries(Object.entries(fields).map(([name, html]) => {
            const place = document.createElement('div');
            place.innerHTML = html;
            return [name, place.innerHTML];
        }))""",
        expected["fields"],
    )
    assert drawn == shown(page)
    if expected["outcome"] == "answer":
        assert expected["text"] == page.locator(".copy pre").text_content()


def test_of_a_result_that_is_greyed_its_own_buttons_alone_are_reached(page: Page) -> None:
    type_into(page, garden_diary, ANSWERS)
    expect(page.locator(".outcome")).to_be_visible()
    reached = page.evaluate(
        """name => {
            document.querySelector(".outcome-buttons").append(document.createElement("button"));
            document.querySelector(`[name="${name}"]`).dispatchEvent(
                new Event("input", {bubbles: true})
            );
            const result = document.querySelector(".calculator-result");
            const ways = [...result.querySelectorAll("a, button, input, summary, [tabindex]")];
            return ways.filter((way) => !way.closest("[inert]")).map((way) => way.textContent);
        }""",
        next(iter(garden_diary.inputs)),
    )
    assert ["Print", "Copy", "Copy with working"] == reached


def test_a_button_of_each_kind_fills_in_what_it_offers(page: Page) -> None:
    type_into(page, garden_diary, TYPED["doubtful"])
    ask(page)

    for field, label in (
        ("started", "Friday 3 April 2026"),
        ("watered", "14:30 (2:30 pm)"),
        ("weeds", "Nettle"),
        ("leaves", "Friday 3 April 2026"),
    ):
        asked = page.locator(f"[data-field={field}]")
        asked.get_by_role("button", name=label).click()
        expect(asked.get_by_role("button", name=label)).to_have_count(0)

    expect(page.locator(".outcome")).to_be_visible()
    expect(control(page, garden_diary, "leaves")).to_have_value("2026-04-03 7\n2026-11-28 8")


def test_a_question_is_seen_only_where_it_is_asked(page: Page) -> None:
    remedy, beer = (page.locator(f"[data-field={name}]") for name in ("remedy", "beer"))
    expect(remedy).to_be_hidden()

    type_into(page, garden_diary, {"slugs": "yes", "remedy": "beer", "beer": "500"})
    expect(beer).to_be_visible()

    type_into(page, garden_diary, {"slugs": "unknown"})
    expect(remedy).to_be_hidden()
    expect(beer).to_be_hidden()


def test_so_is_an_option(page: Page) -> None:
    thyme = control(page, garden_diary, "crop", "thyme")
    expect(thyme).to_be_hidden()

    type_into(page, garden_diary, {"soil": "sand"})
    expect(thyme).to_be_visible()


def beds(page: Page) -> list[str]:
    """The beds that are seen, and which of them is chosen."""
    seen: list[str] = page.locator("[name=bed]:visible").evaluate_all(
        "beds => beds.map((each) => each.value + (each.checked ? ', chosen' : ''))"
    )
    return seen


def group(page: Page, name: str) -> Locator:
    """What shows the options of this group."""
    return page.get_by_role("radio", name=name)


def test_of_a_group_the_options_are_seen_once_it_is_chosen(page: Page) -> None:
    assert [] == beds(page)

    group(page, "Raised").press("Space")
    assert ["south", "north"] == beds(page)

    group(page, "Raised").press("ArrowDown")
    expect(group(page, "Level")).to_be_focused()
    assert ["long"] == beds(page)


def test_the_groups_are_one_stop_and_their_options_the_next(page: Page) -> None:
    group(page, "Level").press("Space")
    page.keyboard.press("Tab")
    expect(control(page, garden_diary, "bed", "long")).to_be_focused()

    page.keyboard.press("Shift+Tab")
    expect(group(page, "Level")).to_be_focused()


def test_once_another_group_is_shown_an_option_is_chosen_anew(page: Page) -> None:
    type_into(page, garden_diary, ANSWERS)
    expect(page.locator(".outcome")).to_contain_text("clay, north")

    group(page, "Level").click()

    expect(page.locator(".outline-needed")).to_have_text("Still needed: Bed")
    assert ["long"] == beds(page)


def test_an_option_that_a_program_chose_is_seen_in_its_group(page: Page) -> None:
    group(page, "Level").click()

    offer(page, {"bed": "north"})

    assert ["south", "north, chosen"] == beds(page)
    expect(group(page, "Raised")).to_be_checked()


def test_one_that_a_browser_chose_is_seen_even_without_its_group(page: Page) -> None:
    """As where of a form some was kept."""
    control(page, garden_diary, "bed", "north").evaluate("north => { north.checked = true }")

    assert ["south", "north, chosen"] == beds(page)


def test_a_new_patient_finds_no_group_chosen(page: Page) -> None:
    type_into(page, garden_diary, {"bed": "north"})

    page.locator("[type=reset]").click()

    expect(page.locator("[data-shows]:checked")).to_have_count(0)
    assert [] == beds(page)


def test_what_is_still_needed_leads_to_the_group_that_is_chosen(page: Page) -> None:
    group(page, "Level").click()

    page.locator(".outline-needed").get_by_text("Bed").click()

    expect(group(page, "Level")).to_be_focused()


def test_a_browser_that_cannot_hide_the_others_shows_each_below_its_group(page: Page) -> None:
    """Firefox learnt :has with version 121: a rule with it counts for nothing before."""
    page.evaluate(
        """() => {
            const drop = (within) => {
                for (const rule of [...within.cssRules]) {
                    const asks = `${rule.selectorText ?? ""}${rule.conditionText ?? ""}`;
                    const place = [...within.cssRules].indexOf(rule);
                    if (asks.includes(":has")) within.deleteRule(place);
                    else if (rule.cssRules?.length) drop(rule);
                }
            };
            for (const sheet of document.styleSheets) drop(sheet);
        }"""
    )
    tops = [
        (each.bounding_box() or {"y": 0})["y"]
        for each in page.locator("[data-field=bed] .option").all()
    ]
    seen = beds(page)
    page.reload()
    expect(page.locator(".calculator[data-state=ready]")).to_be_attached()

    assert ["south", "north", "long"] == seen
    assert sorted(tops) == tops


def test_what_was_typed_before_its_question_was_hidden_does_not_count(page: Page) -> None:
    type_into(page, garden_diary, ANSWERS)
    type_into(page, garden_diary, {"slugs": "no"})
    ask(page)

    expect(page.locator(".outcome")).to_contain_text("none")
    expect(page.locator(".outcome .inputs")).not_to_contain_text("Beer")


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [
        ("herbs", "mint, sage", True),
        ("herbs", "mint, rose", False),
        ("weeds", "nettle, dandelion", True),
        ("leaves", "2026-11-28 7\n2026-11-29 8", True),
        ("soil", "clay, sand", False),
        ("started", "2026-11-28", True),
        (f"{GROUP}bed", "1", False),
    ],
)
def test_an_offer_fills_in_a_list_as_a_whole_or_not_at_all(
    page: Page, name: str, text: str, taken: bool
) -> None:
    offer(page, {name: text})

    held = page.evaluate(
        """name => new FormData(document.querySelector('.calculator-form')).getAll(name)
            .filter((each) => each)""",
        name,
    )
    assert taken is bool(held)


def test_a_frame_takes_an_answer_of_each_kind_and_hands_the_result_over(guest_page: Page) -> None:
    around = guest_page.context.new_page()
    around.goto(guest_page.url.replace("index.html", "around.html"))
    frame = around.frame_locator("iframe")
    expect(frame.locator(".calculator[data-state=ready]")).to_be_attached()

    around.evaluate(
        "answers => { document.querySelector('dose-calculator').answers = answers; }", ANSWERS
    )
    expect(frame.locator(".frame-note")).to_contain_text("check every answer.")
    frame.locator("[type=submit]").press("Enter")
    frame.get_by_role("button", name="Hand over to").click()
    heard = around.evaluate("heard")
    around.close()

    expected, given = to_record(run(NAME, ANSWERS)), heard["record"]
    assert [each["value"] for each in expected["inputs"].values()] == [
        each["value"] for each in given["inputs"].values()
    ]
    assert expected | {"inputs": None} == given | {"inputs": None}
