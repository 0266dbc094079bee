"""Normalise names, to compare them without regard to case and white space."""

from __future__ import annotations


def name_key(name: str) -> str:
    """Normalise a name.

    name (str): The name, as written in a text.
    RETURNS (str): The name in lower case, white space collapsed.
    """
    return " ".join(name.split()).casefold()
