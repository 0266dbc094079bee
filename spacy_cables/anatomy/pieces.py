"""The pieces of text that finders return, and how finders read text with markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..text.markup import PlainText, strip_markup

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T", bound="Piece")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, without white space at its ends. The offsets are trimmed to match.

    text (str): The cleaned text: white space collapsed, spaces before punctuation removed.
    start_char (int): Start in the text given, in characters.
    end_char (int): End in the text given, exclusive.
    """

    text: str
    start_char: int
    end_char: int

    def __post_init__(self) -> None:
        text = self.text
        if text.isalnum():  # one word, as tags and names are
            return
        if text[:1].isspace() or text[-1:].isspace():
            left = len(text) - len(text.lstrip())
            # Only white space: an empty piece keeps its start.
            start, end = self.start_char + left, self.end_char - (len(text) - len(text.rstrip()))
            object.__setattr__(self, "end_char", end if left < len(text) else self.start_char)
            object.__setattr__(self, "start_char", start if left < len(text) else self.start_char)
        object.__setattr__(self, "text", clean(text))


def clean_piece(kind: type[T], text: str, start: int, end: int, *more: Any) -> T:
    """Make a piece, or one of a subclass, of a text that is clean already. Long texts are not cleaned twice.

    kind (type): `Piece` or a subclass.
    text (str): The cleaned text.
    start (int): Start in the text given, in characters.
    end (int): End in the text given, exclusive.
    *more: The further fields, in order.
    RETURNS (Piece): The piece.
    """
    piece = _new(kind)
    _set(piece, "text", text)
    _set(piece, "start_char", start)
    _set(piece, "end_char", end)
    if more:
        subclass: Any = kind
        for name, value in zip(_field_names(subclass)[3:], more, strict=True):
            _set(piece, name, value)
    return piece


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text to search, without markup: from a few words to a whole cable.

    text (str): The text without markup.
    anchors (tuple): Offsets at which the source had a paragraph anchor.
    links (tuple): Half-open character ranges that the source linked as TAGS.
    plain (PlainText | None): The mapping back to the source, if it had markup.
    """

    text: str
    anchors: tuple[int, ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    plain: PlainText | None = None

    def piece(self, start: int, end: int) -> Piece:
        """Make a piece of the text between two offsets, without white space at its ends."""
        return Piece(self.text[start:end], start, end)

    def back(self, found: R) -> R:
        """Map every `start_char` and `end_char` in a result back to the source."""
        return found if self.plain is None else _moved(found, self.plain.offsets.to_source)


def _moved(found: Any, to_source: Callable[[int, bool], int]) -> Any:
    kind: Any = type(found)
    if kind is tuple or kind is list:
        return kind([_moved(item, to_source) for item in found]) if found else found
    roles = _roles(kind)
    if not roles:
        return found
    kept, nested, starts, ends = roles
    moved = _new(kind)
    for name in kept:
        _set(moved, name, getattr(found, name))
    for name in nested:
        value = getattr(found, name)
        _set(moved, name, _moved(value, to_source) if value else value)
    if starts:
        _set(moved, "start_char", to_source(found.start_char, False))
    if ends:
        _set(moved, "end_char", to_source(found.end_char, True))
    return moved


# The types, as annotated, of fields without offsets.
_KEPT = frozenset({"str", "int", "bool", "date | None", "tuple[str, ...]", "tuple[int, int] | None"})


@cache
def _roles(kind: Any) -> tuple[tuple[str, ...], tuple[str, ...], bool, bool] | None:
    """The fields to keep, those to look into, and whether there are a start and an end; None if it has no fields."""
    if not is_dataclass(kind):
        return None
    types = {field.name: field.type for field in fields(kind)}
    starts, ends = (types.pop(name, None) is not None for name in ("start_char", "end_char"))
    kept = tuple(name for name in types if types[name] in _KEPT)
    return kept, tuple(name for name in types if name not in kept), starts, ends


_new = object.__new__
_set = object.__setattr__


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def read_fragment(source: str) -> Fragment:
    """Read a text that may contain HTML.

    source (str): The text.
    RETURNS (Fragment): The text without markup, and the mapping back.
    """
    if "<" not in source and "&" not in source:
        return Fragment(plain_layout(source))
    plain = strip_markup(source)
    return Fragment(plain_layout(plain.text), plain.anchors, plain.links, plain)


_LAYOUT = str.maketrans(
    "\t\r\x0b\x0c\x85\xa0\u2002\u2003\u2007\u2009\u200b\u2028\u2029\u202f\u3000\ufeff", " \n\n\n\n      \n\n   "
)
# The paragraph mark, lost in a change of encoding.
_LOST_PILCROW = re.compile(r"[\ufffd\u0086](?= ?\d{1,3} ?[.)])")


def plain_layout(text: str) -> str:
    """Write white space as blanks and line ends, and lost paragraph marks as such. No offset changes.

    text (str): Any text.
    RETURNS (str): The text, of the same length.
    """
    if "\r\n" in text:
        text = text.replace("\r\n", " \n")
    if "\\\n" in text:  # an escaped line end of a database
        text = text.replace("\\\n", " \n")
    if "\ufffd" in text or "\x86" in text:
        text = _LOST_PILCROW.sub("¶", text)
    if "Â" in text:  # UTF-8 read as Latin-1
        text = text.replace("Â¶", " ¶").replace("Â\xa0", "  ")
    return text.translate(_LAYOUT) if any(char in text for char in _RARE_BLANKS) else text


_RARE_BLANKS = tuple(chr(char) for char in _LAYOUT)


def on_fragment(finder: Callable[Concatenate[Fragment, P], R]) -> Callable[Concatenate[str | Fragment, P], R]:
    """Let a finder for fragments take any text, and map its offsets back to the text as given."""

    @wraps(finder)
    def find(source: str | Fragment, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if isinstance(source, Fragment):
            return finder(source, *args, **kwargs)
        fragment = read_fragment(source)
        return fragment.back(finder(fragment, *args, **kwargs))

    return find


_FULL_STOP = re.compile(r" (?=\.(?!\.))")
_OF_NAME = re.compile(r" (?=[’']s\b)")
# Other punctuation that a space is removed from: its character, with the space, without. Most texts lack most of them.
_APART = tuple((pair.strip(), pair, pair.strip()) for pair in (" ,", " )", "( ", " ;", " :", " !", " ?", " ]", "[ "))


def clean(text: str) -> str:
    """Collapse white space, and remove spaces between a word and its punctuation.

    text (str): Any text.
    RETURNS (str): The cleaned text, on one line.
    """
    text = " ".join(text.split())
    if " " in text:
        if " ." in text:
            text = _FULL_STOP.sub("", text)
        if " '" in text or " ’" in text:
            text = _OF_NAME.sub("", text)
        for mark, apart, joined in _APART:
            if mark in text and apart in text:
                text = text.replace(apart, joined)
    return text
