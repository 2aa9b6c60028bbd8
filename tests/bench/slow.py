"""A slower processor for the browser alone: a control group with a quota, where that is allowed.

The browser's own throttling slows the main thread of a page, and no worker.
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
    return (GROUPS / "cpu.cfs_quota_us").exists() and os.access(GROUPS, os.W_OK | os.X_OK)


@contextmanager
def slowed(processes: Iterable[int], times: float) -> Iterator[None]:
    """These processes, and all that they start, share 1/times of one core."""
    group = GROUPS / f"bench-{os.getpid()}"
    group.mkdir()
    try:
        (group / "cpu.cfs_period_us").write_text(str(PERIOD))
        (group / "cpu.cfs_quota_us").write_text(str(round(PERIOD / times)))
        for process in processes:
            _move(process, group)
        yield
        (group / "cpu.cfs_quota_us").write_text("-1")
    finally:
        _leave(group)


def _move(process: int, group: Path) -> None:
    (group / "cgroup.procs").write_text(str(process))


def _leave(group: Path) -> None:
    """Put back what still runs, and remove the group, which must be empty for it."""
    for _ in range(50):
        for process in (group / "cgroup.procs").read_text().split():
            try:
                _move(int(process), GROUPS)
            except ProcessLookupError:
                continue
        try:
            return group.rmdir()
        except OSError:
            time.sleep(0.1)
