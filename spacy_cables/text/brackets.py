"""The bracket grammar, both ways: `scan` removes the marks from a text, `write` puts them back.

A mark opens with `[`, a label of the label set and one or more spaces. It closes at the next `]` that does not close a
literal bracket inside it. Any other bracket is literal text. In the tokenised style (the output format of the
CogComp/Illinois NER tagger) a mark ends on its line. In the inline style it may cross a line end. It may also cross one
blank line, as names in double-spaced telegrams do, if no bracket but its close follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import CableError, Errors
from .faults import Fault, make_fault
from .labels import CONLL, LABEL_SETS, label_set
from .offsets import BLANK_LINE, LINE_END, OffsetMap, Places

STYLES = ("tokenised", "inline")
#: Other spellings of them.
_SPELLINGS = {"tokenized": "tokenised"}

_KNOWN_LABELS = frozenset(label for labels in LABEL_SETS.values() for label in labels)
# An opening bracket with a possible label, or a closing bracket.
_BRACKET = re.compile(r"\[(?:([A-Za-z][A-Za-z0-9_.-]*)[ \t]+)?|\]")
# An opening that is a mark of the tagger if two spaces close it: in capitals also inside of another mark.
_IN_CAPITALS = re.compile(r"\[([A-Z][A-Z0-9_]*)[ \t]+(?=[^\s\]])")
_OF_ANY_CASE = re.compile(r"\[([A-Za-z][A-Za-z0-9_-]*)[ \t]+(?=[^\s\]])")
# The first or a later word of a name, as in B-PER: labels that are meant for words, not for marks.
_PREFIX = re.compile(r"[BILUES]-", re.IGNORECASE)
# What names have not: [Embassy comment: see below .  ].
_PUNCTUATION = re.compile(r":|(?:[a-z]| )[.;?!]$")
_LONGEST_NAME = 200
_TWO_BLANK_LINES = re.compile(f"{BLANK_LINE.pattern}.*?{BLANK_LINE.pattern}", re.DOTALL)
# Punctuation as a token of its own, as tokenizers write it, versus punctuation that touches its word.
_SPACED = re.compile(r"(?<=\s)[.,;:?!)](?=\s|$)")
# Colons and the full stops of abbreviations (`E.O.`) do not count: tokenizers do not split them off.
_GLUED = re.compile(r"(?<=[^\W_][^\W_])[.,;?!)](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """An entity mark.

    label (str): The label.
    start (int): Start of the marked text in `Scan.text`, in characters.
    end (int): Its end, exclusive.
    opening (str): What opened it, as in `[PER `.
    closing (str): What closed it, as in `  ]`.
    """

    label: str
    start: int
    end: int
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A text without its marks, and the marks.

    text (str): The text with every mark removed and nothing else changed.
    marks (tuple): The marks, in order, without overlap.
    faults (tuple): The breaches of the grammar. Their marks are removed from the text and are not in `marks`.
    others (tuple): The labels outside of the label set, one for each mark that has such a label.
    """

    text: str
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...] = ()
    _map: OffsetMap | None = None
    others: tuple[str, ...] = ()

    def to_source(self, offset: int) -> int:
        """Map an offset of the text to the bracketed text.

        offset (int): An offset in `text`.
        RETURNS (int): The offset in the text that was scanned.
        """
        return offset if self._map is None else self._map.to_source(offset)


@dataclass(slots=True, eq=False)
class _Bracket:
    """An opening bracket and, once found, its close. Offsets refer to the bracketed text."""

    start: int
    open_end: int
    label: str | None  # None: a literal bracket
    around: _Bracket | None  # the mark around it
    close_start: int = -1
    close_end: int = -1


def scan(text: str, *, style: str = "tokenised", labels: str | Iterable[str] = CONLL) -> Scan:
    """Remove the marks from a text.

    text (str): The bracketed text.
    style (str): `tokenised` or `inline`.
    labels (str | Iterable): The label set: its name or its labels.
    RETURNS (Scan): The text without marks, the marks and the faults.
    RAISES (CableError): CE006 and CE004, for an invalid style or label.
    """
    style = check_style(style)
    wanted = frozenset(label_set(labels))
    closed, unclosed = _pair(text, style, wanted)
    removed = [(bracket.start, bracket.open_end) for bracket in closed + unclosed]
    removed += [(bracket.close_start, bracket.close_end) for bracket in closed]
    removed.sort()
    bare, offsets = _take_out(text, removed)
    marks: list[Mark] = []
    others: list[str] = []
    broken = [(bracket.start, "unclosed") for bracket in unclosed]
    last_end = 0
    for bracket in closed:
        start, end = offsets.to_text(bracket.open_end), offsets.to_text(bracket.close_start)
        if bracket.start < last_end:
            broken.append((bracket.start, "nested"))
            continue
        assert bracket.label is not None
        if bracket.label not in wanted:
            broken.append((bracket.start, "unknown_label"))
            others.append(bracket.label)
        elif not bare[start:end].strip():
            broken.append((bracket.start, "empty"))
        else:
            last_end = bracket.close_end
            opening, closing = text[bracket.start : bracket.open_end], text[bracket.close_start : bracket.close_end]
            marks.append(Mark(bracket.label, start, end, opening, closing))
    return Scan(bare, tuple(marks), _faults(text, broken), offsets, tuple(others))


def write(scanned: Scan) -> str:
    """Put the marks back: the inverse of `scan`, character for character where the text had no fault.

    scanned (Scan): A text and its marks.
    RETURNS (str): The bracketed text.
    """
    pieces: list[str] = []
    position = 0
    for mark in scanned.marks:
        pieces += (scanned.text[position : mark.start], mark.opening, scanned.text[mark.start : mark.end], mark.closing)
        position = mark.end
    pieces.append(scanned.text[position:])
    return "".join(pieces)


def check_style(style: str, choices: tuple[str, ...] = STYLES) -> str:
    """Check that a style is one that there is.

    style (str): The style. `tokenized` is `tokenised`.
    choices (tuple): The styles.
    RETURNS (str): The style, as it is spelled in `choices`.
    RAISES (CableError): CE006, if it is none of them.
    """
    spelled = _SPELLINGS.get(style, style)
    if spelled not in choices:
        raise CableError(Errors.CE006.format(what="style", name=style, choices=", ".join(choices)))
    return spelled


def detect_style(text: str) -> str:
    """Detect the style of a bracketed text.

    text (str): The bracketed text.
    RETURNS (str): `tokenised` if marks close after two spaces or punctuation is separate, else `inline`.
    """
    marked = any(match[1] for match in _BRACKET.finditer(text))
    ends = [match.start() for match in re.finditer(r"\]", text)] if marked else []
    closings = [text[_closing_start(text, end, 0) : end] for end in ends]
    if sum(len(blanks) >= 2 for blanks in closings) * 2 > len(closings):
        return "tokenised"
    spaced, glued = len(_SPACED.findall(text)), len(_GLUED.findall(text))
    if spaced != glued:
        return "tokenised" if spaced > glued else "inline"
    return "tokenised" if sum(map(bool, closings)) * 2 > len(closings) else "inline"


def _pair(text: str, style: str, labels: frozenset[str]) -> tuple[list[_Bracket], list[_Bracket]]:
    """Pair opening and closing brackets. Returns the closed marks, by start, and the unclosed ones."""
    if style == "tokenised":
        ends_before = dict.fromkeys("[]", LINE_END)
    else:
        ends_before = {"[": BLANK_LINE, "]": _TWO_BLANK_LINES}
    known = _labels_in(text, labels)
    closed: list[_Bracket] = []
    unclosed: list[_Bracket] = []
    stack: list[_Bracket] = []
    position = 0
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        if stack and ends_before[match[0][0]].search(text, position, start):
            _give_up(stack, closed, unclosed)
        if match[0] != "]":
            label = match[1] if match[1] in known else None
            # A literal bracket is the bracket alone, whatever follows.
            end = end if label else start + 1
            outer = stack[-1] if stack else None
            stack.append(_Bracket(start, end, label, outer.around if outer and outer.label is None else outer))
        elif stack:
            bracket = stack.pop()
            bracket.close_start, bracket.close_end = _closing_start(text, start, max(position, bracket.open_end)), end
            if bracket.label is None and style == "tokenised" and start - bracket.close_start >= 2:
                # Two spaces before the close: a mark by the tagger, with a label that is in no label set.
                named = _IN_CAPITALS.match(text, bracket.start)
                if not named and not bracket.around and not _is_sentence(text[bracket.start : bracket.close_start]):
                    named = _OF_ANY_CASE.match(text, bracket.start)
                if named:
                    bracket.label, bracket.open_end = named[1], named.end()
            if bracket.label is not None:
                closed.append(bracket)
            elif bracket.around is not None and bracket.around.close_end < 0:
                # If the mark around this literal bracket has no close of its own, it closes here.
                bracket.around.close_start, bracket.around.close_end = bracket.close_start, end
        position = end
    _give_up(stack, closed, unclosed)
    closed.sort(key=lambda bracket: bracket.start)
    return closed, unclosed


def _is_sentence(bracketed: str) -> bool:
    return len(bracketed) > _LONGEST_NAME or _PUNCTUATION.search(bracketed) is not None


def _labels_in(text: str, labels: frozenset[str]) -> frozenset[str]:
    """The words that are labels where they open a bracket: those of the label set and of others, the same with a prefix
    (`B-PER`), and in another case (`Person`) if they open brackets more than once and more often than the former,
    since single ones are words, as in `[Date illegible]`."""
    known = labels | _KNOWN_LABELS
    counts = Counter(match[1] for match in _BRACKET.finditer(text) if match[1])
    folded = {label.lower() for label in known}
    bare = {word: _PREFIX.sub("", word, count=1).lower() for word in counts.keys() - known}
    prefixed = {word for word, label in bare.items() if label in folded and len(label) < len(word)}
    cased = {word for word, label in bare.items() if label in folded} - prefixed
    if sum(counts[word] for word in cased) > max(1, sum(counts[word] for word in known | prefixed)):
        return known | prefixed | cased
    return known | prefixed


def _give_up(stack: list[_Bracket], closed: list[_Bracket], unclosed: list[_Bracket]) -> None:
    for bracket in stack:
        if bracket.label is not None:
            (closed if bracket.close_end > 0 else unclosed).append(bracket)
    stack.clear()


def _closing_start(text: str, start: int, limit: int) -> int:
    while start > limit and text[start - 1] in " \t":
        start -= 1
    return start


def _take_out(text: str, removed: list[tuple[int, int]]) -> tuple[str, OffsetMap]:
    """Remove ranges from a text. Returns the rest, with a mapping back."""
    pieces: list[str] = []
    texts: list[int] = []
    sources = [0, *(end for _, end in removed)]
    source_ends = [*(start for start, _ in removed), len(text)]
    length = 0
    for start, end in zip(sources, source_ends, strict=True):
        pieces.append(text[start:end])
        texts.append(length)
        length += end - start
    return "".join(pieces), OffsetMap(tuple(texts), tuple(sources), tuple(source_ends), length)


def _faults(text: str, broken: list[tuple[int, str]]) -> tuple[Fault, ...]:
    if not broken:
        return ()
    places = Places(text)
    return tuple(
        make_fault(text, kind, offset, "took the mark off, kept its words", places) for offset, kind in sorted(broken)
    )
