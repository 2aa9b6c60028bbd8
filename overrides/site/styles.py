"""Makes one style sheet of the theme's and the site's own, each in a cascade layer of its own.

The theme's rules name many classes. A rule of ours would have to name more to be heard, or shout
`!important`; in layers a later sheet is heard over an earlier one, however short (decision 0023).
"""

import re
from pathlib import Path

ONE = "assets/styles.css"
THEME = "assets/stylesheets/"
LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
CHARSET = '@charset "UTF-8";'


def one_sheet(site: Path) -> None:
    """Let each page link one sheet where it linked those that the first page links.

    A sheet that a page links besides is a layer too, heard over all of these.
    """
    shared = LINK.findall((site / "index.html").read_text(encoding="utf-8"))
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        root = "../" * (len(page.relative_to(site).parts) - 1)
        for sheet in shared:
            one = f'<link rel="stylesheet" href="{root}{ONE}">' if sheet == shared[0] else ""
            html = html.replace(f'<link rel="stylesheet" href="{root}{sheet}">', one)
        page.write_text(html, encoding="utf-8")
    layers = "".join(_layer(site, sheet) for sheet in shared)
    for sheet in shared:
        (site / sheet).unlink()
    (site / THEME).rmdir()
    for own in site.glob("assets/*.css"):
        own.write_text(_layer(site, own.relative_to(site).as_posix()), encoding="utf-8")
    (site / ONE).write_text(CHARSET + layers, encoding="utf-8")


def _layer(site: Path, sheet: str) -> str:
    text = (site / sheet).read_text(encoding="utf-8").removeprefix(CHARSET)
    name = "theme" if sheet.startswith(THEME) else Path(sheet).stem
    return f"@layer {name} {{\n{text}}}\n"
