"""A text with labelled spans: the common form of cables, whatever file they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import CableError, Errors
from .faults import Fault
from .offsets import CharSpan, Places

#: The whole text of a stub, a file of the public corpus without a cable.
STUB = "Appears in these articles:"


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One cable and its labelled spans. Spans are sorted by position.

    cable_id (str): The id, "" if there is none.
    text (str): The text that offsets refer to.
    spans (tuple): `(start_char, end_char, label)` of each span, half-open.
    meta (Mapping): Other data about the cable, such as its header fields.
    faults (tuple): The faults of its file that were repaired.
    missing (tuple): Half-open character ranges without annotation: whether names are there is not known.
    RAISES (CableError): CE005, for a span that does not lie within the text.
    """

    cable_id: str
    text: str
    spans: tuple[CharSpan, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)
    faults: tuple[Fault, ...] = ()
    missing: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        for start, end, label in self.spans:
            if not 0 <= start < end <= len(self.text):
                raise CableError(
                    Errors.CE005.format(
                        cable=self.cable_id or "(no id)", start=start, end=end, label=label, length=len(self.text)
                    )
                )
        object.__setattr__(self, "spans", tuple(sorted(self.spans)))

    @property
    def is_annotated(self) -> bool:
        """Whether any of the text has been annotated, be it without names."""
        return sum(end - start for start, end in self.missing) < len(self.text) or not self.text

    @property
    def is_stub(self) -> bool:
        """Whether the file has a scraper's placeholder instead of a cable."""
        return self.text.strip() == STUB

    @property
    def n_words(self) -> int:
        """The number of words: those of a bracket file, the tokens of a `Doc` that are not white space, and in any
        other text what stands between white space. `convert`, `check` and `stats` count them alike."""
        return len(self.text.split())

    def with_spans(self, spans: Iterable[CharSpan]) -> LabelledText:
        """Copy the text with other spans, without the details of the file it came from.

        spans (Iterable): The spans.
        RETURNS (LabelledText): The text with these spans.
        """
        return LabelledText(self.cable_id, self.text, tuple(spans), self.meta, self.faults, self.missing)

    def placer(self) -> Callable[[int], tuple[int, int]]:
        """Make a function that finds lines and columns.

        RETURNS (Callable): Maps an offset in the text to its line and column, both from 1: in the file that the cable
            was read from, if known, else in the text.
        """
        return Places(self.text).place


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCable(LabelledText):
    """A cable without annotations, as a web page, a database or an archive has it. `meta` is what they say about it.

    anchors (tuple): Offsets in `text` at which the source had a paragraph anchor.
    links (tuple): Half-open character ranges of `text` that the source linked as TAGS.
    """

    anchors: tuple[int, ...] = ()
    links: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        LabelledText.__post_init__(self)
        object.__setattr__(self, "missing", ((0, len(self.text)),))
