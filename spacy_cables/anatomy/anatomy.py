"""The anatomy of a whole cable: all header fields and parts, found in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..text.cable_id import make_cable_id, read_cable_id
from .body.body import Body, read_body
from .body.paragraphs import Paragraph, read_layout
from .body.summary_and_comments import Passage
from .doubts import Doubt, find_doubts
from .header.banner import Banner
from .header.captions import caption_names
from .header.classified_by import ClassifiedBy, Officer
from .header.field_labels import header_before
from .header.fields import Fields, header_end, read_fields
from .header.sent import sent_in_meta
from .lexicon.posts import post_key
from .pieces import Fragment, Piece, plain_layout, read_fragment

#: The keys of `Doc.spans`, one for each part of a cable, and the labels of their spans.
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


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The header fields and parts of a cable.

    cable_id (str): As in 08LONDON2643; LONDON2643 if the year is unknown; "" if the number is.
    header (Piece | None): The header as a whole.
    fields (Fields): The header fields and their positions.
    body (Body): The body and its parts.
    doubts (tuple): Where a field is unsure, and why.
    """

    cable_id: str
    header: Piece | None
    fields: Fields
    body: Body
    doubts: tuple[Doubt, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body."""
        return self.body.paragraphs

    @property
    def summary(self) -> Passage | None:
        """The summary, None if there is none."""
        return self.body.summary

    def to_dict(self) -> dict[str, Any]:
        """The header fields as plain data, for `Doc._.cable`.

        RETURNS (dict): JSON-serializable; every field has a key; a missing one is None or empty.
        """
        fields = self.fields
        banner = fields.banner or Banner("", 0, 0)
        order, subject = fields.executive_order, fields.subject
        classified = fields.classified_by or ClassifiedBy(None, (), "")
        officer = classified.officer or Officer("", 0, 0)
        return {
            "cable_id": self.cable_id,
            "date": fields.sent.date.isoformat() if fields.sent.date else None,
            "time": fields.sent.time or None,
            "date_source": fields.sent.source or None,
            "classification": banner.level or None,
            "captions": caption_names(fields.captions),
            "section": list(banner.section) if banner.section else None,
            "post": banner.post or None,
            "serial": banner.serial or None,
            "addressees": [addressee.text for addressee in fields.addressees],
            "executive_order": (order.number or None) if order else None,
            "declassify_on": order.declassified if order else None,
            "tags": list(fields.tags.tags) if fields.tags else [],
            "subject": subject.text if subject else None,
            "subject_mark": subject.mark.text if subject and subject.mark else None,
            "references": [ref.to_dict() for ref in fields.references.references] if fields.references else [],
            "classified_by": officer.name or None,
            "classified_by_title": officer.title or None,
            "reasons": list(classified.reasons),
            "reasons_section": classified.reasons_section or None,
            "signer": self.body.signature.text if self.body.signature else None,
            "date_line": fields.date_line.text if fields.date_line else None,
            "transmission": fields.transmission.to_dict() if fields.transmission else None,
            "doubts": [[doubt.field, doubt.reason] for doubt in self.doubts],
        }

    def parts(self) -> Iterator[tuple[str, str, str, Piece]]:
        """Iterate over all parts, with their offsets.

        YIELDS (tuple): The key of `PARTS`, the label, an id (such as the number of a paragraph, else "") and the piece.
        """
        for key, label, identifier, piece in self._parts():
            if piece:
                yield key, label or PARTS[key], identifier, piece

    def _parts(self) -> Iterator[tuple[str, str, str, Piece | None]]:
        fields, body = self.fields, self.body
        yield "header", "", "", self.header
        yield from (("fields", name, "", piece) for name, piece in fields.pieces())
        yield from (("paragraphs", "", str(paragraph.number), paragraph) for paragraph in body.paragraphs)
        marks = [fields.subject.mark] if fields.subject and fields.subject.mark else []
        for mark in sorted([*marks, *body.portion_marks], key=lambda mark: mark.start_char):
            yield "portion_marks", "", mark.text, mark
        yield from (("headings", "", heading.style, heading) for heading in body.headings)
        yield "summary", "", "", body.summary
        yield from (("comments", "", "", comment) for comment in body.comments)
        yield from (("notes", "", "", note) for note in body.notes)
        yield from (("page_breaks", "", str(page.page), page) for page in body.page_breaks)
        yield from (("redactions", "", "", redaction) for redaction in body.redactions)
        references = fields.references.references if fields.references else ()
        yield from (("references", "", ref.cable_id, ref) for ref in references)
        yield "signature", "", "", body.signature


def parse_anatomy(
    text: str,
    *,
    cable_id: str = "",
    meta: Mapping[str, Any] | None = None,
    anchors: Sequence[int] = (),
    links: Sequence[tuple[int, int]] = (),
) -> Anatomy:
    """Find the header fields and the parts of a cable. All offsets are half-open characters in `text`.

    text (str): The text of a cable, with or without HTML.
    cable_id (str): The id of the cable, if known. Its year is the default for references without one.
    meta (Mapping | None): What is known from elsewhere, such as a database. Its `date`, an ISO date or date-time, is
        used where the text has no date. Where it differs from the text there is a doubt.
    anchors (Sequence): Offsets of paragraph anchors, if the markup has been stripped already.
    links (Sequence): Half-open ranges of linked TAGS, if the markup has been stripped already.
    RETURNS (Anatomy): What was found.
    """
    if anchors or links:
        fragment = Fragment(plain_layout(text), tuple(anchors), tuple(links))
    else:
        fragment = read_fragment(text)
    return read_anatomy(fragment, cable_id, meta or {})


def read_anatomy(fragment: Fragment, cable_id: str = "", meta: Mapping[str, Any] = MappingProxyType({})) -> Anatomy:
    """Find the header fields and the parts of a cable.

    fragment (Fragment): The text. If it had markup, offsets are mapped back to the source.
    cable_id (str): The id of the cable, if known.
    meta (Mapping): What is known from elsewhere.
    RETURNS (Anatomy): What was found.
    """
    layout = read_layout(fragment)
    header = header_before(fragment, layout.starts)
    known = read_cable_id(cable_id)
    fields = read_fields(header, known.year if known else 0, sent_in_meta(meta))
    banner = fields.banner or Banner("", 0, 0)
    if not cable_id and banner.serial:
        cable_id = make_cable_id(fields.year, post_key(banner.post), banner.serial)
    end = header_end(header, fields, layout.headings)
    whole = Piece(fragment.text[:end], 0, end)
    body = read_body(layout, end)
    doubts = tuple(find_doubts(header, fields, body, known, meta))
    return fragment.back(Anatomy(cable_id, whole if whole.text else None, fields, body, doubts))
