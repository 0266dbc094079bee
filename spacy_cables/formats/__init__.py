"""Layer 4: one reader for all kinds of file."""

from .cable_files import CableFiles
from .kinds import FORMATS
from .read import read_cables, read_labelled

__all__ = ["FORMATS", "CableFiles", "read_cables", "read_labelled"]
