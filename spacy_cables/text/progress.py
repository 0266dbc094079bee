"""How far a long job is, told to whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Item = TypeVar("Item")

#: Called with how many are done and how many there are, 0 if that is not known.
Progress: TypeAlias = Callable[[int, int], object]


def track(items: Iterable[Item], progress: Progress | None, total: int = 0) -> Iterator[Item]:
    """Hand items on and tell after each how many are done.

    items (Iterable): The items.
    progress (Callable | None): Told how many are done, and of how many.
    total (int): How many there are, 0 if that is not known.
    YIELDS (Any): The items.
    """
    for done, item in enumerate(items, 1):
        yield item
        if progress is not None:
            progress(done, total)
