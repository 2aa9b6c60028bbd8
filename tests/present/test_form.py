"""The form asks everything, presumes nothing, and says where each error goes."""

from collections import Counter
from itertools import chain

import pytest

from calc.catalogue import CATALOGUE
from calc.model import units
from calc.model.inputs import CONFIRM, Choice, Option
from calc.model.number import Number
from calc.model.several import Several
from calc.present.fields import GROUP, Field, draw_field, only_ticks
from calc.present.form import render_form
from calc.present.markup import typeset
from tests.every import of_every
from tests.present.reading import Element, read

GROUPED = "foscarnet-dose"
"""A calculator with a choice in groups."""
REGIMEN = CATALOGUE[GROUPED].inputs["regimen"]
OPTIONS = REGIMEN.options if isinstance(REGIMEN, Choice) else ()

every_calculator = of_every(sorted(CATALOGUE))


def drawn(name: str, prefix: str = "here") -> Element:
    """The form of a calculator, read back."""
    return read(render_form(CATALOGUE[name], prefix))


def controls(element: Element) -> list[Element]:
    """Everything that can be typed into, chosen or ticked."""
    return [*element.all("input"), *element.all("textarea")]


@every_calculator
def test_the_section_is_as_the_page_script_expects(name: str) -> None:
    section = drawn(name).one("section", class_="calculator", data_calculator=name)

    assert "" == section.one("div", class_="calculator-errors", tabindex="-1").text
    assert "novalidate" in section.one("form", class_="calculator-form", autocomplete="off")
    status = section.one("p", class_="calculator-status", role="status")
    assert status.text.startswith("The calculator has not started.")
    assert "dialog" == section.one("form", class_="calculator-form")["method"]
    assert section.one("div", class_="calculator-result").text.startswith(CATALOGUE[name].title)
    words = section.one("button", type="submit").all("span")
    assert ["Calculate", "Try again"] == [each.text for each in words]


@every_calculator
def test_every_input_is_asked_once(name: str) -> None:
    asked = [field["data-field"] for field in drawn(name).all() if "data-field" in field]

    assert [*CATALOGUE[name].inputs] == asked


@every_calculator
def test_every_control_has_a_label(name: str) -> None:
    section = drawn(name)
    labelled = {label["for"] for label in section.all("label") if "for" in label}

    for control in controls(section):
        inside = [each for each in control.ancestors() if each.name == "label"]
        assert control["id"] in labelled or inside


@every_calculator
def test_every_group_of_options_has_a_legend(name: str) -> None:
    section = drawn(name)

    for control in section.all("input", type="radio"):
        (group,) = [each for each in control.ancestors() if each.name == "fieldset"]
        assert group.one("legend").text


@every_calculator
def test_every_field_has_a_place_for_what_is_said_of_it_and_names_it(name: str) -> None:
    section = drawn(name)

    for field_name in CATALOGUE[name].inputs:
        field = section.one(data_field=field_name)
        said = field.one("div", class_="field-said")
        naming = [each for each in [field, *field.within()] if "aria-describedby" in each]
        assert "" == said.text
        assert f"here-{field_name}-said" == said["id"]
        assert any(said["id"] in each["aria-describedby"].split() for each in naming)


@every_calculator
def test_every_description_that_is_named_is_there(name: str) -> None:
    section = drawn(name)
    ids = {each["id"] for each in section.within() if "id" in each}
    named = [each["aria-describedby"] for each in section.within() if "aria-describedby" in each]

    assert set() == {id_ for several in named for id_ in several.split()} - ids


@every_calculator
def test_an_error_link_leads_to_a_control(name: str) -> None:
    """The summary links to PREFIX-FIELD."""
    ids = {control["id"] for control in controls(drawn(name))}

    assert set() == {f"here-{field}" for field in CATALOGUE[name].inputs} - ids


@every_calculator
def test_every_id_is_unique_and_starts_with_the_prefix(name: str) -> None:
    ids = Counter(each["id"] for each in drawn(name, "second").within() if "id" in each)

    assert [] == [id_ for id_, times in ids.items() if times > 1]
    assert [] == [id_ for id_ in ids if not id_.startswith("second")]


@every_calculator
def test_nothing_is_chosen_ticked_or_filled_in(name: str) -> None:
    for control in controls(drawn(name)):
        assert "checked" not in control
        assert "selected" not in control
        assert "value" not in control or control["type"] != "text"


@every_calculator
def test_a_question_that_is_answered_already_is_not_folded_away(name: str) -> None:
    given = dict.fromkeys(CATALOGUE[name].inputs, "1")
    section = read(render_form(CATALOGUE[name], "here", given))

    above = [each for field in given for each in section.one(data_field=field).ancestors()]
    assert [] == [each.text for each in above if each.name == "details" and "open" not in each]


@every_calculator
def test_numbers_are_typed_as_text_and_never_corrected_by_the_browser(name: str) -> None:
    section = drawn(name)

    for field, declared in CATALOGUE[name].inputs.items():
        if isinstance(declared, Number):
            control = section.one("input", name=field)
            assert "text" == control["type"]
            assert control["inputmode"] in ("numeric", "decimal")
            assert "off" == control["autocomplete"]
            assert {"maxlength", "pattern", "min", "max"} & {*control.attributes} == set()


@every_calculator
def test_the_unit_of_a_number_stands_in_its_label(name: str) -> None:
    section = drawn(name)

    for field, declared in CATALOGUE[name].inputs.items():
        if isinstance(declared, Number) and not declared.factors:
            label = section.one("label", for_=f"here-{field}")
            unit = units.for_people(declared.unit)
            assert label.text.startswith(
                typeset(f"{declared.label}{f' in {unit}' if unit else ''}")
            )


@every_calculator
def test_every_option_of_a_choice_is_offered(name: str) -> None:
    section = drawn(name)

    for field, declared in CATALOGUE[name].inputs.items():
        if isinstance(declared, Choice):
            offered = [each["value"] for each in section.all("input", name=field)]
            assert [option.id for option in declared.options] == [each for each in offered if each]


@every_calculator
def test_what_shows_a_group_of_options_is_called_by_it_and_is_no_input(name: str) -> None:
    shows = [each for each in drawn(name).all("input") if "data-shows" in each]
    grouped = {each["name"].removeprefix(GROUP) for each in shows}

    assert CATALOGUE[name].inputs.keys() >= grouped
    assert set() == {each["name"] for each in shows} & CATALOGUE[name].inputs.keys()
    assert all(each.parent and each.parent.name == "label" and each.parent.text for each in shows)


@of_every(OPTIONS, lambda option: option.id)
def test_an_option_that_is_given_is_shown_in_its_group_and_no_other_is(option: Option) -> None:
    section = read(render_form(CATALOGUE[GROUPED], "here", {"regimen": option.id}))
    shown = [each for each in section.all("input", data_shows="") if "checked" in each]
    (chosen,) = [each for each in section.all("input", name="regimen") if "checked" in each]
    groups = [each["aria-labelledby"] for each in chosen.ancestors() if each.has({"role": "group"})]

    assert groups == [each.parent.one("span")["id"] for each in shown if each.parent]
    assert [option.group] == [section.one(id=each).text for each in groups]


@every_calculator
def test_what_may_have_to_be_confirmed_is_so_in_its_own_field_where_style_hides_it(
    name: str,
) -> None:
    ticks = drawn(name).all("input", name=CONFIRM)
    fields = [each["data-field"] for tick in ticks for each in tick.ancestors() if _asks(each)]

    assert fields == [tick["value"] for tick in ticks]
    assert CATALOGUE[name].confirmation.may_be == {*fields}
    assert len(ticks) == len(drawn(name).all("div", class_="confirmation"))


def _asks(element: Element) -> bool:
    return "data-field" in element


@pytest.mark.parametrize(
    ("name", "field", "words", "of"),
    [
        ("creatinine-clearance", "creatinine", "Creatinine", "age sex creatinine creatinine_unit"),
        ("foscarnet-plan", "weight", "Weight", "weight height"),
        ("creatinine-clearance", "age", "Age", "age"),
        ("co-medication", "drugs", "Drugs given", "drugs"),
    ],
)
def test_a_tick_says_what_is_confirmed_and_what_that_is_made_of(
    name: str, field: str, words: str, of: str
) -> None:
    asked = drawn(name).one(data_field=field)
    tick = asked.one("input", name=CONFIRM)

    assert f"{words}: I have checked it" == asked.one("div", class_="confirmation").text
    assert {*of.split()} == {*tick["data-of"].split()}


@every_calculator
def test_without_script_the_form_says_what_to_use_instead(name: str) -> None:
    assert "needs JavaScript" in drawn(name).one("noscript").text


@every_calculator
def test_below_a_form_stand_the_tables_that_its_calculator_declares(name: str) -> None:
    assert len(CATALOGUE[name].reference) == len(drawn(name).all("table", class_="dose-table"))


@pytest.mark.parametrize(
    ("name", "tables"), [("foscarnet-plan", 7), ("foscarnet-dose", 6), ("foscarnet-infusion", 6)]
)
def test_below_a_form_with_a_regimen_stand_the_label_s_six_tables(name: str, tables: int) -> None:
    """Below the plan's also that of the fluid."""
    captions = [table.one("caption") for table in drawn(name).all("table", class_="dose-table")]

    assert tables == len([caption for caption in captions if caption.text])


@every_calculator
def test_what_works_by_hand_stands_in_one_fold_that_the_form_leads_to(name: str) -> None:
    section, declared = drawn(name), CATALOGUE[name]
    folds = section.all("details", class_="by-hand")
    links = section.all("a", class_="to-by-hand")

    assert [declared.works_by_hand] * 2 == [bool(folds), bool(links)]
    assert all(fold.one(id=links[0]["href"].removeprefix("#")) for fold in folds)


@every_calculator
def test_until_a_script_runs_the_line_itself_leads_there(name: str) -> None:
    section = drawn(name)
    folds = [each.one("summary")["id"] for each in section.all("details", class_="by-hand")]

    links = section.one("p", class_="calculator-status").all("a")

    assert [f"#{id_}" for id_ in folds] == [link["href"] for link in links]


def test_formulas_and_tables_to_work_by_hand_stand_together() -> None:
    fold = drawn("foscarnet-plan").one("details", class_="by-hand")

    assert "(140 − age) ÷ (72 × creatinine in mg/dL)" in fold.text
    assert 7 == len(fold.all("table"))


def test_below_the_hydration_form_stand_the_label_s_volumes() -> None:
    table = drawn("foscarnet-hydration").one("table")

    assert "no figure in the label" in table.text


@every_calculator
def test_no_element_has_a_style_of_its_own_or_a_script(name: str) -> None:
    for each in drawn(name).within():
        assert each.name not in ("script", "style")
        assert "style" not in each
        assert [] == [key for key in each.attributes if key.startswith("on")]


@every_calculator
def test_what_is_read_aloud_has_a_name(name: str) -> None:
    assert drawn(name).one("form")["aria-label"] == CATALOGUE[name].title


@every_calculator
def test_no_translator_of_pages_touches_a_unit_an_option_or_a_table(name: str) -> None:
    section = drawn(name)
    choices = [each for each in section.all("label") if each.all("input", type="radio")]
    options = [each.all("span", class_="option-label") for each in choices]
    places = [*chain(*options), *section.all("span", class_="unit"), *section.all("table")]

    assert [] == [each.text for each in places if each.is_translated()]
    assert section.one("button", type="submit").is_translated()


@every_calculator
def test_one_button_empties_the_form_and_enter_does_not_press_it(name: str) -> None:
    first, second = drawn(name).one("form").all("button")

    assert ("submit", "reset") == (first["type"], second["type"])
    assert second.text.startswith("New patient")


@pytest.mark.parametrize(
    ("options", "none", "shown"),
    [(12, "", True), (13, "", False), (11, "None of them", True), (12, "None of them", False)],
)
def test_up_to_twelve_options_are_all_shown_to_tick(options: int, none: str, shown: bool) -> None:
    weeds = tuple(Option(f"weed-{each}", f"Weed {each}", each) for each in range(options))

    assert shown == only_ticks(Several(label="Weeds", options=weeds, none=none))


def test_a_question_of_a_few_ticks_that_may_be_left_out_says_so() -> None:
    symptoms = CATALOGUE["electrolytes"].inputs["symptoms"]

    def legend(optional: bool) -> str:
        field = Field(CATALOGUE["electrolytes"], "symptoms", "here", optional)
        return read(draw_field(field, symptoms)).one("legend").text

    assert f"{symptoms.label} (optional)" == legend(True)
    assert symptoms.label == legend(False)
