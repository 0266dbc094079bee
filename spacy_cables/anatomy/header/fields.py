"""All fields of a header, read in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..body.heading_text import Heading
from ..pieces import Piece
from .addressees import read_addressees
from .banner import Banner, read_banner
from .captions import read_captions
from .classified_by import ClassifiedBy, read_classified_by
from .date_line import DateLine, read_date_line
from .executive_order import ExecutiveOrder, read_executive_order
from .field_labels import FIELDS, Header, Label
from .references import References, read_references
from .subject import Subject, read_subject
from .tags import Tags, read_tags
from .transmission import Transmission, read_time_group, read_transmission
from .year import sent_year


@dataclass(frozen=True, slots=True)
class Fields:
    """What the header of a cable says. A field that is missing is None or empty.

    year (int): The year of the cable: the one that was given, else that of the text; 0 if neither says.
    banner (Banner | None): Level, section, post and number.
    date_line (DateLine | None): The date line that a newspaper put before the cable.
    captions (tuple): SIPDIS, NOFORN, SENSITIVE, ..., each as often as it stands there.
    addressees (tuple): For whom it is.
    executive_order (ExecutiveOrder | None): The order that it is classified under, and until when.
    tags (Tags | None): The TAGS.
    subject (Subject | None): The subject, and its portion mark.
    references (References | None): What it refers to.
    classified_by (ClassifiedBy | None): The officer who classified it, and the reasons.
    transmission (Transmission | None): What the transmission header says.
    labels (tuple): The labels of fields, also of those that say nothing.
    """

    year: int
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
        """Where the fields stand, without their labels.

        RETURNS (list): Pairs of what the field is (BANNER, TAGS, ...) and its piece, in the order of the text.
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
        """Where fields begin: at their labels; those without a label where they stand."""
        unlabelled = filter(None, (self.banner, self.date_line, *self.captions, *self.addressees))
        starts = {piece.start_char for piece in unlabelled} | {label.start_char for label in self.labels}
        return sorted(starts)


def read_fields(header: Header, year: int = 0) -> Fields:
    """Read all fields of a header.

    header (Header): The header.
    year (int): The year of the cable, 0 if it is not known.
    RETURNS (Fields): What they say.
    """
    banner = read_banner(header.fragment)
    date_line = read_date_line(header)
    time_group = read_time_group(header)
    transmission = read_transmission(header, time_group)
    year = year or sent_year(date_line, time_group)
    return Fields(
        year=year,
        banner=banner,
        date_line=date_line,
        captions=read_captions(header),
        addressees=read_addressees(header, banner.end_char if banner else 0),
        executive_order=read_executive_order(header),
        tags=read_tags(header),
        subject=read_subject(header),
        references=read_references(header, year),
        classified_by=read_classified_by(header),
        transmission=transmission,
        labels=tuple(label for label in header.labels if label.kind in FIELDS),
    )


def header_end(header: Header, fields: Fields, headings: Iterable[Heading]) -> int:
    """Where a header ends: at the first paragraph, or a heading above it; with neither, behind its last field.

    header (Header): The header.
    fields (Fields): Its fields.
    headings (Iterable): The headings of the cable.
    RETURNS (int): The offset.
    """
    last = max((piece.end_char for _, piece in fields.pieces() if piece.end_char <= header.end), default=0)
    if not header.numbered:
        return last
    return next((heading.start_char for heading in headings if last <= heading.start_char < header.end), header.end)
