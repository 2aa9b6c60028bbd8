"""What is said of an outcome and takes long to say: it is written when it is first read."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property


class Later[T](Collection[T]):
    """Words or pictures that are written at their first reading, and once.

    What fails in writing is raised there.
    """

    def __init__(self, write: Callable[[], Iterable[T]]) -> None:
        self._write = write

    @cached_property
    def _written(self) -> tuple[T, ...]:
        return tuple(self._write())

    def __iter__(self) -> Iterator[T]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)

    def __contains__(self, sought: object) -> bool:
        return sought in self._written


class LaterByName[T](Mapping[str, T]):
    """The same by name."""

    def __init__(self, write: Callable[[], Mapping[str, T]]) -> None:
        self._write = write

    @cached_property
    def _written(self) -> Mapping[str, T]:
        return self._write()

    def __getitem__(self, name: str) -> T:
        return self._written[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)
