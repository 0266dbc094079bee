"""When two names are the same: in any case and with any white space."""

from __future__ import annotations


def name_key(name: str) -> str:
    """What all ways to write a name have in common.

    name (str): The name, as it stands in a text.
    RETURNS (str): The name in small letters, white space folded.
    """
    return " ".join(name.split()).casefold()
