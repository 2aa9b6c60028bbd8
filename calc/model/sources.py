"""Where a number, a rule or a sentence comes from."""

from typing import NamedTuple


class Cite(NamedTuple):
    """A place in a source; `locator` is empty where the whole source is meant."""

    source: "Source"
    locator: str = ""


class Source(NamedTuple):
    """What is printed of a source. `key` points at its full record in docs/references.json.

    `status` says how the source was read, and when.
    """

    key: str
    title: str
    status: str

    def __str__(self) -> str:
        return f"{self.title} ({self.status})"

    def at(self, locator: str) -> Cite:
        """The citation of one place in this source, such as a section or a table."""
        return Cite(self, locator)


SITE_RULE = Source("site-rule", "Rule of this site", "not of the label; November 2026")
"""The source of what no source says: every use of it is shown as this site's own rule."""
