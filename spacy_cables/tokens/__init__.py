"""Layer 3: cables as spaCy `Doc`s."""

from .build import cable_dict, to_doc
from .export import write_cable
from .extensions import register_extensions
from .labelled import doc_to_labelled

__all__ = [
    "cable_dict",
    "doc_to_labelled",
    "register_extensions",
    "to_doc",
    "write_cable",
]
