"""Signs a release with a key that its maker holds: SHA256SUMS tells of damage, a signature of whom.

The key is one of OpenSSH, so that whoever checks needs nothing but `ssh-keygen`. The signature
stands beside the file and not in it, which stays the same bytes whoever makes it.
"""

import subprocess
import sys
from pathlib import Path

NAMESPACE = "file"
"""What the signature is for: that of any file, by the manual of ssh-keygen."""


def sign(file: Path, key: Path) -> Path:
    """Write the signature of a file beside it. Exits with one sentence where it cannot be made."""
    signature = file.with_name(f"{file.name}.sig")
    signature.unlink(missing_ok=True)
    command = ["ssh-keygen", "-Y", "sign", "-n", NAMESPACE, "-f", str(key), str(file)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        sys.exit("A release is signed by ssh-keygen, which is not here: install OpenSSH")
    if done.returncode:
        sys.exit(f"The release is not signed with {key}: {done.stderr.strip()}")
    return signature
