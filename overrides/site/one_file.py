"""A calculator as one file that can be mailed or kept on a stick: nothing else is loaded."""

from collections.abc import Iterator
from pathlib import Path

from overrides.site.material import edited

PAGE = "one-file/foscarnet-plan.html"
"""The calculator that is also made as one file: it has the steps of all the others."""


def fill(site: Path, assets: Path, runtime: Path) -> None:
    """Put into that page what its comments name: the styles, scripts and packed runtime.

    Raises NotAsExpected unless the page names each exactly once.
    """
    page = site / PAGE
    files = [assets / f"{name}.js" for name in ("python", "frame", "calculators")]
    texts = {
        file.name: file.read_text(encoding="utf-8")
        for file in (*files, assets / "embed.css", site / "embed" / "hosts.js")
    }
    texts["packed"] = "".join(_packed(runtime))
    comments = {f"/* {name} */": text for name, text in texts.items()}
    page.write_text(edited(page.read_text(encoding="utf-8"), comments), encoding="utf-8")


def _packed(runtime: Path) -> Iterator[str]:
    index, *pieces = sorted(
        (runtime / "packed").glob("*.js"), key=lambda file: file.stem != "index"
    )
    return (file.read_text(encoding="utf-8") for file in (index, *pieces))
