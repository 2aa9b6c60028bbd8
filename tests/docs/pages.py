"""The pages of the docs, and what each says of itself."""

from typing import Any

from mkdocs.utils.meta import get_data

from overrides.markdown.register import DOCS

EVERY = sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md"))
DECISIONS = [name for name in EVERY if name.startswith("project/decisions/")]
NAMES = [name for name in EVERY if name not in DECISIONS]


def front_matter(name: str) -> dict[str, Any]:
    """What a page says of itself above its text."""
    matter: dict[str, Any] = get_data((DOCS / name).read_text(encoding="utf-8"))[1]
    return matter
