"""Stand-off annotations: the marks of cables without their texts, as JSON lines, and how to join them with the texts.

A line holds the cable's identifier, the SHA-256 of its plain text in UTF-8, the length of that text in characters, and
the entities as `[start_char, end_char, label]`, half-open. The plain text is `markup.plain_text` of the source.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from .brackets import Mark, Scan
from .cable import ParsedCable, parse_scanned
from .files import read_text, write_text
from .labels import check_labels
from .markup import strip_markup

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class StandOff:
    """The entities of a cable whose text is elsewhere.

    cable_id (str): The cable.
    sha256 (str): The hash of the plain text in UTF-8, in hexadecimal digits.
    length (int): The length of the plain text in characters.
    spans (tuple): The entities as (start_char, end_char, label), half-open, in order, without overlap.
    """

    cable_id: str
    sha256: str
    length: int
    spans: tuple[tuple[int, int, str], ...]

    def to_line(self) -> str:
        """The cable as a line of JSON, without the line end. The same cable gives the same bytes."""
        data = {"cable_id": self.cable_id, "sha256": self.sha256, "length": self.length, "spans": self.spans}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def is_standoff(path: str | Path) -> bool:
    """Whether a path is that of a stand-off file.

    path (str | Path): The path.
    RETURNS (bool): Whether it ends in `.jsonl`.
    """
    return Path(path).suffix == SUFFIX


def take_off(parsed: ParsedCable) -> StandOff:
    """Separate the entities of a cable from its text.

    parsed (ParsedCable): The cable.
    RETURNS (StandOff): Its entities.
    """
    return StandOff(parsed.cable_id, _sha256(parsed.text), len(parsed.text), tuple(parsed.iter_offsets()))


def join(standoff: StandOff, source: str) -> ParsedCable:
    """Put entities back on the text of their cable.

    standoff (StandOff): The entities.
    source (str): The text of the untagged source, HTML and all.
    RETURNS (ParsedCable): The cable, as if its marks had been written into the source in the inline style.
    RAISES (CableError): CE302 if the plain text of the source is not the text that was annotated.
    """
    plain = strip_markup(source)
    found = _sha256(plain.text)
    if found != standoff.sha256:
        raise CableError(
            Errors.CE302.format(
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


def write_standoff(cables: Iterable[ParsedCable], path: str | Path) -> list[StandOff]:
    """Write the entities of cables as a stand-off file, one line a cable.

    cables (Iterable): The cables.
    path (str | Path): The file to write.
    RETURNS (list): What was written.
    """
    taken = [take_off(parsed) for parsed in cables]
    write_text(path, "".join(standoff.to_line() + "\n" for standoff in taken))
    return taken


def read_standoff(path: str | Path) -> list[StandOff]:
    """Read a stand-off file.

    path (str | Path): The file.
    RETURNS (list): The entities of its cables, in the order of the file.
    RAISES (CableError): CE002 if there is no such file, CE301 for a line that is no cable's annotation, or a second one
        of the same cable.
    """
    if not Path(path).is_file():
        raise CableError(Errors.CE002.format(path=path))
    found: dict[str, StandOff] = {}
    for number, line in enumerate(read_text(path)[0].splitlines(), 1):
        if line.strip():
            try:
                standoff = _from_json(json.loads(line))
                if standoff.cable_id in found:
                    raise ValueError(f"{standoff.cable_id} has a line already")
            except (ValueError, TypeError, KeyError) as error:
                reason = f"no {error}" if isinstance(error, KeyError) else error
                raise CableError(Errors.CE301.format(path=path, line=number, reason=reason)) from error
            found[standoff.cable_id] = standoff
    return list(found.values())


def iter_joined(
    path: str | Path,
    sources: str | Path,
    *,
    cable_ids: Collection[str] | None = None,
    limit: int = 0,
    on_missing: Callable[[str], object] | None = None,
) -> Iterator[ParsedCable]:
    """Read a stand-off file and join each cable with its source, holding one text at a time.

    path (str | Path): The stand-off file.
    sources (str | Path): A folder with the untagged sources, `<cable_id>.txt`.
    cable_ids (Collection | None): Read these cables alone.
    limit (int): Read no more cables than this. 0 for all.
    on_missing (Callable | None): Called with each cable_id that has no source, which is then left out. Without it a
        missing source is an error.
    YIELDS (ParsedCable): The cables.
    RAISES (CableError): CE002 and CE301 for the file, CE302 for a source that is not what was annotated, CE303 for one
        that is not there.
    """
    if not Path(sources).is_dir():
        raise CableError(Errors.CE002.format(path=sources))
    wanted = (standoff for standoff in read_standoff(path) if cable_ids is None or standoff.cable_id in cable_ids)
    for standoff in islice(wanted, limit or None):
        file = Path(sources) / f"{standoff.cable_id}.txt"
        if file.is_file():
            yield join(standoff, read_text(file)[0])
        elif on_missing is None:
            raise CableError(Errors.CE303.format(cable_id=standoff.cable_id, path=file))
        else:
            on_missing(standoff.cable_id)


def _from_json(data: Any) -> StandOff:
    if not isinstance(data, dict):
        raise ValueError("no JSON object")
    spans = tuple((int(start), int(end), str(label)) for start, end, label in data["spans"])
    check_labels([label for _, _, label in spans])
    last_end = 0
    for start, end, label in spans:
        if not last_end <= start < end <= data["length"]:
            raise ValueError(f"a span out of order or place: {[start, end, label]}")
        last_end = end
    return StandOff(str(data["cable_id"]), str(data["sha256"]), int(data["length"]), spans)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
