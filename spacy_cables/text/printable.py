"""Make text from files safe to print: a terminal obeys control characters, also those in a file name or an entity."""

from __future__ import annotations

import re

#: Control characters of ASCII and Latin-1 apart from tabs and line ends, those that change the direction of the text
#: ("Trojan Source", CVE-2021-42574), and the surrogates that stand for bytes of a file name that are not UTF-8.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\ud800-\udfff]")


def printable(text: str) -> str:
    """Escape control characters, as Python does: `\\x1b`. Tabs and line ends are kept.

    text (str): The text.
    RETURNS (str): The text, safe to print.
    """
    return _UNSAFE.sub(_escape, text)


def printable_cell(text: str) -> str:
    """Escape control characters, tabs and line ends, for text that must stay in its line.

    text (str): The text.
    RETURNS (str): The text, safe to print.
    """
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def printable_json(data: str) -> str:
    """Escape the control characters that JSON allows. The data stay the same.

    data (str): JSON.
    RETURNS (str): The same JSON, safe to print.
    """
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", data)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("ascii", "backslashreplace").decode() if ord(found[0]) > 127 else f"\\x{ord(found[0]):02x}"
