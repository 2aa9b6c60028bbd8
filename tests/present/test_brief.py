"""What is copied for a patient's record: few lines, with all that is given and all that warns."""

from calc.model.outcomes import Answer
from calc.model.pictures import Bands, Picture, Vessels
from calc.present import axis, vessels
from calc.present.brief import render_brief
from calc.present.picture import Place, place_of
from calc.present.text import box_of
from tests.cases import Case, cases
from tests.catalogue.walk import outcome_of
from tests.every import every_answer, of_every

MOST_LINES = 9  # the page adds when it was calculated
TILED = ("foscarnet-plan", "foscarnet-infusion")
"""The calculators whose card says in tiles what is set at the bedside."""

every_tiled = of_every(
    [case for case in cases("answer") if case.calculator in TILED], lambda case: case.name
)


def answer_of(case: Case) -> Answer:
    """What a case answers."""
    answer = outcome_of(case).answer
    assert answer
    return answer


def in_words(picture: Picture) -> str:
    """What a picture of such a card says; of no other kind is there one."""
    assert isinstance(picture, Vessels | Bands)
    return vessels.in_words(picture) if isinstance(picture, Vessels) else axis.in_words(picture)


@every_tiled
def test_a_card_with_tiles_is_copied_in_few_lines(case: Case) -> None:
    assert len(render_brief(outcome_of(case)).splitlines()) <= MOST_LINES


@every_tiled
def test_what_is_set_at_the_bedside_is_copied(case: Case) -> None:
    copied = render_brief(outcome_of(case))
    tiles = [words for tile in answer_of(case).tiles for words in (tile.text, tile.limit)]

    assert tiles
    assert [] == [words for words in tiles if words not in copied]


@every_tiled
def test_what_is_drawn_on_the_card_is_copied_in_words(case: Case) -> None:
    copied = render_brief(outcome_of(case))
    drawn = [each for each in answer_of(case).pictures if place_of(each) is Place.GLANCE]

    assert drawn
    assert [] == [each for each in drawn if in_words(each) not in copied]


@every_answer
def test_what_warns_and_what_stops_is_copied(case: Case) -> None:
    outcome = outcome_of(case)
    box = box_of(outcome)
    warns = [caution.text for caution in outcome.cautions]
    stops = [item.text for item in box.items] if box else []
    copied = render_brief(outcome)

    assert [] == [words for words in (*warns, *stops) if words not in copied]


@every_answer
def test_what_is_given_is_copied_first(case: Case) -> None:
    answer = answer_of(case)
    first = render_brief(outcome_of(case)).partition("\n")[0]

    assert [] == [each for each in (answer.headline, answer.beneath) if each not in first]
