"""Layer 5: the tokenizer, components and networks of pipelines, and colours for displaCy."""

from .cable_anatomy import CableAnatomy, make_cable_anatomy
from .displacy import PART_COLORS, displacy_options

__all__ = ["PART_COLORS", "CableAnatomy", "displacy_options", "make_cable_anatomy"]
