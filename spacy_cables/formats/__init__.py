"""Layer 2b: the one door that every file of cables comes in by."""

from .cable_files import CableFiles
from .kinds import FORMATS
from .read import read_cables, read_labelled

__all__ = ["FORMATS", "CableFiles", "read_cables", "read_labelled"]
