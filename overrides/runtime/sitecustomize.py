"""Python imports this by its own rule whenever it starts in a browser, so that it starts sooner.

Three of its modules do what they need not (Python 3.13's source, `Lib/zipimport.py`,
`Lib/dataclasses.py`, `Lib/collections/__init__.py`):

- zipimport loads each module twice: to say where it lies, and to run it.
- dataclasses and collections write methods as text and compile them at each start. The build has
  compiled them already; a text that it did not see is compiled as ever.

The module `site` describes the rule; it tells of an error in here, and Python starts as without it.
"""

from __future__ import annotations

import marshal
import zipimport

TYPE_CHECKING = False  # of typing, which would be loaded, with what it needs, before anything here
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

COMPILED = "compiled.bin"
"""The name within the archive: codes by the number of their text, as marshal writes them."""
PRIME = 2**61 - 1


def number_of(text: str) -> int:
    """Stands for a text, in its place: texts alone would be a third of what is sent."""
    return int.from_bytes(text.encode()) % PRIME


def compiled_before(run: Callable[..., Any], codes: dict[int, CodeType]) -> Callable[..., Any]:
    """`exec` or `eval`, of a text whose code is among `codes`, or from now on is."""

    def run_text(text: str, *spaces: dict[str, Any]) -> Any:
        number = number_of(text)
        if number not in codes:
            codes[number] = compile(text, "<string>", run.__name__, dont_inherit=True)
        return run(codes[number], *spaces)

    return run_text


def loaded_once(load: Callable[..., Any]) -> Callable[..., Any]:
    """The same, but what is asked for a second time is handed over as it was loaded, and let go."""
    waiting: dict[tuple[Any, str], Any] = {}

    def handed_over(importer: Any, name: str) -> Any:
        module = importer, name
        if module in waiting:
            return waiting.pop(module)
        waiting[module] = load(importer, name)
        return waiting[module]

    return handed_over


def codes_of(loader: Any) -> dict[int, CodeType]:
    """What the build has compiled; nothing in the archive from which the build learns it."""
    try:
        stored = loader.get_data(f"{loader.archive}/{COMPILED}")
    except OSError:
        return {}
    codes: dict[int, CodeType] = marshal.loads(stored)
    return codes


if __name__ == "sitecustomize":
    loads = "_get_module_code"
    setattr(zipimport, loads, loaded_once(getattr(zipimport, loads)))
    codes = codes_of(__spec__.loader)

    import collections

    vars(collections)["eval"] = compiled_before(eval, codes)

    import dataclasses

    vars(dataclasses)["exec"] = compiled_before(exec, codes)
