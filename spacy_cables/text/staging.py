"""Staging: the files and folders of one run appear together, or none of them does."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import CableError, Errors
from .files import unwritable

#: The folder that a run holds while it swaps old outputs for its own. Only one can make it at a time.
_SWAP = ".spacy-cables-swap"


class Staging:
    """A folder of its own in which a run makes its outputs. They are renamed into their places when the block ends, and
    none appears if it fails, or if one of them cannot be renamed. Of several runs with the same outputs, each puts all
    of its own in place, one run after the other.

    folder (Path): The folder of the outputs. It is created if it is missing.
    names (Sequence): The names of the outputs: files or folders, which the block makes in `work`.
    check (Callable): Raises a CableError if something there may not be replaced. Called before anything is made, and
        again before anything is replaced.
    patience (float): How many seconds to wait for another run that is swapping its outputs in.
    RAISES (CableError): CE011 if the folder cannot be written, CE014 if another run does not end its swap.
    """

    def __init__(
        self, folder: Path, names: Sequence[str], *, check: Callable[[], None], patience: float = 10.0
    ) -> None:
        self.folder = folder
        self.names = names
        self.check = check
        self.patience = patience
        self.work = folder

    def __enter__(self) -> Staging:
        self.check()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.work = Path(tempfile.mkdtemp(prefix=".spacy-cables-", dir=self.folder))
        except OSError as error:
            raise unwritable(self.folder, error) from error
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        try:
            if error is None:
                self._swap_in()
        finally:
            shutil.rmtree(self.work, ignore_errors=True)

    def _swap_in(self) -> None:
        with self._alone() as old:
            self.check()
            moves: list[tuple[Path, Path]] = []
            try:
                for name in self.names:
                    target = self.folder / name
                    if os.path.lexists(target):
                        _move(target, old / name, moves)
                    _move(self.work / name, target, moves)
            except BaseException as failure:
                for source, place in reversed(moves):
                    place.rename(source)
                if isinstance(failure, OSError):
                    raise unwritable(target, failure) from failure
                raise

    @contextmanager
    def _alone(self) -> Iterator[Path]:
        """A folder for what is replaced, which only one run at a time has."""
        swap = self.folder / _SWAP
        until = time.monotonic() + self.patience
        while True:
            try:
                swap.mkdir()
                break
            except FileExistsError:
                if time.monotonic() > until:
                    raise CableError(Errors.CE014.format(path=self.folder, swap=swap)) from None
                time.sleep(0.02)
            except OSError as error:
                raise unwritable(self.folder, error) from error
        try:
            yield swap
            shutil.rmtree(swap, ignore_errors=True)
        finally:
            with suppress(OSError):  # what could not be put back stays in it
                swap.rmdir()


def _move(source: Path, place: Path, moves: list[tuple[Path, Path]]) -> None:
    source.rename(place)
    moves.append((source, place))
