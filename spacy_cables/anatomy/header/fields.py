"""All header fields, read in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..body.heading_text import Heading
from ..lexicon.posts import post_key
from ..pieces import Piece
from .addressees import read_addressees
from .banner import Banner, read_banner
from .captions import read_captions
from .classified_by import ClassifiedBy, read_classified_by
from .date_line import DateLine, read_date_line
from .executive_order import ExecutiveOrder, read_executive_order
from .field_labels import FIELDS, Header, Label
from .references import References, read_references
from .sent import Sent, sent_on
from .subject import Subject, read_subject
from .tags import Tags, read_tags
from .time_group import read_time_group
from .transmission import Transmission, read_transmission


@dataclass(frozen=True, slots=True)
class Fields:
    """The header fields of a cable. A missing field is None or empty.

    year (int): The year of the cable: as given, else that of the date; 0 if unknown.
    sent (Sent): When it was sent.
    banner (Banner | None): Level, section, post and number.
    date_line (DateLine | None): The date line that a newspaper put above the cable.
    captions (tuple): SIPDIS, NOFORN, SENSITIVE, ..., with repetitions.
    addressees (tuple): The offices and posts it is addressed to.
    executive_order (ExecutiveOrder | None): The order that it is classified under, and the declassification date.
    tags (Tags | None): The TAGS.
    subject (Subject | None): The subject, and its portion mark.
    references (References | None): The cables and other documents it refers to.
    classified_by (ClassifiedBy | None): The officer who classified it, and the reasons.
    transmission (Transmission | None): The transmission header.
    labels (tuple): The labels of fields, including empty ones.
    """

    year: int
    sent: Sent
    banner: Banner | None
    date_line: DateLine | None
    captions: tuple[Piece, ...]
    addressees: tuple[Piece, ...]
    executive_order: ExecutiveOrder | None
    tags: Tags | None
    subject: Subject | None
    references: References | None
    classified_by: ClassifiedBy | None
    transmission: Transmission | None
    labels: tuple[Label, ...]

    def pieces(self) -> list[tuple[str, Piece]]:
        """The positions of the fields, without their labels.

        RETURNS (list): Pairs of a field's name (BANNER, TAGS, ...) and its piece, in text order.
        """
        found = [(name, piece) for name, piece in self._pieces() if piece and piece.text]
        return sorted(found, key=lambda field: field[1].start_char)

    def _pieces(self) -> Iterator[tuple[str, Piece | None]]:
        yield "BANNER", self.banner
        yield "DATE_LINE", self.date_line
        yield "DECLASSIFY_ON", self.executive_order.value if self.executive_order else None
        yield "SUBJECT", self.subject
        yield "CLASSIFIED_BY", self.classified_by.officer if self.classified_by else None
        yield from (("CAPTION", caption) for caption in self.captions)
        yield from (("ADDRESSEE", addressee) for addressee in self.addressees)
        yield "TAGS", self.tags
        yield from (("REFERENCES", piece) for piece in (self.references.lists if self.references else ()))

    @property
    def starts(self) -> list[int]:
        """Where fields begin: at their labels, if they have one."""
        unlabelled = filter(None, (self.banner, self.date_line, *self.captions, *self.addressees))
        starts = {piece.start_char for piece in unlabelled} | {label.start_char for label in self.labels}
        return sorted(starts)


def read_fields(header: Header, year: int = 0, meta: Sent | None = None) -> Fields:
    """Read all header fields.

    header (Header): The header.
    year (int): The year of the cable, 0 if unknown.
    meta (Sent | None): When the cable was sent according to its metadata, used where the text does not say.
    RETURNS (Fields): The fields.
    """
    banner = read_banner(header.fragment, header.end)
    date_line = read_date_line(header)
    time_group = read_time_group(header)
    transmission = read_transmission(header, time_group)
    sent = sent_on(time_group, date_line, meta)
    year = year or sent.year
    return Fields(
        year=year,
        sent=sent,
        banner=banner,
        date_line=date_line,
        captions=read_captions(header),
        addressees=read_addressees(header, banner.end_char if banner else 0),
        executive_order=read_executive_order(header),
        tags=read_tags(header),
        subject=read_subject(header),
        references=read_references(header, year, (post_key(banner.post), banner.serial) if banner else ("", 0)),
        classified_by=read_classified_by(header),
        transmission=transmission,
        labels=tuple(label for label in header.labels if label.kind in FIELDS),
    )


def header_end(header: Header, fields: Fields, headings: Iterable[Heading]) -> int:
    """Find the end of a header: at the first paragraph or a heading above it; else after the last field.

    header (Header): The header.
    fields (Fields): Its fields.
    headings (Iterable): The headings of the cable.
    RETURNS (int): The offset, in characters.
    """
    last = max((piece.end_char for _, piece in fields.pieces() if piece.end_char <= header.end), default=0)
    if not header.numbered:
        return last
    return next((heading.start_char for heading in headings if last <= heading.start_char < header.end), header.end)
