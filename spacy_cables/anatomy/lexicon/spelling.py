"""Edit distance, to recognise misspellings such as TGAS and Amabassador."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def edit_distance(first: str, second: str, limit: int) -> int:
    """Count the insertions, deletions, substitutions and transpositions between two words.

    first (str): One word.
    second (str): The other.
    limit (int): The largest count that matters.
    RETURNS (int): The edit distance, or limit + 1 if it is above the limit.
    """
    # One slip changes the set of letters by two at most.
    if abs(len(first) - len(second)) > limit or len({*first} ^ {*second}) > 2 * limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        oldest, before, row = before, row, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, oldest[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


@lru_cache(maxsize=4096)
def nearest(word: str, words: tuple[str, ...], limit: int) -> str:
    """Find the word that was meant by a misspelt one.

    word (str): The misspelt word.
    words (tuple): The words that may have been meant.
    limit (int): The largest edit distance allowed.
    RETURNS (str): The nearest word, the first of several; "" if none is within the limit.
    """
    best, least = "", limit + 1
    for candidate in _alike(words, word, limit):
        distance = edit_distance(word, candidate, limit)
        if distance < least:
            best, least = candidate, distance
            if not distance:
                break
    return best


def _alike(words: tuple[str, ...], word: str, limit: int) -> Iterable[str]:
    """Words of similar length that share one of the first two letters, in place or next to it."""
    head = word[:2]
    return (other for other in _as_long(words, len(word), limit) if other[0] in head or head[0] in other[:2])


@lru_cache(maxsize=256)
def _as_long(words: tuple[str, ...], length: int, limit: int) -> tuple[str, ...]:
    return tuple(word for word in words if abs(length - len(word)) <= limit)
