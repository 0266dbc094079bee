"""A text with labelled spans: what every file of cables is read into, and what scores are counted on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import CableError, Errors
from .faults import Fault
from .offsets import CharSpan, Places

#: The whole of a file that the public corpus holds in place of a cable.
STUB = "Appears in these articles:"


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One cable and its labelled spans. The spans are put in the order of the text.

    cable_id (str): The id, or an empty string if it has none.
    text (str): The text that the offsets count in.
    spans (tuple): `(start_char, end_char, label)` of each span, half-open.
    meta (Mapping): What else is known of the cable, such as the fields of its header.
    faults (tuple): What was wrong in its file, and mended.
    RAISES (CableError): CE201, for a span that does not lie within the text.
    """

    cable_id: str
    text: str
    spans: tuple[CharSpan, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)
    faults: tuple[Fault, ...] = ()

    def __post_init__(self) -> None:
        for start, end, label in self.spans:
            if not 0 <= start < end <= len(self.text):
                raise CableError(
                    Errors.CE201.format(
                        cable=self.cable_id or "(no id)", start=start, end=end, label=label, length=len(self.text)
                    )
                )
        object.__setattr__(self, "spans", tuple(sorted(self.spans)))

    @property
    def is_stub(self) -> bool:
        """Whether the file holds the line of a scraper in place of a cable."""
        return self.text.strip() == STUB

    @property
    def n_words(self) -> int:
        """The number of words, as a word count goes: what stands between white space."""
        return len(self.text.split())

    def with_spans(self, spans: Iterable[CharSpan]) -> LabelledText:
        """The same text with other spans, and without what only the file it came from knows.

        spans (Iterable): The spans.
        RETURNS (LabelledText): The text with them.
        """
        return LabelledText(self.cable_id, self.text, tuple(spans), self.meta, self.faults)

    def placer(self) -> Callable[[int], tuple[int, int]]:
        """Find lines and columns.

        RETURNS (Callable): Takes a character of the text to its line and column, both from 1: in the file that the
            cable was read from, if that is known, else in the text.
        """
        return Places(self.text).place
