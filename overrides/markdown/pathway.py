"""`::: pathway`: the stages of the pathway, each a box of a picture that leads to its section.

The picture is a list: the style sheet draws the boxes and the arrows, and the link of a stage
covers all of it.
"""

from collections.abc import Iterator

from calc.catalogue import CATALOGUE
from calc.model.sources import SITE_RULE, Cite
from calc.model.statements import Stage
from calc.pages import STAGES
from overrides.markdown.calculators import link
from overrides.markdown.register import Stash


def pathway(stash: Stash) -> Iterator[str]:
    """The lines of the list."""
    for stage in STAGES:
        yield from item(stage)


def item(stage: Stage) -> Iterator[str]:
    """A stage as an item of a Markdown list: its box with its link, words, sources and calculator,
    and the box of its way out where it has one.
    """
    cites = "; ".join(map(cited, stage.cites))
    numbers = f"<br>Numbers: {link(CATALOGUE[stage.calculator])}" if stage.calculator else ""
    title = f"**[{stage.title}](#{stage.id})**"
    yield from (f"1.  {title}<br>{stage.text}[{cites}]{numbers}", "    { .pathway-step }", "")
    if stage.way_out:
        yield from (f"    {stage.way_out}", "    { .pathway-exit }", "")


def cited(cite: Cite) -> str:
    """A place in a source as a page cites it; a rule of this site has none."""
    own = cite.source == SITE_RULE
    return f"@{cite.source.key}" if own else f"@{cite.source.key}, {cite.locator}"
