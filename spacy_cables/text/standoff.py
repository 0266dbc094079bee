"""Stand-off annotations: the entities of a cable without its text, as a line of JSON, and joined with the text again.

A line has the id of the cable, the SHA-256 of its plain text in UTF-8, the length of that text in characters, and
the entities as `[start_char, end_char, label]`, half-open. The plain text is `markup.plain_text` of the source.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from ..errors import CableError, Errors
from .brackets import Mark, Scan
from .cable import ParsedCable, parse_scanned
from .labelled import LabelledText
from .labels import check_labels
from .markup import strip_markup
from .offsets import CharSpan

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class StandOff:
    """The entities of a cable, without its text.

    cable_id (str): The id of the cable.
    sha256 (str): The hash of the plain text in UTF-8, in hexadecimal.
    length (int): The length of the plain text in characters.
    spans (tuple): The entities as (start_char, end_char, label), half-open, in order, without overlap.
    """

    cable_id: str
    sha256: str
    length: int
    spans: tuple[CharSpan, ...]

    def to_line(self) -> str:
        """Write a line of JSON, without the line end. The same cable gives the same bytes."""
        data = {"cable_id": self.cable_id, "sha256": self.sha256, "length": self.length, "spans": self.spans}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_line(cls, line: str) -> StandOff:
        """Read a line of JSON.

        line (str): The line.
        RETURNS (StandOff): The entities.
        RAISES (ValueError): For a line that is not a stand-off annotation.
        """
        try:
            data = json.loads(line)
        except RecursionError as error:
            raise ValueError("nested too deep") from error
        return _from_json(data)


def take_off(cable: LabelledText) -> StandOff:
    """Separate the entities of a cable from its text.

    cable (LabelledText): The cable.
    RETURNS (StandOff): Its entities.
    """
    return StandOff(cable.cable_id, _sha256(cable.text), len(cable.text), cable.spans)


def join(standoff: StandOff, source: str) -> ParsedCable:
    """Join entities with the text of their cable.

    standoff (StandOff): The entities.
    source (str): The text of the untagged source, including HTML. If its line ends are those of Windows or of old
        Macs (CRLF, CR), and those of the text that was annotated were not, they become line feeds.
    RETURNS (ParsedCable): The cable, as if the source had been annotated in the inline style.
    RAISES (CableError): CE010 if the plain text of the source is not the text that was annotated.
    """
    plain = strip_markup(source)
    found = _sha256(plain.text)
    if found != standoff.sha256:
        for ends in ("\n", "\r\n", "\r"):  # git on Windows makes CRLF of a line feed
            other = _LINE_END.sub(ends, source)
            other_plain = strip_markup(other)
            if other != source and _sha256(other_plain.text) == standoff.sha256:
                source, plain, found = other, other_plain, standoff.sha256
                break
    if found != standoff.sha256:
        raise CableError(
            Errors.CE010.format(
                cable_id=standoff.cable_id,
                found=f"{found[:12]}... ({len(plain.text)} characters)",
                expected=f"{standoff.sha256[:12]}... ({standoff.length} characters)",
            )
        )
    marks = tuple(
        Mark(label, plain.to_source(start), plain.to_source(end, end=True), f"[{label} ", "]")
        for start, end, label in standoff.spans
    )
    return parse_scanned(Scan(source, marks), raw=source, cable_id=standoff.cable_id)


def _from_json(data: Any) -> StandOff:
    if not isinstance(data, dict):
        raise ValueError("no JSON object")
    cable_id, sha256, length = (_get(data, *key) for key in (("cable_id", str), ("sha256", str), ("length", int)))
    _check_id(cable_id)
    spans = tuple(map(_span, _get(data, "spans", list)))
    check_labels([label for _, _, label in spans])
    last_end = 0
    for start, end, label in spans:
        if not last_end <= start < end <= length:
            raise ValueError(f"a span out of order or out of range: {[start, end, label]}")
        last_end = end
    return StandOff(cable_id, sha256, length, spans)


def _get(data: dict[str, Any], name: str, kind: type) -> Any:
    if name not in data:
        raise ValueError(f"no {name!r}")
    if type(data[name]) is not kind:  # a bool is no int
        raise ValueError(f"{name!r} is no {kind.__name__}: {data[name]!r:.60}")
    return data[name]


def _span(span: Any) -> CharSpan:
    if not isinstance(span, list) or [type(each) for each in span] != [int, int, str]:
        raise ValueError(f"a span that does not unpack into start, end and label: {span!r:.60}")
    start, end, label = span
    return start, end, label


def _check_id(cable_id: str) -> None:
    """An id is the name of a file, in the folder of the sources and nowhere else."""
    if not cable_id or cable_id.startswith(".") or any(char in "/\\:" or not char.isprintable() for char in cable_id):
        raise ValueError(f"an id that is no name of a file: {cable_id!r:.60}")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
