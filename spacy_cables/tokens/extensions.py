"""The custom attributes of this package, in one table."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from ..errors import Errors

#: What `Doc._` gets: `cable` is a JSON-able dict, or None for a text that no reader or component of ours has seen.
DOC_EXTENSIONS: dict[str, dict[str, Any]] = {"cable": {"default": None}}


def register_extensions() -> None:
    """Register the custom attributes. Importing the package does this.

    RAISES (ValueError): CE009, if another package has an attribute of the same name.
    """
    for name, settings in DOC_EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, **settings)
        elif Doc.get_extension(name) != (settings["default"], None, None, None):
            raise ValueError(Errors.CE009.format(name=name))
