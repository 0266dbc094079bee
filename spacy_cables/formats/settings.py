"""Reader settings, shared by all kinds of file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..text.labels import CONLL


@dataclass(frozen=True, slots=True)
class Settings:
    """Reader settings.

    root (Path | None): The folder that was searched for files.
    source (Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    style (str): The style of bracket files: `tokenised`, `inline` or `auto`.
    labels (tuple): The label set of bracket files.
    strict (bool): Raise the first fault instead of repairing it.
    wanted (Callable | None): Takes a cable_id and returns whether to read that cable. None for all.
    on_missing (Callable | None): Called with the cable_id of each stand-off annotation without a source, which is then
        left out. If None, a missing source is an error.
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
