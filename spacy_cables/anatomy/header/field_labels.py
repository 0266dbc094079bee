"""The labels of header fields, found in one scan, including misspelt ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..body.paragraph_starts import ParagraphStart, paragraph_starts
from ..lexicon.page_lines import page_line_start, page_lines
from ..lexicon.spelling import nearest
from ..pieces import Fragment

#: The longest header, in characters, where no paragraph ends it.
HEADER_LIMIT = 3000
_FARTHEST = 12000

_LABELS = re.compile(
    r"""
    (?P<executive_order>
        E\.O\.(?=[ ]?:?[ ]?\d{5}\b)                                       # SIPDISE.O. 12958
        |\bE[ ]?[.,]?[ ]?[O0][ ]?[.,]?[ ]?[:;]?[ ]?(?=[1I]\d{4}\b)        # EO 12958
        |\bE[ ]?\.[ ]?O[ ]?\.[ ]?[:;]?(?=\s{0,3}(?:N/?A\b|DECL))          # E.O.: N/A
        |\bEXECUTIVE[ ]ORDER[ ]?[:;]?[ ]?(?=\d{5})                        # EXECUTIVE ORDER 12958
    )
    |(?P<tags>
        (?<![\w/])TAGS?\b[ ]?[:;.]?(?=\s)                                   # TAGS PREL
        |TAGS[:;]                                                           # 2018TAGS:PREL
        |(?<![\w/])TAG[:;]                                                  # TAG:PREL
        |(?m:^[ ]{0,4}TAGS?[ ]?[-–—]{1,3}[ ]?)(?=[A-Z])                 # TAGS-PREL
        |(?m:^[ ]{0,4}T[ ]A[ ]G[ ]S\b[ ]?[:;]?)                           # T A G S: PREL
        |\b[Tt]ags?[ ]?:                                                    # Tags: prel
    )
    |(?P<subject>
        SUBJ(?:ECT)?:                                                       # RUSUBJECT: A VISIT
        |\b(?:S[ ]?U[ ]?B[ ]?J[ ]?E[ ]?C[ ]?T|SUBJ|Subject|Subj|subject)\b[ ]?[:;]  # Subject: A visit
        |(?m:^[ ]{0,4}(?:SUBJECT|SUBJ)\b[ ]?[-.,]?(?=[ ]))                # SUBJECT A VISIT
    )
    |(?P<references>
        \b(?i:REF|REFS|REF[ ]?\([ ]?S[ ]?\)|REFERENCES?|REFTELS?)
            (?:[ ]?[:;]|(?=[ ](?:A[ ]?[.)]|\([ ]?A[ ]?\))))                 # Ref: A
        |(?<=[A-Z])REFS?[ ]?:(?=[ ]?(?:[A-Z]{3}|\(?A[ ]?[.)]|\d\d))        # A VISITREF: LUSAKA 12
        |(?m:^[ ]{0,4}REF(?:S|TELS?|ERENCES?)?\b[.,]?)(?=[ ]{1,3}(?:[A-Z]|\d\d))  # REF LUSAKA 12
    )
    |(?P<classified_by>
        \b(?i:CL(?:A|AS|ASS|ASSS|SS)[A-Z]{2,9}\s{1,3}B[YTU])\b\s?[:;.,]?  # Classified By DCM Dana Reed
        |(?<!DE)(?<!UN)(?<![Dd]e)(?<![Uu]n)(?:Classified[ ]By|CLASSIFIED[ ]BY):  # LUSAKA 12Classified By: Dana Reed
        |(?m:^[ ]{0,3}B[Yy][ ]?:)                                         # By: Dana Reed
    )
    |(?P<summary>
        (?m:^[ ]{0,4}(?:[-=*]{2,60}[ ]{0,2})?(?:
            (?:BEGIN[ ]|EXECUTIVE[ ]|Begin[ ]|Executive[ ])?(?:SUMMARY|Summary)  # Executive Summary
            |KEY[ ]POINTS|Key[ ]Points                                      # Key Points
            |INTRODUCTION|Introduction                                      # Introduction
            |COMMENT|Comment                                                # Comment
        )\b[^\n]{0,40}$)
        |\bSUMMARY[ ]?(?:[:.]|-{2})                                       # (C) SUMMARY: They met
    )
    |(?P<rule>
        (?m:^[ ]{0,4}[-=*_]{4})                                         # ------
    )
    """,
    re.VERBOSE,
)
# What each label begins with, or is on the line before it.
_HINT = re.compile(
    r"[\nCERSTcrst](?:(?<=\n)|(?<=E)[ .,O0X]|(?<=[Tt])(?:A|ag)|(?<=S) ?U|(?<=[Ss])ubj|(?<=[Rr])[Ee][Ff]|(?<=[Cc])[Ll])"
)
_LINE_LABEL = re.compile(r"\n[ \t>*¶]{0,6}(?P<word>[A-Za-z]{2,12})(?: ?(?:\(S\)|\(s\)))? ?[:;]")
_SLIPS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("subject", ("SUBJECT",), 2),
    ("tags", ("TAGS",), 1),
    ("references", ("REF", "REFS", "REFTEL", "REFERENCE"), 1),
)
#: The labels of fields; the others (summary, rule, page) only end the field before them.
FIELDS = frozenset({"executive_order", "tags", "subject", "references", "classified_by"})
# Labels that do not end a field. A page line may interrupt a list of references.
_STEPPED_OVER: dict[str, set[str]] = {"subject": set(), "references": {"references", "page"}}


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a header field.

    kind (str): executive_order, tags, subject, references, classified_by; or summary, rule, page, which end a field.
    start_char (int): Start of the label.
    end_char (int): End of the label, exclusive: the start of the field itself.
    stop_char (int): End of the field, exclusive: the next label that ends it, or the end of the header.
    """

    kind: str
    start_char: int
    end_char: int
    stop_char: int


@dataclass(frozen=True, slots=True)
class Header:
    """The part of a text that is searched for header fields.

    fragment (Fragment): The text.
    end (int): Start of the first paragraph, in characters; else the end of the search.
    labels (tuple): The labels before `end`, in text order.
    numbered (bool): Whether a numbered paragraph ends it.
    """

    fragment: Fragment
    end: int
    labels: tuple[Label, ...]
    numbered: bool

    @property
    def is_cable(self) -> bool:
        """Whether a text starts like a cable: with at least two kinds of field (E.O., TAGS, SUBJECT, REF, ...)."""
        return len({label.kind for label in self.labels} - {"page"}) > 1


def read_header(fragment: Fragment) -> Header:
    """Find the header of a text, and the labels in it.

    fragment (Fragment): The text.
    RETURNS (Header): The header.
    """
    return header_before(fragment, paragraph_starts(Fragment(fragment.text[:_FARTHEST])))


def header_before(fragment: Fragment, starts: Sequence[ParagraphStart]) -> Header:
    """Find the labels in the header, before the first paragraph.

    fragment (Fragment): The text.
    starts (Sequence): The paragraph starts.
    RETURNS (Header): The header.
    """
    numbered = bool(starts) and starts[0].start <= _FARTHEST
    end = starts[0].start if numbered else min(len(fragment.text), HEADER_LIMIT)
    text = fragment.text[:end]
    found = [(str(match.lastgroup), *match.span()) for match in _find_labels(text)]
    found += [("page", page_line_start(line), line.end()) for line in page_lines(text)]
    known = {kind for kind, *_ in found}
    for match in _LINE_LABEL.finditer("\n" + text):
        kind = _slip(match["word"].upper())
        if kind and kind not in known:
            found.append((kind, match.start("word") - 1, match.end() - 1))
    found.sort(key=lambda place: place[1])
    labels = [Label(*place, _stop(place[0], place[2], found[index + 1 :], end)) for index, place in enumerate(found)]
    return Header(fragment, end, tuple(labels), numbered)


def _find_labels(text: str) -> Iterator[re.Match[str]]:
    """What `_LABELS.finditer` finds, in less time."""
    last = 0
    starts = (hint.start() + (text[hint.start()] == "\n") for hint in _HINT.finditer(text))
    for start in chain((0,), starts):
        if start >= last and (match := _LABELS.match(text, start)):
            last = match.end()
            yield match


def _slip(word: str) -> str:
    for kind, words, limit in _SLIPS:
        if nearest(word, words, limit):
            return kind
    return ""


def _stop(kind: str, end: int, following: list[tuple[str, int, int]], header_end: int) -> int:
    """The end of a field: the next label of another kind, or the end of the header."""
    over = _STEPPED_OVER.get(kind, {kind})
    return next((place[1] for place in following if place[1] >= end and place[0] not in over), header_end)
