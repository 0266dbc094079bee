"""REF: the cables, e-mails and calls that a cable refers to."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.cable_id import full_year
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header
from .reference import Reference
from .reference_list import ReferenceList
from .year import read_year

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class References:
    """What a cable refers to.

    lists (tuple): Where the lists stand, without their labels.
    references (tuple): The references in their order, each cable once.
    """

    lists: tuple[Piece, ...]
    references: tuple[Reference, ...]


def read_references(header: Header, year: int = 0) -> References | None:
    """Read the references of a header.

    header (Header): The header.
    year (int): The year of the cable, for references that name none.
    RETURNS (References | None): The references, None if there is no list of them.
    """
    text = header.fragment.text
    lists: list[Piece] = []
    cables: dict[str, Reference] = {}
    found: list[Reference] = []
    last = 0
    for label in header.labels:
        end = min(label.stop_char, label.end_char + _LONGEST)
        if label.kind != "references" or label.start_char < last or not text[label.end_char : end].strip():
            continue
        lists.append(Piece(text[label.end_char : end], label.end_char, end))
        found += ReferenceList(text, year).read(label.end_char, end)
        last = end
    once = [ref for ref in found if ref.kind != "cable" or cables.setdefault(ref.cable_id, ref) is ref]
    return References(tuple(lists), tuple(once)) if lists else None


@on_fragment
def find_references(fragment: Fragment, year: int | str = 0) -> list[Reference]:
    """Find what a cable refers to in its REF lines.

    fragment (str | Fragment): The text.
    year (int | str): The year of the cable, of two or four digits, for references that name none. Without it, it is
        taken from the text if a date line or a transmission header gives it.
    RETURNS (list): The references in their order, each cable once.
    """
    header = read_header(fragment)
    references = read_references(header, full_year(str(year)) if year else read_year(header))
    return list(references.references) if references else []
