"""How files are to be read: the settings that all kinds of file share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..text.labels import CONLL


@dataclass(frozen=True, slots=True)
class Settings:
    """How files are to be read.

    root (Path | None): The folder in which a file was found, at whatever depth.
    source (Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`.
    labels (tuple): The label set of bracket files.
    strict (bool): Raise the first fault instead of repairing it.
    wanted (Callable | None): Told a cable_id, says whether to read that cable. All if None.
    on_missing (Callable | None): Called with each cable_id that has no source, which is then left out. Without it a
        missing source of stand-off annotations is an error.
    """

    root: Path | None = None
    source: Path | None = None
    style: str = "auto"
    labels: tuple[str, ...] = CONLL
    strict: bool = False
    wanted: Callable[[str], bool] | None = None
    on_missing: Callable[[str], object] | None = None

    def wants(self, cable_id: str) -> bool:
        """Whether to read a cable."""
        return self.wanted is None or self.wanted(cable_id)
