"""What is in a corpus, counted by part: cables, words, entities, years, regions, classifications, seen names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.vocab import Vocab

from ..formats.brackets import iter_parsed
from ..formats.docbins import SUFFIX, is_docbin_path, read_docbins
from ..text.cable import ParsedCable
from ..text.cable_id import UNKNOWN
from ..text.labelled import CharSpan, LabelledText
from ..text.labels import CONLL
from ..text.names import name_key
from ..text.splits import read_splits
from ..text.standoff import is_standoff, iter_joined, read_standoff
from ..tokens.labelled import doc_to_labelled

#: The part whose names count as seen.
TRAIN = "train"


@dataclass(slots=True)
class SeenNames:
    """The names of one label in one part, and how many of them the part `train` has, too (in any case, with any label).

    names (int): Different names.
    seen_names (int): Those that `train` has.
    mentions (int): Entities.
    seen_mentions (int): Those with a name that `train` has.
    """

    names: int = 0
    seen_names: int = 0
    mentions: int = 0
    seen_mentions: int = 0


@dataclass(slots=True)
class PartStats:
    """The counts of one part.

    cables (int): Cables.
    words (int | None): Words between white space, as a word count goes. None where there is no text.
    labels (Counter): Entities by label.
    years (Counter): Cables by year.
    regions (Counter): Cables by region.
    classifications (Counter | None): Cables by classification. None where there is no text.
    seen (dict): By label, names that `train` has. Empty for `train` itself, and where there is no such part or no text.
    """

    cables: int = 0
    words: int | None = 0
    labels: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    classifications: Counter[str] | None = field(default_factory=Counter)
    seen: dict[str, SeenNames] = field(default_factory=dict)
    _mentions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, cable: LabelledText) -> None:
        """Count a cable."""
        self._add_origin(cable.cable_id, cable.spans)
        if self.words is not None and self.classifications is not None:
            self.words += len(cable.text.split())
            # Here, for the sake of all who import this for something else: its patterns take long to compile.
            from ..anatomy import find_classification

            self.classifications[find_classification(cable.text) or UNKNOWN] += 1
        self._mentions.update((label, name_key(cable.text[start:end])) for start, end, label in cable.spans)

    def add_without_text(self, cable_id: str, spans: Iterable[CharSpan]) -> None:
        """Count what can be known of a cable without its text."""
        self._add_origin(cable_id, spans)
        self.words = self.classifications = None

    def find_seen(self, train: PartStats) -> None:
        """Count the names that a part has, too.

        train (PartStats): That part.
        """
        known = {name for _, name in train._mentions}
        for (label, name), count in sorted(self._mentions.items()):
            seen = self.seen.setdefault(label, SeenNames())
            seen.names += 1
            seen.mentions += count
            seen.seen_names += name in known
            seen.seen_mentions += count if name in known else 0

    def to_dict(self) -> dict[str, Any]:
        """A JSON-able copy."""
        data: dict[str, Any] = {"cables": self.cables, "words": self.words, "entities": sum(self.labels.values())}
        for name in ("labels", "years", "regions", "classifications"):
            counts = getattr(self, name)
            data[name] = None if counts is None else dict(sorted(counts.items()))
        fields = SeenNames.__slots__
        data["seen"] = {label: {name: getattr(seen, name) for name in fields} for label, seen in self.seen.items()}
        return data

    def _add_origin(self, cable_id: str, spans: Iterable[CharSpan]) -> None:
        self.cables += 1
        self.labels.update(label for _, _, label in spans)
        from ..anatomy.lexicon.regions import origin

        year, _, region = origin(cable_id)
        self.years[str(year) if year else UNKNOWN] += 1
        self.regions[region] += 1


@dataclass(slots=True)
class CorpusStats:
    """The counts of a corpus.

    parts (dict): By name, the counts of each part.
    missing (list): The cable_ids of stand-off annotations without a source, left out.
    """

    parts: dict[str, PartStats]
    missing: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """A JSON-able copy."""
        return {"parts": {name: part.to_dict() for name, part in self.parts.items()}, "missing": self.missing}


def stats(
    path: str | Path,
    *,
    splits: str | Path | None = None,
    source: str | Path | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    limit: int = 0,
    skip_missing: bool = False,
    progress: Callable[[int], object] | None = None,
) -> CorpusStats:
    """Count what is in a corpus.

    path (str | Path): Bracket files (a file, a folder or a glob pattern), a stand-off file, or `.spacy` files (a file,
        or a folder of which each file is a part). Of stand-off annotations without `source` is counted what they tell.
    splits (str | Path | None): A file of names or shares, as `read_splits` takes them. Cables in no part are left out.
    source (str | Path | None): The untagged sources of tokenised files or of stand-off annotations.
    style (str): `tokenised`, `inline` or `auto`.
    labels (Iterable): The label set of bracket files.
    limit (int): Read no more cables than this. 0 for all.
    skip_missing (bool): Leave out stand-off annotations without a source. Without it they are an error.
    progress (Callable | None): Called with the number of cables done, after each.
    RETURNS (CorpusStats): The counts.
    RAISES (CableError): As `read_cables`, `read_gold` and `read_splits`.
    """
    found = CorpusStats({})
    names, part_of = read_splits(splits) if splits is not None else ([], None)
    found.parts = {name: PartStats() for name in names}
    cables = _read(path, source, style, labels, limit, found.missing.append if skip_missing else None)
    for done, (own_part, cable) in enumerate(islice(cables, limit or None), 1):
        name = own_part if part_of is None else part_of(cable.cable_id)
        if name is not None:
            part = found.parts.setdefault(name, PartStats())
            if isinstance(cable, LabelledText):
                part.add(cable)
            else:
                part.add_without_text(cable.cable_id, cable.spans)
        if progress is not None:
            progress(done)
    if TRAIN in found.parts:
        for name, part in found.parts.items():
            if name != TRAIN:
                part.find_seen(found.parts[TRAIN])
    return found


def _read(
    path: str | Path,
    source: str | Path | None,
    style: str,
    labels: Iterable[str],
    limit: int,
    on_missing: Callable[[str], object] | None,
) -> Iterator[tuple[str, Any]]:
    """The cables, each with the part that its file is."""
    if is_standoff(path):
        if source is None:
            yield from (("all", standoff) for standoff in read_standoff(path))
        else:
            joined = iter_joined(path, source, limit=limit, on_missing=on_missing)
            yield from (("all", _labelled(parsed)) for parsed in joined)
    elif is_docbin_path(Path(path)):
        for file in sorted(Path(path).glob(f"*{SUFFIX}")) if Path(path).suffix != SUFFIX else [Path(path)]:
            yield from ((file.stem, doc_to_labelled(doc)) for doc in read_docbins(file, Vocab()))
    else:
        for parsed in iter_parsed(path, source=source, style=style, labels=labels, limit=limit):
            if not parsed.is_stub:
                yield "all", _labelled(parsed)


def _labelled(parsed: ParsedCable) -> LabelledText:
    return LabelledText(parsed.cable_id, parsed.text, tuple(parsed.iter_offsets()))
