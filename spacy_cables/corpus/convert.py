"""Convert bracket files to `.spacy` files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..errors import CableError, Errors
from ..formats.brackets import iter_parsed
from ..formats.docbins import SHARD_TOKENS, SUFFIX, ShardedWriter
from ..text.cable import ParsedCable
from ..text.faults import Fault
from ..text.files import find_cables
from ..text.labels import CONLL
from ..text.splits import Split, read_splits
from ..text.standoff import is_standoff, iter_joined, read_standoff
from ..tokens import to_doc

# A vocabulary keeps every word it has seen. A new one now and then keeps memory flat.
_CABLES_PER_VOCAB = 300


@dataclass(slots=True)
class PartCounts:
    """What went into one part.

    cables (int): Documents.
    words (int): Tokens.
    labels (Counter): Entities by label.
    files (list): The files that were written.
    """

    cables: int = 0
    words: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    files: list[Path] = field(default_factory=list)

    def add(self, doc: Doc) -> None:
        """Count a document."""
        self.cables += 1
        self.words += len(doc)
        self.labels.update(doc._.cable["labels"])


@dataclass(slots=True)
class ConvertStats:
    """What a conversion did. Every cable is in a part, a stub, in no part of the split, or without its source.

    parts (dict): By name, what went into each part.
    stubs (list): The cable_ids of files that hold a scraper's line in place of a cable, left out.
    unassigned (list): The cable_ids that the split gives to no part, left out.
    missing (list): The cable_ids of stand-off annotations without a source, left out.
    faults (list): The faults, with the cable_id of each.
    """

    parts: dict[str, PartCounts]
    stubs: list[str] = field(default_factory=list)
    unassigned: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    faults: list[tuple[str, Fault]] = field(default_factory=list)


def convert(
    input_path: str | Path,
    output_path: str | Path,
    *,
    splits: str | Path | None = None,
    source: str | Path | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    strict: bool = False,
    limit: int = 0,
    skip_missing: bool = False,
    anatomy: bool = False,
    shard_tokens: int = SHARD_TOKENS,
    progress: Callable[[int], object] | None = None,
) -> ConvertStats:
    """Convert bracket files, or stand-off annotations, to `.spacy` files. The same input gives the same bytes.

    input_path (str | Path): A bracket file, a folder of them or a glob pattern; or a stand-off file, which ends in
        `.jsonl`.
    output_path (str | Path): With `splits` a folder, which gets a file for each part (`train.spacy`). Without, a file,
        or a folder, which gets one file with the name of the input.
    splits (str | Path | None): A file of names or shares, as `read_splits` takes them.
    source (str | Path | None): The untagged sources: of tokenised files, to recover their spacing, or of stand-off
        annotations, which have no text without them.
    style (str): `tokenised`, `inline` or `auto`.
    labels (Iterable): The label set.
    strict (bool): Raise the first fault instead of repairing it.
    limit (int): Read no more cables than this. 0 for all.
    skip_missing (bool): Leave out stand-off annotations without a source, and list them. Without it they are an error.
    anatomy (bool): Find header fields and parts, too, for `Doc._.cable` and `doc.spans`.
    shard_tokens (int): Tokens in one file. A part with more becomes a folder of files.
    progress (Callable | None): Called with the number of cables done, after each.
    RETURNS (ConvertStats): What was done.
    RAISES (CableError): As `read_cables`, `read_gold` and `read_splits`, and CE304 for stand-off annotations and no
        `source`. No file is written then.
    """
    output = Path(output_path)
    if splits is None:
        is_file = output.suffix == SUFFIX
        name = output.stem if is_file else Path(input_path).stem.strip("*?[]") or "cables"
        names, part_of = [name], _all_in(name)
        folder = output.parent if is_file else output
    else:
        if output.suffix == SUFFIX:
            raise CableError(Errors.CE021.format(path=output, reason="with splits the output is a folder, not a file"))
        names, part_of = read_splits(splits)
        folder = output
    stats = ConvertStats({name: PartCounts() for name in names})
    vocab = Vocab()
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(ShardedWriter(folder / f"{name}{SUFFIX}", shard_tokens=shard_tokens))
            for name in names
        }
        parsed_cables: Iterable[ParsedCable]
        if is_standoff(input_path):
            if source is None:
                raise CableError(Errors.CE304.format(path=input_path))
            on_missing = stats.missing.append if skip_missing else None
            parsed_cables = iter_joined(input_path, source, limit=limit, on_missing=on_missing)
        else:
            parsed_cables = iter_parsed(
                input_path, source=source, style=style, labels=labels, strict=strict, limit=limit
            )
        for done, parsed in enumerate(parsed_cables, 1):
            if done % _CABLES_PER_VOCAB == 0:
                vocab = Vocab()
            part = part_of(parsed.cable_id)
            stats.faults += [(parsed.cable_id, fault) for fault in parsed.faults]
            if parsed.is_stub:
                stats.stubs.append(parsed.cable_id)
            elif part is None:
                stats.unassigned.append(parsed.cable_id)
            else:
                doc = to_doc(parsed, vocab, anatomy=anatomy)
                writers[part].add(doc)
                stats.parts[part].add(doc)
            if progress is not None:
                progress(done)
    for name, writer in writers.items():
        stats.parts[name].files = writer.files
    return stats


def _all_in(name: str) -> Split:
    return lambda cable_id: name


def count_cables(path: str | Path) -> int:
    """How many cables `convert` would read.

    path (str | Path): A bracket file, a folder of them, a glob pattern or a stand-off file.
    RETURNS (int): The number of cables.
    """
    return len(read_standoff(path)) if is_standoff(path) else len(find_cables(path))
