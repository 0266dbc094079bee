"""Layer 5: training: the corpus reader, augmenters and callbacks of configs, weight averaging and word vectors."""

from .reader import CableCorpus

__all__ = ["CableCorpus"]
