"""Colours for entities and for the parts of cables in displaCy."""

from __future__ import annotations

from typing import Any

from ..text.labels import DISPLACY_COLORS

#: Colours of the span labels of `cable_anatomy`.
PART_COLORS: dict[str, str] = {
    "HEADER": "#d5dbe3",
    "BANNER": "#b8c4d6",
    "CAPTION": "#c7d0de",
    "ADDRESSEE": "#c9dcea",
    "DATE_LINE": "#dfe5ec",
    "DECLASSIFY_ON": "#c5e0dc",
    "TAGS": "#c8e6c9",
    "SUBJECT": "#a5d6a7",
    "REFERENCES": "#ffe0b2",
    "CLASSIFIED_BY": "#e1bee7",
    "PARAGRAPH": "#eeeeee",
    "PORTION_MARK": "#ef9a9a",
    "HEADING": "#90caf9",
    "SUMMARY": "#fff59d",
    "COMMENT": "#ffcc80",
    "NOTE": "#ffe8b5",
    "PAGE_BREAK": "#bdbdbd",
    "REDACTION": "#757575",
    "REFERENCE": "#ffb74d",
    "SIGNATURE": "#ce93d8",
}


def displacy_options(spans_key: str = "", **options: Any) -> dict[str, Any]:
    """Make options for `displacy.render`, with a colour for every label of this package.

    spans_key (str): For the style "span": the key of `doc.spans`, such as "paragraphs".
    **options (Any): Other options of displaCy. `colors` extends ours.
    RETURNS (dict): The options.
    """
    colors = {**DISPLACY_COLORS, **PART_COLORS, **options.pop("colors", {})}
    key = {"spans_key": spans_key} if spans_key else {}
    return {"colors": colors, **key, **options}
