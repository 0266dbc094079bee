"""Layer 3: what a training config names: the corpus reader, conversion to `.spacy`, splits."""

from .corpus import CableCorpus

__all__ = ["CableCorpus"]
