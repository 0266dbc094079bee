"""Layer 3: what a training config names: the corpus reader, conversion to `.spacy`, splits."""

from .reader import CableCorpus

__all__ = ["CableCorpus"]
