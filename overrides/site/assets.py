"""The scripts and style sheets that pages load, bundled."""

from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.scripts.bundle import bundle, esbuild
from overrides.site import material

STYLES = Path(__file__).parents[1] / "styles"
SCRIPTS = ("python", "calculators", "freshness", "offline", "frame")
SHEETS = ("styles", "embed")
UPS = 5
"""In how many folders the page for what is missing looks for the site's first page.

The nearest of them counts: above the first folder of a server there is that folder again.
"""


def write_assets(folder: Path, place: str) -> None:
    """Write all that templates name into a folder, which stands at a place of the site."""
    for name in SCRIPTS:
        bundle(name, folder / f"{name}.js")
    (folder / "theme.js").write_text(material.script(place), encoding="utf-8")
    with TemporaryDirectory() as scratch:
        theme = Path(scratch, "theme.css")
        theme.write_text(material.sheet(), encoding="utf-8")
        short = ("--minify-whitespace", f"--alias:theme.css={theme}")  # a comment would name it
        for name in SHEETS:
            esbuild(STYLES / f"{name}.css", folder / f"{name}.css", *short, within=STYLES)
    for up in range(UPS):
        shown = f".up-{up} {{ display: block; }}\n.up-{up} ~ .up {{ display: none; }}\n"
        (folder / f"up-{up}.css").write_text(f'@import "styles.css";\n{shown}', encoding="utf-8")
