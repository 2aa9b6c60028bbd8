"""Pyodide's core as WebAssembly: its functions counted while they run, and those that never do cut.

The calculators call a part of its functions. One that is cut keeps its number, its type
and its name; its body becomes the one instruction that traps. Nothing else is touched: the data is
whole, since a table of zeros would answer wrongly where a missing function cannot answer at all.

WebAssembly core specification 2.0, section 5 (binary format)."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

STORED = Path(__file__).with_name("core.txt")
"""The hash of the core, then the numbers of the functions that ran: 2-5 stands for 2, 3, 4, 5."""
SMALL = 80
"""Bytes of a body that is not cut, whether it ran or not: the margin, for what it hardly costs."""

IMPORTS, GLOBALS, EXPORTS, CODE = 2, 6, 7, 10
"""The numbers of sections."""
A_TABLE, A_MEMORY, A_GLOBAL, A_TAG = 1, 2, 3, 4
"""The numbers of kinds of imports and exports; a function is 0."""
TRAPS = b"\x00\x00\x0b"
"""A body without locals: `unreachable`, `end`."""
RAN = "ran"
"""How the names begin of the globals in which the counting copy marks what ran."""
BITS = 30
"""How many functions each of them has room for: as many as a number in one register has no sign."""


def kept(core: bytes) -> set[int]:
    """The numbers of the functions to keep: those that ran, and the small ones.

    Raises ValueError for another core than the one that was watched.
    """
    name, *spans = STORED.read_text(encoding="ascii").split()
    if name != hashlib.sha256(core).hexdigest():
        raise ValueError(f"{STORED.name} is of another Pyodide: run `make core`")
    ends = (map(int, span.split("-")) for span in spans)
    ran = {each for first, last in ends for each in range(first, last + 1)}
    return ran | {each for each, body in enumerate(bodies(core)) if len(body) <= SMALL}


def bodies(core: bytes) -> list[bytes]:
    """The body of each function, in the order of their numbers; those imported are not counted."""
    content = next(content for number, content in sections(core) if number == CODE)
    many, place = number_at(content, 0)
    found = []
    for _ in range(many):
        length, place = number_at(content, place)
        found.append(content[place : place + length])
        place += length
    return found


def cut(core: bytes, kept: Collection[int]) -> bytes:
    """The core in which every function traps whose number is not among those `kept`."""
    left = (body if each in kept else TRAPS for each, body in enumerate(bodies(core)))
    return _replaced(core, {CODE: _all(left)})


def counting(core: bytes) -> bytes:
    """The core that marks each function that is called: a bit in globals that it exports."""
    parts = dict(sections(core))
    first = _imported(parts[IMPORTS], A_GLOBAL) + number_at(parts[GLOBALS], 0)[0]
    whole = bodies(core)
    marks = range(-(-len(whole) // BITS))
    zero = b"\x7f\x01\x41\x00\x0b"  # an i32 that may change, 0 at first
    new = {
        GLOBALS: _with(parts[GLOBALS], [zero for _ in marks]),
        EXPORTS: _with(parts[EXPORTS], [_named(each, first + each) for each in marks]),
        CODE: _all(_counted(first, each, body) for each, body in enumerate(whole)),
    }
    return _replaced(core, new)


def sections(core: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the content of each section."""
    place = 8
    while place < len(core):
        section = core[place]
        length, place = number_at(core, place + 1)
        yield section, core[place : place + length]
        place += length


def number_at(content: bytes, place: int) -> tuple[int, int]:
    """The number that stands there in LEB128, without a sign, and the place behind it."""
    value = shift = 0
    while True:
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, place


def number(value: int, last: int = 0x7F) -> bytes:
    """A number of zero or more in LEB128, whose last byte is no more than `last`."""
    written = bytearray()
    while value > last:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])


def constant(value: int) -> bytes:
    """The same for where numbers have a sign, which stands in a bit of the last byte."""
    return number(value, 0x3F)


def _imported(content: bytes, wanted: int) -> int:
    """How many imports of this kind there are."""
    many, place = number_at(content, 0)
    found = 0
    for _ in range(many):
        for _name in ("module", "field"):
            length, place = number_at(content, place)
            place += length
        kind = content[place]
        found += kind == wanted
        place = _after_import(kind, content, place + 1)
    return found


def _after_import(kind: int, content: bytes, place: int) -> int:
    """The place behind what an import says of its type."""
    if kind == A_GLOBAL:
        return place + 2
    if kind in (A_TABLE, A_MEMORY):
        place += kind == A_TABLE
        limited, place = number_at(content, place)
        for _ in range(1 + limited % 2):
            _, place = number_at(content, place)
        return place
    if kind == A_TAG:
        place += 1
    return number_at(content, place)[1]


def _counted(first: int, each: int, body: bytes) -> bytes:
    """The body, which first sets its bit: `global.get`, `i32.const`, `i32.or`, `global.set`."""
    many, after = number_at(body, 0)
    for _ in range(many):
        _, after = number_at(body, after)
        after += 1
    place, bit = divmod(each, BITS)
    mark = b"\x23" + number(first + place) + b"\x41" + constant(1 << bit) + b"\x72\x24"
    return body[:after] + mark + number(first + place) + body[after:]


def _named(each: int, place: int) -> bytes:
    """The export of a global of this number."""
    name = f"{RAN}{each}".encode()
    return number(len(name)) + name + bytes([A_GLOBAL]) + number(place)


def _with(content: bytes, more: list[bytes]) -> bytes:
    """The content of a section with more at its end."""
    many, place = number_at(content, 0)
    return number(many + len(more)) + content[place:] + b"".join(more)


def _all(each: Iterable[bytes]) -> bytes:
    """The content of the section of code with these bodies."""
    written = [number(len(body)) + body for body in each]
    return number(len(written)) + b"".join(written)


def _replaced(core: bytes, new: Mapping[int, bytes]) -> bytes:
    """The core with other contents of some of its sections."""
    parts = ((section, new.get(section, content)) for section, content in sections(core))
    written = (bytes([each]) + number(len(content)) + content for each, content in parts)
    return core[:8] + b"".join(written)
