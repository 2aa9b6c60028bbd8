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


def memory(profile: Path) -> float:
    """The peak memory of all renderers of a browser together, in MB."""
    renderers = [each for each in tree(profile) if "--type=renderer" in _command(each)]
    return sum(_peak(each) for each in renderers) / 1000


def _peak(process: int) -> float:
    """A process's peak resident memory, in kB; 0 when it has ended."""
    return float(_field(process, "VmHWM").removesuffix("kB") or 0)


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
        return (PROC / str(process) / "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""
