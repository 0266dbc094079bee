"""Find phrases of several words in a sequence of words, in time that grows with the length of both.

The method is that of A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to bibliographic search" (1975),
with words for letters.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

#: The words of a phrase.
Phrase = tuple[str, ...]


class PhraseFinder:
    """Finds the longest phrase that starts at each word.

    phrases (Iterable): The phrases. Empty ones are left out.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        # A tree of the phrases, read backwards, so that a text that is read backwards ends with the start of a phrase.
        self._next: list[dict[str, int]] = [{}]
        self._longest = [0]  # for each node, the length of the longest phrase that has been read when it is reached
        for phrase in phrases:
            self._add(phrase)
        self._fallback = [0] * len(self._next)  # where to go on if no phrase of the tree goes on with the next word
        self._link()

    def find(self, words: Sequence[str], taken: Sequence[int]) -> list[tuple[int, int]]:
        """Find the longest phrase that starts at each word.

        words (Sequence): The words.
        taken (Sequence): For each word, whether it is taken: no phrase holds it.
        RETURNS (list): Half-open ranges of words, in order. They may overlap, as those of "Ada Obi" and "Obi" do.
        """
        found = []
        node = 0
        for i in range(len(words) - 1, -1, -1):
            node = 0 if taken[i] else self._step(node, words[i])
            if self._longest[node]:
                found.append((i, i + self._longest[node]))
        return found[::-1]

    def _add(self, phrase: Phrase) -> None:
        node = 0
        for word in reversed(phrase):
            if word not in self._next[node]:
                self._next[node][word] = len(self._next)
                self._next.append({})
                self._longest.append(0)
            node = self._next[node][word]
        self._longest[node] = len(phrase)

    def _link(self) -> None:
        """Set the fallback of each node: the longest other one that ends with the same words. Short ones come first."""
        nodes = deque(self._next[0].values())
        while nodes:
            node = nodes.popleft()
            self._longest[node] = self._longest[node] or self._longest[self._fallback[node]]
            for word, child in self._next[node].items():
                self._fallback[child] = self._step(self._fallback[node], word)
                nodes.append(child)

    def _step(self, node: int, word: str) -> int:
        while node and word not in self._next[node]:
            node = self._fallback[node]
        return self._next[node].get(word, 0)
