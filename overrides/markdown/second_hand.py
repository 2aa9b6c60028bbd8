"""`::: second-hand`: the sources that were not read in themselves."""

from collections.abc import Iterator

from overrides.markdown.register import BIBLIOGRAPHY, Stash, load_references


def second_hand(stash: Stash) -> Iterator[str]:
    """The lines: each source that was not read in itself, and how it is known."""
    for source in sorted(load_references().values(), key=lambda each: each.short.lower()):
        if source.read in ("reprint", "second hand", "not read"):
            yield f"- [{source.short}]({BIBLIOGRAPHY}#{source.key}): {source.status}[@{source.key}]"
