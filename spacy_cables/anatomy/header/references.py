"""REF: the cables, e-mails and calls that a cable refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.cable_id import full_year
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header
from .reference import Reference
from .reference_list import ReferenceList
from .sent import read_sent

_LONGEST = 4000
# A transmission header in the middle of the list.
_DUMP = re.compile(r"\bV ?Z ?C ?Z ?C|\n[ \t]*(?:(?:[OPRZ]{2} ){1,2}RU[A-Z]{3}|DE RU[A-Z]{3}|FM [A-Z]{4})")


@dataclass(frozen=True, slots=True)
class References:
    """The references of a cable.

    lists (tuple): The lists, without their labels.
    references (tuple): The references in order, each cable once.
    """

    lists: tuple[Piece, ...]
    references: tuple[Reference, ...]


def read_references(header: Header, year: int = 0, own: tuple[str, int] = ("", 0)) -> References | None:
    """Read the references of a header.

    header (Header): The header.
    year (int): The year of the cable: the default for references without one.
    own (tuple): The post, in capitals and without spaces, and the number of the cable itself, which is no reference.
    RETURNS (References | None): The references, None if there is no list.
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
        dump = _DUMP.search(text, label.end_char, end)
        end = dump.start() if dump else end
        lists.append(Piece(text[label.end_char : end], label.end_char, end))
        found += ReferenceList(text, year).read(label.end_char, end)
        last = end
    found = [ref for ref in found if not ref.cable_id or (ref.post, ref.serial, ref.year) != (*own, year)]
    once = [ref for ref in found if ref.kind != "cable" or cables.setdefault(ref.cable_id, ref) is ref]
    return References(tuple(lists), tuple(once)) if lists else None


@on_fragment
def find_references(fragment: Fragment, year: int | str = 0) -> list[Reference]:
    """Find the references in the REF lines of a cable.

    fragment (str | Fragment): The text.
    year (int | str): The year of the cable, in two or four digits: the default for references without one. If not
        given, it is taken from a date line or a transmission header.
    RETURNS (list): The references in order, each cable once.
    """
    header = read_header(fragment)
    references = read_references(header, full_year(str(year)) if year else read_sent(header).year)
    return list(references.references) if references else []
