"""What a person does with the infusion plan, from the first key to the printed page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from calc.present.checker import FOR_CHECKER
from calc.present.markup import typeset
from tests.plan import ANSWERS, PLAN
from tests.site.conftest import SITE, CalculatorPage, Opener


def ready(form: CalculatorPage) -> None:
    """Wait until Python has started."""
    section = form.page.locator(".calculator").first
    expect(section).to_have_attribute("data-state", "ready")


def answered(form: CalculatorPage, **changed: str) -> CalculatorPage:
    """Fill the plan, submit it, and wait for what comes."""
    form.submit({**ANSWERS, **changed})
    expect(form.answered).to_be_visible()
    return form


@pytest.fixture(scope="module")
def kept_plan(shared_page: Opener) -> CalculatorPage:
    """A plan, answered once for all who only look at it."""
    return answered(shared_page(PLAN))


@pytest.fixture
def plan(kept_plan: CalculatorPage) -> Iterator[CalculatorPage]:
    """That plan, on the screen and as the reader's system has it."""
    yield kept_plan
    kept_plan.page.emulate_media(media="null", color_scheme="null")


def test_the_plan_is_on_the_home_page(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}/index.html")

    expect(tab.locator("[data-calculator=foscarnet-plan] form")).to_be_visible()


def test_a_patient_at_a_band_edge_gets_the_figures_worked_by_hand(plan: CalculatorPage) -> None:
    shown = (plan.outcome.text_content() or "").replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "2,450 mg every 12 hours",
        "35 mg/kg; 4,900 mg (70 mg/kg) in any 24 hours",
        "102 mL of foscarnet made up to 204.1 mL with 102.1 mL of 0.9% sodium chloride: 12 mg/mL",
        "over at least 60 min, at no more than 204.1 mL/h, by pump",
        "the label gives no figure for this dose",
    ):
        assert words in shown


def test_a_returning_user_plans_from_the_keyboard_within_seventy_five_keys(
    open_calculator: Opener,
) -> None:
    form = open_calculator(PLAN)
    ready(form)
    keyboard = form.page.keyboard
    form.page.locator("[name=age]").focus()
    keys = [*"68", "Tab", "ArrowDown", "Tab", *"70", "Tab", "ArrowDown"]
    keys += ["Tab", *"1.0", "Tab", "Space", "Tab"]
    keys += ["Space", "Tab", "Space"]  # a group is chosen, and a regimen of it
    keys += ["Tab", "ArrowDown", "Tab", "ArrowDown", "Tab", "Space", "Enter"]

    for key in keys:  # 5 keys a second leave 75 for fifteen seconds
        keyboard.press(key)

    expect(form.page.locator(".answer-headline")).to_have_text(
        re.compile(r"^2,450\smg every 12\shours$")
    )
    assert len(keys) <= 75


def test_what_may_be_meant_is_filled_in_and_calculated_at_the_press_of_a_button(
    open_calculator: Opener,
) -> None:
    form = answered(open_calculator(PLAN), weight="154 lb", creatinine="88")
    offers = form.page.locator(".field-offers").get_by_role("button")
    boxes = [offer.bounding_box() or {"height": 0} for offer in offers.all()]

    offers.filter(has_text="154").press("Enter")
    expect(form.page.locator('[data-field="weight"] .field-offers')).to_have_count(0)
    offers.filter(has_text="88").click()

    expect(form.outcome).to_be_visible()
    expect(form.control("weight")).to_have_value("69.8")
    expect(form.control("creatinine_unit", "umol/L")).to_be_checked()
    assert [] == [box for box in boxes if box["height"] < 44]


def test_a_decimal_comma_is_taken_and_read_back_beside_its_field(open_calculator: Opener) -> None:
    form = answered(open_calculator(PLAN), weight="70,5")

    expect(form.outcome).to_be_visible()
    expect(form.page.locator('[data-field="weight"] .field-read')).to_contain_text(
        "(typed as “70,5”)"
    )


@pytest.mark.sweep
def test_the_form_can_be_filled_before_python_is_ready(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/calculators/{PLAN}.html")
    form = CalculatorPage(page, PLAN)

    form.submit(ANSWERS, typed=True)

    expect(form.outcome).to_be_visible()


@pytest.mark.parametrize(
    ("name", "changed", "shown"),
    [
        ("age", "69", "69 years"),
        ("weight", "71", "71 kg"),
        ("sex", "female", "Female"),
        ("dialysis", "yes", "The patient is on dialysis"),
    ],
)
def test_a_result_follows_every_change(
    open_calculator: Opener, name: str, changed: str, shown: str
) -> None:
    form = answered(open_calculator(PLAN))

    form.type({name: changed})

    expect(form.outcome).to_contain_text(typeset(shown))


def test_a_result_of_other_answers_is_not_printed(open_calculator: Opener) -> None:
    form = answered(open_calculator(PLAN))
    result = form.page.locator(".calculator-result").first
    result.evaluate("result => { result.dataset.changed = 'Age'; }")

    form.page.emulate_media(media="print")

    expect(form.page.locator(".calculator-form").first).to_be_visible()
    expect(result).to_be_visible()
    said = result.evaluate("result => getComputedStyle(result, '::before').content")
    assert [] == result.locator("*:visible").all()
    assert "was changed. The result of before is not printed" in said


def test_errors_are_summarised_focused_and_linked_to_their_fields(open_calculator: Opener) -> None:
    form = answered(open_calculator(PLAN), age="17", weight="7")
    page = form.page

    expect(page.get_by_role("group", name="There is a problem")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_role("link", name=re.compile("^Weight must be")).click()

    expect(page.locator("[name=weight]")).to_be_focused()
    expect(page.locator("[name=weight]")).to_have_attribute("aria-invalid", "true")
    assert page.locator("[name=weight]").input_value() == "7"


@pytest.mark.parametrize(
    ("error", "first"), [("Choose sex", "Female"), ("Choose regimen", "Zoster")]
)
def test_an_error_of_a_choice_leads_to_its_first_option_or_group(
    open_calculator: Opener, error: str, first: str
) -> None:
    form = open_calculator(PLAN)
    ready(form)
    form.enter()

    form.page.get_by_role("link", name=error).click()

    expect(form.page.get_by_role("radio", name=first)).to_be_focused()


def test_a_value_out_of_the_usual_range_needs_a_tick(open_calculator: Opener) -> None:
    form = answered(open_calculator(PLAN), weight="260")
    tick = form.control("confirm", "weight")
    expect(tick).to_be_visible()

    tick.check()
    form.enter()

    expect(form.outcome).to_be_visible()


def test_each_value_out_of_its_usual_range_needs_its_own_tick(open_calculator: Opener) -> None:
    form = answered(open_calculator(PLAN), weight="260", creatinine="11")
    weight, creatinine = (form.control("confirm", name) for name in ("weight", "creatinine"))

    weight.check()
    form.enter()
    expect(form.problem).to_contain_text("Creatinine")

    creatinine.check()
    form.enter()
    expect(form.outcome).to_be_visible()


@pytest.mark.parametrize(
    ("changed", "stands"),
    [({"weight": "270"}, False), ({"height": "150"}, False), ({"age": "69"}, True)],
    ids=["it", "what-it-is-judged-with", "another"],
)
def test_a_tick_is_dropped_when_its_value_changes(
    open_calculator: Opener, changed: dict[str, str], stands: bool
) -> None:
    form = answered(open_calculator(PLAN), weight="260")
    form.control("confirm", "weight").check()

    form.type(changed)

    expect(form.control("confirm", "weight")).to_be_checked(checked=stands)


def test_a_refusal_shows_the_clearance_and_no_dose(open_calculator: Opener) -> None:
    form = answered(open_calculator(PLAN), creatinine="4")

    form.outcome.locator(".inputs").evaluate("typed => typed.remove()")
    shown = form.outcome.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "0.25 mL/min/kg" in shown
    assert [] == re.findall(r"[\d.,]+ (?:mg/kg every|mg\b(?!/)|mL\b(?!/min)|mL/h|min\b)", shown)


def test_enter_without_the_page_s_script_puts_nothing_into_the_address(
    page: Page, site_url: str
) -> None:
    page.route("**/calculators.js", lambda route: route.abort())
    address = f"{site_url}/calculators/{PLAN}.html"
    page.goto(address)
    form = CalculatorPage(page, PLAN)

    form.type(ANSWERS)
    page.locator("[name=age]").press("Enter")

    expect(page.locator(".calculator-status").first).to_contain_text("work by hand")
    assert address == page.url
    assert "68" == page.locator("[name=age]").input_value()


def test_the_copied_text_says_what_when_and_from_where(open_calculator: Opener) -> None:
    form = open_calculator(PLAN)
    form.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answered(form)

    form.page.get_by_role("button", name="Copy with working").click()
    expect(form.page.locator(".calculator-status").first).to_contain_text("Copied")

    copied = form.page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
    for words in (
        "version 0.1.0",
        "Creatinine: 1 mg/dL",
        "35 mg/kg (2,450 mg) every 12 hours",
        "SOURCES",
    ):
        assert words in copied
    assert re.search(r"Calculated at: \d{4}-\d\d-\d\d \d\d:\d\d, build [0-9a-f]{12}$", copied)


PRINTED = re.compile(rb"/Type\s*/Page\b(?!s)")
TEN_POINTS = 10 * 96 / 72
"""10 points, in pixels."""
LONGEST = {
    "regimen": "vzv-90-every-12-h",
    "creatinine": "53",
    "creatinine_unit": "umol/L",
    "weight": "120",
    "height": "160",
    "first_infusion": "yes",
    "fluid": "dextrose",
    "confirm": "yes",
}


@pytest.mark.parametrize("changed", [{}, {"creatinine": "4"}], ids=["edge", "stop"])
def test_what_the_bedside_needs_of_a_plan_is_printed_on_one_sheet(
    open_calculator: Opener, changed: dict[str, str]
) -> None:
    assert {"A4": 1, "Letter": 1} == sheets_for_the_bedside(open_calculator, changed)


def test_a_plan_with_as_many_cautions_as_can_be_may_take_a_second_and_is_not_made_smaller(
    open_calculator: Opener,
) -> None:
    assert {"A4": 1, "Letter": 2} == sheets_for_the_bedside(open_calculator, LONGEST)


def sheets_for_the_bedside(open_calculator: Opener, changed: dict[str, str]) -> dict[str, int]:
    """How many sheets of each paper the plan takes without what is for whoever checks."""
    form = answered(open_calculator(PLAN), **changed)
    proof = form.page.locator(".outcome-proof, .comparison")
    proof.evaluate_all("all => all.forEach((each) => each.remove())")
    papers = ("A4", "Letter")

    return {paper: len(PRINTED.findall(form.page.pdf(format=paper))) for paper in papers}


def test_what_proves_a_plan_begins_a_sheet_of_its_own(plan: CalculatorPage) -> None:
    assert 2 <= len(PRINTED.findall(plan.page.pdf(format="A4"))) <= 4


def test_what_proves_a_plan_is_printed_whole_though_it_is_folded(plan: CalculatorPage) -> None:
    plan.page.emulate_media(media="print")

    unseen = plan.page.locator(".outcome-proof :is(h3, li, dd):not(.copy *)").evaluate_all(
        "all => all.filter((each) => !each.checkVisibility()).map((each) => each.textContent)"
    )

    assert [FOR_CHECKER] == unseen  # the name of the fold: on paper the sheet needs none


def test_the_sheet_for_the_bedside_is_set_in_ten_points_or_more(plan: CalculatorPage) -> None:
    plan.page.emulate_media(media="print")

    sizes = plan.page.locator(
        ":is(.patient-label, .answer-card, .outcome-rest, .result-foot) :visible"
    ).evaluate_all(
        """all => all.filter((each) => !each.closest("svg") && each.textContent.trim())
        .map((each) => [each.className, parseFloat(getComputedStyle(each).fontSize)])"""
    )

    assert [] == [each for each in sizes if each[1] < TEN_POINTS - 0.01]


def test_each_line_of_an_answer_has_a_row_of_its_own(open_calculator: Opener) -> None:
    page = answered(open_calculator(PLAN)).page
    page.get_by_text(FOR_CHECKER).click()
    page.get_by_text("All figures").click()
    lines = page.locator(".all-figures .lines > div")
    tops = [box["y"] for line in lines.all() if (box := line.bounding_box())]

    assert len(tops) == len(set(tops)) > 3


def test_nothing_is_wider_than_the_screen(open_calculator: Opener) -> None:
    page = answered(open_calculator(PLAN)).page
    wider = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wider += [width] * (page.evaluate("document.documentElement.scrollWidth") > width)

    assert [] == wider


def test_the_search_does_not_run_the_cells_of_a_dose_table_together() -> None:
    (script,) = SITE.glob("assets/*/search_index.js")
    index = script.read_text(encoding="utf-8")

    assert [] == re.findall(r"(?:up to|above) \d\.\d\d+\s?mg/kg", index.replace("\\u00a0", " "))


def test_paper_is_light_even_where_the_screen_is_dark(plan: CalculatorPage) -> None:
    plan.page.emulate_media(color_scheme="dark")
    plan.page.emulate_media(media="print")

    tile = plan.page.locator(".tiles > div").first
    assert "rgb(255, 255, 255)" == tile.evaluate("tile => getComputedStyle(tile).backgroundColor")


def test_every_control_is_large_enough_for_a_thumb(open_calculator: Opener) -> None:
    form = open_calculator(PLAN)
    form.page.set_viewport_size({"width": 320, "height": 800})

    boxes = form.page.locator(".option, .control input, .calculator-button").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).filter(box => box.height)"
    )

    assert [] == [box for box in boxes if box["height"] < 44]


def test_without_script_the_form_and_the_tables_can_be_read(
    browser: Browser, site_url: str
) -> None:
    plain = browser.new_page(java_script_enabled=False)
    plain.goto(f"{site_url}/calculators/{PLAN}.html")

    expect(plain.get_by_label("Age in years")).to_be_visible()
    plain.get_by_text("Work it out by hand").last.click()
    expect(plain.locator(".dose-tables table").last).to_be_visible()
    assert "<noscript><p>The calculator needs JavaScript" in plain.content()
    plain.close()
