"""Read cables from Parquet, a batch of rows at a time. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import CableError, Errors
from ..text.labelled import RawCable
from .json_records import flat
from .records import RecordReader
from .settings import Settings

SUFFIXES = (".parquet", ".pq")

#: The rows in memory at a time.
BATCH_ROWS = 256
_MAGIC = b"PAR1"


def begins_parquet(head: bytes) -> bool:
    """Check whether a file begins like Parquet."""
    return head.startswith(_MAGIC)


def count_rows(path: Path) -> int:
    """The number of rows of a Parquet file, without reading them; 0 if it cannot be read."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import read_metadata
    except ImportError:
        return 0
    try:
        return int(read_metadata(path).num_rows)
    except (ArrowException, OSError):
        return 0


def read_parquet(path: Path, settings: Settings) -> Iterator[RawCable]:
    """Read the cables of a Parquet file, one batch of rows at a time.

    path (Path): The file.
    settings (Settings): The settings.
    YIELDS (RawCable): The cables. The line of a fault is the number of the row.
    RAISES (CableError): CE106 if no column is a text, CE108 without pyarrow, CE101 for a file that is broken.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise CableError(Errors.CE108.format(path=path)) from error
    records = RecordReader(path, settings)
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(BATCH_ROWS):
                for row in batch.to_pylist():
                    yield records.read(flat(row), records.number + 1)
    except (ArrowException, OSError) as error:
        place, reason = f"{path}:{records.number + 1}", "Parquet that cannot be read"
        raise CableError(
            Errors.CE101.format(place=place, reason=reason, text=str(error).split("\n")[0][:100])
        ) from error
