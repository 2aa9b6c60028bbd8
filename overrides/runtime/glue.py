"""Pyodide's script around its core, without what never runs: core.py does the same with the core.

A function that was never called keeps its name; its body becomes the one call that stops Python.
And a name under which the script hands a function to others goes where no script has that name.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

STORED = Path(__file__).with_name("glue.txt")
"""The hash of the script, then where the bodies stand that are cut: 20-80 is 60 characters."""
SMALL = 60
"""Characters of a body that is not cut, whether it ran or not: the margin, as in core.py."""
STRICT = '"use strict";\n'
"""How the script begins; it must stand first."""
TRAP = 'const trap=()=>{onTrap();throw new WebAssembly.RuntimeError("a function was cut")};'
"""What stands in the place of a body, as a trap does in the core. The worker has `onTrap`: whoever
catches the error, this Python answers nobody."""
BODY = re.compile(
    r"(?:async )?(?:function )?[\w$]*\([\w$,]*\)\{"  # a function with a name or without, a method
    r"|(?:async )?(?:\([\w$,]*\)|[\w$]+)=>\{"
)
"""How a function begins whose body can be cut: it has braces, and its arguments no defaults."""
OF_THE_CORE = re.compile(r'var ([\w$]+)=Module\["\1"\]=wasmExports\["[\w$]+"\];')
OF_THE_SCRIPT = re.compile(r'Module\["([\w$]+)"\]=\1;')
WORD = re.compile(r"[\w$]+")


def cut(script: str, beside: str) -> str:
    """The script without the bodies that are stored, and without names that neither it nor the
    script `beside` has.

    Raises ValueError for another script than the one that was watched.
    """
    name, *stored = STORED.read_text(encoding="ascii").split()
    if name != hash_of(script):
        raise ValueError(f"{STORED.name} is of another Pyodide: run `make core`")
    ends = [tuple(map(int, each.split("-"))) for each in stored]
    return without_names(with_traps(script, ((first, last) for first, last in ends)), beside)


def hash_of(script: str) -> str:
    """Which script it is."""
    return hashlib.sha256(script.encode()).hexdigest()


def bodies(script: str, functions: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the bodies stand, within their braces, of those functions which can be cut."""
    found = []
    for first, last in sorted(functions):
        begins = BODY.match(script, first)
        if begins and script[last - 1] == "}" and last - 1 - begins.end() > SMALL:
            found.append((begins.end(), last - 1))
    return found


def unneeded(
    bodies: Iterable[tuple[int, int]], ran: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The bodies that hold none which ran; of one within another only the outer one."""
    needed = sorted(first for first, _ in ran)
    found: list[tuple[int, int]] = []
    for first, last in sorted(bodies):
        within = found and first < found[-1][1]
        if not within and not any(first <= each < last for each in needed):
            found.append((first, last))
    return found


def with_traps(script: str, bodies: Iterable[tuple[int, int]]) -> str:
    """The script in which each of these bodies, in their order, is a trap."""
    left, place = [], len(STRICT)
    for first, last in bodies:
        left.append(script[place:first])
        place = last
    return STRICT + TRAP + "trap()".join([*left, script[place:]])


def without_names(script: str, beside: str) -> str:
    """The script that hands out no function under a name which nobody has."""
    has, others = Counter(WORD.findall(script)), set(WORD.findall(beside))

    def named(handed: re.Match[str]) -> str:
        own = WORD.findall(handed[0]).count(handed[1])
        return handed[0] if has[handed[1]] > own or handed[1] in others else ""

    def asked(handed: re.Match[str]) -> str:
        name = re.escape(handed[1])
        ways = len(re.findall(rf'Module(?:\.{name}\b|\["{name}"\])', script))
        return handed[0] if ways > 1 or handed[1] in others else ""

    return OF_THE_SCRIPT.sub(asked, OF_THE_CORE.sub(named, script))


def counting(script: str, bodies: Iterable[tuple[int, int]]) -> str:
    """The script that notes, in the set `called`, where each body begins that is run."""
    noting, place = [], len(STRICT)
    for first, _ in bodies:
        noting.append(f"{script[place:first]}called.add({first});")
        place = first
    return "".join((STRICT, "globalThis.called ??= new Set();", *noting, script[place:]))
