"""Layer 3: what a running pipeline is made of, and how its results look in displaCy."""

from .cable_anatomy import CableAnatomy, make_cable_anatomy
from .displacy import PART_COLORS, displacy_options

__all__ = ["PART_COLORS", "CableAnatomy", "displacy_options", "make_cable_anatomy"]
