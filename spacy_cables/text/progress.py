"""Progress of a long job, reported to a callback."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")

#: Called with the number done and the total (0 if unknown).
Progress: TypeAlias = Callable[[int, int], object]


def track(items: Iterable[Item], progress: Progress | None, total: int = 0) -> Iterator[Item]:
    """Iterate over items and report progress after each.

    items (Iterable): The items.
    progress (Callable | None): Called with the number done and the total.
    total (int): The number of items, 0 if unknown.
    YIELDS (Any): The items.
    """
    for done, item in enumerate(items, 1):
        yield item
        if progress is not None:
            progress(done, total)
