"""Read CoNLL columns: one word and its tag per line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from ..errors import CableError, Errors
from ..text.files import read_text
from ..text.labelled import LabelledText
from ..text.offsets import CharSpan
from .settings import Settings

_ID = re.compile(r"#\s*(?:newdoc\s+)?(?:cable_|doc_)?id\s*[=:]\s*(\S+)\s*\Z")
_DOC_START = re.compile(r"-DOCSTART-(?:\s+\((\S+)\))?")
_COMMENT = re.compile(r"#\s*\S+\s*=")
_TAG = re.compile(r"O\Z|([BIESLUM])-(.+)")


def begins_conll(head: bytes) -> bool:
    """Check whether a file begins like CoNLL columns: with `-DOCSTART-`, an id, or a word and a tag."""
    first = next((line for line in head.decode("utf-8", "replace").split("\n") if line.strip()), "").strip()
    columns = first.split()
    return bool(_starts(first)) or (len(columns) > 1 and _TAG.match(columns[-1]) is not None)


def count_conll(file: Path) -> int:
    """Count the cables of a CoNLL file."""
    with file.open("rb") as lines:
        return sum(line.startswith(b"-DOCSTART-") for line in lines) or 1


def read_conll(path: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a CoNLL file. The first column is the word, the last its tag, in IOB1, IOB2, BILOU or IOBES.

    path (Path): The file. `-DOCSTART-` or a comment `# id = 08LONDON2643` starts a cable; a file without them is one
        cable, whose id is the stem of the file name.
    settings (Settings): The settings.
    YIELDS (LabelledText): The cables, their words joined by single spaces.
    RAISES (CableError): CE101 for a line that is not a word with a tag.
    """
    cable_id: str | None = None
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(read_text(path)[0].splitlines(), 1):
        line = line.strip()
        start = _starts(line)
        if start:
            if rows:
                yield _make(cable_id or "", rows)
                cable_id, rows = None, []
            # A comment may precede or follow the `-DOCSTART-` of the same cable.
            cable_id = start[1] or cable_id or ""
        elif line and not _COMMENT.match(line):
            columns = line.split("\t") if "\t" in line else line.split()
            if len(columns) < 2 or not _TAG.match(columns[-1]):
                reason = "not a word with a tag (O, B-PER, I-PER ...)"
                raise CableError(Errors.CE101.format(place=f"{path}:{number}", reason=reason, text=line[:60]))
            rows.append((columns[0], columns[-1]))
    if rows:
        yield _make(path.stem if cable_id is None else cable_id, rows)


def tags_to_spans(tags: Iterable[str]) -> list[CharSpan]:
    """Convert tags to spans, in any of IOB1, IOB2, BILOU and IOBES.

    tags (Iterable): The tags, one for each word.
    RETURNS (list): The spans as (start, end, label), half-open, in words.
    """
    spans: list[CharSpan] = []
    is_open = False
    for index, tag in enumerate(tags):
        found = _TAG.match(tag)
        prefix, label = (found[1], found[2]) if found else (None, None)
        if prefix is None or label is None:
            is_open = False
            continue
        if is_open and prefix not in "BSU" and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], index + 1, label)
        else:
            spans.append((index, index + 1, label))
        is_open = prefix not in "ESLU"
    return spans


def _starts(line: str) -> re.Match[str] | None:
    return _ID.match(line) or _DOC_START.match(line)


def _make(cable_id: str, rows: list[tuple[str, str]]) -> LabelledText:
    words = [word for word, _ in rows]
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    spans = tags_to_spans(tag for _, tag in rows)
    found = tuple((starts[start], starts[end] - 1, label) for start, end, label in spans)
    return LabelledText(cable_id, " ".join(words), found)
