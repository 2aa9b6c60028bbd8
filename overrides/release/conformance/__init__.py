"""The conformance kit of a release: dose tables, cases, and a command that tries another program.

All of it is derived from the rows that compute and from the worked examples; nothing is typed here.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from overrides.release.conformance.cases import Case, every_case, refusals
from overrides.release.conformance.dmn import to_dmn
from overrides.release.conformance.tables import COLUMNS, BandTable, every_table, printed

KIT = Path(__file__).parent / "kit"


def write(folder: Path) -> None:
    """Write the kit into a new folder."""
    folder.mkdir(parents=True)
    for name, text in kit().items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")


def kit() -> dict[str, str]:
    """The texts of the kit, by their names in its folder."""
    return {
        **{file.name: file.read_text(encoding="utf-8") for file in sorted(KIT.glob("*.*"))},
        **{f"tables/{name}": text for name, text in tables().items()},
        "cases.jsonl": _lines(every_case()),
        "refusals.json": _json(refusals()),
    }


def tables() -> dict[str, str]:
    """The texts of its tables, by their names in the folder of the tables."""
    every = every_table()
    return {
        "dose-tables.csv": _csv(every),
        "dose-tables.json": _json([table.plain() for table in every]),
        "printed-tables.json": _json(printed()),
        **{f"{table.id}.dmn": to_dmn(table) for table in every},
    }


def _csv(tables: Iterable[BandTable]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for table in tables:
        writer.writerows(table.rows_of_csv())
    return text.getvalue()


def _json(data: object) -> str:
    return f"{json.dumps(data, indent=1, ensure_ascii=False)}\n"


def _lines(cases: Iterable[Case]) -> str:
    """A case a line, in ASCII, so that no encoding can spoil it."""
    rows: Iterable[Mapping[str, object]] = (case.plain() for case in cases)
    return "".join(f"{json.dumps(row)}\n" for row in rows)
