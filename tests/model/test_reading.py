"""Raw answers are read against what a calculator declares, and each error names its field."""

from typing import Annotated

import pytest

from calc.model.calculator import Alternative, calculator
from calc.model.inputs import CONFIRM, Choice, Option
from calc.model.limits import Slip, limits
from calc.model.number import Number
from calc.model.outcomes import Answer, Offer, Typed
from calc.model.quantity import Quantity
from calc.model.reading import Read, read_answers
from calc.model.refusals import Refusal
from calc.model.several import Several
from tests.catalogue.diary import ANSWERS, garden_diary
from tests.model.pond import pond

WINTER = Refusal("winter", "Nothing grows in winter.", "Wait for spring.", ())
FROST = Refusal("frost", "Nothing is planted into frost.", "Wait for a thaw.", ())


@calculator("Planting")
def planting(
    *,
    season: Annotated[
        str,
        Choice(
            label="Season",
            options=(
                Option("winter", "Winter", "winter", refusal=WINTER),
                Option("spring", "Spring", "spring"),
            ),
        ),
    ],
    dangers: Annotated[
        tuple[str, ...],
        Several(
            label="Dangers",
            options=(
                Option("hail", "Hail", "hail"),
                Option("frost", "Frost", "frost", refusal=FROST),
            ),
            none="None",
        ),
    ],
    depth: Annotated[Quantity, Number(label="Depth", unit="cm", example="5")],
) -> Answer:
    """How deep to plant (cm)."""
    raise NotImplementedError


def said(read: Read) -> list[tuple[str | None, str, str]]:
    """The field, the code and the words of each error."""
    return [error[:3] for error in read.errors]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (True, "true"),
        (False, "false"),
        (70, "a number whose digits were not kept"),
        (70.5, "a number whose digits were not kept"),
        ({"kind": "clay"}, "an object"),
        (["clay"], "a list"),
        ([], "a list"),
    ],
)
def test_what_is_no_text_is_no_answer_and_is_called_what_it_is(given: object, kind: str) -> None:
    soil, confirm = (
        read_answers(garden_diary, {**ANSWERS, "crop": "grass", name: given})
        for name in ("soil", CONFIRM)
    )

    assert [("soil", "type", f"Soil: the answer must be text or a number, not {kind}")] == said(
        soil
    )
    label = garden_diary.confirmation.label
    assert [(CONFIRM, "type", f"{label}: the answer must be text, not {kind}")] == said(confirm)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        *((each, "a list") for each in ([], [1], ["nettle", 1], [["nettle"]])),
        ({}, "an object"),
        (True, "true"),
    ],
)
def test_a_list_is_an_answer_of_several_where_it_holds_texts_alone(
    given: object, kind: str
) -> None:
    texts = read_answers(garden_diary, {**ANSWERS, "weeds": ["nettle", "dandelion"]})
    other = read_answers(garden_diary, {**ANSWERS, "weeds": given})

    assert [] == said(texts)
    assert "nettle\ndandelion" == texts.inputs["weeds"].typed
    assert ("nettle", "dandelion") == texts.answers["weeds"]
    assert [("weeds", "type", f"Weeds: the answer must be text or a number, not {kind}")] == said(
        other
    )


def test_what_is_none_or_blank_was_left_out() -> None:
    left_out = read_answers(garden_diary, {**ANSWERS, "watered": None, "weeds": " "})

    assert [] == said(left_out)
    assert not {"watered", "weeds"} & {*left_out.inputs, *left_out.answers}


def test_errors_come_in_the_order_of_the_form_and_what_is_not_asked_comes_last() -> None:
    read = read_answers(garden_diary, {**ANSWERS, "pests": "moles", "watered": "noon", "soil": ""})

    assert ["soil", "watered", "pests"] == [field for field, *_ in said(read)]
    assert (
        "pests",
        "unknown",
        "“pests” is not asked here: see the calculator's schema",
    ) == said(read)[-1]


@pytest.mark.parametrize(
    ("season", "dangers", "refusal"),
    [
        ("winter", "none", WINTER),
        ("spring", "hail, frost", FROST),
        ("winter", "frost", WINTER),
        ("spring", "hail", None),
    ],
)
def test_an_option_that_settles_it_refuses_alone_or_among_several(
    season: str, dangers: str, refusal: Refusal | None
) -> None:
    raw = {"season": season, "dangers": dangers, "depth": "5"}

    assert refusal == read_answers(planting, raw).refusal


def test_a_unit_that_was_typed_behind_a_number_is_offered_where_its_choice_is_missing() -> None:
    (error,) = read_answers(garden_diary, {**ANSWERS, "beer": "500 mL", "beer_unit": ""}).errors

    assert ("beer_unit", "missing", "Choose beer unit") == error[:3]
    assert (Offer("mL", {"beer_unit": "mL"}),) == error.offers


@pytest.mark.parametrize(
    ("left_out", "asks"),
    [
        ("tallest", "Enter tallest"),
        ("soil", "Choose soil"),
        ("herbs", "Choose herbs"),
        ("started", "Enter first day"),
    ],
)
def test_what_was_left_out_is_entered_or_chosen(left_out: str, asks: str) -> None:
    read = read_answers(garden_diary, {**ANSWERS, "crop": "grass", left_out: ""})

    assert [(left_out, "missing", asks)] == said(read)


def test_a_choice_that_is_a_question_is_asked_as_one() -> None:
    assert [("wet", "missing", "Choose: wet?")] == said(read_answers(pond, {}))


def test_what_passed_because_it_was_confirmed_is_named_and_nothing_else() -> None:
    heavy = {**ANSWERS, "leaves": "2026-11-28 700"}

    assert [("leaves", "confirm")] == [each[:2] for each in said(read_answers(garden_diary, heavy))]
    confirmed = read_answers(garden_diary, {CONFIRM: "yes", **heavy})
    assert (("leaves",), []) == (confirmed.confirmed, said(confirmed))
    assert () == read_answers(garden_diary, {**heavy, CONFIRM: "started"}).confirmed


def test_what_was_read_is_handed_on_as_the_calculator_takes_it_without_units() -> None:
    read = read_answers(garden_diary, ANSWERS)

    assert {*garden_diary.inputs} - garden_diary.units - {"told"} == {*read.answers}
    assert ("clay", ("mint", "sage")) == (read.answers["soil"], read.answers["herbs"])


def test_what_could_not_be_read_or_is_out_of_its_limits_is_echoed_as_typed_alone() -> None:
    inputs = read_answers(garden_diary, {**ANSWERS, "soil": "rock", "started": "1 Jan 2025"}).inputs

    assert Typed("rock", None, "") == inputs["soil"]
    assert Typed("1 Jan 2025", "2025-01-01", "") == inputs["started"]


def test_a_series_without_its_unit_lacks_that_alone_whatever_stands_in_its_rows() -> None:
    no_unit = {**ANSWERS, "leaves_unit": ""}

    assert [("leaves_unit", "missing", "Choose weight unit")] == said(
        read_answers(garden_diary, no_unit)
    )


def test_what_is_possible_is_offered_whatever_else_is_to_be_corrected() -> None:
    raw = {**ANSWERS, "weeds": "rose", "soil": "rock", "started": "03/04/2026"}
    offers = {error.field: error.offers for error in read_answers(garden_diary, raw).errors}

    assert [{"started": "2026-04-03"}, {"started": "2026-03-04"}] == [
        each.answers for each in offers["started"]
    ]


def test_each_row_that_is_faulty_has_offers_that_mend_it_and_leave_the_others() -> None:
    two = "3/4/2026 7\n2026-11-29 2:30 8"
    (day, at) = read_answers(garden_diary, {**ANSWERS, "leaves": two}).errors

    assert [
        ["2026-04-03 7\n2026-11-29 2:30 8", "2026-03-04 7\n2026-11-29 2:30 8"],
        ["3/4/2026 7\n2026-11-29 02:30 8", "3/4/2026 7\n2026-11-29 14:30 8"],
    ] == [[offer.answers["leaves"] for offer in error.offers] for error in (day, at)]


@calculator("Bed")
def bed(
    *,
    size: Annotated[
        Quantity,
        Number(
            label="Size",
            unit="m",
            example="3",
            hard=limits(0.1, 2000, "a slip"),
            slips=(Slip(unit="m2", field="area"),),
        ),
    ],
) -> Answer:
    """How large a bed is (m)."""
    raise NotImplementedError


def test_the_only_answer_of_a_calculator_may_be_offered_and_no_answer_that_is_not_asked() -> None:
    (of_two,) = read_answers(bed, {"size": "1,250"}).errors
    (beyond,) = read_answers(bed, {"size": "2500"}).errors

    assert [{"size": "1.25"}, {"size": "1250"}] == [each.answers for each in of_two.offers]
    assert () == beyond.offers


def length(label: str) -> Number:
    """A length (m)."""
    return Number(label=label, unit="m", example="3")


@calculator("Path", alternatives=(Alternative("walked"), Alternative("mown"), Alternative("hedge")))
def path(
    *,
    walked: Annotated[Quantity, length("Walked")] | None = None,
    mown: Annotated[Quantity, length("Mown")] | None = None,
    hedge: Annotated[Quantity, length("Hedge")] | None = None,
) -> Answer:
    """How long a path is (m)."""
    raise NotImplementedError


def test_of_alternatives_one_is_asked_for_and_of_several_given_the_last_is_to_be_cleared() -> None:
    every = {"walked": "1", "mown": "2", "hedge": "3"}

    assert [("walked", "missing", "Enter walked, or mown or hedge")] == said(read_answers(path, {}))
    assert [
        ("hedge", "together", "Give walked or mown or hedge, not both: clear one of them")
    ] == said(read_answers(path, every))
    for name, typed in every.items():
        assert [] == said(read_answers(path, {name: typed}))
