"""Reader settings, shared by all kinds of file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
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
    fatal (Collection): The kinds of fault that are raised in any case.
    wanted (Callable | None): Takes a cable_id and returns whether to read that cable. None for all.
    on_missing (Callable | None): Called with the cable_id of each stand-off annotation without a source, which is then
        left out. If None, a missing source is an error.
    columns (Mapping): The names of columns or keys by what they hold, one of `formats.columns.ROLES`.
    offsets (str): What the offsets in JSON count: `characters` or `utf-16`.
    on_left_out (Callable | None): Called with the place and the kind of each document that is no cable.
    """

    root: Path | None = None
    source: Path | None = None
    style: str = "auto"
    labels: tuple[str, ...] = CONLL
    strict: bool = False
    fatal: Collection[str] = ()
    wanted: Callable[[str], bool] | None = None
    on_missing: Callable[[str], object] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    offsets: str = "characters"
    on_left_out: Callable[[str, str], object] | None = None

    def wants(self, cable_id: str) -> bool:
        """Whether to read a cable."""
        return self.wanted is None or self.wanted(cable_id)

    def leave_out(self, place: str, kind: str) -> None:
        """Say that a document was left out.

        place (str): Where it is.
        kind (str): What it is, such as `memorandum`.
        """
        if self.on_left_out is not None:
            self.on_left_out(place, kind)
