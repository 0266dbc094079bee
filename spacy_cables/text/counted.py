"""Numbers with a noun, for messages: `1 fault`, `1,204 faults`."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number and what it counts.

    number (int): The number.
    noun (str): What it counts, in the singular.
    plural (str | None): The plural; the noun with an s by default.
    RETURNS (str): Both, the number with thousands separators.
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
