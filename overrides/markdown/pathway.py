"""`::: pathway`: the stages of the pathway as a picture, and as the list that says the same."""

from collections.abc import Iterator

from calc.catalogue import CATALOGUE
from calc.model.sources import SITE_RULE, Cite
from calc.model.statements import Stage
from calc.pages import STAGES
from calc.present.route import draw_way
from overrides.markdown.calculators import link
from overrides.markdown.register import Store
from overrides.markdown.unbroken import together


def pathway(store: Store) -> Iterator[str]:
    """The lines: the picture, then the list."""
    yield from (store(together(draw_way(STAGES))), "", *map(item, STAGES), "")


def item(stage: Stage) -> str:
    """A stage as an item of a Markdown list, with its links, its way out and its sources."""
    out = f" *{stage.way_out}*" if stage.way_out else ""
    cites = "; ".join(map(cited, stage.cites))
    numbers = f"<br>Numbers: {link(CATALOGUE[stage.calculator])}" if stage.calculator else ""
    return f"1. **[{stage.title}](#{stage.id})**[{cites}]<br>{stage.text}{out}{numbers}"


def cited(cite: Cite) -> str:
    """A place in a source as a page cites it; a rule of this site has none."""
    own = cite.source == SITE_RULE
    return f"@{cite.source.key}" if own else f"@{cite.source.key}, {cite.locator}"
