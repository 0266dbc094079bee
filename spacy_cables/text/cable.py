"""Parse the text of a bracket file into words and labelled spans, and write it back. Start reading here.

`parse_cable` makes four calls, in order: `brackets.scan` removes the marks, `markup.strip_markup` the HTML,
`words.cut_words` splits the text into words, and `spacing.recover_layout` finds which of them touch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .brackets import STYLES, Mark, Scan, check_style, detect_style, scan, write
from .cable_id import id_of_file
from .faults import LABEL_SET, Fault, make_fault
from .labelled import LabelledText
from .labels import CONLL, explain_others, label_set
from .markup import PlainText, strip_markup
from .offsets import LINE_END, CharSpan, Places
from .sentences import sentence_starts
from .spacing import Layout, recover_layout
from .words import Entity, cut_words, mark_sentence_starts
from .write import write_inline, write_tokenised


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedCable(LabelledText):
    """A cable as words and entities.

    cable_id (str): Its id: the stem of the file name, such as `08LONDON2643`.
    text (str): The text: of the source if there is one, else the file's own (inline) or restored by rule (tokenised).
    spans (tuple): The entities as `(start_char, end_char, label)` in `text`, half-open. Computed from `ents`.
    faults (tuple): Breaches of the grammar.
    style (str): `tokenised` or `inline`.
    words (tuple): The words, without marks and tags. White space is never a word.
    spaces (tuple): Whether each word is followed by white space.
    sent_starts (tuple): Whether each word starts a sentence.
    ents (tuple): The entities, as (start, end, label) in words, half-open, in order, without overlap.
    starts (tuple): The start of each word in `text`, in characters.
    anchors (tuple): Offsets in `text` at which the file or its source had a paragraph anchor.
    links (tuple): Half-open character ranges of `text` that were links to TAGS.
    raw (str): The text of the file.
    scan (Scan): The file without marks, and the marks. Needed to write the file back, like
    plain (PlainText): the text without markup, and
    marked (tuple): the entities of the marks.
    """

    spans: tuple[CharSpan, ...] = field(init=False)
    style: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    sent_starts: tuple[bool, ...]
    ents: tuple[Entity, ...]
    starts: tuple[int, ...]
    anchors: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    raw: str
    scan: Scan
    plain: PlainText
    marked: tuple[Entity, ...]

    def __post_init__(self) -> None:
        spans = (
            (self.starts[start], self.starts[end - 1] + len(self.words[end - 1]), label)
            for start, end, label in self.ents
        )
        object.__setattr__(self, "spans", tuple(spans))

    @property
    def n_words(self) -> int:
        """The number of words."""
        return len(self.words)

    def placer(self) -> Callable[[int], tuple[int, int]]:
        """Make a function that finds lines and columns.

        RETURNS (Callable): Maps the start of a word in the text to its line and column in the file, both from 1.
        """
        _, offsets, _, _ = cut_words(self.plain, self.scan.marks, self.style)
        places = Places(self.raw)

        def place(offset: int) -> tuple[int, int]:
            word = bisect_right(self.starts, offset) - 1
            return places.place(self.scan.to_source(self.plain.to_source(offsets[word])))

        return place


def parse_cable(
    text: str,
    *,
    source: str | None = None,
    style: str = "auto",
    labels: str | Iterable[str] = CONLL,
    strict: bool = False,
    cable_id: str = "",
    path: str | Path | None = None,
) -> ParsedCable:
    """Parse the text of a bracket file.

    text (str): The text, with marks and perhaps HTML.
    source (str | None): The text of the untagged source, used to recover the spacing of tokenised words. Not needed for
        the inline style, which has its own.
    style (str): `tokenised`, `inline` or `auto`: detected from the text.
    labels (str | Iterable): The label set: its labels, or `conll` or `ontonotes`.
    strict (bool): Raise the first fault instead of repairing it.
    cable_id (str): The id of the cable; the stem of `path` by default.
    path (str | Path | None): The file, for error messages.
    RETURNS (ParsedCable): The words and the entities.
    RAISES (CableError): CE001 for a fault in strict mode, CE006 for an unknown style, CE004 for an invalid label.
    """
    labels = label_set(labels)
    style = check_style(style, ("auto", *STYLES))
    if style == "auto":
        style = detect_style(text)
    scanned = scan(text, style=style, labels=labels)
    explained = explain_others(labels, (mark.label for mark in scanned.marks), scanned.others)
    if explained:
        first = next(fault for fault in scanned.faults if fault.kind == "unknown_label")
        scanned = replace(scanned, faults=(replace(first, kind=LABEL_SET, repair=explained), *scanned.faults))
    cable_id = cable_id or (id_of_file(path) if path else "")
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
    """Parse a text whose marks are known: what `parse_cable` does after scanning.

    scanned (Scan): The text, including HTML, and its marks.
    raw (str): The text that was scanned. If it had no marks, the same as `scanned.text`.
    source (str | None): The text of the untagged source of a tokenised cable.
    style (str): `tokenised` or `inline`.
    strict (bool): Raise the first fault instead of repairing it.
    cable_id (str): The id of the cable.
    path (str | Path | None): The file, for error messages.
    RETURNS (ParsedCable): The words and the entities.
    RAISES (CableError): CE001 for a fault in strict mode.
    """
    plain = strip_markup(scanned.text)
    words, offsets, ents, marks = cut_words(plain, scanned.marks, style)
    faults = [*scanned.faults, *_empty_marks(raw, scanned, marks)]
    if style == "inline":
        layout = Layout(plain.text, offsets, plain.anchors, plain.links)
        sentences: Sequence[int] = sentence_starts(plain.text, blank_lines=True)
    else:
        layout, found = recover_layout(words, source)
        if found < len(words):
            offset = scanned.to_source(plain.to_source(offsets[found]))
            faults.append(make_fault(raw, "source", offset, "restored the words that differ by rule"))
        sentences = [match.start() for match in LINE_END.finditer(plain.text)]
    if strict and faults:
        raise min(faults, key=lambda fault: (fault.line, fault.column)).error(path)
    ends = map(int.__add__, layout.starts, map(len, words))
    return ParsedCable(
        cable_id=cable_id,
        style=style,
        words=tuple(words),
        spaces=(*(end < start for end, start in zip(ends, layout.starts[1:], strict=False)), False)[: len(words)],
        sent_starts=mark_sentence_starts(offsets, sentences, ents),
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
    """Write a cable as a bracket file: byte for byte the file that was read, if it had no faults and is unchanged.

    parsed (ParsedCable): The cable. Its entities may have changed; unchanged ones keep their marks.
    style (str | None): `tokenised` or `inline`. In its own style (the default) a cable keeps its HTML and white space.
    RETURNS (str): The bracketed text.
    RAISES (CableError): CE006 for an unknown style.
    """
    style = check_style(style or parsed.style)
    if style == parsed.style:
        return write(Scan(parsed.scan.text, tuple(_own_marks(parsed))))
    if style == "inline":
        return write_inline(parsed.text, parsed.spans)
    return write_tokenised(parsed.words, parsed.sent_starts, parsed.ents)


def _empty_marks(text: str, scanned: Scan, kept: tuple[Mark, ...]) -> list[Fault]:
    if len(kept) == len(scanned.marks):
        return []
    places = Places(text)
    starts = {mark.start for mark in kept}
    empty = [mark for mark in scanned.marks if mark.start not in starts]
    return [make_fault(text, "empty", scanned.to_source(mark.start), "took the mark off", places) for mark in empty]


def _own_marks(parsed: ParsedCable) -> Iterator[Mark]:
    """The marks of a cable in its own style: those of the file, and new ones for changed entities."""
    known = dict(zip(parsed.marked, parsed.scan.marks, strict=True))
    offsets: list[int] = []
    if any(ent not in known for ent in parsed.ents):
        _, offsets, _, _ = cut_words(parsed.plain, parsed.scan.marks, parsed.style)
    closing = "  ]" if parsed.style == "tokenised" else "]"
    for ent in parsed.ents:
        mark = known.get(ent)
        if mark is None:
            last = offsets[ent.end - 1] + len(parsed.words[ent.end - 1])
            start, end = parsed.plain.to_source(offsets[ent.start]), parsed.plain.to_source(last, end=True)
            mark = Mark(ent.label, start, end, f"[{ent.label} ", closing)
        yield mark
