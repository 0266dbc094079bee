"""A text with labelled spans in character offsets: what every format is read into and what scores are counted on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import Any, TypeAlias

from ..errors import CableError, Errors

#: start_char, end_char (half-open) and label.
CharSpan: TypeAlias = tuple[int, int, str]


class TextsDiffer(ValueError):
    """Two texts differ in other than white space.

    offset (int): The first character of the first text that the second does not have.
    """

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One cable and its labelled spans. The spans are put in the order of the text.

    cable_id (str): The id, or an empty string if it has none.
    text (str): The text that the offsets count in.
    spans (tuple): `(start_char, end_char, label)` of each span.
    meta (Mapping): What else is known of the cable, such as the fields of its header.
    RAISES (CableError): CE201, for a span that does not lie within the text.
    """

    cable_id: str
    text: str
    spans: tuple[CharSpan, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for start, end, label in self.spans:
            if not 0 <= start < end <= len(self.text):
                raise CableError(
                    Errors.CE201.format(
                        cable=self.cable_id or "(no id)", start=start, end=end, label=label, length=len(self.text)
                    )
                )
        object.__setattr__(self, "spans", tuple(sorted(self.spans)))


def transfer_spans(spans: Iterable[CharSpan], text: str, target: str) -> list[CharSpan]:
    """Carry spans over to a text that differs in white space only. White space at the edges of a span is left outside,
    and a span of nothing but white space is dropped.

    spans (Iterable): Spans in `text`.
    text (str): The text that they count in.
    target (str): The text that they shall count in.
    RETURNS (list): The spans in `target`.
    RAISES (TextsDiffer): If the texts differ in other than white space.
    """
    if text == target:
        return [span for span in (_trim(text, *span) for span in spans) if span[0] < span[1]]
    # For each offset, how many characters that are no white space stand before it.
    before = [0, *accumulate(not char.isspace() for char in text)]
    solid, solid_target = "".join(text.split()), "".join(target.split())
    if solid != solid_target:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(solid, solid_target, strict=False)))
        raise TextsDiffer(before.index(same + 1) - 1 if same < len(solid) else len(text))
    places = [offset for offset, char in enumerate(target) if not char.isspace()]
    return [
        (places[before[start]], places[before[end] - 1] + 1, label)
        for start, end, label in spans
        if before[start] < before[end]
    ]


def _trim(text: str, start: int, end: int, label: str) -> CharSpan:
    name = text[start:end]
    if not (name[:1].isspace() or name[-1:].isspace()):
        return start, end, label
    return end - len(name.lstrip()), start + len(name.rstrip()), label
