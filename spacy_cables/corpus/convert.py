"""Convert cables to `.spacy` files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..errors import CableError, Errors
from ..formats import CableFiles
from ..formats.docbins import SHARD_TOKENS, SUFFIX
from ..formats.shards import ShardedWriter, stage_docbins
from ..text.faults import LABEL_SET, Fault
from ..text.files import refuse_inputs
from ..text.labelled import LabelledText
from ..text.labels import CONLL
from ..text.progress import Progress, track
from ..text.seen_ids import SeenIds
from ..text.splits import Split, read_splits
from ..text.tables import Table
from ..tokens import to_doc
from ..tokens.labelled import DocText

# A vocabulary keeps every word it has seen. A new one now and then keeps memory flat.
_CABLES_PER_VOCAB = 300


@dataclass(slots=True)
class PartCounts:
    """The counts of one part.

    cables (int): Number of cables.
    words (int): Number of words.
    labels (Counter): Entities by label.
    files (list): The files written.
    """

    cables: int = 0
    words: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    files: list[Path] = field(default_factory=list)

    def add(self, cable: LabelledText, doc: Doc) -> None:
        """Count a cable and the entities of its document."""
        self.cables += 1
        self.words += cable.n_words
        self.labels.update(ent.label_ for ent in doc.ents)


@dataclass(slots=True)
class ConvertStats:
    """The results of a conversion. Every cable is in a part, a stub, in no part of the split, or without its source.

    parts (dict): The counts of each part, by name.
    stubs (list): The cable_ids of stubs, which were left out.
    unassigned (list): The cable_ids in no part of the split, which were left out.
    missing (list): The cable_ids of stand-off annotations without a source, which were left out.
    repeated (list): The cable_ids that an earlier cable has too. Both cables are kept; with a split this is an error.
    faults (list): The faults, each with its cable_id.
    places (list): The place of each fault, as `path:line:column`.
    left_out (dict): The number of documents that are no cables, by what they are.
    """

    parts: dict[str, PartCounts]
    stubs: list[str] = field(default_factory=list)
    unassigned: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    faults: list[tuple[str, Fault]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)

    def table(self) -> Table:
        """What went into each part."""
        labels = sorted({label for part in self.parts.values() for label in part.labels})
        rows: list[list[Any]] = [
            [name, part.cables, part.words, sum(part.labels.values()), *(part.labels[label] for label in labels)]
            for name, part in self.parts.items()
        ]
        return Table("Parts", ["part", "cables", "words", "entities", *labels], rows)

    def assign(self, cable: LabelledText, path: Path, part_of: Split) -> str | None:
        """Count a cable that is left out, and the faults of any.

        cable (LabelledText): The cable.
        path (Path): Its file.
        part_of (Callable): The split.
        RETURNS (str | None): The part that it goes into, None if it is left out.
        """
        part = part_of(cable.cable_id)
        self._add_faults(cable, path, cable.faults)
        if cable.is_stub:
            self.stubs.append(cable.cable_id)
        elif part is None:
            self.unassigned.append(cable.cable_id)
        else:
            return part
        return None

    def add(self, cable: LabelledText, path: Path, doc: Doc, part: str) -> None:
        """Count a cable that is converted, and the faults that only its document has.

        cable (LabelledText): The cable.
        path (Path): Its file.
        doc (Doc): Its document.
        part (str): The part that it goes into.
        """
        self.parts[part].add(cable, doc)
        more = (doc._.cable.get("faults") or ())[len(cable.faults) :]
        if not isinstance(cable, DocText):
            self._add_faults(cable, path, [Fault(**fault) for fault in more])

    def _add_faults(self, cable: LabelledText, path: Path, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.faults.append((cable.cable_id, fault))
            self.places.append(fault.place(path))


def convert(
    input_path: str | Path,
    output_path: str | Path,
    *,
    format: str = "auto",
    splits: str | Path | None = None,
    source: str | Path | None = None,
    style: str = "auto",
    labels: str | Iterable[str] = CONLL,
    strict: bool = False,
    limit: int = 0,
    columns: str | Mapping[str, str] | None = None,
    skip_missing: bool = False,
    anatomy: bool = False,
    shard_tokens: int = SHARD_TOKENS,
    progress: Progress | None = None,
) -> ConvertStats:
    """Convert cables of any kind of file to `.spacy` files. The same input gives the same bytes.

    input_path (str | Path): A file, a folder or a glob pattern.
    output_path (str | Path): With `splits`, a folder, with a file for each part (`train.spacy`). Otherwise a file, or
        a folder, with one file named after the input.
    format (str): The kind of file, as for `read_cables`.
    splits (str | Path | None): The split, as for `read_splits`.
    source (str | Path | None): The untagged sources: of tokenised files, to recover their spacing, or of stand-off
        annotations, to get their texts.
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    strict (bool): Raise the first fault instead of repairing it.
    limit (int): Maximum number of cables to read. 0 for all.
    columns (str | Mapping | None): Which columns of a table, or keys of JSON, hold what: `cable_id=refid,text=message`.
    skip_missing (bool): Leave out and list stand-off annotations without a source. Otherwise they are an error.
    anatomy (bool): Also find header fields and parts, for `Doc._.cable` and `doc.spans`.
    shard_tokens (int): Maximum number of tokens per file. A part with more becomes a folder of files.
    progress (Callable | None): Called after each cable with the number done and the total.
    RETURNS (ConvertStats): The counts and faults.
    RAISES (CableError): CE016 for an id that comes twice, with a split; CE011 to CE014 and CE302 for an output that
        cannot be written or may not be replaced; otherwise the same as `read_cables` and `read_splits`. No file is
        written in that case.
    """
    missing: list[str] = []
    files = CableFiles(
        input_path,
        format=format,
        source=source,
        style=style,
        labels=labels,
        strict=strict,
        fatal=(LABEL_SET,),
        limit=limit,
        on_missing=missing.append if skip_missing else None,
        columns=columns,
    )
    folder, names, part_of = _plan(files, Path(input_path), Path(output_path), splits)
    stats = ConvertStats({name: PartCounts() for name in names}, missing=missing)
    outputs = {name: f"{name}{SUFFIX}" for name in names}

    def check() -> None:
        refuse_inputs((folder / output for output in outputs.values()), files.inputs)
        if splits is not None:
            _refuse_other_parts(folder, outputs)

    with stage_docbins(folder, list(outputs.values()), check=check) as staging:
        writers = {name: ShardedWriter(staging, output, shard_tokens=shard_tokens) for name, output in outputs.items()}
        vocab = Vocab()
        seen = SeenIds()
        for done, (path, cable) in enumerate(track(files.with_paths(), progress, len(files)), 1):
            if done % _CABLES_PER_VOCAB == 0:
                vocab = Vocab()
            if splits is not None and not cable.is_stub:
                seen.refuse(cable.cable_id, path)
            elif seen.earlier(cable.cable_id, path) and not cable.is_stub:
                stats.repeated.append(cable.cable_id)
            part = stats.assign(cable, path, part_of)
            if part is not None:
                doc = to_doc(cable, vocab, anatomy=anatomy)
                writers[part].add(doc)
                stats.add(cable, path, doc, part)
        for name, writer in writers.items():
            stats.parts[name].files = writer.finish()
    stats.left_out = files.left_out_kinds()
    return stats


def _refuse_other_parts(folder: Path, outputs: Mapping[str, str]) -> None:
    """Refuse a folder with parts of an earlier split, in which cables of this one might stand too."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if path.name not in outputs.values() and not path.name.startswith("."):
            raise CableError(Errors.CE302.format(path=path, parts=", ".join(outputs)))


def _plan(
    files: CableFiles, input_path: Path, output: Path, splits: str | Path | None
) -> tuple[Path, list[str], Split]:
    """The output folder, the names of the parts, and the split."""
    if splits is not None:
        if output.suffix == SUFFIX:
            raise CableError(Errors.CE008.format(path=output, reason="with splits the output is a folder, not a file"))
        return output, *read_splits(splits, files.cable_ids)
    is_file = output.suffix == SUFFIX
    name = output.stem if is_file else input_path.stem.strip("*?[]") or "cables"
    return output.parent if is_file else output, [name], lambda cable_id: name
