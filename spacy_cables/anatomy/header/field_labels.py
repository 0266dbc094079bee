"""Where the fields of a header begin: one scan for the labels of them all, misspelt ones included."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..body.paragraph_starts import paragraph_starts
from ..lexicon.page_lines import PAGE_LINE, PAGE_LINE_PART, page_line_start
from ..lexicon.spelling import nearest
from ..pieces import Fragment

#: How far a header may reach where no paragraph ends it.
HEADER_LIMIT = 3000
_FARTHEST = 12000

_LABELS = re.compile(
    r"(?P<order>E\.O\.(?= ?:? ?\d{5}\b)|\bE ?[.,]? ?[O0] ?[.,]? ?[:;]? ?(?=[1I]\d{4}\b)"
    r"|\bE ?\. ?O ?\. ?[:;]?(?=\s{0,3}(?:N/?A\b|DECL))"
    r"|\bEXECUTIVE ORDER ?[:;]? ?(?=\d{5}))"
    r"|(?P<tags>\bTAGS?\b ?[:;.]?(?=\s)|TAGS[:;]|\bTAG[:;]|\b[Tt]ags? ?:)"
    r"|(?P<subject>SUBJECT:|\b(?:S ?U ?B ?J ?E ?C ?T|SUBJ|Subject|Subj|subject)\b ?[:;]|(?m:^ {0,4}(?:SUBJECT"
    r"|SUBJ)\b ?[-.,]?(?= )))"
    r"|(?P<reference>\b(?i:REF|REFS|REF ?\( ?S ?\)|REFERENCES?|REFTELS?)(?: ?[:;]|(?= (?:A ?[.)]|\( ?A ?\))))"
    r"|(?m:^ {0,4}REF(?:S|TELS?|ERENCES?)?\b[.,]?)(?= {1,3}(?:[A-Z]|\d\d)))"
    r"|(?P<classified>\b(?i:CL(?:A|AS|ASS|ASSS|SS)[A-Z]{2,9}\s{1,3}B[YTU])\b\s?[:;.,]?|(?m:^ {0,3}B[Yy] ?:))"
    r"|(?P<summary>(?m:^ {0,4}(?:[-=*]{2,60} {0,2})?(?:(?:BEGIN |EXECUTIVE |Begin |Executive )?(?:SUMMARY|Summary)"
    r"|KEY POINTS|Key Points|INTRODUCTION|Introduction|COMMENT|Comment)\b[^\n]{0,40}$)|\bSUMMARY ?(?:[:.]|-{2}))"
    r"|(?P<rule>(?m:^ {0,4}[-=*_]{4}))"
    rf"|(?P<page>{PAGE_LINE_PART})"
)
_LINE_LABEL = re.compile(r"^[ \t>*¶]{0,6}(?P<word>[A-Za-z]{2,12})(?: ?(?:\(S\)|\(s\)))? ?[:;]", re.MULTILINE)
_SLIPS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("subject", ("SUBJECT",), 2),
    ("tags", ("TAGS",), 1),
    ("reference", ("REF", "REFS", "REFTEL", "REFERENCE"), 1),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the header.

    kind (str): order, tags, subject, reference, classified; summary, rule and page only end what stands before them.
    start (int): Where it starts.
    end (int): Where it ends, and what it announces begins.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """The part of a text that header fields are looked for in.

    fragment (Fragment): The text.
    end (int): Where the first paragraph begins; else the end of what may be header.
    labels (tuple): The labels before that, in the order of the text.
    numbered (bool): A paragraph ends it.
    """

    fragment: Fragment
    end: int
    labels: tuple[Label, ...]
    numbered: bool

    @property
    def is_cable(self) -> bool:
        """Whether a text starts as a cable does, with fields of at least two kinds (E.O., TAGS, SUBJECT, REF, ...)."""
        return len({label.kind for label in self.labels} - {"page"}) > 1

    def first(self, kind: str) -> Label | None:
        """The first label of a kind."""
        return next((label for label in self.labels if label.kind == kind), None)

    def stop(self, label: Label, *kinds: str) -> int:
        """Where a field ends: at the next label of another kind (of these kinds, if any are given), else the header."""
        for other in self.labels:
            if other.start >= label.end and other.kind != label.kind and (not kinds or other.kind in kinds):
                return other.start
        return self.end


def read_header(fragment: Fragment, first_paragraph: int | None = None) -> Header:
    """Find the labels of a header.

    fragment (Fragment): The text.
    first_paragraph (Optional[int]): Where the first paragraph begins, if that is known already; -1 if there is none.
    RETURNS (Header): The header.
    """
    if first_paragraph is None:
        head = Fragment(fragment.text[:_FARTHEST])
        starts = paragraph_starts(head)
        first_paragraph = starts[0].start if starts else -1
    numbered = 0 <= first_paragraph <= _FARTHEST
    end = first_paragraph if numbered else min(len(fragment.text), HEADER_LIMIT)
    text = fragment.text[:end]
    labels = [_label(match) for match in _LABELS.finditer(text)]
    known = {label.kind for label in labels}
    for match in _LINE_LABEL.finditer(text):
        kind = _slip(match["word"].upper())
        if kind and kind not in known:
            labels.append(Label(kind, match.start("word"), match.end()))
    labels.sort(key=lambda label: label.start)
    return Header(fragment, end, tuple(labels), numbered)


def _label(match: re.Match[str]) -> Label:
    kind = str(match.lastgroup)
    start = match.start()
    if kind == "page" and (line := PAGE_LINE.match(match.string, start)):
        start = page_line_start(line)
    return Label(kind, start, match.end())


def _slip(word: str) -> str:
    for kind, words, limit in _SLIPS:
        if nearest(word, words, limit):
            return kind
    return ""
