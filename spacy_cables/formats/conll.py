"""Read CoNLL columns: one word and its tag per line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import CableError, Errors
from ..text.cable_id import id_of_file
from ..text.files import read_text
from ..text.labelled import LabelledText
from ..text.offsets import CharSpan
from .settings import Settings

SUFFIXES = (".conll", ".conll03", ".conll2003", ".iob", ".iob1", ".iob2", ".bio", ".bilou", ".iobes", ".tsv")

#: What separates columns. Other white space, such as a no-break space, can be part of a word.
_BLANKS = " \t"
_ID = re.compile(r"#[ \t]*(?:newdoc[ \t]+)?(?:cable_|doc_|document_)?id[ \t]*[=:][ \t]*(\S+)[ \t]*\Z")
_DOC_START = re.compile(r"-DOCSTART-(?:[ \t]+\((\S+)\))?")
# As in CoNLL-U: a hash and a blank, a name, an equals sign with blanks around it. `#a=b O` is a word with its tag.
_COMMENT = re.compile(r"#[ \t]*[\w.-]+(?:[ \t]+[\w.-]+)?[ \t]+=(?:[ \t]|\Z)|#[ \t]*(?:newdoc|newpar)\b")
_TAG = re.compile(r"O\Z|([BIESLUM])-(.+)")


def begins_conll(head: bytes) -> bool:
    """Check whether a file begins like CoNLL columns: with `-DOCSTART-` or an id, or with words that all have a tag."""
    text = head.decode("utf-8-sig", "replace")
    lines = [line.strip(_BLANKS + "\r") for line in text.split("\n")[:20]]
    if text.count("\n") < 20 and not text.endswith("\n") and len(lines) > 1:
        lines.pop()  # may have been cut off
    lines = [line for line in lines if line]
    if not lines:
        return False
    if _starts(lines[0]):
        return True
    rows = [_columns(line) for line in lines if not _is_comment(line)]
    return bool(rows) and all(len(row) > 1 and _TAG.match(row[-1]) for row in rows)


def count_conll(file: Path) -> int:
    """Count the cables of a CoNLL file."""
    marks = ids = 0
    for line in _lines(file):
        if _starts(line):
            marks += line.startswith("-DOCSTART-")
            ids += line.startswith("#")
    return marks or ids or 1


def read_conll(path: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a CoNLL file. The first column is the word, the last its tag, in IOB1, IOB2, BILOU or IOBES.

    path (Path): The file. `-DOCSTART-` or a comment `# id = 08LONDON2643` starts a cable; a file without them is one
        cable, whose id is the stem of the file name. Lines end at line feeds. A blank line ends a sentence, and with it
        an entity. Columns are separated by tabs or blanks. Words that are white space are left out.
    settings (Settings): The settings.
    YIELDS (LabelledText): The cables, their words joined by single spaces.
    RAISES (CableError): CE101 for a line that is not a word with a tag.
    """
    cable_id: str | None = None
    named_only = False  # an id has come, but not yet its `-DOCSTART-`
    cable = _Cable()
    for number, line in enumerate(_lines(path), 1):
        start = _starts(line)
        if start:
            is_mark = line.startswith("-DOCSTART-")
            is_next = not named_only if is_mark else cable_id not in ("", start[1])
            if cable.words or (cable_id is not None and is_next):
                yield cable.finish(cable_id or "")
                cable_id, cable = None, _Cable()
            named_only = not is_mark and cable_id is None
            # A comment may precede or follow the `-DOCSTART-` of the same cable.
            cable_id = start[1] or cable_id or ""
        elif not line:
            cable.end_sentence()
        elif not _is_comment(line):
            row = _columns(line)
            if len(row) < 2 or not _TAG.match(row[-1]):
                reason = "not a word with a tag (O, B-PER, I-PER ...)"
                raise CableError(Errors.CE101.format(place=f"{path}:{number}", reason=reason, text=repr(line[:60])))
            cable.add(row[0], row[-1])
    if cable.words or cable_id is not None:
        yield cable.finish(id_of_file(path) if cable_id is None else cable_id)


def is_tag(text: str) -> bool:
    """Check whether a text is a tag: O, or a prefix of IOB1, IOB2, BILOU or IOBES with a label."""
    return _TAG.match(text) is not None


def tags_to_spans(tags: Iterable[str]) -> list[CharSpan]:
    """Convert tags to spans, in any of IOB1, IOB2, BILOU and IOBES.

    tags (Iterable): The tags, one for each word; "" between two sentences, where an entity ends.
    RETURNS (list): The spans as (start, end, label), half-open, in words.
    """
    spans: list[CharSpan] = []
    is_open = False
    index = 0
    for tag in tags:
        found = _TAG.match(tag)
        prefix, label = (found[1], found[2]) if found else (None, None)
        if prefix is None or label is None:
            is_open = False
        else:
            if is_open and prefix not in "BSU" and spans[-1][2] == label:
                spans[-1] = (spans[-1][0], index + 1, label)
            else:
                spans.append((index, index + 1, label))
            is_open = prefix not in "ESLU"
        index += tag != ""
    return spans


class _Cable:
    """The words and tags of one cable, as they are read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.tags: list[str] = []

    def add(self, word: str, tag: str) -> None:
        if word.strip():
            self.words.append(word)
            self.tags.append(tag)

    def end_sentence(self) -> None:
        self.tags.append("")

    def finish(self, cable_id: str) -> LabelledText:
        starts, length = [], 0
        for word in self.words:
            starts.append(length)
            length += len(word) + 1
        spans = ((starts[start], starts[end - 1] + len(self.words[end - 1]), label)
                 for start, end, label in tags_to_spans(self.tags))  # fmt: skip
        return LabelledText(cable_id, " ".join(self.words), tuple(spans))


def _lines(path: Path) -> Iterator[str]:
    for line in read_text(path)[0].removeprefix("\ufeff").split("\n"):
        yield line.removesuffix("\r").rstrip(_BLANKS)


def _columns(line: str) -> list[str]:
    if "\t" in line:
        return [column.strip(" ") for column in line.split("\t")]
    columns = [column for column in line.split(" ") if column]
    return ["", *columns] if len(columns) == 1 and line[:1] == " " else columns  # a word of blanks


def _is_comment(line: str) -> bool:
    return "\t" not in line and _COMMENT.match(line) is not None


def _starts(line: str) -> re.Match[str] | None:
    return _ID.match(line) or _DOC_START.match(line)
