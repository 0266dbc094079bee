"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..formats.kinds import FORMATS

Format = Annotated[str, typer.Option(help=f"The kind of file: auto, {', '.join(FORMATS)}.")]
Source = Annotated[
    Path | None,
    typer.Option(help="Untagged sources (same file names): spacing of tokenised files, texts of stand-off gold."),
]
Style = Annotated[str, typer.Option(help="The style of bracket files: tokenised (or tokenized), inline or auto.")]
Labels = Annotated[str, typer.Option(help="Labels of bracket files: conll, ontonotes, or labels separated by commas.")]
Splits = Annotated[
    str | None,
    typer.Option(help="A JSON file with the cable_ids of each part, or shares such as train=0.8,dev=0.1,test=0.1."),
]
SkipMissing = Annotated[bool, typer.Option("--skip-missing", help="Leave out stand-off gold without a source.")]
Limit = Annotated[int, typer.Option(min=0, help="Maximum number of cables to read. 0 for all.")]
Columns = Annotated[
    str | None,
    typer.Option(help="Which columns or JSON keys hold what, such as cable_id=refid,text=message."),
]
