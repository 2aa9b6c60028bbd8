"""Reads HTML back as elements, so that the tests can ask what a person would find."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from calc.present.result import render_html
from tests.cases import Case
from tests.catalogue.walk import outcome_of

VOID = {"input", "br", "hr"}


class Element:
    """An element with its attributes, its parent, and its children: elements and texts."""

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    def __contains__(self, attribute: str) -> bool:
        return attribute in self.attributes

    def within(self) -> Iterator["Element"]:
        """Every element inside this one."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.within()

    def all(self, element: str = "", /, **wanted: str) -> list["Element"]:
        """Elements inside with this name and these attributes; `class_` is one of its classes."""
        return [each for each in self.within() if element in ("", each.name) and each.has(wanted)]

    def one(self, element: str = "", /, **wanted: str) -> "Element":
        """The one such element."""
        (found,) = self.all(element, **wanted)
        return found

    def has(self, wanted: dict[str, str]) -> bool:
        """Whether the attributes are as wanted."""
        asked = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
        return all(
            value in self.attributes.get(key, "").split()
            if key == "class"
            else self.attributes.get(key) == value
            for key, value in asked.items()
        )

    def texts(self) -> list[str]:
        """The text nodes inside, in order."""
        return [
            text
            for child in self.children
            for text in ([child] if isinstance(child, str) else child.texts())
        ]

    @property
    def text(self) -> str:
        """All text inside, as one."""
        return "".join(self.texts())

    def is_translated(self) -> bool:
        """Whether a browser that translates the page may put other words here."""
        return not any(
            "no" == each.attributes.get("translate") for each in (self, *self.ancestors())
        )

    def ancestors(self) -> Iterator["Element"]:
        """The elements around this one, nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.ancestors()


class Reader(HTMLParser):
    """Builds the elements; raises where one is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave the element that closes."""
        assert tag == self.at.name, f"</{tag}> closes <{self.at.name}>"
        assert self.at.parent
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.at.children.append(data)


def read(html: str) -> Element:
    """The elements of a piece of HTML."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.name}> is not closed"
    return reader.root


@cache
def page_of(case: Case) -> Element:
    """The result of a worked example, as a person finds it; each is drawn and read once."""
    return read(render_html(outcome_of(case)))
