"""`python -m overrides.site.sources`: does calc print of its sources what the register says?

It fails with the one line that says what to do. With --write it writes calc/clinical/register.py
anew: `calc` opens no file, so what it prints of its sources travels with it as a module.
"""

import ast
import json
import sys
from pathlib import Path

from overrides.markdown.register import REGISTER, printed
from overrides.site.written import keep_or_fail

CLINICAL = Path(__file__).parents[2] / "calc" / "clinical"
NAMED = CLINICAL / "sources.py"
WRITTEN = CLINICAL / "register.py"
HEAD = '''\
"""What is printed of each source: its short name, and how and when it was read.

Made from docs/references.json by `make register`. Change it there, never here.
"""

PRINTED = {
'''
STALE = "calc/clinical/register.py is not what docs/references.json says: run make register"


def keys(named: str) -> list[str]:
    """The keys that a module names as `source("key")`, in its order.

    It is read, not imported: a new key would fail at import until the register has it.
    """
    calls = [each for each in ast.walk(ast.parse(named)) if isinstance(each, ast.Call)]
    return [
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "source"
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    ]


def module(register: str, named: str) -> str:
    """The module for the sources that are named. Exits where the register lacks one of them."""
    records = {record["id"]: record for record in json.loads(register)}
    if unknown := [key for key in keys(named) if key not in records]:
        sys.exit(f"calc/clinical/sources.py: docs/references.json has no {', '.join(unknown)}")
    return HEAD + "".join(_entry(key, *printed(records[key])) for key in keys(named)) + "}\n"


def _entry(key: str, title: str, status: str) -> str:
    key, title, status = (json.dumps(each, ensure_ascii=False) for each in (key, title, status))
    return f"    {key}: (\n        {title},\n        {status},\n    ),\n"


def made() -> str:
    """The module as it should be."""
    return module(REGISTER.read_text(encoding="utf-8"), NAMED.read_text(encoding="utf-8"))


if __name__ == "__main__":
    keep_or_fail(WRITTEN, made(), STALE)
