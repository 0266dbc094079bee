"""A text with labelled spans in character offsets: what every format is read into and what scores are counted on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, TypeAlias

from ..errors import CableError, Errors

#: start_char, end_char (half-open) and label.
CharSpan: TypeAlias = tuple[int, int, str]


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
    """Carry spans over to a text that differs in white space only.

    spans (Iterable): Spans in `text`.
    text (str): The text that they count in.
    target (str): The text that they shall count in.
    RETURNS (list): The same spans in `target`; white space at their edges is left outside. A span of nothing but white
        space is dropped.
    RAISES (ValueError): If the texts differ in other than white space: its argument is the offset in `text`.
    """
    if text == target:
        return list(spans)
    places = [offset for offset, char in enumerate(target) if not char.isspace()]
    # For each offset, how many characters that are no white space stand before it.
    before = [0, *accumulate(not char.isspace() for char in text)]
    solid, solid_target = "".join(text.split()), "".join(target.split())
    if solid != solid_target:
        same = next(
            (i for i, (a, b) in enumerate(zip(solid, solid_target)) if a != b),  # noqa: B905
            min(len(solid), len(solid_target)),
        )
        raise ValueError(before.index(same + 1) - 1 if same < len(solid) else len(text))
    return [
        (places[before[start]], places[before[end] - 1] + 1, label)
        for start, end, label in spans
        if before[start] < before[end]
    ]
