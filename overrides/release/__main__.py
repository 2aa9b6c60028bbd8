"""`python -m overrides.release`: makes dist/, unless it is already what its sources say.

Where SIGN names a key, each file of it is signed.
"""

import os
from pathlib import Path

from overrides.release.build import DIST, NAME, ROOT, commit_time, release
from overrides.release.signing import sign
from overrides.site.build import SITE, build, sources_digest

STAMP = ROOT / "build" / "release.digest"

if __name__ == "__main__":
    build()
    digest = f"{sources_digest()} {commit_time()}"
    made = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if made != digest or not (DIST / f"{NAME}.zip").exists():
        release(SITE, DIST)
        STAMP.write_text(digest, encoding="utf-8")
    if key := os.environ.get("SIGN"):
        for file in sorted(DIST.iterdir()):
            if file.suffix != ".sig":
                sign(file, Path(key))
