"""Read labelled texts in whichever format they are in: gold annotations and the output of other systems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ..errors import CableError, Errors
from ..text.cable import ParsedCable
from ..text.files import find_cables
from ..text.labelled import LabelledText
from ..text.labels import CONLL
from ..text.standoff import SUFFIX, iter_joined, read_standoff
from .brackets import iter_parsed
from .conll import read_conll
from .docbin import read_docbin
from .jsonl import read_json_lines

#: The formats and how the names of their files end.
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "brackets": (".txt",),
        "conll": (".conll", ".iob", ".iob2", ".bio", ".bilou", ".tsv"),
        "jsonl": (".jsonl", ".json"),
        "spacy": (".spacy",),
        "standoff": (SUFFIX,),
    }
)

_READERS: Mapping[str, Callable[[Path], Iterator[LabelledText]]] = MappingProxyType(
    {"conll": read_conll, "jsonl": read_json_lines, "spacy": read_docbin}
)


def read_labelled(
    path: str | Path,
    *,
    format: str = "auto",
    source: str | Path | None = None,
    labels: Iterable[str] = CONLL,
    wanted: Callable[[str], bool] | None = None,
) -> Iterator[LabelledText]:
    """Read labelled texts.

    path (str | Path): A file, a folder or a glob pattern.
    format (str): One of `FORMATS`, or `auto`: told by how the file names end.
    source (str | Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    labels (Iterable): The label set of bracket files.
    wanted (Callable | None): Told a cable id, says whether to read that cable. All if None.
    RETURNS (Iterator): The texts, in the order of the file names; stubs without a cable are left out.
    RAISES (CableError): CE002 and CE003 if there are no files, CE208 for an unknown format, CE211 for a file that is
        not in its format, CE214 for stand-off annotations without sources, CE302 or CE303 for a source that is another
        or is not there.
    """
    if format == "auto":
        format = detect_format(path)
    if format == "brackets":
        found = _from_parsed(iter_parsed(path, source=source, labels=labels))
    elif format == "standoff":
        found = _from_parsed(_iter_standoff(path, source, wanted))
    elif format in _READERS:
        found = (cable for file in _find(path, FORMATS[format]) for cable in _READERS[format](file))
    else:
        choices = ", ".join(("auto", *FORMATS))
        raise CableError(Errors.CE208.format(what="format", name=format, choices=choices))
    return found if wanted is None else (cable for cable in found if wanted(cable.cable_id))


def detect_format(path: str | Path) -> str:
    """Tell the format by how the file names end.

    path (str | Path): A file, a folder or a glob pattern.
    RETURNS (str): One of `FORMATS`; `brackets` for any name that no other format has.
    RAISES (CableError): CE002 and CE003 if there are no files.
    """
    files = find_cables(path, "")
    for name, suffixes in FORMATS.items():
        found = [file for file in files if file.name.endswith(suffixes)]
        if found:
            return "standoff" if name == "jsonl" and _is_standoff(found[0]) else name
    return "brackets"


def _iter_standoff(
    path: str | Path, source: str | Path | None, wanted: Callable[[str], bool] | None
) -> Iterator[ParsedCable]:
    if source is None:
        raise CableError(Errors.CE214.format(path=path))
    # Cables that nobody wants need no source.
    names = {each.cable_id for each in read_standoff(path) if wanted is None or wanted(each.cable_id)}
    return iter_joined(path, source, cable_ids=names)


def _from_parsed(cables: Iterable[ParsedCable]) -> Iterator[LabelledText]:
    for parsed in cables:
        if not parsed.is_stub:
            yield LabelledText(parsed.cable_id, parsed.text, tuple(parsed.iter_offsets()))


def _find(path: str | Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The files of a format in a folder; a single file and what fits a pattern whatever their names."""
    files = find_cables(path, "")
    return [file for file in files if file.name.endswith(suffixes)] if Path(path).is_dir() else files


def _is_standoff(path: Path) -> bool:
    """Whether a file of JSON lines holds the hash of a text in place of the text."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        first = next((line for line in lines if line.strip()), "")
    return '"sha256"' in first and '"text"' not in first
