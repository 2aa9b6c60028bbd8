"""What runs inside Pyodide, under Node, to make a release: another zlib writes other bytes.

/overrides  the package that this is part of
/unpacked   what the release holds
/out        where the zip goes
"""

import time
import zipfile
from pathlib import Path

from overrides.runtime.inside import compressed

UNPACKED = Path("/unpacked")
TO_BE_EDITED = UNPACKED / "site" / "embed" / "hosts.js"
"""Whoever edits it would not think of its siblings."""
COMPRESSIBLE = (".html", ".css", ".js", ".svg", ".txt", ".json")


def compressible(file: Path) -> bool:
    """Whether a file holds nothing compressed yet."""
    return file.suffix in COMPRESSIBLE or file.parent.name == "plain"


def siblings() -> None:
    """Writes NAME.gz beside each file of the site that gets smaller by it."""
    for file in sorted(UNPACKED.glob("site/**/*")):
        if compressible(file) and file != TO_BE_EDITED:
            file.with_name(f"{file.name}.gz").write_bytes(compressed(file.read_bytes()))


def archive(name: str, moment: int) -> None:
    """Writes the zip: in order of name, all of one moment, the same bytes for the same contents."""
    date = time.gmtime(moment)[:6]
    with zipfile.ZipFile(f"/out/{name}", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for file in sorted(UNPACKED.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(file.relative_to(UNPACKED).as_posix(), date)
                entry.external_attr = 0o100644 << 16
                packed = file.suffix == ".bin" and not compressible(file)
                squeezed = packed or file.suffix in (".gz", ".br")
                entry.compress_type = zipfile.ZIP_STORED if squeezed else zipfile.ZIP_DEFLATED
                target.writestr(entry, file.read_bytes())
