"""Read the values of a JSON file one after another, whatever its size: lines, an array, or what one object encloses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from ..errors import CableError, Errors
from ..text.streams import open_text

_CHUNK = 1 << 16
#: The longest value, in characters. It bounds what a value that never ends costs.
LONGEST_VALUE = 1 << 26
# As far from the end of what has been read, an error may be that more is to be read: a literal, an escape.
_NEAR_END = 16
_BLANK = re.compile(r"[\s\ufeff]*")


class Value(NamedTuple):
    """A value of a JSON file.

    line (int): The line at which it begins, from 1.
    value (Any): The value.
    key (str): Its key, if an object encloses it.
    """

    line: int
    value: Any
    key: str = ""


def iter_values(path: Path, is_record: Callable[[str, Any], bool]) -> Iterator[Value]:
    """Iterate over the values of a JSON file: JSON lines, objects that follow each other, the items of an array, or
    the records that one object encloses: in a list (`{"cables": [{...}]}`) or by key (`{"04LIMA1234": {...}}`).

    path (Path): The file.
    is_record (Callable): Takes a key, "" in a list, and a value, and returns whether it is a record that may be
        enclosed.
    YIELDS (Value): The values. One value at a time is in memory.
    RAISES (CableError): CE101 for what is not JSON, with the line.
    """
    with open_text(path) as file:
        stream = _Stream(path, file)
        if stream.peek() == "[":
            yield from stream.items()
            if stream.peek():
                raise stream.error("something follows the array")
        elif stream.peek() == "{":
            yield from stream.first_object(is_record)
        while stream.peek():
            line = stream.line
            yield Value(line, stream.decode())
            stream.take(",")


class _Stream:
    """The text of a file, from the value that comes next."""

    def __init__(self, path: Path, file: TextIO) -> None:
        self.path = path
        self.line = 1
        self._file = file
        self._buffer = ""
        self._at = 0
        self._at_end = False
        self._decoder = json.JSONDecoder()

    def items(self) -> Iterator[Value]:
        """Read an array, item by item."""
        self.take("[")
        while self.peek() != "]":
            line = self.line
            yield Value(line, self.decode())
            self._separate("]")
        self.take("]")

    def first_object(self, is_record: Callable[[str, Any], bool]) -> Iterator[Value]:
        """Read an object, key by key: the records that it encloses, or itself if there are none."""
        line, whole, encloses = self.line, {}, False
        self.take("{")
        while self.peek() != "}":
            key = self.decode()
            if not isinstance(key, str) or not self.take(":"):
                raise self.error("no key with its value")
            if self.peek() == "[":
                items = self.items()
                first = next(items, None)
                if first and is_record("", first.value):
                    encloses = True
                    yield first
                    yield from items
                else:
                    whole[key] = [each.value for each in ([first] if first else [])] + [each.value for each in items]
            else:
                at = self.line
                value = self.decode()
                if is_record(key, value):
                    encloses = True
                    yield Value(at, value, key)
                else:
                    whole[key] = value
            self._separate("}")
        self.take("}")
        self.take(",")
        if not encloses:
            yield Value(line, whole)

    def peek(self) -> str:
        """The next character that is not blank; "" at the end."""
        while True:
            blank = _BLANK.match(self._buffer, self._at)
            assert blank is not None
            self._move(blank.end())
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if self._at_end:
                return ""
            self._read_on()

    def take(self, character: str) -> bool:
        """Go past a character, if it comes next."""
        if self.peek() != character:
            return False
        self._move(self._at + 1)
        return True

    def decode(self) -> Any:
        """Read the value that comes next."""
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                unterminated = error.msg.startswith("Unterminated string")
                if self._at_end or not (unterminated or error.pos > len(self._buffer) - _NEAR_END):
                    breaks_off = self._at_end and (unterminated or not self._buffer[error.pos :].strip())
                    self._move(min(error.pos, len(self._buffer)))
                    raise self.error("the file breaks off" if breaks_off else "not JSON") from error
            except (RecursionError, ValueError) as error:  # brackets in brackets, a number of thousands of digits
                raise self.error("not JSON of a cable") from error
            else:
                if self._at_end or end < len(self._buffer):  # else a number may go on
                    self._move(end)
                    return value
            if len(self._buffer) - self._at > LONGEST_VALUE:
                raise self.error(f"a value of more than {LONGEST_VALUE:,} characters")
            self._read_on()

    def error(self, reason: str) -> CableError:
        """Make the error for what comes next."""
        shown = repr(self._buffer[self._at : self._at + 60])
        return CableError(Errors.CE101.format(place=f"{self.path}:{self.line}", reason=reason, text=shown))

    def _separate(self, closing: str) -> None:
        if not self.take(",") and self.peek() != closing:
            raise self.error("no comma between two values" if self.peek() else "the file breaks off")
        if not self.peek():
            raise self.error("the file breaks off")

    def _move(self, end: int) -> None:
        buffer, start = self._buffer, self._at
        self.line += buffer.count("\n", start, end) or buffer.count("\r", start, end)
        self._at = end

    def _read_on(self) -> None:
        """Read more, at least as much as is there: a long value is tried a few times only."""
        left = self._buffer[self._at :]
        more = self._file.read(max(_CHUNK, len(left)))
        self._buffer, self._at, self._at_end = left + more, 0, not more
