"""What Debian has a package for: installed if the person is root, or else asked for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from setup.say import say


def install(packages: Sequence[str], ask: str) -> None:
    """Install Debian's packages. Exits with the sentence that asks for them where that fails."""
    if not can_install():
        sys.exit(ask)
    say(f"installing what is missing of {', '.join(packages)}")
    # In runlevel 1 a web server is not started once installed (where systemd runs, it is).
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = ["apt-get", "--quiet=2", *arguments]
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode:
            sys.exit(ask)


def can_install() -> bool:
    """Whether this is Debian, and the person is root."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0
