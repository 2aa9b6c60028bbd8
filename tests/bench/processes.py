"""The processes of a browser, as Linux tells of them under /proc."""

from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")


def tree(profile: Path) -> list[int]:
    """The browser with this profile and all that it started."""
    parents = dict(_parents())
    found = [process for process in parents if f"--user-data-dir={profile}" in _command(process)]
    for process in found:  # which grows meanwhile
        found += [each for each, of in parents.items() if of == process and each not in found]
    return found


PEAK, NOW = "VmHWM", "VmRSS"
"""What Linux calls a process's resident memory, at its most and at this moment."""


def memory(profile: Path, which: str) -> float:
    """The memory of all renderers of a browser together, in MB, at its most or now."""
    renderers = [each for each in tree(profile) if "--type=renderer" in _command(each)]
    return sum(_resident(each, which) for each in renderers) / 1000


def _resident(process: int, which: str) -> float:
    """A process's resident memory, in kB; 0 when it has ended."""
    return float(_field(process, which).removesuffix("kB") or 0)


def _parents() -> Iterator[tuple[int, int]]:
    for folder in PROC.glob("[0-9]*"):
        if parent := _field(int(folder.name), "PPid"):
            yield int(folder.name), int(parent)


def _field(process: int, name: str) -> str:
    try:
        lines = (PROC / str(process) / "status").read_text().splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _command(process: int) -> str:
    """The command line; browsers part the words of their helpers' by spaces, not by zeros."""
    try:
        return (PROC / str(process) / "cmdline").read_text(errors="replace").replace("\0", " ")
    except OSError:
        return ""
