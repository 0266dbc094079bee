"""The anatomy of a whole cable: all its header fields and parts, found in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..text.cable_id import full_year
from .body.heading_text import Heading
from .body.page_breaks import PageBreak, read_page_breaks
from .body.paragraphs import Layout, Paragraph, read_layout, read_paragraphs
from .body.portion_marks import read_marks
from .body.redactions import find_redactions
from .body.summary_and_comments import Passage, read_comments, read_notes, read_summary
from .header.addressees import read_addressees
from .header.banner import make_cable_id, read_banner, read_captions, read_date_line, written_year
from .header.classified_by import read_classified_by, read_reasons
from .header.executive_order import declassify_piece, order_number
from .header.field_labels import Header, read_header
from .header.references import Reference, read_references, reference_ranges
from .header.subject import subject_piece
from .header.tags import tags_of, tags_range
from .header.transmission import Transmission, read_transmission
from .lexicon.dates import read_date
from .pieces import Fragment, Piece, read_fragment

#: The parts of a cable, by the key of `Doc.spans`, and the label of their spans.
PARTS: dict[str, str] = {
    "header": "HEADER",
    "fields": "FIELD",
    "paragraphs": "PARAGRAPH",
    "portion_marks": "PORTION_MARK",
    "headings": "HEADING",
    "summary": "SUMMARY",
    "comments": "COMMENT",
    "notes": "NOTE",
    "page_breaks": "PAGE_BREAK",
    "redactions": "REDACTION",
    "references": "REFERENCE",
    "signature": "SIGNATURE",
}

_UNLABELLED = frozenset({"BANNER", "DATE_LINE", "CAPTION", "ADDRESSEE"})
_LABELLED = frozenset({"order", "tags", "subject", "reference", "classified"})


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Everything that was found in a cable. What is missing is None or empty.

    cable_id (str): YYPOSTn; POSTn if nothing says the year.
    classification (str): TOP SECRET, SECRET, CONFIDENTIAL, UNCLASSIFIED, LIMITED OFFICIAL USE.
    captions (tuple): SIPDIS, NOFORN, SENSITIVE, ..., each once.
    section (Optional[tuple]): The number of the section, and how many there are.
    post (str): The post as the banner writes it.
    serial (Optional[int]): The post's number of the cable.
    addressees (tuple): For whom it is.
    executive_order (str): The number of the order, "12958".
    declassify_on (Optional[str]): An ISO date, or the text that stands in its place (N/A, OADR).
    tags (tuple): The TAGS.
    subject (str): The subject, without its portion mark.
    subject_mark (str): The portion mark of the subject.
    references (tuple): What it refers to.
    classified_by (str): The bare name of the officer.
    classified_by_title (str): The officer's title and office.
    reasons (tuple): The letters of the reasons.
    reasons_section (str): The section of the order that they are in, "1.4".
    signer (str): The signature.
    date_line (str): The date line that a newspaper put before it.
    transmission (Transmission): What the transmission header says; counts as false if there is none.
    header (Optional[Piece]): The header as a whole.
    fields (tuple): Its fields, as pairs of a label (BANNER, TAGS, ...) and a piece.
    paragraphs, portion_marks, headings, comments, notes, page_breaks, redactions (tuple): The parts.
    summary (Optional[Passage]): The summary.
    signature (Optional[Piece]): The signature, as a part.
    body (tuple): The half-open offsets of the body.
    field_starts (tuple): Where header fields begin, their labels included.
    """

    cable_id: str
    classification: str
    captions: tuple[str, ...]
    section: tuple[int, int] | None
    post: str
    serial: int | None
    addressees: tuple[str, ...]
    executive_order: str
    declassify_on: str | None
    tags: tuple[str, ...]
    subject: str
    subject_mark: str
    references: tuple[Reference, ...]
    classified_by: str
    classified_by_title: str
    reasons: tuple[str, ...]
    reasons_section: str
    signer: str
    date_line: str
    transmission: Transmission
    header: Piece | None
    fields: tuple[tuple[str, Piece], ...]
    paragraphs: tuple[Paragraph, ...]
    portion_marks: tuple[Piece, ...]
    headings: tuple[Heading, ...]
    summary: Passage | None
    comments: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    page_breaks: tuple[PageBreak, ...]
    redactions: tuple[Piece, ...]
    signature: Piece | None
    body: tuple[int, int]
    field_starts: tuple[int, ...]

    def to_dict(self) -> dict[str, Any]:
        """The header fields as plain data, for `Doc._.cable`.

        RETURNS (dict): JSON-able; all fields are there, the missing ones None or empty.
        """
        sent = self.transmission
        return {
            "cable_id": self.cable_id,
            "classification": self.classification or None,
            "captions": list(self.captions),
            "section": list(self.section) if self.section else None,
            "post": self.post or None,
            "serial": self.serial,
            "addressees": list(self.addressees),
            "executive_order": self.executive_order or None,
            "declassify_on": self.declassify_on,
            "tags": list(self.tags),
            "subject": self.subject or None,
            "subject_mark": self.subject_mark or None,
            "references": [
                {"cable_id": ref.cable_id or None, "kind": ref.kind, "letter": ref.letter or None, "text": ref.text}
                for ref in self.references
            ],
            "classified_by": self.classified_by or None,
            "classified_by_title": self.classified_by_title or None,
            "reasons": list(self.reasons),
            "reasons_section": self.reasons_section or None,
            "signer": self.signer or None,
            "date_line": self.date_line or None,
            "transmission": {
                "transmission_id": sent.transmission_id or None,
                "time_group": sent.time_group or None,
                "precedence": sent.precedence or None,
                "sender": sent.sender or None,
                "recipients": [
                    {
                        "kind": to.kind,
                        "name": to.name,
                        "route": to.route,
                        "precedence": to.precedence,
                        "number": to.number,
                    }
                    for to in sent.recipients
                ],
            }
            if sent
            else None,
        }

    def parts(self) -> Iterator[tuple[str, str, str, Piece]]:
        """All parts with offsets.

        YIELDS (tuple): The key of `PARTS`, the label, an id (a paragraph's number; "" for most) and the piece.
        """
        if self.header:
            yield "header", "HEADER", "", self.header
        for label, piece in self.fields:
            yield "fields", label, "", piece
        for paragraph in self.paragraphs:
            yield "paragraphs", "PARAGRAPH", str(paragraph.number), paragraph
        for mark in self.portion_marks:
            yield "portion_marks", "PORTION_MARK", mark.text, mark
        for heading in self.headings:
            yield "headings", "HEADING", heading.style, heading
        if self.summary:
            yield "summary", "SUMMARY", "", self.summary
        for comment in self.comments:
            yield "comments", "COMMENT", "", comment
        for note in self.notes:
            yield "notes", "NOTE", "", note
        for page in self.page_breaks:
            yield "page_breaks", "PAGE_BREAK", str(page.page), page
        for redaction in self.redactions:
            yield "redactions", "REDACTION", "", redaction
        for ref in self.references:
            yield "references", "REFERENCE", ref.cable_id, ref
        if self.signature:
            yield "signature", "SIGNATURE", "", self.signature


def parse_anatomy(
    text: str,
    *,
    anchors: Sequence[int] = (),
    links: Sequence[tuple[int, int]] = (),
    cable_id: str = "",
) -> Anatomy:
    """Find the header fields and the parts of a cable. All offsets count in `text`.

    text (str): The text of a cable, with or without HTML.
    anchors (Sequence): Offsets of paragraph anchors, if markup was taken off before.
    links (Sequence): Offsets of linked TAGS, if markup was taken off before.
    cable_id (str): The id of the cable, if it is known: it gives the year to references that name none.
    RETURNS (Anatomy): What was found.
    """
    if anchors or links:
        fragment = Fragment(text, tuple(anchors), tuple(links))
    else:
        fragment = read_fragment(text)
    return read_anatomy(fragment, cable_id)


def read_anatomy(fragment: Fragment, cable_id: str = "") -> Anatomy:
    """Find the header fields and the parts of a cable.

    fragment (Fragment): The text. Offsets are moved back to the source, if it had markup.
    cable_id (str): The id of the cable, if it is known.
    RETURNS (Anatomy): What was found.
    """
    layout = read_layout(fragment)
    header = read_header(fragment, layout.starts[0].start if layout.starts else -1)
    banner = read_banner(fragment)
    year = full_year(cable_id[:2]) if cable_id[:2].isdigit() else written_year(header)
    captions = read_captions(header)
    addressees = read_addressees(header, banner.end_char if banner else 0)
    order = declassify_piece(header)
    subject, subject_mark = subject_piece(header) or (None, None)
    officer = read_classified_by(header)
    reasons_section, reasons = read_reasons(header)
    date_line = read_date_line(header)
    transmission = read_transmission(header)
    breaks = read_page_breaks(fragment, banner.post if banner else "", banner.serial if banner else 0)
    fields = [
        ("BANNER", banner),
        ("DATE_LINE", date_line),
        ("DECLASSIFY_ON", order),
        ("SUBJECT", subject),
        ("CLASSIFIED_BY", officer),
    ]
    fields += [("CAPTION", caption) for caption in captions] + [("ADDRESSEE", addressee) for addressee in addressees]
    tags_at = tags_range(header)
    fields += [("TAGS", fragment.piece(*tags_at))] if tags_at else []
    fields += [("REFERENCES", fragment.piece(*where)) for where in reference_ranges(header)]
    found = sorted(
        ((label, piece) for label, piece in fields if piece and piece.text), key=lambda field: field[1].start_char
    )
    end = _header_end(layout, header, [piece for _, piece in found])
    declassify = read_date(order.text) if order else None
    back = fragment.back
    marks = read_marks(fragment, layout.starts, end)
    marks = sorted([subject_mark, *marks] if subject_mark else marks, key=lambda mark: mark.start_char)
    return Anatomy(
        cable_id=cable_id or (make_cable_id(year, banner.post, banner.serial) if banner and banner.serial else ""),
        classification=banner.level if banner else "",
        captions=tuple(dict.fromkeys(caption.text for caption in captions)),
        section=banner.section if banner else None,
        post=banner.post if banner else "",
        serial=banner.serial or None if banner else None,
        addressees=tuple(addressee.text for addressee in addressees),
        executive_order=order_number(header),
        declassify_on=declassify.isoformat() if declassify else (order.text if order else None),
        tags=tuple(tags_of(header)),
        subject=subject.text if subject else "",
        subject_mark=subject_mark.text if subject_mark else "",
        references=tuple(back(read_references(header, year))),
        classified_by=officer.name if officer else "",
        classified_by_title=officer.title if officer else "",
        reasons=tuple(reasons),
        reasons_section=reasons_section,
        signer=layout.signature.text if layout.signature else "",
        date_line=date_line.text if date_line else "",
        transmission=transmission,
        header=back(fragment.piece(0, end)) if end else None,
        fields=tuple((label, back(piece)) for label, piece in found),
        paragraphs=back(tuple(read_paragraphs(layout))),
        portion_marks=back(tuple(marks)),
        headings=back(layout.headings),
        summary=back(read_summary(layout)),
        comments=back(tuple(read_comments(layout))),
        notes=back(tuple(read_notes(layout))),
        page_breaks=back(tuple(breaks)),
        redactions=back(tuple(find_redactions(fragment))),
        signature=back(layout.signature),
        body=_body(fragment, end, layout.body_end),
        field_starts=_field_starts(fragment, header, found),
    )


def _header_end(layout: Layout, header: Header, fields: list[Piece]) -> int:
    """Where the header ends: at the first paragraph, or a heading above it; with neither, behind its last field."""
    last = max((piece.end_char for piece in fields if piece.end_char <= header.end), default=0)
    if not header.numbered:
        return last
    for heading in layout.headings:
        if last <= heading.start_char < header.end:
            return heading.start_char
    return header.end


def _field_starts(fragment: Fragment, header: Header, fields: list[tuple[str, Piece]]) -> tuple[int, ...]:
    """Fields begin at their labels; those without a label where they stand."""
    starts = {piece.start_char for label, piece in fields if label in _UNLABELLED}
    starts.update(label.start for label in header.labels if label.kind in _LABELLED)
    return tuple(sorted(fragment.plain.to_source(start) if fragment.plain else start for start in starts))


def _body(fragment: Fragment, start: int, end: int) -> tuple[int, int]:
    piece = fragment.back(fragment.piece(start, max(start, end)))
    return piece.start_char, piece.end_char
