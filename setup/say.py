"""One line at a time about what is being done."""

import sys


def say(what: str) -> None:
    """Print a line for the person who waits; the standard output stays free for results."""
    print(f"· {what}", file=sys.stderr, flush=True)
