"""The running text of a cable, without page lines, rules and portion marks, with a mapping back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ..text.markup import PlainText
from ..text.offsets import trim
from .anatomy import Anatomy, read_anatomy
from .body.rules import RULE
from .pieces import Fragment, read_fragment

_RULE_LINE = re.compile(rf"(?m:^)[ \t]{{0,20}}(?:{RULE.pattern})[ \t]*(?m:$)")
_INLINE_RULE = re.compile(r"[-=*_]{5,}(?: [-=*_]{2,})*")
_PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class RunningText:
    """The running text of a cable, without what printing added.

    text (str): The running text.
    """

    text: str
    # Piece i of the text begins at _text[i] and corresponds to the original from _original[i] to _original_end[i].
    _text: tuple[int, ...]
    _original: tuple[int, ...]
    _original_end: tuple[int, ...]
    _plain: PlainText | None = None

    def to_original(self, offset: int, *, end: bool = False) -> int:
        """Map an offset of the running text to the original text.

        offset (int): An offset in `text`, 0 to len(text).
        end (bool): Whether the offset is the end of a range, which excludes a cut after its last character.
        RETURNS (int): The offset in the original, in characters.
        """
        index = bisect_right(self._text, offset) - 1
        if index < 0:
            return 0
        if end and index > 0 and self._text[index] == offset:
            index -= 1
        original = min(self._original[index] + offset - self._text[index], self._original_end[index])
        return self._plain.to_source(original, end=end) if self._plain else original


def running_text(text: str) -> RunningText:
    """Remove the header, page lines, rules, paragraph numbers, portion marks and the signature from a cable.

    text (str): The text of a cable, with or without HTML, or a part of one.
    RETURNS (RunningText): The running text, with a mapping back to `text`.
    """
    fragment = read_fragment(text)
    anatomy = read_anatomy(Fragment(fragment.text, fragment.anchors, fragment.links))
    joined = _Joined()
    position, end = anatomy.body.start_char, anatomy.body.end_char
    for cut_start, cut_end, joint in _cuts(fragment.text, anatomy):
        if cut_end > position:
            joined.add(fragment.text, position, max(cut_start, position))
            joined.gap = max(joined.gap, joint, key=len)
            position = cut_end
    joined.add(fragment.text, position, end)
    offsets, starts, ends = map(tuple, joined.columns)
    return RunningText("".join(joined.pieces), offsets, starts, ends, fragment.plain)


def _cuts(text: str, anatomy: Anatomy) -> list[tuple[int, int, str]]:
    """The cuts, and what replaces each. A page line may interrupt a sentence, other cuts end one."""
    start, end = anatomy.body.start_char, anatomy.body.end_char
    cuts = [(page.start_char, page.end_char, " ") for page in (*anatomy.body.page_breaks, *anatomy.body.stamps)]
    for paragraph in anatomy.paragraphs:
        content = paragraph.content.start_char if paragraph.content else paragraph.end_char
        cuts.append((paragraph.start_char, content, _PARAGRAPH_BREAK))
    cuts += [(*match.span(), _PARAGRAPH_BREAK) for match in _RULE_LINE.finditer(text, start, end)]
    cuts += [(*match.span(), " ") for match in _INLINE_RULE.finditer(text, start, end)]
    return sorted(cut for cut in cuts if start <= cut[0] < end)


class _Joined:
    """The pieces kept so far, with one gap between two pieces."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.columns: tuple[list[int], list[int], list[int]] = ([], [], [])
        self.gap = ""
        self._length = 0

    def add(self, text: str, start: int, end: int) -> None:
        start, end = trim(text, start, end)
        if start == end:
            return
        if self.pieces:
            last = self.columns[2][-1]
            self._keep(self.gap, last, last)
        self._keep(text[start:end], start, end)
        self.gap = ""

    def _keep(self, piece: str, start: int, end: int) -> None:
        for column, offset in zip(self.columns, (self._length, start, end), strict=True):
            column.append(offset)
        self.pieces.append(piece)
        self._length += len(piece)
