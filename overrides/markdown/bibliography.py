"""`::: bibliography`: every source of the register by its kind, and the pages that cite it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from calc.clinical import sources as of_calculators
from calc.model.sources import Source
from overrides.markdown.citations import NO_CITATION, Unreadable, citations
from overrides.markdown.page import fault, title_of
from overrides.markdown.register import DOCS, Stash, load_references

type ReadThrough = Callable[[str], str]  # a page's Markdown, with what its blocks write in it

KINDS = {
    "label": "Labels and product information",
    "guideline": "Guidelines",
    "trial": "Trials",
    "cohort": "Cohorts",
    "case series": "Case series",
    "review": "Reviews",
    "handbook": "Handbooks and monographs",
    "hospital policy": "Hospital policies",
    "standard": "Standards of safety",
    "site rule": "Rules of this site",
    "machine-written answer": "Machine-written answers, cited only where they are judged",
}


def bibliography(read_through: ReadThrough, stash: Stash) -> Iterator[str]:
    """The lines: a heading for each kind; each record, how it was read, who cites it."""
    citing = citing_pages(read_through)
    sources = sorted(load_references().values(), key=lambda each: each.short.lower())
    for kind, heading in KINDS.items():
        yield from ("", f"## {heading}", "")
        for source in (each for each in sources if each.kind == kind):
            yield from (f"### {source.short} {{ #{source.key} }}", "")
            yield from (f"{stash(f'<span>{source.html}</span>')} {source.status}", "")
            yield from (f"Cited in: {'; '.join(citing.get(source.key, []))}.", "")


def citing_pages(read_through: ReadThrough, docs: Path = DOCS) -> dict[str, list[str]]:
    """For each key the pages that cite it, as Markdown links, and whether the calculators do."""
    citing: dict[str, list[str]] = {}
    for page in sorted(docs.rglob("*.md")):
        text = read_through(page.read_text(encoding="utf-8"))
        link = f"[{title_of(page)}](/{page.relative_to(docs).as_posix()})"
        try:
            places = citations(text)
        except Unreadable as error:
            raise fault(page.relative_to(docs).as_posix(), str(error), NO_CITATION) from error
        for key in dict.fromkeys(place.key for place in places):
            citing.setdefault(key, []).append(link)
    for source in vars(of_calculators).values():
        if isinstance(source, Source):
            citing.setdefault(source.key, []).append("the calculators")
    return citing
