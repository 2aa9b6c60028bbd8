"""`::: calculators`: every calculator of the registry; `embed` adds how another page shows it."""

from collections.abc import Iterator

from calc.catalogue import CATALOGUE


def calculators(embed: bool = False) -> Iterator[str]:
    """The lines of a table: each calculator's title, linked to its page, and what it computes.

    With `embed`, its name and its address for frames too.
    """
    heads = ("Calculator", "What it computes", *(("Its name", "Its address") if embed else ()))
    yield _row(*heads)
    yield _row(*("---" for _ in heads))
    for each in CATALOGUE.values():
        frame = (f"`{each.name}`", f"`embed/{each.name}/index.html`") if embed else ()
        yield _row(f"[{each.title}](/calculators/{each.name}.md)", each.about, *frame)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
