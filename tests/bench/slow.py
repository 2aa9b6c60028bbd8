"""A slower processor for the browser alone: control groups with a quota, where that is allowed.

The browser's own throttling does not slow workers.
"""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup/cpu")
"""Control groups of version 1."""
PERIOD = 10_000
"""Microseconds: short, so that a browser is slow and not stopped now and then."""


def can_slow() -> bool:
    """Whether this machine lets us limit a browser's time on the processor."""
    return os.geteuid() == 0 and (GROUPS / "cpu.cfs_quota_us").exists()


@contextmanager
def slowed(processes: Iterable[int], times: float) -> Iterator[None]:
    """Each process, together with all that it starts from now on, has 1/times of one core."""
    groups = [_group(process, times) for process in processes]
    try:
        yield
    finally:
        for group in groups:
            (group / "cpu.cfs_quota_us").write_text("-1")
        for group in groups:
            _leave(group)


def _group(process: int, times: float) -> Path:
    group = GROUPS / f"bench-{process}"
    group.mkdir()
    (group / "cpu.cfs_period_us").write_text(str(PERIOD))
    (group / "cpu.cfs_quota_us").write_text(str(round(PERIOD / times)))
    _move(process, group)
    return group


def _move(process: int, group: Path) -> None:
    """Put a process into a group; one that has ended is in none."""
    try:
        (group / "cgroup.procs").write_text(str(process))
    except ProcessLookupError:
        return


def _leave(group: Path) -> None:
    """Put back what still runs, and remove the group, which must be empty for it."""
    for _ in range(50):
        for process in (group / "cgroup.procs").read_text().split():
            _move(int(process), GROUPS)
        try:
            return group.rmdir()
        except OSError:
            time.sleep(0.1)
