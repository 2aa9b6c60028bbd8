"""`python -m overrides.release.conformance FOLDER` writes the kit into a new folder."""

import sys
from pathlib import Path

from overrides.release.conformance import write

if __name__ == "__main__":
    write(Path(sys.argv[1]))
