"""Diplomatic cables for spaCy: a reader for bracket-annotated cables, their anatomy, training and evaluation."""

from typing import Any

from .errors import CableError
from .evaluation import Scheme, Scores, compare, evaluate, write_report
from .formats import read_cables, read_labelled
from .text.cable import ParsedCable, parse_cable
from .text.faults import Fault
from .text.labelled import LabelledText
from .text.labels import CONLL, ONTONOTES
from .text.markup import plain_text
from .text.words import Entity
from .tokens import register_extensions, write_cable
from .training import CableCorpus

register_extensions()


def __getattr__(name: str) -> Any:
    if name == "displacy_options":  # with the components, which few programs need and which take long to import
        from .pipeline import displacy_options

        return displacy_options
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__version__ = "0.1.0"

__all__ = [
    "CONLL",
    "ONTONOTES",
    "CableCorpus",
    "CableError",
    "Entity",
    "Fault",
    "LabelledText",
    "ParsedCable",
    "Scheme",
    "Scores",
    "compare",
    "displacy_options",
    "evaluate",
    "parse_cable",
    "plain_text",
    "read_cables",
    "read_labelled",
    "write_cable",
    "write_report",
]
