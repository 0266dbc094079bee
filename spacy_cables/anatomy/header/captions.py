"""Captions: SIPDIS, NOFORN, SENSITIVE, CORRECTED COPY and others, which restrict who may read a cable."""

from __future__ import annotations

import re

from ..lexicon.levels import CAPTIONS, any_of, letter_spaced
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header

#: The pattern of a caption, without groups.
CAPTION = any_of(
    f"{letter_spaced('CORRECTED')}(?: +{letter_spaced('COPY')})?",
    *CAPTIONS,
    *("FOR OFFICIAL USE ONLY", letter_spaced("EFTO"), "NOCONTRACT", "ROGER CHANNEL", "DISSENT CHANNEL", "EYES ONLY"),
    *("MEDDIS", "NO FOREIGN", r"REL(?:EASABLE)? TO [A-Z]{2,5}(?:, ?[A-Z]{2,5}| AND [A-Z]{2,5}){0,8}"),
)
_CAPTIONS = re.compile(rf"(?<![A-Za-z/]){CAPTION}(?![A-Za-z])")
_REACH = 1500


def read_captions(header: Header) -> tuple[Piece, ...]:
    """Read the captions before the subject.

    header (Header): The header.
    RETURNS (tuple): The captions in text order, with repetitions. The text of "FOR OFFICIAL USE ONLY" is FOUO.
    """
    first = {label.kind: label.start_char for label in reversed(header.labels)}
    end = first.get("subject", first.get("references", min(header.end, _REACH)))
    return tuple(Piece(_name(match[0]), *match.span()) for match in _CAPTIONS.finditer(header.fragment.text, 0, end))


def _name(found: str) -> str:
    if found.startswith("C"):
        return "CORRECTED COPY"
    return "FOUO" if found == "FOR OFFICIAL USE ONLY" else found


def caption_names(captions: tuple[Piece, ...]) -> list[str]:
    """The captions in order, without duplicates.

    captions (tuple): The captions.
    RETURNS (list): Their names.
    """
    return list(dict.fromkeys(caption.text for caption in captions))


@on_fragment
def find_captions(fragment: Fragment) -> list[str]:
    """Find the captions of a cable: SIPDIS, NOFORN, SENSITIVE, CORRECTED COPY, ...

    fragment (str | Fragment): The text.
    RETURNS (list): The captions in order, without duplicates.
    """
    return caption_names(read_captions(read_header(fragment)))
