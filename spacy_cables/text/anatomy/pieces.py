"""What the finders give back, and how they read a text that may hold markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..markup import PlainText, strip_markup

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text.

    text (str): Its cleaned reading: white space folded, blanks before punctuation taken out.
    start_char (int): Where it starts in the text that was given.
    end_char (int): Where it ends there (half-open).
    """

    text: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text to find things in: a few words or a whole cable, without markup.

    text (str): The text without markup.
    anchors (tuple): Offsets at which the source had a paragraph anchor.
    links (tuple): Half-open offsets of what the source linked as TAGS.
    plain (Optional[PlainText]): The way back to the source, if it had markup.
    """

    text: str
    anchors: tuple[int, ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    plain: PlainText | None = None

    def piece(self, start: int, end: int) -> Piece:
        """The piece between two offsets, without white space at its ends."""
        start, end = trim(self.text, start, end)
        return Piece(clean(self.text[start:end]), start, end)

    def back(self, found: Any) -> Any:
        """Move what was found in `text` to the offsets of the source."""
        if self.plain is None:
            return found
        if isinstance(found, (list, tuple)):
            return type(found)(self.back(item) for item in found)
        if not isinstance(found, Piece):
            return found
        changes: dict[str, Any] = {}
        for field in fields(found):
            value = getattr(found, field.name)
            if field.name == "start_char":
                changes[field.name] = self.plain.to_source(value)
            elif field.name == "end_char":
                changes[field.name] = self.plain.to_source(value, end=True)
            elif isinstance(value, Piece):
                changes[field.name] = self.back(value)
        return replace(found, **changes)


def read_fragment(source: str) -> Fragment:
    """Read a text that may hold HTML.

    source (str): The text.
    RETURNS (Fragment): The text without markup, and the way back.
    """
    if "<" not in source and "&" not in source:
        return Fragment(source)
    plain = strip_markup(source)
    return Fragment(plain.text, plain.anchors, plain.links, plain)


def on_fragment(finder: Callable[Concatenate[Fragment, P], R]) -> Callable[Concatenate[str | Fragment, P], R]:
    """Let a finder that reads fragments take any text: its offsets are moved back to the text as given."""

    @wraps(finder)
    def find(source: str | Fragment, *args: P.args, **kwargs: P.kwargs) -> R:
        if isinstance(source, Fragment):
            return finder(source, *args, **kwargs)
        fragment = read_fragment(source)
        return fragment.back(finder(fragment, *args, **kwargs))  # type: ignore[no-any-return]

    return find


_BEFORE = re.compile(r" +(?=[,;:!?)\]]|\.(?!\.)|[’']s\b)")
_AFTER = re.compile(r"(?<=[(\[]) +")


def clean(text: str) -> str:
    """Fold white space, and tie punctuation that was set apart by blanks to its word.

    text (str): Any text.
    RETURNS (str): The text on one line.
    """
    return _AFTER.sub("", _BEFORE.sub("", " ".join(text.split())))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a range inwards over white space.

    text (str): The text.
    start (int): Where the range starts.
    end (int): Where it ends.
    RETURNS (tuple): The narrower range; an empty one stays at `start`.
    """
    piece = text[start:end]
    end = start + len(piece.rstrip())
    return (start + len(piece) - len(piece.lstrip()), end) if end > start else (start, start)
