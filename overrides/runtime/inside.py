"""What runs inside Pyodide, under Node: compiles, zips and compresses, always to the same bytes.

The host's Python has no part in it: its bytecode, its zlib and its version may differ from one
machine to the next, the runtime's do not. The host mounts the folders read and written here:

    /runtime  this folder
    /calc     the calculators' sources
    /library  what `library` wrote, for `bundle` to read
    /out      where the results go
"""

import base64
import gzip
import hashlib
import io
import json
import marshal
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any

UNCHECKED_HASH = (0b01).to_bytes(4, "little") + bytes(8)
"""The flags of a .pyc that is never compared with its source, and the place of the hash."""

PIECE = 300_000
"""Bytes of a file in one packed script: few enough to be a sign of life on a slow line."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The one date in the zip, and the earliest that a zip can hold."""

NOWHERE = 0b1_1111_000
"""An entry in a code's table of lines that has none; its last three bits hold the length less 1."""

COMMAND_LINE = ("__main__.py", "batch.py")
"""What a page has no use for: it answers one person."""
CUSTOM = "sitecustomize.py"
"""What Python runs as it starts."""
BUNDLE = "present/built.py"
"""Which of the calculators' sources says which bundle it is part of."""

STDLIB = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"


def library() -> None:
    """Writes /out/library.zip, the chosen modules of the library, and packs cores and script."""
    with zipfile.ZipFile(STDLIB) as stock:
        names = set(stock.namelist())
        paths = [_path_of(module, names) for module in _modules()]
        files = [(f"{path}c", bytecode(stock.read(path), f"{STDLIB}/{path}")) for path in paths]
    Path("/out/library.zip").write_bytes(stored(files))
    for core in Path("/out/plain").iterdir():
        Path("/out", core.name).write_bytes(compressed(core.read_bytes()))
    Path("/out/asm.bin").write_bytes(compressed(Path("/out/asm.js").read_bytes()))


def bundle(compiled: str) -> None:
    """Writes py.bin with the codes of the file /out/`compiled`, and packs the files as text."""
    started(compiled)
    summed()
    packed()


def calculators() -> None:
    """Writes /out/plain/py.bin: the library's part and the calculators, as one zip."""
    files = held("/library/library.zip")
    files.append((f"{CUSTOM}c", bytecode(Path("/runtime", CUSTOM).read_bytes(), f"/{CUSTOM}")))
    sources = sources_of(Path("/calc"))
    for name, source in sources.items():
        path = f"calc/{name}"
        if name == BUNDLE:
            source = source.replace(b'DIGEST = ""', f'DIGEST = "{digest(sources)}"'.encode())
        if name not in COMMAND_LINE:
            files.append((f"{path}c", bytecode(source, f"/{path}")))
    Path("/out/plain/py.bin").write_bytes(stored(files))


def started(compiled: str) -> None:
    """Puts what Python compiled as it started into plain/py.bin, and writes /out/py.bin."""
    note = Path("/out", compiled)
    codes = marshal.loads(note.read_bytes())
    note.unlink()
    leaner = settled(lambda: {number: without_lines(codes[number]) for number in sorted(codes)})
    files = stored([*held("/out/plain/py.bin"), (compiled, leaner)])
    Path("/out/plain/py.bin").write_bytes(files)
    Path("/out/py.bin").write_bytes(compressed(files))


def held(archive: str) -> list[tuple[str, bytes]]:
    """The files of a zip, each with its name."""
    with zipfile.ZipFile(archive) as files:
        return [(name, files.read(name)) for name in files.namelist()]


def sources_of(calc: Path) -> dict[str, bytes]:
    """Every source of the calculators, by its name within them."""
    files = sorted(calc.rglob("*.py"))
    return {file.relative_to(calc).as_posix(): file.read_bytes() for file in files}


def digest(parts: Mapping[str, bytes]) -> str:
    """Twelve hex digits that stand for the parts, their names and their order."""
    whole = hashlib.sha256()
    for name, content in parts.items():
        whole.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()[:12]


def summed() -> None:
    """Begins /out/boot.js with Adler's sum of every file that it fetches, by name."""
    boot = Path("/out/boot.js")
    files = sorted(file for file in Path("/out").rglob("*") if file.is_file() and file != boot)
    sums = {str(file.relative_to("/out")): zlib.adler32(file.read_bytes()) for file in files}
    boot.write_text(f"self.sums = {json.dumps(sums)};\n\n{boot.read_text()}", encoding="utf-8")


def packed() -> None:
    """Writes /out/packed: the runtime's files as text in scripts, for where nothing can be fetched.

    index.js has the bytes of all and Adler's sum of each piece: base64 of a part of a file, gzip.
    """
    texts: dict[str, str] = {}
    for name in ("boot.js", "loader.js", "py.bin", "whole.bin", "whole.js"):
        content = Path("/out", name).read_bytes()
        whole = content if name.endswith(".bin") else compressed(content)
        for place, start in enumerate(range(0, len(whole), PIECE)):
            part = whole[start : start + PIECE]
            texts[f"{name}-{place:02}"] = base64.b64encode(part).decode()
    sums = {name: zlib.adler32(text.encode()) for name, text in texts.items()}
    index = {"bytes": sum(map(len, texts.values())), "sums": sums, "texts": {}}
    scripts = {"index": f"self.pieces = {json.dumps(index)};\n"}
    scripts |= {name: f'self.pieces.texts["{name}"] = "{text}";\n' for name, text in texts.items()}
    Path("/out/packed").mkdir()
    for name, script in scripts.items():
        Path("/out/packed", f"{name}.js").write_text(script, encoding="ascii")


def bytecode(source: bytes, filename: str) -> bytes:
    """The .pyc of a source, in which `filename` is the only path.

    It has neither docstrings nor asserts, nor does it know its lines: half the bytes.
    """

    def code() -> CodeType:
        return without_lines(compile(source, filename, "exec", dont_inherit=True, optimize=2))

    return MAGIC_NUMBER + UNCHECKED_HASH + settled(code)


def settled(make: Callable[[], Any]) -> bytes:
    """What `make` makes, as marshal writes it: always the same bytes.

    What marshal writes depends on the company that a code keeps: on who else holds its constants,
    and on whether a name of it was interned before. So the code is written, read back (now only
    itself holds its constants), and all of this is done twice: the second time every name of it
    is interned already, whatever was compiled before.
    """
    rounds = [marshal.loads(marshal.dumps(make())) for _ in range(2)]
    return marshal.dumps(rounds[-1])


def without_lines(code: CodeType) -> CodeType:
    """The same code, and the codes in it, whose tables of lines say of no instruction where it is.

    A byte of such a table stands for up to eight instructions (Python's source,
    `InternalDocs/code_objects.md`, kind 15). Without any, traceback itself would fail.
    """
    constants = (
        without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts
    )
    instructions = len(code.co_code) // 2
    lengths = (min(8, instructions - start) for start in range(0, instructions, 8))
    nowhere = bytes(NOWHERE | length - 1 for length in lengths)
    return code.replace(co_linetable=nowhere, co_consts=tuple(constants))


def stored(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip in order of name. It is not compressed itself, because what holds it is."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content)
    return target.getvalue()


def compressed(content: bytes) -> bytes:
    """Gzip without a date. Its own length and checksum tell the browser of a damaged file."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def _modules() -> list[str]:
    lines = Path("/runtime/library.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _path_of(module: str, names: set[str]) -> str:
    """Where the module stands in the stock zip. Refuses a module that is not there."""
    path = module.replace(".", "/")
    for candidate in (f"{path}.py", f"{path}/__init__.py"):
        if candidate in names:
            return candidate
    raise LookupError(f"library.txt names {module}, which this Pyodide does not have")
