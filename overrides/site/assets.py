"""Names each asset after its contents: what a page loads is then of the page's own version."""

import re
from hashlib import sha256
from pathlib import Path

from overrides.site.material import INDEX, SCRIPT

OURS = ("assets/*.*", "assets/images/*", SCRIPT)
"""Assets without such a name. Material's others have one, and the runtime's folder is named so."""


def name_after_contents(site: Path) -> None:
    """Rename the assets to NAME.DIGEST.EXT, and what the pages and Material's script call them."""
    (script,) = site.glob(SCRIPT)
    index = _renamed(site, site / INDEX)
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace(INDEX, index), encoding="utf-8")
    names = {
        asset.relative_to(site).as_posix(): _renamed(site, asset)
        for pattern in OURS
        for asset in sorted(site.glob(pattern))
        if asset.relative_to(site).as_posix() != index
    }
    called = re.compile('(?<=["/])(' + "|".join(map(re.escape, names)) + ')(?=")')
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(called.sub(lambda found: names[found[1]], html), encoding="utf-8")


def _renamed(site: Path, asset: Path) -> str:
    digest = sha256(asset.read_bytes()).hexdigest()[:8]
    stem = asset.name.split(".")[0]
    new = asset.with_name(f"{stem}.{digest}{asset.suffix}")
    asset.rename(new)
    return new.relative_to(site).as_posix()
