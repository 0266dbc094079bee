"""Write a `Doc` as a bracket file."""

from __future__ import annotations

from spacy.tokens import Doc

from ..text.brackets import check_style
from ..text.cable import ParsedCable, write_parsed
from ..text.write import write_inline, write_tokenised
from .white_space import is_white_space


def write_cable(cable: ParsedCable | Doc, *, style: str | None = None) -> str:
    """Write a cable as the text of a bracket file.

    cable (ParsedCable | Doc): The cable. `write_cable(parse_cable(text)) == text` for every text without a fault.
    style (str | None): `tokenised` or `inline`. By default the style of the file it was read from, else `inline`.
    RETURNS (str): The bracketed text. A ParsedCable written in its own style keeps its HTML; a Doc has none.
    RAISES (CableError): CE006 for an unknown style.
    """
    if isinstance(cable, ParsedCable):
        return write_parsed(cable, style=style)
    style = check_style(style or (cable._.cable or {}).get("style", "inline"))
    if style == "inline":
        return write_inline(cable.text, ((ent.start_char, ent.end_char, ent.label_) for ent in cable.ents))
    tokens = [token for token in cable if not is_white_space(token.text)]
    index = {token.i: i for i, token in enumerate(tokens)}
    ents = [(index[ent.start], index[ent.end - 1] + 1, ent.label_) for ent in cable.ents]
    return write_tokenised([token.text for token in tokens], [bool(token.is_sent_start) for token in tokens], ents)
