"""Hidden words go into the index of the search, where they are meant to be."""

import pytest

from overrides.site.finding import Index, Unplaced, find_by

INDEX: Index = {
    "config": {"fields": {"title": {"boost": 1}}},
    "docs": [
        {"location": "rate.html", "title": "Rate", "text": "Foscarnet runs for an hour."},
        {"location": "rate.html#fluid", "title": "Fluid", "text": "Saline."},
    ],
}
SAME = 'same = [["foscarnet", "Foscavir"]]'


def test_what_is_typed_for_a_place_is_found_there_alone() -> None:
    words = f'{SAME}\n[typed]\n"rate.md#fluid" = ["bolus", "how much", "how little"]'
    _, fluid = find_by(INDEX, words)["docs"]

    assert ("bolus", "how much little") == (fluid["typed"], fluid["phrased"])


def test_a_text_is_found_by_the_other_words_for_what_it_names() -> None:
    rate, fluid = find_by(INDEX, f"{SAME}\n[typed]")["docs"]

    assert "Foscavir" == rate["also"]
    assert INDEX["docs"][1] == fluid


def test_words_for_a_place_that_no_page_has_stop_the_build() -> None:
    with pytest.raises(Unplaced, match=r"rate\.html#gone"):
        find_by(INDEX, f'{SAME}\n[typed]\n"rate.md#gone" = ["bolus"]')
