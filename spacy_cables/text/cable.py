"""From the text of a cable file to words and labelled spans, and back. Start reading here.

`parse_cable` makes three calls, in order: `brackets.scan` takes the marks out, `markup.strip_markup` the HTML, and
`spacing` tells which of the words touch.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from ..errors import CableError, Errors
from .brackets import STYLES, Mark, Scan, detect_style, scan, write
from .faults import Fault, Places
from .labels import CONLL
from .markup import PlainText, strip_markup
from .sentences import sentence_starts
from .spacing import align_to_source, spaces_by_rule
from .write import write_inline, write_tokenised

#: The whole of a file that the public corpus holds in place of a cable.
STUB = "Appears in these articles:"

# A word of natural text: an address, an abbreviation, a number, a word, a possessive, a run of any one mark.
_WORD = re.compile(
    r"https?://[^\s<>\"”]*[^\s<>\"”.,;:!?)]|(?:[^\W\d_]\.){2,}|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*|"
    r"['’][sS]\b|(\S)\1*"
)
_NOT_BLANK = re.compile(r"\S+")
_LINE_END = re.compile(r"\n")


class Entity(NamedTuple):
    """An entity: half-open range of words, and label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ParsedCable:
    """A cable as words and entities.

    cable_id (str): Its identifier: the stem of the file name, as in `08LONDON2643`.
    style (str): `tokenised` or `inline`.
    words (tuple): The words, without marks and tags. White space is never a word.
    spaces (tuple): For each word whether white space follows it.
    sent_starts (tuple): For each word whether it starts a sentence.
    ents (tuple): The entities, as (start, end, label) in words, half-open, in order, without overlap.
    text (str): The text: of the source if there is one, else the file's own (inline) or restored by rule (tokenised).
    starts (tuple): For each word the character of `text` at which it starts.
    faults (tuple): What broke the grammar.
    anchors (tuple): Characters of `text` at which the file or its source had a paragraph anchor.
    links (tuple): Half-open character ranges of `text` that it had as links to TAGS.
    raw (str): The text of the file.
    scan (Scan): The file as the grammar sees it, and
    plain (PlainText): its text without markup, and
    marked (tuple): the entities that its marks stand for: what writing back needs.
    """

    cable_id: str
    style: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    sent_starts: tuple[bool, ...]
    ents: tuple[Entity, ...]
    text: str
    starts: tuple[int, ...]
    faults: tuple[Fault, ...]
    anchors: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    raw: str
    scan: Scan
    plain: PlainText
    marked: tuple[Entity, ...]

    @property
    def is_stub(self) -> bool:
        """Whether the file holds the line of a scraper in place of a cable."""
        return self.text.strip() == STUB

    def iter_offsets(self) -> Iterator[tuple[int, int, str]]:
        """The entities as half-open character ranges of `text`, with their labels.

        YIELDS (tuple): start_char, end_char, label.
        """
        for start, end, label in self.ents:
            yield self.starts[start], self.starts[end - 1] + len(self.words[end - 1]), label

    def places(self) -> Places:
        """Lines and columns of characters in the bracket file."""
        return Places(self.raw)

    def offsets_in_file(self) -> list[int]:
        """Where each word starts in the bracket file.

        RETURNS (list): For each word a character of `raw`.
        """
        _, offsets, _, _ = _cut(self.plain, self.scan.marks, self.style)
        return [self.scan.to_source(self.plain.to_source(offset)) for offset in offsets]


def parse_cable(
    text: str,
    *,
    source: str | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    strict: bool = False,
    cable_id: str = "",
    path: str | Path | None = None,
) -> ParsedCable:
    """Read the text of a bracket file.

    text (str): The text, with marks and perhaps HTML.
    source (str | None): The text of the untagged source, from which the spacing of tokenised words is recovered. Not
        needed for the inline style, which keeps its own.
    style (str): `tokenised`, `inline` or `auto`: told by what is in the text.
    labels (Iterable): The label set.
    strict (bool): Raise the first fault instead of repairing it.
    cable_id (str): The cable's identifier; the stem of `path` if there is none.
    path (str | Path | None): The file, for messages.
    RETURNS (ParsedCable): The words and the entities.
    RAISES (CableError): CE001 for a fault in strict mode, CE005 for an unknown style, CE006 for an impossible label.
    """
    labels = tuple(labels)
    if style == "auto":
        style = detect_style(text, labels=labels)
    elif style not in STYLES:
        raise CableError(Errors.CE005.format(style=style, choices=", ".join(("auto", *STYLES))))
    scanned = scan(text, style=style, labels=labels)
    cable_id = cable_id or (Path(path).stem if path else "")
    return parse_scanned(scanned, raw=text, source=source, style=style, strict=strict, cable_id=cable_id, path=path)


def parse_scanned(
    scanned: Scan,
    *,
    raw: str,
    source: str | None = None,
    style: str = "inline",
    strict: bool = False,
    cable_id: str = "",
    path: str | Path | None = None,
) -> ParsedCable:
    """Make the cable of a text whose marks are known: what `parse_cable` does once it has found them.

    scanned (Scan): The text, HTML and all, and its marks.
    raw (str): The text that was scanned. That of `scanned` itself if there was nothing to take out.
    source (str | None): The text of the untagged source of a tokenised cable.
    style (str): `tokenised` or `inline`.
    strict (bool): Raise the first fault instead of repairing it.
    cable_id (str): The cable's identifier.
    path (str | Path | None): The file, for messages.
    RETURNS (ParsedCable): The words and the entities.
    RAISES (CableError): CE001 for a fault in strict mode.
    """
    plain = strip_markup(scanned.text)
    words, offsets, ents, marks = _cut(plain, scanned.marks, style)
    faults = [*scanned.faults, *_empty_marks(raw, scanned, marks)]
    if style == "inline":
        layout = _Layout(plain.text, offsets, plain.anchors, plain.links)
        sentences: Sequence[int] = sentence_starts(plain.text, blank_lines=True)
    else:
        layout, found = _recover(words, source)
        if found < len(words):
            offset = scanned.to_source(plain.to_source(offsets[found]))
            faults.append(Places(raw).fault("source", offset, "restored the words that differ by rule"))
        sentences = [match.start() for match in _LINE_END.finditer(plain.text)]
    if strict and faults:
        raise min(faults, key=lambda fault: (fault.line, fault.column)).error(path)
    ends = map(int.__add__, layout.starts, map(len, words))
    return ParsedCable(
        cable_id=cable_id,
        style=style,
        words=tuple(words),
        spaces=(*(end < start for end, start in zip(ends, layout.starts[1:], strict=False)), False)[: len(words)],
        sent_starts=_sent_starts(offsets, sentences, ents),
        ents=ents,
        text=layout.text,
        starts=tuple(layout.starts),
        faults=tuple(faults),
        anchors=layout.anchors,
        links=layout.links,
        raw=raw,
        scan=replace(scanned, marks=marks),
        plain=plain,
        marked=ents,
    )


def write_parsed(parsed: ParsedCable, *, style: str | None = None) -> str:
    """Write a cable as a bracket file: byte for byte the one that was read, if it had no fault and nothing was changed.

    parsed (ParsedCable): The cable. Its entities may have been changed; those that were not keep their marks.
    style (str | None): `tokenised` or `inline`. In its own style (the default) a cable keeps its HTML and white space.
    RETURNS (str): The bracketed text.
    RAISES (CableError): CE005 for an unknown style.
    """
    if style not in (None, *STYLES):
        raise CableError(Errors.CE005.format(style=style, choices=", ".join(STYLES)))
    if style is None or style == parsed.style:
        return write(Scan(parsed.scan.text, tuple(_own_marks(parsed))))
    if style == "inline":
        return write_inline(parsed.text, parsed.iter_offsets())
    return write_tokenised(parsed.words, parsed.sent_starts, parsed.ents)


class _Layout(NamedTuple):
    """The words in their text."""

    text: str
    starts: list[int]
    anchors: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


def _cut(
    plain: PlainText, marks: tuple[Mark, ...], style: str
) -> tuple[list[str], list[int], tuple[Entity, ...], tuple[Mark, ...]]:
    """Cut a text into words, a mark's edges always between two words. Returns the words, their characters in the plain
    text, the entities, and the marks that they come from: marks around nothing but markup are left out."""
    find = _WORD.finditer if style == "inline" else _NOT_BLANK.finditer
    words: list[str] = []
    offsets: list[int] = []

    def cut(start: int, end: int) -> None:
        for match in find(plain.text, start, end):
            words.append(match[0])
            offsets.append(match.start())

    ents: list[Entity] = []
    kept: list[Mark] = []
    position = 0
    for mark in marks:
        start, end = plain.to_text(mark.start), plain.to_text(mark.end)
        if not plain.text[start:end].strip():
            continue
        cut(position, start)
        first = len(words)
        cut(start, end)
        ents.append(Entity(first, len(words), mark.label))
        kept.append(mark)
        position = end
    cut(position, len(plain.text))
    return words, offsets, tuple(ents), tuple(kept)


def _empty_marks(text: str, scanned: Scan, kept: tuple[Mark, ...]) -> list[Fault]:
    if len(kept) == len(scanned.marks):
        return []
    places = Places(text)
    starts = {mark.start for mark in kept}
    empty = [mark for mark in scanned.marks if mark.start not in starts]
    return [places.fault("empty", scanned.to_source(mark.start), "took the mark off") for mark in empty]


def _recover(words: list[str], source: str | None) -> tuple[_Layout, int]:
    """The layout of tokenised words: the source's as far as the words are the same from either end, by rule between.
    Returns it with the number of words that were found from the start."""
    if source is None:
        text, starts = _restore(words)
        return _Layout(text, starts, (), ()), len(words)
    plain = strip_markup(source)
    starts = align_to_source(words, plain.text)
    found = len(starts)
    if found == len(words):
        return _Layout(plain.text, starts, plain.anchors, plain.links), found
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
    return _Layout(text, starts, tuple(anchors), tuple(links)), found


def _restore(words: list[str]) -> tuple[str, list[int]]:
    """Join words by rule. Returns the text and the character at which each word starts."""
    pieces = [word + " " if space else word for word, space in zip(words, spaces_by_rule(words), strict=True)]
    return "".join(pieces), list(accumulate(map(len, pieces), initial=0))[:-1]


def _sent_starts(offsets: list[int], boundaries: Sequence[int], ents: Sequence[Entity]) -> tuple[bool, ...]:
    """For each word whether it is the first behind a boundary (or of all). No sentence starts inside an entity."""
    starts = [False] * len(offsets)
    if offsets:
        starts[0] = True
    for boundary in boundaries:
        index = bisect_left(offsets, boundary)
        if index < len(offsets):
            starts[index] = True
    for start, end, _ in ents:
        starts[start + 1 : end] = [False] * (end - start - 1)
    return tuple(starts)


def _own_marks(parsed: ParsedCable) -> Iterator[Mark]:
    """The marks of a cable in its own text: those of the file, and new ones for entities that were changed."""
    known = dict(zip(parsed.marked, parsed.scan.marks, strict=True))
    offsets: list[int] = []
    if any(ent not in known for ent in parsed.ents):
        _, offsets, _, _ = _cut(parsed.plain, parsed.scan.marks, parsed.style)
    closing = "  ]" if parsed.style == "tokenised" else "]"
    for ent in parsed.ents:
        mark = known.get(ent)
        if mark is None:
            last = offsets[ent.end - 1] + len(parsed.words[ent.end - 1])
            start, end = parsed.plain.to_source(offsets[ent.start]), parsed.plain.to_source(last, end=True)
            mark = Mark(ent.label, start, end, f"[{ent.label} ", closing)
        yield mark
