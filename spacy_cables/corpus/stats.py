"""Count cables, words, entities, years, regions, classifications and seen names of a corpus, by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from ..formats import CableFiles
from ..formats.standoff import read_standoff
from ..text.cable_id import UNKNOWN
from ..text.faults import LABEL_SET
from ..text.labelled import LabelledText
from ..text.labels import CONLL
from ..text.names import name_key
from ..text.progress import Progress, track
from ..text.seen_ids import SeenIds
from ..text.splits import read_splits
from ..text.standoff import StandOff

#: The part whose names are seen names.
TRAIN = "train"


@dataclass(slots=True)
class SeenNames:
    """The names of one label in one part, and how many of them the part `train` also has (in any case, with any label).

    names (int): Number of distinct names.
    seen_names (int): Number of distinct names that `train` also has.
    mentions (int): Number of entities.
    seen_mentions (int): Number of entities with a seen name.
    """

    names: int = 0
    seen_names: int = 0
    mentions: int = 0
    seen_mentions: int = 0


@dataclass(slots=True)
class PartStats:
    """The counts of one part.

    cables (int): Number of cables.
    words (int | None): Number of words, separated by white space. None without texts.
    labels (Counter): Entities by label.
    years (Counter): Cables by year.
    regions (Counter): Cables by region.
    classifications (Counter | None): Cables by classification. None without texts.
    seen (dict): Seen names by label. Empty for `train` itself, without a part `train` and without texts.
    """

    cables: int = 0
    words: int | None = 0
    labels: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    classifications: Counter[str] | None = field(default_factory=Counter)
    seen: dict[str, SeenNames] = field(default_factory=dict)
    _mentions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, cable: LabelledText | StandOff) -> None:
        """Count a cable, or as much as possible without its text.

        cable (LabelledText | StandOff): The cable.
        """
        # Imported here, since its patterns take long to compile.
        from ..anatomy import find_classification
        from ..anatomy.lexicon.posts import origin

        self.cables += 1
        self.labels.update(label for _, _, label in cable.spans)
        year, _, region = origin(cable.cable_id)
        self.years[str(year) if year else UNKNOWN] += 1
        self.regions[region] += 1
        if isinstance(cable, StandOff):
            self.words = self.classifications = None
            return
        if self.words is not None and self.classifications is not None:
            self.words += cable.n_words
            self.classifications[find_classification(cable.text) or UNKNOWN] += 1
        self._mentions.update((label, name_key(cable.text[start:end])) for start, end, label in cable.spans)

    def find_seen(self, train: PartStats) -> None:
        """Count the names that the part `train` also has.

        train (PartStats): The counts of `train`.
        """
        known = {name for _, name in train._mentions}
        for (label, name), count in sorted(self._mentions.items()):
            seen = self.seen.setdefault(label, SeenNames())
            seen.names += 1
            seen.mentions += count
            seen.seen_names += name in known
            seen.seen_mentions += count if name in known else 0

    def to_dict(self) -> dict[str, Any]:
        """Returns JSON-serializable data."""
        data: dict[str, Any] = {"cables": self.cables, "words": self.words, "entities": sum(self.labels.values())}
        for name in ("labels", "years", "regions", "classifications"):
            counts = getattr(self, name)
            data[name] = None if counts is None else dict(sorted(counts.items()))
        fields = SeenNames.__slots__
        data["seen"] = {label: {name: getattr(seen, name) for name in fields} for label, seen in self.seen.items()}
        return data


@dataclass(slots=True)
class CorpusStats:
    """The counts of a corpus.

    parts (dict): The counts of each part, by name.
    missing (list): The cable_ids of stand-off annotations without a source, which were left out.
    left_out (dict): The number of documents that are no cables, by what they are.
    """

    parts: dict[str, PartStats]
    missing: list[str] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Returns JSON-serializable data."""
        parts = {name: part.to_dict() for name, part in self.parts.items()}
        return {"parts": parts, "missing": self.missing, "left_out": self.left_out}


def stats(
    path: str | Path,
    *,
    format: str = "auto",
    splits: str | Path | None = None,
    source: str | Path | None = None,
    style: str = "auto",
    labels: str | Iterable[str] = CONLL,
    limit: int = 0,
    columns: str | Mapping[str, str] | None = None,
    skip_missing: bool = False,
    progress: Progress | None = None,
) -> CorpusStats:
    """Count the cables, words, entities and other properties of a corpus, by part.

    path (str | Path): A file, a folder or a glob pattern. Of several `.spacy` files, each is a part. Stand-off
        annotations without `source` are counted as far as possible.
    format (str): The kind of file, as for `read_cables`.
    splits (str | Path | None): The split, as for `read_splits`. Cables in no part are left out.
    source (str | Path | None): The untagged sources of tokenised files or of stand-off annotations.
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`.
    labels (str | Iterable): The label set of bracket files: its labels, or `conll` or `ontonotes`.
    limit (int): Maximum number of cables to read. 0 for all.
    columns (str | Mapping | None): Which columns of a table, or keys of JSON, hold what: `cable_id=refid,text=message`.
    skip_missing (bool): Leave out stand-off annotations without a source. Otherwise they are an error.
    progress (Callable | None): Called after each cable with the number done and the total.
    RETURNS (CorpusStats): The counts.
    RAISES (CableError): With a split, CE016 for an id that comes twice; otherwise the same as `read_cables` and
        `read_splits`.
    """
    found = CorpusStats({})
    on_missing = found.missing.append if skip_missing else None
    files = CableFiles(
        path,
        format=format,
        source=source,
        style=style,
        labels=labels,
        fatal=(LABEL_SET,),
        on_missing=on_missing,
        columns=columns,
    )
    names, part_of = read_splits(splits, files.cable_ids) if splits is not None else ([], None)
    found.parts = {name: PartStats() for name in names}
    total = min(len(files), limit) if limit else len(files)
    seen = SeenIds()
    cables = islice(_iter_with_path(files, source is not None), limit or None)
    for path, cable in track(cables, progress, total):
        if part_of is None:
            name: str | None = path.stem if files.formats == {"spacy"} else "all"
        else:
            seen.refuse(cable.cable_id, path)
            name = part_of(cable.cable_id)
        if name is not None:
            found.parts.setdefault(name, PartStats()).add(cable)
    found.left_out = files.left_out_kinds()
    if TRAIN in found.parts:
        for name, part in found.parts.items():
            if name != TRAIN:
                part.find_seen(found.parts[TRAIN])
    return found


def _iter_with_path(files: CableFiles, has_source: bool) -> Iterator[tuple[Path, LabelledText | StandOff]]:
    """Iterate over cables, each with the path of its file."""
    if files.formats == {"standoff"} and not has_source:
        for file in files.files:
            yield from ((file, standoff) for standoff in read_standoff(file))
    else:
        yield from ((path, cable) for path, cable in files.with_paths() if not cable.is_stub)
