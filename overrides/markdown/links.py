"""Links as a page needs them.

One that begins at docs/, such as `/evidence/bibliography.md`, starts from its page instead: what
several pages draw cannot know where it will stand, and only MkDocs reads such a link as meant. That
of a heading to itself is no stop of the Tab key: there is one beside every heading.
"""

from posixpath import dirname, relpath
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from overrides.markdown import order
from overrides.markdown.page import page_of


class Links(Treeprocessor):
    """Writes each such link anew."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.md = md

    def run(self, root: Element) -> None:
        """Change the links of a page that a site builder reads."""
        for link in root.iter("a"):
            if link.get("class") == "headerlink":
                link.set("tabindex", "-1")
        page = page_of(self.md)
        if page is None:
            return
        for link in root.iter("a"):
            address = link.get("href", "")
            if address.startswith("/"):
                path, mark, place = address[1:].partition("#")
                link.set("href", relpath(path, dirname(page) or ".") + mark + place)


class LinkExtension(Extension):
    """Registers the step."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Links are written anew before a site builder looks where they lead."""
        md.treeprocessors.register(Links(md), "links", order.LINKS)


makeExtension = LinkExtension
