"""Summary, comments and notes: passages with opening words and often closing words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ...text.offsets import trim
from ..lexicon.portion_marks import MARK
from ..pieces import Fragment, Piece, clean_piece, on_fragment
from .opening_words import (
    COMMENT,
    END_COMMENT,
    END_INTRODUCTION,
    END_NOTE,
    END_SUMMARY,
    NOTE,
    SUMMARY,
    SUMMARY_ENDS,
    OpeningWords,
    opening_words,
    summary_words,
)
from .paragraphs import Layout, read_layout
from .rules import RULE

_OPENING = re.compile(r"[\s:;.,*–—-]*")
_NUMBER = re.compile(r"¶ ?\d{1,3} ?[.)]?\s*")
_BARE_NUMBER = re.compile(r"\d{1,2} ?\.\s{0,3}(?=\( ?[A-Z])")
_SMALL_MARK = re.compile(r"\((?:c|u|s|sbu)\)(?=\s+[A-Z])")
_END_BEFORE = re.compile(r"\bend(?: of)?\Z", re.IGNORECASE)
_SMALL_WORD_BEFORE = re.compile(r"\b(?:end|no|and|of|for|the)\Z", re.IGNORECASE)
_OTHER_COMMENTS = ("END ", "NO ", "FOR ", "THE ", "AND ", "PUBLIC ", "PRESS ", "OFF ", "OF ", "SUMMARY ")
_BRACKETS = re.compile(r"[()\[\]]")
_CLOSING = ' \t\n([-–—*"“/'
_MOST_PARAGRAPHS = 5
_LONGEST_SECTION = 3500
_LONGEST_SUMMARY = 9000
_LONGEST_BRACKET = 4000


@dataclass(frozen=True, slots=True)
class Passage(Piece):
    """A summary, comment or note, without the words that open and close it.

    kind (str): "summary", "comment" or "note".
    closed (bool): Whether closing words (END SUMMARY) or a bracket end it.
    """

    kind: str = "summary"
    closed: bool = False


def read_summary(layout: Layout) -> Passage | None:
    """Find the summary.

    layout (Layout): The boundaries in the cable.
    RETURNS (Passage | None): The summary, None if there is none.
    """
    text = layout.fragment.text
    end = next((place for place in layout.ends if END_SUMMARY.match(text, place)), None)
    if end is None and (ends := SUMMARY_ENDS.search(text)):
        end = ends.start("words")
    if end is not None:
        opening = _summary_opening(layout, max(0, end - _LONGEST_SUMMARY), end)
        if opening is None:
            first = next((s.content for s in layout.starts if s.start < end), None)
            opening = first if first is not None else max(text.rfind("\n\n", 0, end), 0)
        return _passage(layout, opening, end, "summary", closed=True)
    limit = layout.starts[2].start if len(layout.starts) > 2 else len(text)
    opening = _summary_opening(layout, 0, limit)
    if opening is None:
        return None
    end = next((place for place in layout.ends if place > opening and END_INTRODUCTION.match(text, place)), None)
    if end is not None and end < opening + _LONGEST_SUMMARY:
        return _passage(layout, opening, end, "summary", closed=True)
    return _passage(layout, opening, _summary_end(layout, opening), "summary", closed=False)


def _summary_end(layout: Layout, opening: int) -> int:
    """Where a summary ends that no words close: before the next paragraph, or before the next heading if it is a
    section of its own with a few paragraphs."""
    text = layout.fragment.text
    start = _skip_opening(text, opening, len(text))
    end = layout.next_edge(start)
    following = [heading for heading in layout.headings if heading.style != "inline"]
    places = [heading.start_char for heading in following]
    index = bisect_right(places, opening)
    if index and following[index - 1].end_char >= opening - 2 and index < len(places):
        paragraphs = layout.starts_between(start, places[index])
        size = places[index] - start
        if paragraphs < _MOST_PARAGRAPHS and size < _LONGEST_SECTION and places[index] < layout.body_end:
            return places[index]
    return end


def _summary_opening(layout: Layout, start: int, end: int) -> int | None:
    """The end of the first opening words where a summary may begin, else of the last ones."""
    text = layout.fragment.text
    last = None
    for match in summary_words(text, start, end):
        before = text[max(0, match.start() - 12) : match.start()].rstrip()
        if _END_BEFORE.search(before):
            continue
        if _at_beginning(layout, match.start()):
            return match.end()
        if match[0].rstrip()[-1:] in ":-" and match[0][:1].isupper():
            last = match.end()
    return last


def _at_beginning(layout: Layout, offset: int) -> bool:
    """Whether a paragraph, a heading or a line begins at an offset."""
    text = layout.fragment.text
    line = text[max(text.rfind("\n", 0, offset), offset - 80) + 1 : offset]
    if not line.strip(' \t-=*_(["“/'):
        return True
    start = layout.start_at(offset)
    return (start is not None and offset <= start.content + 6) or bool(
        MARK.search(line[-30:]) and not MARK.sub("", line[-30:]).strip(" ¶.\t-0123456789")
    )


def _skip_opening(text: str, start: int, end: int) -> int:
    """Skip punctuation, rules, a paragraph number and a portion mark after the opening words."""
    while True:
        position = start
        skipped = _OPENING.match(text, position, end)
        position = skipped.end() if skipped else position
        for pattern in (RULE, _NUMBER, MARK, _SMALL_MARK):
            match = pattern.match(text, position, end)
            position = match.end() if match else position
        bare = _BARE_NUMBER.match(text, position, end)
        position = bare.end() if bare else position
        if position == start:
            return start
        start = position


def _passage(layout: Layout, start: int, end: int, kind: str, closed: bool) -> Passage | None:
    text = layout.fragment.text
    start = _skip_opening(text, start, end)
    if kind == "summary" and (again := SUMMARY.match(text, start, end)):  # a heading, then the word again
        start = _skip_opening(text, again.end(), end)
    start, end = trim(text, start, end)
    kept = text[start:end].rstrip(_CLOSING) if closed else text[start:end]
    if not closed:
        line = kept.rstrip().rfind("\n") + 1
        if RULE.fullmatch(kept[line:].strip()):
            kept = kept[:line].rstrip()
    piece = layout.fragment.piece(start, start + len(kept))
    return clean_piece(Passage, piece.text, piece.start_char, piece.end_char, kind, closed) if piece.text else None


def read_comments(layout: Layout) -> list[Passage]:
    """Find comments: paragraphs, sections under a heading, and brackets.

    layout (Layout): The boundaries in the cable.
    RETURNS (list): The comments in text order.
    """
    return list(_read_passages(layout, COMMENT, END_COMMENT, "comment"))


def read_notes(layout: Layout) -> list[Passage]:
    """Find notes, which are in brackets or are closed by END NOTE.

    layout (Layout): The boundaries in the cable.
    RETURNS (list): The notes in text order.
    """
    return [note for note in _read_passages(layout, NOTE, END_NOTE, "note") if note.closed]


def _read_passages(layout: Layout, opening: re.Pattern[str], closing: re.Pattern[str], kind: str) -> Iterator[Passage]:
    text = layout.fragment.text
    closings = [match.span() for place in layout.ends if (match := closing.match(text, place))]
    labels = [label for label in opening_words(text, opening) if _opens(layout, label)]
    first = next((label.start for label in labels if label.bracket), None)
    brackets = _bracket_ends(text, first) if first is not None else {}
    taken = 0
    next_closing = 0
    for index, label in enumerate(labels):
        if label.start < taken:
            continue
        following = next((later.start for later in labels[index + 1 : index + 3] if not later.bracket), len(text))
        while next_closing < len(closings) and closings[next_closing][0] < label.end:
            next_closing += 1
        close = closings[next_closing] if next_closing < len(closings) else None
        # COMMENT: A BOLD STEP, as a heading: the comment is what follows.
        heading = 0 if label.bracket else layout.heading_end(label.start)
        start = _skip_opening(text, max(label.end, heading), len(text))
        bracket = brackets.get(label.start, -1) if label.bracket else -1
        bracket = bracket if bracket < label.start + _LONGEST_BRACKET else -1
        if bracket >= 0 and not (close and close[0] < bracket):
            passage = _passage(layout, start, bracket, kind, closed=True)
            taken = bracket
        elif close and close[0] < following and _reaches(layout, label, close[0]):
            passage = _passage(layout, start, close[0], kind, closed=True)
            taken = close[1]
        else:
            end = min(layout.next_edge(start), following)
            passage = _passage(layout, start, end, kind, closed=False)
            taken = end
        if passage:
            yield passage


def _opens(layout: Layout, label: OpeningWords) -> bool:
    text = layout.fragment.text
    before = text[max(0, label.start - 12) : label.start].rstrip()
    if _SMALL_WORD_BEFORE.search(before):
        return False
    if label.words.startswith(_OTHER_COMMENTS):
        return False
    if label.bracket or _at_beginning(layout, label.start):
        return True
    # In the middle of a line only after the end of a sentence or a rule: "... done. Comment: We ..."
    ended = not before or before.endswith((".", '"', "”", ")", "?", "!", "-", "]", "*", "/"))
    return ended and label.stop in (":", "-", "--", "")


def _bracket_ends(text: str, start: int) -> dict[int, int]:
    """Map each opening bracket from an offset on to the position of its closing bracket."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {"(": [], "[": []}
    for match in _BRACKETS.finditer(text, start):
        if match[0] in opened:
            opened[match[0]].append(match.start())
        else:
            stack = opened["(" if match[0] == ")" else "["]
            if stack:
                ends[stack.pop()] = match.start()
    return ends


def _reaches(layout: Layout, label: OpeningWords, close: int) -> bool:
    """A comment may span paragraphs up to its closing words; one that opens in mid-line may span one at most."""
    between = layout.starts_between(label.end, close)
    return between <= (8 if _at_beginning(layout, label.start) else 1)


@on_fragment
def find_summary(fragment: Fragment) -> Passage | None:
    """Find the summary of a cable, without the words that open and close it.

    fragment (str | Fragment): The text.
    RETURNS (Passage | None): The summary, None if there is none.
    """
    return read_summary(read_layout(fragment))


@on_fragment
def find_comments(fragment: Fragment) -> list[Passage]:
    """Find the comments of a cable, without the words that open and close them.

    fragment (str | Fragment): The text.
    RETURNS (list): The comments in text order.
    """
    return read_comments(read_layout(fragment))


@on_fragment
def find_notes(fragment: Fragment) -> list[Passage]:
    """Find the notes of a cable that are closed by a bracket or END NOTE.

    fragment (str | Fragment): The text.
    RETURNS (list): The notes in text order.
    """
    return read_notes(read_layout(fragment))
