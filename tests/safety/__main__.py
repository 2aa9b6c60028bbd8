"""`python -m tests.safety`: runs the tests that the hazard log names, and stores what passed."""

import subprocess
import sys

from setup.say import say
from tests.root import ROOT
from tests.safety.ran import named

if __name__ == "__main__":
    tests = named()
    say(f"running the {len(tests)} tests that the hazard log names")
    run = [sys.executable, "-m", "pytest", "--controls=store", "-m", "not sweep", *sys.argv[1:]]
    sys.exit(subprocess.run([*run, *tests], cwd=ROOT).returncode)
