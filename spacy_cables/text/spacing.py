"""Which neighbouring words touch: by alignment to the untagged source, or by rule.

Tokenised cables separate words by single blanks, so that `Moscow's "near abroad,"` reads `Moscow 's " near abroad , "`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WHITE_SPACE = re.compile(r"\s+")
# A word of these characters alone touches the word before it; of these, the word behind it.
_CLOSING = frozenset(".,;:!?)]}%”’")
_OPENING = frozenset("([{$“‘")
_CONTRACTIONS = frozenset(["'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"])
_FIRST = _CLOSING | _OPENING | frozenset("\"'snN¶")
_NUMBER = re.compile(r"\d{1,2}\Z")
_PORTION_MARK = re.compile(r"(?:TS|S|C|U|SBU)(?:[/-]|\Z)")


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
