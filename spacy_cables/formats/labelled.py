"""Read labelled texts in whichever format they are in: gold annotations and the output of other systems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ..errors import CableError, Errors
from ..text.files import find_cables
from ..text.labelled import LabelledText
from ..text.labels import CONLL
from ..text.read import iter_parsed
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
    }
)

_READERS: Mapping[str, Callable[[Path], Iterator[LabelledText]]] = MappingProxyType(
    {"conll": read_conll, "jsonl": read_json_lines, "spacy": read_docbin}
)


def read_labelled(
    path: str | Path, *, format: str = "auto", source: str | Path | None = None, labels: Iterable[str] = CONLL
) -> Iterator[LabelledText]:
    """Read labelled texts.

    path (str | Path): A file, a folder or a glob pattern.
    format (str): One of `FORMATS`, or `auto`: told by how the file names end.
    source (str | Path | None): The untagged sources of tokenised bracket files.
    labels (Iterable): The label set of bracket files.
    YIELDS (LabelledText): The texts, in the order of the file names; stubs without a cable are left out.
    RAISES (CableError): CE002 and CE003 if there are no files, CE208 for an unknown format, CE211 for a file that is
        not in its format.
    """
    if format == "auto":
        format = detect_format(path)
    if format == "brackets":
        for parsed in iter_parsed(path, source=source, labels=labels):
            if not parsed.is_stub:
                yield LabelledText(parsed.cable_id, parsed.text, tuple(parsed.iter_offsets()))
    elif format in _READERS:
        for suffix in FORMATS[format] if Path(path).is_dir() else ("",):
            for file in _find(path, suffix):
                yield from _READERS[format](file)
    else:
        choices = ", ".join(("auto", *FORMATS))
        raise CableError(Errors.CE208.format(what="format", name=format, choices=choices))


def detect_format(path: str | Path) -> str:
    """Tell the format by how the file names end.

    path (str | Path): A file, a folder or a glob pattern.
    RETURNS (str): One of `FORMATS`; `brackets` for any name that no other format has.
    RAISES (CableError): CE002 and CE003 if there are no files.
    """
    names = [file.name for file in find_cables(path, "")]
    for name, suffixes in FORMATS.items():
        if any(each.endswith(suffixes) for each in names):
            return name
    return "brackets"


def _find(path: str | Path, suffix: str) -> list[Path]:
    return [file for file in find_cables(path, "") if file.name.endswith(suffix)]
