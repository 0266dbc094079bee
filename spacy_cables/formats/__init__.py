"""Layer 3: other people's formats."""

from .labelled import FORMATS, read_labelled

__all__ = ["FORMATS", "read_labelled"]
