"""Every kind of input has every surface by its declaration: shown on a guest that asks them all."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.__main__ import main
from calc.batch import json_lines
from calc.catalogue import run
from calc.model.outcomes import InputError
from calc.model.written import Written
from calc.present.markup import NBSP
from tests.catalogue.diary import ANSWERS, garden_diary
from tests.catalogue.diary_page import NAME, errors, form, reply
from tests.catalogue.foreseen import FORESEEN, shown
from tests.catalogue.strategies import junk, kinds_of, spoken, typed
from tests.present.reading import read

pytestmark = pytest.mark.usefixtures("guest")


def test_the_guest_is_answered() -> None:
    assert "answer" == reply()["outcome"]


def test_the_guest_asks_an_input_of_each_kind() -> None:
    assert kinds_of(garden_diary) == spoken()


def test_a_batch_says_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = json_lines(NAME, [json.dumps(ANSWERS).encode()])

    assert reply()["record"] == json.loads(line)


def test_the_command_line_says_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    flags = [part for name, typed in ANSWERS.items() for part in (f"--{name}", typed)]

    assert 0 == main([NAME, *flags])
    assert reply()["text"] == capsys.readouterr().out


@settings(max_examples=200)
@given(data=st.data())
def test_whatever_is_typed_ends_in_a_foreseen_outcome(data: st.DataObject) -> None:
    names = sorted(garden_diary.inputs)
    spoilt = data.draw(st.dictionaries(st.sampled_from(names), junk, max_size=4))
    outcome = run(NAME, {**ANSWERS, **spoilt})

    assert outcome.kind in FORESEEN
    assert shown(outcome)


KINDS = [each for each in garden_diary.inputs.values() if isinstance(each, Written)]


@settings(max_examples=200)
@given(text=typed)
def test_what_is_taken_is_taken_again_as_programs_have_it(text: str) -> None:
    for kind in KINDS:
        try:
            value = kind.read(text, "field")
        except InputError:
            continue
        assert kind.plain(value) == kind.plain(kind.read(kind.plain(value), "field"))


@settings(max_examples=200)
@given(text=typed)
def test_what_is_offered_mends_what_it_is_offered_for(text: str) -> None:
    written = [name for name, each in garden_diary.inputs.items() if isinstance(each, Written)]
    for name in written:
        raw = {**ANSWERS, name: text}
        for error in run(NAME, raw).errors:
            for offer in error.offers:
                after = run(NAME, {**raw, **offer.answers, "confirm": "yes"})
                assert error.text not in [each.text for each in after.errors]


def test_a_day_is_typed_into_a_field_of_text() -> None:
    control = form().one("input", name="started")

    assert "text" == control["type"]
    assert "inputmode" not in control
    assert "First day" == form().one("label", for_="here-started").text


def test_a_day_is_read_back_beside_its_field_in_the_text_and_in_the_record() -> None:
    said = reply(started="28/11/2026")

    assert "Read as Saturday 28 November 2026" == read(said["fields"]["started"]).text
    assert "First day: Saturday 28 November 2026" in said["text"]
    assert {
        "typed": "28/11/2026",
        "value": "2026-11-28",
        "unit": "",
        "read_back": "Saturday 28 November 2026",
    } == said["record"]["inputs"]["started"]


def test_a_day_of_two_readings_has_two_buttons() -> None:
    beside = read(reply(started="03/04/2026")["fields"]["started"])

    assert [{"started": "2026-04-03"}, {"started": "2026-03-04"}] == [
        json.loads(each["data-fill"]) for each in beside.all("button")
    ]


def test_a_button_of_a_day_mends_its_field() -> None:
    assert [("started", "date")] == errors(started="03/04/2026")
    assert [] == errors(started="2026-04-03")


def test_a_day_out_of_its_usual_range_is_confirmed_by_a_tick_or_by_its_name() -> None:
    assert [("started", "confirm")] == errors(started="2025-11-28")
    assert [] == errors(started="2025-11-28", confirm="yes")
    assert [] == errors(started="2025-11-28", confirm="started")


def test_a_day_is_asked_for() -> None:
    assert [("started", "missing")] == errors(started=" ")


def test_a_time_is_read_back_by_both_clocks() -> None:
    assert "Read as 14:30 (2:30 pm)" == read(reply()["fields"]["watered"]).text


def test_a_time_that_is_left_out_is_not_asked_for() -> None:
    assert [] == errors(watered="")


def test_several_of_few_are_ticked() -> None:
    ticks = form().one(data_field="herbs").all("input", type="checkbox")

    assert ["mint", "sage", "none"] == [each["value"] for each in ticks]
    assert "here-herbs" == ticks[0]["id"]


def test_ticks_need_no_word_beside_them() -> None:
    assert "herbs" not in reply()["fields"]


def test_several_of_many_are_typed_with_suggestions_or_ticked() -> None:
    field = form().one(data_field="weeds")
    typed = field.one("input", type="text")

    assert "here-weeds" == typed["id"]
    assert field.one("datalist")["id"] == typed["list"]
    assert "taraxacum" in [each["value"] for each in field.one("datalist").all("option")]
    assert 15 == len(field.all("input", type="checkbox", name="weeds"))


def test_several_come_in_the_order_of_their_list_each_once_by_any_of_their_names() -> None:
    said = reply(weeds="Taraxacum; nettle\nurtica, DANDELION")

    assert "Weeds: nettle, dandelion" in said["text"]
    assert "Read as Nettle; Dandelion" == read(said["fields"]["weeds"]).text
    assert "nettle, dandelion" == said["record"]["inputs"]["weeds"]["value"]


def test_a_program_may_send_a_list() -> None:
    given = run(NAME, {**ANSWERS, "weeds": ["nettle", "dandelion"]})

    assert "Nettle; Dandelion" == given.inputs["weeds"].read_back


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("dandelin", ["Dandelion"]),
        ("urtca, mint", []),
        ("urtca", ["Nettle"]),
        ("nettle, dan", ["nettle, Dandelion", "nettle, Danewort"]),
        ("netle; dandelin", ["Nettle, Dandelion"]),
        ("rose", []),
        ("none", []),
        (",", []),
    ],
)
def test_a_word_that_is_not_on_the_list_is_named_and_what_is_near_is_offered(
    typed: str, offers: list[str]
) -> None:
    (error,) = run(NAME, {**ANSWERS, "weeds": typed}).errors

    assert ("weeds", "several") == error[:2]
    assert offers == [each.answers["weeds"] for each in error.offers]


def test_the_words_that_are_not_on_the_list_are_named() -> None:
    (error,) = run(NAME, {**ANSWERS, "weeds": "netle, dandelion, rose"}).errors

    assert "Weeds must be names of its list, with commas between: “netle”, “rose”" == error.text


def test_none_of_a_list_is_said_and_never_presumed() -> None:
    assert [("herbs", "missing")] == errors(herbs="")
    assert "Herbs: none" in reply(herbs="none")["text"]
    assert "Herbs: No herbs" in reply(herbs="none")["text"]


def test_none_goes_with_nothing_else() -> None:
    assert [("herbs", "several")] == errors(herbs="none\nmint")


def test_a_series_is_typed_or_pasted_into_an_area_of_text() -> None:
    field = form().one(data_field="leaves")

    assert "here-leaves" == field.one("textarea", name="leaves")["id"]
    assert ["g", "kg"] == [each["value"] for each in form().all("input", name="leaves_unit")]


def test_a_series_is_read_back_row_by_row_and_that_it_was_put_in_order() -> None:
    said = reply()

    assert (
        "Read as 28 November 2026: 7 g; 29 November 2026 14:30: 12.5 g (put in order of time)"
    ) == read(said["fields"]["leaves"]).text.replace(NBSP, " ")
    assert {
        "value": "2026-11-28 7\n2026-11-29 14:30 12.5",
        "unit": "g",
    }.items() <= said["record"]["inputs"]["leaves"].items()


def test_the_working_says_of_which_day_each_value_of_a_series_is() -> None:
    assert ["weight of 28 November 2026 + weight of 29 November 2026 14:30"] == [
        step["formula"] for step in reply()["record"]["working"]
    ]


def test_a_series_needs_its_unit() -> None:
    assert [("leaves_unit", "missing")] == errors(leaves_unit="")


def test_a_program_may_send_a_series_as_a_list_of_rows() -> None:
    rows = ["2026-11-28 7", "2026-11-29 14:30 12.5"]
    given = run(NAME, {**ANSWERS, "leaves": rows})

    assert given.kind == "answer"


def test_a_button_of_a_row_mends_that_row_and_leaves_the_others() -> None:
    given = run(NAME, {**ANSWERS, "leaves": "3/4/2026 7\n2026-11-29 2:30 8\n2026-11-30 9"})

    assert [
        ("2026-04-03 7\n2026-11-29 2:30 8\n2026-11-30 9"),
        ("2026-03-04 7\n2026-11-29 2:30 8\n2026-11-30 9"),
        ("3/4/2026 7\n2026-11-29 02:30 8\n2026-11-30 9"),
        ("3/4/2026 7\n2026-11-29 14:30 8\n2026-11-30 9"),
    ] == [offer.answers["leaves"] for error in given.errors for offer in error.offers]


def test_a_row_out_of_its_usual_range_is_confirmed_with_the_series() -> None:
    heavy = {"leaves": "2026-11-28 700"}

    assert [("leaves", "confirm")] == errors(**heavy)
    assert [] == errors(**heavy, confirm="leaves")


def test_every_control_of_every_kind_has_its_label_and_its_own_id() -> None:
    drawn = form()
    labelled = {label["for"] for label in drawn.all("label") if "for" in label}
    ids = Counter(each["id"] for each in drawn.within() if "id" in each)
    named = [each["aria-describedby"] for each in drawn.within() if "aria-describedby" in each]

    assert [] == [id_ for id_, times in ids.items() if times > 1]
    assert set() == {id_ for several in named for id_ in several.split()} - {*ids}
    assert set() == {f"here-{name}" for name in garden_diary.inputs} - {*ids}
    for control in [*drawn.all("input"), *drawn.all("textarea")]:
        inside = [each for each in control.ancestors() if each.name == "label"]
        assert inside or control["id"] in labelled
