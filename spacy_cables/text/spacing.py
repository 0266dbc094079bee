"""Which neighbouring words of a tokenised cable touch: by alignment to the untagged source, or by rule.

Tokenised cables separate words by single blanks, so that `Moscow's "near abroad,"` reads `Moscow 's " near abroad , "`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .markup import strip_markup

_WHITE_SPACE = re.compile(r"\s+")
# A word of these characters alone touches the word before it; of these, the word behind it.
_CLOSING = frozenset(".,;:!?)]}%”’")
_OPENING = frozenset("([{$“‘")
_CONTRACTIONS = frozenset(["'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"])
_FIRST = _CLOSING | _OPENING | frozenset("\"'snN¶")
_NUMBER = re.compile(r"\d{1,2}\Z")
_PORTION_MARK = re.compile(r"(?:TS|S|C|U|SBU)(?:[/-]|\Z)")


class Layout(NamedTuple):
    """Words in their text.

    text (str): The text.
    starts (list): For each word the character of the text at which it starts.
    anchors (tuple): Characters of the text at which its source had a paragraph anchor.
    links (tuple): Half-open character ranges of the text that the source had as links to TAGS.
    """

    text: str
    starts: list[int]
    anchors: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


def recover_layout(words: list[str], source: str | None) -> tuple[Layout, int]:
    """Lay tokenised words out: as in their source as far as the words are the same from either end, by rule between.

    words (list): The words.
    source (str | None): The text of the untagged source. Without it all is laid out by rule.
    RETURNS (tuple): The layout, and the number of words from the first on that the source has.
    """
    if source is None:
        text, starts = _restore(words)
        return Layout(text, starts, (), ()), len(words)
    plain = strip_markup(source)
    starts = align_to_source(words, plain.text)
    found = len(starts)
    if found == len(words):
        return Layout(plain.text, starts, plain.anchors, plain.links), found
    rest = [word[::-1] for word in reversed(words[found:])]
    head = starts[-1] + len(words[found - 1]) if found else 0
    tail_starts = align_to_source(rest, plain.text[head:][::-1])
    tail = [len(plain.text) - start - len(word) for start, word in zip(tail_starts, rest, strict=False)][::-1]
    middle, middle_starts = _restore(words[found : len(words) - len(tail)])
    tail_start = tail[0] if tail else len(plain.text)
    blank = " " if middle else ""
    shift = head + 2 * len(blank) + len(middle) - tail_start
    text = f"{plain.text[:head]}{blank}{middle}{blank}{plain.text[tail_start:]}"
    starts += [head + len(blank) + start for start in middle_starts] + [start + shift for start in tail]
    anchors = [*(a for a in plain.anchors if a < head), *(a + shift for a in plain.anchors if a >= tail_start)]
    links = [*(x for x in plain.links if x[1] <= head)]
    links += [(a + shift, b + shift) for a, b in plain.links if a >= tail_start]
    return Layout(text, starts, tuple(anchors), tuple(links)), found


def _restore(words: list[str]) -> tuple[str, list[int]]:
    """Join words by rule. Returns the text and the character at which each word starts."""
    pieces = [word + " " if space else word for word, space in zip(words, spaces_by_rule(words), strict=True)]
    return "".join(pieces), list(accumulate(map(len, pieces), initial=0))[:-1]


def align_to_source(words: Sequence[str], source: str) -> list[int]:
    """Find the words in the source, one after the other, ignoring white space between them.

    words (Sequence): The words of the annotated cable.
    source (str): The plain text of its source.
    RETURNS (list): The character at which each word starts in the source. It is shorter than `words` where the two
        texts differ: at its length stands the first word that the source does not have there.
    """
    starts: list[int] = []
    position = 0
    for word in words:
        if not source.startswith(word, position):
            blank = _WHITE_SPACE.match(source, position)
            if blank is None or not source.startswith(word, blank.end()):
                break
            position = blank.end()
        starts.append(position)
        position += len(word)
    return starts


def spaces_by_rule(words: Sequence[str]) -> list[bool]:
    """Restore, word by word, whether a blank follows.

    words (Sequence): The words of a tokenised cable.
    RETURNS (list): For each word whether a blank follows it. The last word has none.
    """
    spaces = [True] * len(words)
    last = len(words) - 1
    quote_open = False
    skip = -1
    for i in [i for i, word in enumerate(words) if word[0] in _FIRST]:
        word = words[i]
        if i == skip:
            continue
        if word == '"':
            # Doubled quotes (`" " near abroad " "`) open and close as one.
            width = 2 if i < last and words[i + 1] == '"' and (i < 1 or words[i - 1] != '"') else 1
            if width == 2:
                skip = i + 1
                spaces[i] = False
            quote_open = _quote_opens(words, i, i + width, quote_open)
            if quote_open:
                spaces[i + width - 1] = False
            elif i:
                spaces[i - 1] = False
        elif word == "s" or word.lower() in _CONTRACTIONS:
            if word != "s":
                touches = i > 0
            else:  # the artefact `Moscow,s`, or `paper(s)`
                touches = i > 1 and words[i - 1] in (",", "?", "’") and words[i - 2][-1].isalnum()
            if touches:
                spaces[i - 1] = False
        elif word[0] in _OPENING:
            if not word.strip("([{$“‘"):
                spaces[i] = False
            if word == "(" and i and _opens_glued(words, i):
                spaces[i - 1] = False
        elif word[0] == "¶":
            quote_open = False
        elif word[0] in _CLOSING and i and not word.strip(".,;:!?)]}%”’\"'"):
            spaces[i - 1] = False
    if words:
        spaces[last] = False
    return spaces


def _quote_opens(words: Sequence[str], start: int, end: int, quote_open: bool) -> bool:
    """Whether the straight quote at words[start:end] opens: by turns, unless its neighbours say otherwise."""
    before = words[start - 1] if start else "("
    after = words[end] if end < len(words) else "."
    if after in (",", ".", ";", ")", "?", "!", ":"):
        return False
    if before in ("(", "[", "“"):
        return True
    return not quote_open


def _opens_glued(words: Sequence[str], i: int) -> bool:
    """Whether the bracket at `i` touches the word before it: `paper(s)`, or `1.(C)`, a number without its pilcrow."""
    if i + 2 >= len(words):
        return False
    if words[i + 1] in ("s", "es") and words[i + 2] == ")":
        return words[i - 1].isalpha()
    return (
        words[i - 1] == "."
        and i > 1
        and _NUMBER.match(words[i - 2]) is not None
        and _PORTION_MARK.match(words[i + 1]) is not None
    )
