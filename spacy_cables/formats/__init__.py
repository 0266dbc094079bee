"""Layer 2b: the door that every file of cables comes in by."""

from .labelled import FORMATS, read_labelled
from .read import read_cables, read_gold

__all__ = ["FORMATS", "read_cables", "read_gold", "read_labelled"]
