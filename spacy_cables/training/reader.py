"""The corpus reader: cables as training examples, for `[corpora]` in a config."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from ..errors import CableError, Errors, Warnings
from ..formats import CableFiles
from ..text.counted import counted
from ..text.faults import LABEL_SET
from ..text.labels import CONLL, label_set
from ..text.splits import in_part
from ..tokens.alignment import cut, split_at

Augmenter = Callable[[Language, Example], Iterable[Example]]


@registry.readers("spacy_cables.CableCorpus.v1")
class CableCorpus:
    """Iterate over cables as examples. The pipeline tokenises the predicted side from the raw text of the cable, as it
    does at run time.

    path (str | Path | Sequence): Any kind of file that `read_cables` reads, such as bracket files or `.spacy` files: a
        file, a folder or a glob pattern, or several of them.
    source (str | Path | None): The untagged sources of tokenised bracket files or stand-off annotations.
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`.
    labels (Iterable): The label set of bracket files.
    strict (bool): Raise the first fault instead of repairing it.
    splits (str | Path | None): The split of the corpus, as for `read_splits`. If None, the whole corpus is read.
    part (str | None): The part of the split to read. An error (CE409) without `splits`, since it would be ignored.
    gold_preproc (bool): One example per sentence, with gold tokens on the predicted side.
    max_length (int): Cables with more tokens are split into sentences. Sentences with more tokens are left out, and a
        warning gives their number. 0 for no limit.
    limit (int): Maximum number of cables to read, over all files. 0 for all.
    augmenter (Callable | None): The augmenter: makes any number of examples from each example.
    shuffle (bool): Shuffle the cables with Python's random generator, which `spacy train` seeds. Keeps all in memory.
    split_misaligned (bool): Split tokens of the predicted side in which a gold entity starts or ends. Otherwise spaCy
        ignores such entities in training. Not for evaluation, since it leaks entity boundaries.
    piece_length (int): Cut cables into pieces of at least this many tokens, at empty lines, or at any line end after
        twice as many. Batches of pieces from many cables train better than one cable. Not for evaluation. 0 for whole
        cables.
    """

    def __init__(
        self,
        path: str | Path | Sequence[str | Path] | None,
        *,
        source: str | Path | None = None,
        style: str = "auto",
        labels: str | Iterable[str] = CONLL,
        strict: bool = False,
        splits: str | Path | None = None,
        part: str | None = None,
        gold_preproc: bool = False,
        max_length: int = 0,
        limit: int = 0,
        augmenter: Augmenter | None = None,
        shuffle: bool = False,
        split_misaligned: bool = False,
        piece_length: int = 0,
    ) -> None:
        paths = [path] if isinstance(path, str | Path) else list(path or ())
        if not any(map(str, paths)):
            raise CableError(Errors.CE401)
        self.paths = [Path(each) for each in paths]
        if part is not None and splits is None:
            raise CableError(Errors.CE409.format(part=part))
        self.source = source
        self.style = style
        self.labels = label_set(labels)
        self.strict = strict
        self.wanted = None if splits is None else in_part(splits, part, self._files().cable_ids)
        self.gold_preproc = gold_preproc
        self.max_length = max_length
        self.limit = limit
        self.augmenter = augmenter
        self.shuffle = shuffle
        self.split_misaligned = split_misaligned
        self.piece_length = piece_length

    def __call__(self, nlp: Language) -> Iterator[Example]:
        """Read the corpus.

        nlp (Language): The pipeline.
        YIELDS (Example): The examples.
        RAISES (CableError): For missing or invalid files.
        """
        docs: Iterable[Doc] = islice(self._read(nlp), self.limit or None)
        if self.shuffle:
            docs = list(docs)
            random.shuffle(docs)
        too_long = 0
        faults: dict[str, int] = {}
        for doc in docs:
            cable = doc._.cable or {}
            if cable.get("faults"):
                faults[cable["cable_id"]] = len(cable["faults"])
            for reference in self._cut(doc):
                if 0 < self.max_length < len(reference):
                    too_long += 1
                    continue
                example = self._make_example(nlp, reference)
                yield from (example,) if self.augmenter is None else self.augmenter(nlp, example)
        if faults:
            message = Warnings.CW001.format(
                faults=counted(sum(faults.values()), "fault"),
                cables=counted(len(faults), "cable"),
                first=next(iter(faults)),
            )
            warnings.warn(message, stacklevel=2)
        if too_long:
            warnings.warn(
                Warnings.CW002.format(sentences=counted(too_long, "sentence"), max_length=self.max_length), stacklevel=2
            )

    def _read(self, nlp: Language) -> Iterator[Doc]:
        for doc in self._files(self.wanted).docs(nlp):
            if len(doc) and not (doc._.cable or {}).get("is_stub"):
                yield doc

    def _files(self, wanted: Callable[[str], bool] | None = None) -> CableFiles:
        return CableFiles(
            self.paths,
            source=self.source,
            style=self.style,
            labels=self.labels,
            strict=self.strict,
            fatal=(LABEL_SET,),
            wanted=wanted,
        )

    def _cut(self, doc: Doc) -> Iterator[Doc]:
        """The document, or its pieces or sentences, depending on the settings."""
        if self.piece_length and not self.gold_preproc:
            yield from cut(doc, list(_pieces(doc, self.piece_length)))
            return
        whole = not self.gold_preproc and not 0 < self.max_length < len(doc)
        if whole or not doc.has_annotation("SENT_START"):
            yield doc
        else:
            # White space around a sentence is not part of it.
            words = ([token.i for token in sent if not token.is_space] for sent in doc.sents)
            yield from cut(doc, [(tokens[0], tokens[-1] + 1) for tokens in words if tokens])

    def _make_example(self, nlp: Language, reference: Doc) -> Example:
        if self.gold_preproc or reference.has_unknown_spaces:
            words = [token.text for token in reference]
            spaces = None if reference.has_unknown_spaces else [bool(token.whitespace_) for token in reference]
            return Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)
        predicted = nlp.make_doc(reference.text)
        if self.split_misaligned:
            predicted = split_at(predicted, (edge for ent in reference.ents for edge in (ent.start_char, ent.end_char)))
        return Example(predicted, reference)


def _pieces(doc: Doc, length: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of tokens that end after a line end, outside of entities."""
    start = 0
    for token in doc[:-1]:
        line_ends = token.text.count("\n") if token.is_space and token.ent_iob_ != "I" else 0
        so_far = token.i + 1 - start
        if (line_ends > 1 and so_far >= length) or (line_ends == 1 and so_far >= 2 * length):
            yield start, token.i + 1
            start = token.i + 1
    yield start, len(doc)
