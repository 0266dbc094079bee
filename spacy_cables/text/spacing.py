"""Recover the spacing of a tokenised cable: by alignment to the untagged source, or by rule.

Tokenised cables separate words by single spaces, so that `Moscow's "near abroad,"` reads `Moscow 's " near abroad , "`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .markup import strip_markup

_WHITE_SPACE = re.compile(r"\s+")
# Words of only these characters attach to the word before; of these, to the word after.
_CLOSING = frozenset(".,;:!?)]}%”’")
_OPENING = frozenset("([{$“‘")
_CONTRACTIONS = frozenset(["'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"])
_FIRST = _CLOSING | _OPENING | frozenset("\"'snN¶")
_NUMBER = re.compile(r"\d{1,2}\Z")
_PORTION_MARK = re.compile(r"(?:TS|S|C|U|SBU)(?:[/-]|\Z)")


class Layout(NamedTuple):
    """Words and their positions in a text.

    text (str): The text.
    starts (list): The start of each word, in characters.
    anchors (tuple): Offsets at which the source had a paragraph anchor.
    links (tuple): Half-open character ranges that the source linked as TAGS.
    """

    text: str
    starts: list[int]
    anchors: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


def recover_layout(words: list[str], source: str | None) -> tuple[Layout, int]:
    """Recover the spacing of tokenised words: from the source as far as the words agree from either end, else by rule.

    words (list): The words.
    source (str | None): The text of the untagged source. None to use rules only.
    RETURNS (tuple): The layout, and the number of words at the start that agree with the source.
    """
    if source is None:
        text, starts = _join(words, spaces_by_rule(words))
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
    tail_start = tail[0] if tail else len(plain.text)
    # What joins the words between, and these to the others, is decided by rule.
    spaces = spaces_by_rule(words)
    blank = " " if found and spaces[found - 1] else ""
    between = slice(found, len(words) - len(tail))
    middle, middle_starts = _join(words[between], spaces[between])
    end = plain.text[tail_start:] if tail else "\n"
    text = f"{plain.text[:head]}{blank}{middle}{end}"
    shift = head + len(blank) + len(middle) - tail_start
    starts += [head + len(blank) + start for start in middle_starts] + [start + shift for start in tail]
    anchors = [*(a for a in plain.anchors if a < head), *(a + shift for a in plain.anchors if a >= tail_start)]
    links = [*(x for x in plain.links if x[1] <= head)]
    links += [(a + shift, b + shift) for a, b in plain.links if a >= tail_start]
    return Layout(text, starts, tuple(anchors), tuple(links)), found


def _join(words: list[str], spaces: list[bool]) -> tuple[str, list[int]]:
    """Join words. Returns the text and the start of each word, in characters."""
    pieces = [word + " " if space else word for word, space in zip(words, spaces, strict=True)]
    return "".join(pieces), list(accumulate(map(len, pieces), initial=0))[:-1]


def align_to_source(words: Sequence[str], source: str) -> list[int]:
    """Find the words in the source, one by one, ignoring white space.

    words (Sequence): The words of the annotated cable.
    source (str): The plain text of its source.
    RETURNS (list): The start of each word in the source, in characters. If the texts differ, the list is shorter than
        `words`: it ends before the first word that the source does not have.
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
    """Decide by rule which words are followed by a space.

    words (Sequence): The words of a tokenised cable.
    RETURNS (list): Whether each word is followed by a space. The last word is not.
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
            else:  # `Moscow,s` (damage by old scrapers), or `paper(s)`
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
    """Whether the straight quotes at words[start:end] open: alternately, unless the words around them decide."""
    before = words[start - 1] if start else "("
    after = words[end] if end < len(words) else "."
    if after in (",", ".", ";", ")", "?", "!", ":"):
        return False
    if before in ("(", "[", "“"):
        return True
    return not quote_open


def _opens_glued(words: Sequence[str], i: int) -> bool:
    """Whether the bracket at `i` attaches to the word before it: `paper(s)`, or `1.(C)`, a number without a pilcrow."""
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
