"""Abbreviations are explained where they stand, from one glossary."""

from markdown import Markdown

from overrides.markdown.glossary import entries


def test_an_abbreviation_carries_its_meaning() -> None:
    markdown = Markdown(extensions=["abbr", "overrides.markdown.glossary"])

    expected = '<p>Swab for <abbr title="herpes simplex virus">HSV</abbr>.</p>'
    assert expected == markdown.convert("Swab for HSV.")


def test_every_entry_is_listed_once_in_alphabetical_order() -> None:
    names = [short for short, _ in entries()]

    assert sorted(set(names), key=str.lower) == names
