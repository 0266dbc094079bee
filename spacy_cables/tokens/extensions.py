"""The custom attributes of this package."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from ..errors import Errors

#: Attributes of `Doc._`: `cable` is a JSON-serializable dict, or None if no reader or component has set it.
DOC_EXTENSIONS: dict[str, dict[str, Any]] = {"cable": {"default": None}}


def register_extensions() -> None:
    """Register the custom attributes. Done when the package is imported.

    RAISES (ValueError): CE201 if another package has registered an attribute of the same name.
    """
    for name, settings in DOC_EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, **settings)
        elif Doc.get_extension(name) != (settings["default"], None, None, None):
            raise ValueError(Errors.CE201.format(name=name))
