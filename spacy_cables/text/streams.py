"""Read a text file of any size piece by piece, in the encoding that it has."""

from __future__ import annotations

import codecs
import io
import re
from pathlib import Path
from typing import TextIO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What `surrogateescape` makes of bytes that are not UTF-8, and halves of a character outside of any pair.
_ESCAPED = re.compile(r"[\udc80-\udcff]")
_BROKEN = re.compile(r"[\ud800-\udfff\0]")


def open_text(path: str | Path) -> TextIO:
    """Open a text file of any size. Line ends are kept.

    path (str | Path): The file, in UTF-8, or in UTF-16 with its byte order mark.
    RETURNS (TextIO): The opened file. Bytes that are not UTF-8 become surrogates, which `mend_text` reads.
    """
    opened = Path(path).open("rb")  # noqa: SIM115 (closed with what is returned)
    head = opened.peek(4)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return io.TextIOWrapper(opened, encoding=encoding, errors=errors, newline="")


def mend_text(text: str) -> tuple[str, str]:
    """Mend what is no text in a piece of a file that `open_text` opened.

    text (str): The piece, such as a field of a table.
    RETURNS (tuple): The text, and how it was mended; "" if nothing had to be.
    """
    if text.isascii() and "\0" not in text:
        return text, ""
    if _ESCAPED.search(text):
        try:
            text = text.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        except UnicodeEncodeError:  # escaped bytes beside halves of characters
            pass
        else:
            return _BROKEN.sub("\ufffd", text), "read the text as Windows-1252"
    mended, count = _BROKEN.subn("\ufffd", text)
    return mended, "replaced what is no character" if count else ""
