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
from ..text.faults import Fault
from ..text.files import find_cables
from ..text.labels import CONLL
from ..text.read import iter_parsed
from ..tokens import to_doc
from .docbins import SHARD_TOKENS, SUFFIX, ShardedWriter
from .splits import Split, read_splits

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
    """What a conversion did. Every cable is in a part, a stub, or in no part of the split.

    parts (dict): By name, what went into each part.
    stubs (list): The cable_ids of files that hold a scraper's line in place of a cable, left out.
    unassigned (list): The cable_ids that the split gives to no part, left out.
    faults (list): The faults, with the cable_id of each.
    """

    parts: dict[str, PartCounts]
    stubs: list[str] = field(default_factory=list)
    unassigned: list[str] = field(default_factory=list)
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
    shard_tokens: int = SHARD_TOKENS,
    progress: Callable[[int], object] | None = None,
) -> ConvertStats:
    """Convert bracket files to `.spacy` files. The same input gives the same bytes.

    input_path (str | Path): A bracket file, a folder of them or a glob pattern.
    output_path (str | Path): With `splits` a folder, which gets a file for each part (`train.spacy`). Without, a file, or a
        folder, which gets one file with the name of the input.
    splits (str | Path | None): A file of names or shares, as `read_splits` takes them.
    source (str | Path | None): The untagged sources of tokenised files.
    style (str): `tokenised`, `inline` or `auto`.
    labels (Iterable): The label set.
    strict (bool): Raise the first fault instead of repairing it.
    limit (int): Read no more cables than this. 0 for all.
    shard_tokens (int): Tokens in one file. A part with more becomes a folder of files.
    progress (Callable | None): Called with the number of cables done, after each.
    RETURNS (ConvertStats): What was done.
    RAISES (CableError): As `read_cables` and `read_splits`. No file is written then.
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
        parsed_cables = iter_parsed(input_path, source=source, style=style, labels=labels, strict=strict, limit=limit)
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
                doc = to_doc(parsed, vocab)
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
    """How many files `convert` would read.

    path (str | Path): A bracket file, a folder of them or a glob pattern.
    RETURNS (int): The number of files.
    """
    return len(find_cables(path))
