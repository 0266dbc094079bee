"""Read spaCy's own binary files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from ..tokens.labelled import doc_to_labelled


def read_docbin(path: Path) -> Iterator[LabelledText]:
    """Read a `.spacy` file.

    path (Path): The file.
    YIELDS (LabelledText): Each document's text and entities. The id is that of `Doc._.cable`, if the file has it.
    RAISES (CableError): CE008, if the file is not a DocBin.
    """
    try:
        docs = DocBin().from_disk(path).get_docs(Vocab())
    except Exception as error:  # zlib, msgpack and KeyError, none of which says what is wrong
        raise CableError(Errors.CE008.format(path=path, reason=type(error).__name__)) from error
    for doc in docs:
        yield doc_to_labelled(doc)
