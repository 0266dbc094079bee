"""Read the stand-off files of brat: a text (`.txt`) with its annotations beside it (`.ann`).

The format: https://brat.nlplab.org/standoff.html. Of the annotations the text-bound ones are read (`T1<tab>Person 0
5<tab>Ada B`); relations, events, attributes, normalisations and notes are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from ..errors import CableError, Errors
from ..text.cable_id import id_of_file
from ..text.faults import make_fault
from ..text.files import read_text
from ..text.labelled import LabelledText, RawCable
from ..text.offsets import CharSpan, Places
from .settings import Settings
from .unread import read_head
from .utf16 import HINT, utf16_to_chars

SUFFIXES = (".ann",)
TEXT_SUFFIXES = (".txt",)

_BOM = "\ufeff"
_BEGINS = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:
        T\d+\t\S+\ \d+\ \d+(?:;\d+\ \d+)*\t  # T1	Person 0 5	Ada B
      | R\d+\t\S+\ Arg1:                     # R1	Family Arg1:T1 Arg2:T2
      | E\d+\t\S+:T\d                        # E1	Visit:T3 Who:T1
      | [AM]\d+\t\S+\ [TRE]\d                # A1	Doubtful T1
      | N\d+\tReference\ T\d                 # N1	Reference T1 Wikidata:Q7259
      | \#\d+\tAnnotatorNotes\               # #1	AnnotatorNotes T1	or Eda?
      | \*\tEquiv\ T\d                       # *	Equiv T1 T2
    )""",
    re.VERBOSE,
)
_MENTION = re.compile(r"T\S*\t(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)\t(.*)")
_PASSED_OVER = ("R", "E", "A", "M", "N", "#", "*")


class _Mention(NamedTuple):
    """A text-bound annotation: its line, label, half-open fragments as they are counted, and text."""

    number: int
    line: str
    label: str
    fragments: tuple[tuple[int, int], ...]
    text: str


def begins_brat(head: bytes) -> bool:
    """Check whether a file begins like annotations of brat."""
    return _BEGINS.match(head) is not None


def find_partner(file: Path) -> Path | None:
    """Find the other file of a pair.

    file (Path): A text or its annotations.
    RETURNS (Path | None): The annotations beside the text, or the text beside the annotations, if they are there.
    """
    suffix = file.suffix.lower()
    other = ".ann" if suffix == ".txt" else ".txt" if suffix == ".ann" else None
    if other is None:
        return None
    return next((each for each in map(file.with_suffix, (other, other.upper())) if each.is_file()), None)


def read_brat(file: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a text with its annotations.

    file (Path): The text or the annotations. Its stem is the cable_id.
    settings (Settings): The settings. `offsets` is what the offsets count.
    YIELDS (LabelledText): The text, with its line ends as they are. A text without annotations beside it is a
        `RawCable`. Offsets may count a byte order mark, and line ends of Windows as one character, where that alone
        makes all annotations fit. An annotation in fragments with only white space between them, as brat writes it over
        a line end, is the whole range. So is one with other words between them, which is a fault.
    RAISES (CableError): CE101 for annotations without a text beside them, for a line that is no annotation, and for
        one that has another text than it says. CE001 for a fault in strict mode.
    """
    beside = find_partner(file)
    if file.suffix.lower() in TEXT_SUFFIXES and not (beside is None and begins_brat(read_head(file))):
        source, annotations = file, beside
    elif beside is not None:
        source, annotations = beside, file
    else:
        name = file.with_suffix(".txt").name
        reason = f"annotations of brat without their text: no {name} beside them"
        raise CableError(Errors.CE101.format(place=file, reason=reason, text=repr(_first_line(file))))
    raw, fault = read_text(source)
    text = raw.removeprefix(_BOM)
    faults = [fault] if fault else []
    if annotations is None:
        yield RawCable(id_of_file(file), text, faults=tuple(faults))
        return
    mentions = list(_read_mentions(annotations))
    ranges = _locate(mentions, raw, text, settings.offsets, annotations)
    spans: list[CharSpan] = []
    places = Places(text)
    for mention, fragments in zip(mentions, ranges, strict=True):
        start, end = fragments[0][0], fragments[-1][1]
        spans.append((start, end, mention.label))
        if any(text[left[1] : right[0]].strip() for left, right in pairwise(fragments)):
            faults.append(make_fault(text, "discontinuous", start, "took the whole range", places))
    if settings.strict and faults:
        raise faults[0].error(source)
    yield LabelledText(id_of_file(file), text, tuple(spans), faults=tuple(faults))


def _read_mentions(path: Path) -> Iterator[_Mention]:
    for number, ended in enumerate(read_text(path)[0].removeprefix(_BOM).split("\n"), 1):
        line = ended.removesuffix("\r")
        found = _MENTION.fullmatch(line)
        if found:
            pairs = (each.split(" ") for each in found[2].split(";"))
            fragments = tuple((int(start), int(end)) for start, end in pairs)
            if any(start >= end for start, end in fragments):
                raise _wrong(path, number, line, "an annotation of no characters")
            if any(left[1] > right[0] for left, right in pairwise(fragments)):
                raise _wrong(path, number, line, "fragments that are not in order")
            yield _Mention(number, line, found[1], fragments, found[3])
        elif line.strip() and not line.startswith(_PASSED_OVER):
            raise _wrong(path, number, line, "no annotation of brat (T1<tab>Person 0 5<tab>Ada B)")


def _locate(mentions: list[_Mention], raw: str, text: str, offsets: str, path: Path) -> list[list[tuple[int, int]]]:
    """Find the fragments of annotations, as half-open ranges of characters in the text."""
    readings = [
        [[(convert(start), convert(end)) for start, end in mention.fragments] for mention in mentions]
        for convert in _readings(raw, offsets)
    ]
    for ranges in readings:
        if _first_wrong(mentions, ranges, text) is None:
            return ranges
    ranges = readings[0]
    wrong = _first_wrong(mentions, ranges, text)
    assert wrong is not None
    mention, found = mentions[wrong], _text_of(ranges[wrong], text)
    start, end = mention.fragments[0][0], mention.fragments[-1][1]
    reason = f"the span {start}:{end} is {found[:40]!r}, not {mention.text[:40]!r} as it says"
    if offsets != "utf-16":
        to_chars = utf16_to_chars(text)
        as_utf16 = [[(to_chars(start), to_chars(end)) for start, end in mention.fragments] for mention in mentions]
        reason += HINT if _first_wrong(mentions, as_utf16, text) is None else ""
    raise _wrong(path, mention.number, mention.line, reason)


def _readings(raw: str, offsets: str) -> list[Callable[[int], int]]:
    """What the offsets may count, the likeliest first, as functions to offsets without a byte order mark."""
    units: Callable[[int], int] = utf16_to_chars(raw) if offsets == "utf-16" else int
    line_ends: list[Callable[[int], int]] = [int, _one_for_two(raw)] if "\r\n" in raw else [int]
    shifts = (1, 0) if raw.startswith(_BOM) else (0,)
    return [partial(_convert, units, lines, shift) for shift in shifts for lines in line_ends]


def _convert(units: Callable[[int], int], lines: Callable[[int], int], shift: int, offset: int) -> int:
    return lines(units(offset)) - shift


def _one_for_two(raw: str) -> Callable[[int], int]:
    """A function from offsets that count a line end of Windows as one character to offsets that count it as two."""
    places = [end.start() - number for number, end in enumerate(re.finditer("\r\n", raw))]
    return lambda offset: offset + bisect_left(places, offset)


def _first_wrong(mentions: list[_Mention], ranges: list[list[tuple[int, int]]], text: str) -> int | None:
    pairs = enumerate(zip(mentions, ranges, strict=True))
    return next((i for i, (mention, each) in pairs if _bare(_text_of(each, text)) != _bare(mention.text)), None)


def _text_of(fragments: list[tuple[int, int]], text: str) -> str:
    return " ".join(text[max(start, 0) : max(end, 0)] for start, end in fragments)


def _bare(text: str) -> str:
    """A text without its white space, which brat changes: a line end is a blank in the annotations."""
    return "".join(text.split())


def _first_line(file: Path) -> str:
    return read_text(file)[0].removeprefix(_BOM).partition("\n")[0].rstrip("\r")[:60]


def _wrong(path: Path, number: int, line: str, reason: str) -> CableError:
    return CableError(Errors.CE101.format(place=f"{path}:{number}", reason=reason, text=repr(line[:60])))
