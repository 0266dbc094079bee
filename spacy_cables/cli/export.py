"""`spacy-cables export`: export bracket files to stand-off annotations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..formats import CableFiles
from ..formats.standoff import write_standoff
from ..text.counted import counted
from ..text.files import refuse_inputs
from ..text.labelled import LabelledText
from ..text.labels import label_set
from ..text.seen_ids import SeenIds
from .app import clean_exit, say, say_left_out
from .options import Columns, Labels, Source, Style


def export_cli(
    input_path: Annotated[Path, typer.Argument(metavar="INPUT", help="Annotated cables: file, folder or pattern.")],
    output_path: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The stand-off file to write (.jsonl).")],
    source: Source = None,
    style: Style = "auto",
    labels: Labels = "conll",
    columns: Columns = None,
) -> None:
    """Write the annotations of cables without their texts, as JSON Lines.

    A line has the hash and the length of the cable's plain text, and the character offsets of its entities in it.
    `convert` joins them with the sources.
    """
    with clean_exit():
        names = label_set(labels)
        files = CableFiles(input_path, source=source, style=style, labels=names, strict=True, columns=columns)
        refuse_inputs([output_path], files.inputs)
        written = write_standoff(_unique(files), output_path)
    entities = sum(len(standoff.spans) for standoff in written)
    say(f"✔ {output_path}: {counted(len(written), 'cable')}, {counted(entities, 'entity', 'entities')}")
    say_left_out(files.left_out_kinds())


def _unique(files: CableFiles) -> Iterator[LabelledText]:
    """The cables without stubs. One whose id an earlier one has is an error, since a line has but the id."""
    seen = SeenIds()
    for path, cable in files.with_paths():
        if not cable.is_stub:
            seen.refuse(cable.cable_id, path)
            yield cable
