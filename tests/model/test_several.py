"""Of a list several are taken by their names; what is near a name is offered, and never taken."""

import pytest

from calc.model.inputs import Option
from calc.model.outcomes import FieldError, InputError
from calc.model.several import Several, Unlisted

NETTLE = Option("nettle", "Nettle", "nettle", words=("urtica",))
OPTIONS = (
    NETTLE,
    Option("dandelion", "Dandelion", "dandelion", words=("taraxacum",)),
    Option("danewort", "Danewort", "danewort"),
    Option("milk-thistle", "Milk thistle", "milk thistle"),
    Option("sow-thistle", "Sow thistle", "sow thistle"),
    Option("b12", "Vitamin B12", "b12"),
    Option("b6", "Vitamin B6", "b6"),
    Option("ivy", "Ivy", "ivy"),
    Option("rush", "Rush", "rush"),
    Option("dock", "Dock", "dock"),
    Option("docksorrel", "Docksorrel", "docksorrel"),
    Option("herbicide-2", "Herbicide2", "herbicide2"),
)
WEEDS = Several(label="Weeds", options=OPTIONS, none="No weeds")
KEPT = Several(label="Weeds", options=OPTIONS, beyond="not of the list.")


def error(typed: str, several: Several = WEEDS) -> FieldError:
    """The error of what is not taken."""
    with pytest.raises(InputError) as invalid:
        several.read(typed, "field")
    (found,) = invalid.value.errors
    return found


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("nettle", ["nettle"]),
        ("Taraxacum; URTICA\nnettle, dandelion", ["nettle", "dandelion"]),
        ("milk thistle,, b6", ["milk-thistle", "b6"]),
        ("none", []),
        ("no weeds", []),
        ("none, No weeds", []),
    ],
)
def test_names_are_taken_in_the_order_of_the_list_each_once(typed: str, taken: list[str]) -> None:
    read = WEEDS.read(typed, "field")

    assert taken == [each.id for each in read]
    assert (", ".join(taken) or "none") == WEEDS.plain(read)


def test_they_are_read_back_by_their_labels() -> None:
    assert "Nettle; Milk thistle" == WEEDS.words(WEEDS.read("milk thistle, urtica", "field"))
    assert "No weeds" == WEEDS.words(())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("rose", "must be names of its list, with commas between: “rose”"),
        (" , ", "must be names of its list, with commas between: “ , ” names none"),
        ("a, b, c, d", "must be names of its list, with commas between: “a”, “b”, “c”, “d”"),
        (
            "a, b, c, d, e",
            "must be names of its list, with commas between: “a”, “b”, “c”, “d” and more",
        ),
        ("nettle, No weeds", "cannot hold both “No weeds” and another"),
    ],
)
def test_what_is_not_taken_is_said(typed: str, said: str) -> None:
    assert ("field", "several", f"Weeds {said}") == error(typed)[:3]


def test_none_is_no_answer_where_it_is_not_offered() -> None:
    bare = Several(label="Weeds", options=OPTIONS)

    assert (
        "Weeds must be names of its list, with commas between: “none”" == error("none", bare).text
    )


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("dandelin", ["Dandelion"]),
        ("dandyleon", ["Dandelion"]),
        ("dnadyleon", []),
        ("dan", ["Dandelion", "Danewort"]),
        ("da", []),
        ("nettles", ["Nettle"]),
        ("urtca", ["Nettle"]),
        ("urt", ["Nettle"]),
        ("milk thistl", ["Milk thistle"]),
        ("mlik thistle", []),
        ("thistle", []),
        ("the milk thistle by the wall", ["Milk thistle"]),
        ("nettle 5 cm", ["Nettle"]),
        ("nettle dandelion", []),
        ("vitamin", ["Vitamin B12", "Vitamin B6"]),
        ("vitamins b12", ["Vitamin B12"]),
        ("vitamins b13", []),
        ("netle, dandelin", ["Nettle, Dandelion"]),
        ("nettle, dan", ["nettle, Dandelion", "nettle, Danewort"]),
        ("netle, rose", []),
        ("docks", ["Docksorrel", "Dock"]),
        ("ivy 5 cm", ["Ivy"]),
        ("some rush", ["Rush"]),
        ("some ivy", []),
        ("ruch", ["Rush"]),
        ("ivyy", ["Ivy"]),
        ("xdandelio", ["Dandelion"]),
        ("xdandeliq", []),
        ("herbicid", ["Herbicide2"]),
        ("herbicide3", []),
        ("netle, dandelin, danewrt, taraxcum", ["Nettle, Dandelion, Danewort, Dandelion"]),
        ("netle, dandelin, danewrt, taraxcum, urtca", []),
    ],
)
def test_what_is_near_a_name_is_offered_the_nearest_first(typed: str, offers: list[str]) -> None:
    assert offers == [each.answers["field"] for each in error(typed).offers]


def test_of_many_meanings_four_are_offered() -> None:
    assert [
        "Dandelion, Vitamin B12, Vitamin B12",
        "Dandelion, Vitamin B12, Vitamin B6",
        "Dandelion, Vitamin B6, Vitamin B12",
        "Dandelion, Vitamin B6, Vitamin B6",
    ] == [each.label for each in error("dan, vitamin, vit").offers]


def test_what_is_longer_than_all_its_names_and_a_thousand_letters_is_no_list() -> None:
    few = Several(label="Weeds", options=(NETTLE,))
    longest = "nettle," * 144  # 1,008 letters: 1,000, and "nettle, "

    assert (NETTLE,) == few.read(longest, "field")
    too_long = error(f"{longest},", few)
    assert ("field", "several") == too_long[:2]
    assert too_long.text.startswith("Weeds is too long: “nettle,nettle")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("rose", [Unlisted("rose")]),
        ("rose, Rose", [Unlisted("rose")]),
        ("netle", [Unlisted("netle", ("Nettle",))]),
        ("dan, rose", [Unlisted("dan", ("Dandelion", "Danewort")), Unlisted("rose")]),
        ("my nettle", [Unlisted("my nettle", ("Nettle",))]),
        ("rose, urtica", ["nettle", Unlisted("rose")]),
    ],
)
def test_what_is_not_on_the_list_may_be_kept_with_what_is_near(
    typed: str, kept: list[object]
) -> None:
    assert kept == [each.value for each in KEPT.read(typed, "field")]


@pytest.mark.parametrize("typed", ["12", "r" * 41, "nettle dandelion", "none\u200b, ", ","])
def test_what_can_be_no_name_or_is_two_is_not_kept(typed: str) -> None:
    assert "several" == error(typed, KEPT).code


def test_what_is_kept_is_read_back_as_it_was_typed() -> None:
    assert "Nettle; rose" == KEPT.words(KEPT.read("rose, urtica", "field"))


@pytest.mark.parametrize(("typed", "offers"), [("rose", 0), ("dan, vitamin, vit", 4)])
def test_beside_what_is_kept_four_meanings_are_offered_at_most_and_none_where_none_is_near(
    typed: str, offers: int
) -> None:
    with pytest.raises(InputError) as invalid:
        KEPT.check(KEPT.read(typed, "field"), "field", confirmed=False)

    assert offers == len(invalid.value.errors[0].offers)


def test_40_letters_may_be_a_name() -> None:
    assert [Unlisted("r" * 40)] == [each.value for each in KEPT.read("r" * 40, "field")]


def test_what_is_not_on_the_list_is_confirmed_first_and_what_is_near_offered() -> None:
    read = KEPT.read("rose, netle, urtica", "field")

    KEPT.check(read, "field", confirmed=True)
    KEPT.check(KEPT.read("nettle", "field"), "field", confirmed=False)
    with pytest.raises(InputError) as invalid:
        KEPT.check(read, "field", confirmed=False)
    (found,) = invalid.value.errors
    assert (
        "field",
        "confirm",
        "Weeds: “rose”, “netle”: not of the list. If it is right, tick that you have checked it",
    ) == found[:3]
    assert [("Nettle", {"field": "nettle, rose, Nettle"})] == [each[:2] for each in found.offers]


@pytest.mark.parametrize(
    "option", [Option("b", "A", 0), Option("b", "B", 0, words=("a",)), Option("none", "B", 0)]
)
def test_a_name_that_means_two_is_a_fault(option: Option) -> None:
    with pytest.raises(ValueError, match=r"^List has a condition, or names that mean two: \['"):
        Several(label="List", options=(Option("a", "A", 0), option))
