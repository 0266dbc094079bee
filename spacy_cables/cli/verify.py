"""`spacy-cables verify`: compare fetched files with a manifest of checksums."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..corpus.verify import verify
from .app import clean_exit, progress_bar, say


def verify_cli(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that the names start from.")],
    manifest: Annotated[
        Path, typer.Argument(metavar="MANIFEST", help="Checksums and names, as sha256sum writes them.")
    ],
) -> None:
    """Compare the files of a folder with a manifest of SHA-256 checksums. Line ends of Windows make no difference."""
    with clean_exit(), progress_bar("Verifying") as progress:
        verified = verify(folder, manifest, progress=progress)
    say(f"✔ files as listed in {manifest}: {verified.files:,}")
    if verified.unlisted:
        say(f"⚠ files beside them that are not listed, and were not checked: {verified.unlisted:,}")
