"""The pages and the lines of the navigation that follow from the calculators: a hook of MkDocs.

A calculator's own page is written in docs/calculators. What it is for frames follows from that one.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from calc.catalogue import CATALOGUE
from calc.model.calculator import Calculator
from overrides.markdown.calculators import is_part
from overrides.markdown.register import DOCS

LISTED = "Calculators"
"""The part of the navigation in mkdocs.yml that the calculators' pages follow, after its first."""
PARTS = "Parts of the plan"
FRAME = """\
---
title: {quoted}
description: This calculator alone, for a frame in another page.
template: embed.html
search: {{exclude: true}}
{kept}
---

# {title}

::: calculator {name}
"""
KEPT = re.compile(r"^(?:owner|reviewed|review_by): .*$", re.MULTILINE)
"""Who keeps a page, and its two days: a page for frames has those of the calculator's own page."""


def pages(kind: Callable[[Calculator[Any]], bool] = lambda each: True) -> list[str]:
    """The pages below docs/ of the calculators of a kind, in the order of the registry."""
    return [f"calculators/{each.name}.md" for each in CATALOGUE.values() if kind(each)]


def frames() -> Iterator[tuple[str, str]]:
    """Where each page for frames stands below docs/, and its Markdown."""
    for page, each in zip(pages(), CATALOGUE.values(), strict=True):
        kept = "\n".join(KEPT.findall((DOCS / page).read_text(encoding="utf-8")))
        quoted = json.dumps(each.title, ensure_ascii=False)
        text = FRAME.format(title=each.title, quoted=quoted, name=each.name, kept=kept)
        yield f"embed/{each.name}/index.md", text


def on_config(config: Any) -> None:
    """Put the calculators' pages into the navigation: the plan, its parts, and the others."""
    wholes, parts = pages(lambda each: each.leads), pages(is_part)
    others = pages(lambda each: not each.leads and not is_part(each))
    for part in config.nav:
        if LISTED in part:
            first, *rest = part[LISTED]
            part[LISTED] = [first, *wholes, {PARTS: parts}, *others, *rest]


def on_files(files: Any, config: Any) -> None:
    """Add the pages for frames: nobody writes them, and they lie in no folder."""
    file = type(next(iter(files)))  # MkDocs' kind of file, or ProperDocs'
    for place, text in frames():
        files.append(file.generated(config, place, content=text))
