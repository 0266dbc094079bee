"""Layer 2: cables as spaCy's `Doc`s."""

from .build import cable_dict, to_doc
from .export import write_cable
from .extensions import register_extensions
from .labelled import doc_to_labelled
from .white_space import exact_doc, exact_ents, exact_starts, exact_text

__all__ = [
    "cable_dict",
    "doc_to_labelled",
    "exact_doc",
    "exact_ents",
    "exact_starts",
    "exact_text",
    "register_extensions",
    "to_doc",
    "write_cable",
]
