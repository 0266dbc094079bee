"""Strip HTML from a cable: text without tags, with a mapping back to the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .offsets import OffsetMap

# Only HTML element names: "<220571>" and "<name@example.org>" are text.
_TAG_NAMES = (
    "a|abbr|acronym|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|s|small|"
    "span|strike|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul"
)
_MARKUP = re.compile(
    rf"""
    <(?P<close>/?)(?P<name>{_TAG_NAMES})(?P<attrs>\s[^<>]*)?/?>       # <br/>
    |&(?:
        \#\d{{1,7}}                           # &#65;
        |\#[xX][0-9a-fA-F]{{1,6}}             # &#x41;
        |[A-Za-z][A-Za-z0-9]{{1,30}}          # &amp;
    );
    |\ufeff(?<![\s\S]\ufeff)                 # \ufeffText
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PARAGRAPH_ANCHOR = re.compile(r"""\bid\s*=\s*["']?par\d""", re.IGNORECASE)
_PRE = re.compile(r"<pre\b[^<>]*>", re.IGNORECASE)
_PRE_END = re.compile(r"</pre\s*>", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype|html|head|title|body|div|table)\b", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without its markup, outer white space trimmed, with one final line end (none if it is empty).

    text (str): The text. All offsets of this package refer to it.
    anchors (tuple): Offsets in `text` at which the source had a paragraph anchor (`<a id='par1' ...>`).
    links (tuple): Half-open character ranges of `text` that the source linked as TAGS (`<a href='/tag/PREL_0.html'>`).
    """

    text: str
    anchors: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    _map: OffsetMap

    @property
    def offsets(self) -> OffsetMap:
        """The mapping to the source."""
        return self._map

    def to_source(self, offset: int, *, end: bool = False) -> int:
        """Map an offset of the text to the source.

        offset (int): An offset in `text`, 0 to len(text).
        end (bool): Whether the offset is the end of a range, which excludes markup after its last character.
        RETURNS (int): The offset in the source.
        """
        return self._map.to_source(offset, end)

    def to_text(self, offset: int) -> int:
        """Map an offset of the source to the text. An offset inside markup maps to where the markup was removed.

        offset (int): An offset in the source.
        RETURNS (int): The offset in `text`.
        """
        return self._map.to_text(offset)


def strip_markup(source: str) -> PlainText:
    """Remove HTML tags, resolve character references, trim outer white space and add one final line end.
    Of a web page, only what is in its `<pre>` elements is kept; a blank line separates two of them.

    source (str): The text of a cable file, with or without HTML.
    RETURNS (PlainText): The text, with a mapping back to the source.
    """
    reader = _Reader(source)
    for start, end in _kept_ranges(source):
        reader.read(start, end)
    return reader.plain_text()


def _kept_ranges(source: str) -> list[tuple[int, int]]:
    """The parts of a source that are a cable: what is in `<pre>` elements if it is a web page, else all of it."""
    first = _PRE.search(source) if "</" in source else None
    if not first or not _PAGE.search(source, 0, first.start()):
        return [(0, len(source))]
    ranges: list[tuple[int, int]] = []
    opening: re.Match[str] | None = first
    while opening:
        closing = _PRE_END.search(source, opening.end())
        end = closing.start() if closing else len(source)
        ranges.append((opening.end(), end))
        opening = _PRE.search(source, end)
    return ranges


class _Reader:
    """Collects the text of a source, piece by piece."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.texts: list[int] = []  # where each piece begins in the text,
        self.sources: list[int] = []  # where in the source,
        self.ends: list[int] = []  # and where it ends there
        self.length = 0
        self.anchors: list[int] = []
        self.links: list[tuple[int, int]] = []

    def _keep(self, piece: str, start: int, end: int) -> None:
        self.pieces.append(piece)
        self.texts.append(self.length)
        self.sources.append(start)
        self.ends.append(end)
        self.length += len(piece)

    def read(self, start: int, end: int) -> None:
        """Read a part of the source, after the parts before it."""
        if self.pieces:
            self._keep("\n\n", self.ends[-1], start)
        source = self.source
        position = start
        link_start: int | None = None
        for match in _MARKUP.finditer(source, start, end):
            tag, tag_end = match.span()
            if tag > position:
                self._keep(source[position:tag], position, tag)
            position = tag_end
            close, name, attrs = match.group("close", "name", "attrs")
            if name is None:
                resolved = html.unescape(match[0]) if match[0] != "\ufeff" else ""
                if resolved:
                    self._keep(resolved, tag, tag_end)
            elif close:
                if link_start is not None and name in "aA":
                    if self.length > link_start:
                        self.links.append((link_start, self.length))
                    link_start = None
            elif attrs:
                if "/tag/" in attrs.lower() and (href := _HREF.search(attrs)) and "/tag/" in href[1].lower():
                    link_start = self.length
                elif _PARAGRAPH_ANCHOR.search(attrs):
                    self.anchors.append(self.length)
        if position < end:
            self._keep(source[position:end], position, end)

    def plain_text(self) -> PlainText:
        """Trim the text, and map it to the source."""
        text = "".join(self.pieces)
        trimmed = text.strip()
        first = len(text) - len(text.lstrip()) if trimmed else 0
        limit = len(trimmed)
        last = first + limit
        texts, sources, ends = self.texts, self.sources, self.ends
        low = max(bisect_right(texts, first) - 1, 0)
        high = bisect_left(texts, last)
        texts, sources, ends = [offset - first for offset in texts[low:high]], sources[low:high], ends[low:high]
        source_last = 0  # the end of the trimmed text in the source
        if trimmed:
            # A resolved character reference is one unit: each of its characters maps to the whole reference.
            if _is_literal(self.pieces[high - 1], sources[-1], ends[-1]):
                ends[-1] = sources[-1] + limit - texts[-1]
            if _is_literal(self.pieces[low], self.sources[low], self.ends[low]):
                sources[0] -= texts[0]
            texts[0] = 0
            source_last = ends[-1]
        # The final line end, and the end of the text, map to the end of the trimmed text.
        return PlainText(
            text=trimmed + "\n" if trimmed else "",
            anchors=tuple(min(max(anchor - first, 0), limit) for anchor in self.anchors),
            links=tuple((max(a - first, 0), min(b - first, limit)) for a, b in self.links if b > first and a < last),
            _map=OffsetMap((*texts, limit), (*sources, source_last), (*ends, len(self.source)), limit + bool(trimmed)),
        )


def _is_literal(piece: str, start: int, end: int) -> bool:
    return len(piece) == end - start


def has_markup(text: str) -> bool:
    """Whether `strip_markup` would change a text, apart from outer white space.

    text (str): The text.
    RETURNS (bool): Whether there is a tag, a character reference or a byte order mark in it.
    """
    return _MARKUP.search(text) is not None


def iter_markup(source: str) -> Iterator[tuple[int, int]]:
    """Find the HTML tags of a text.

    source (str): The text.
    YIELDS (tuple): start_char and end_char of each tag, half-open.
    """
    for match in _MARKUP.finditer(source):
        if match["name"] is not None:
            yield match.span()


def is_tag(text: str) -> bool:
    """Whether a text is one HTML tag and nothing else.

    text (str): The text.
    RETURNS (bool): Whether it is.
    """
    match = _MARKUP.fullmatch(text)
    return match is not None and match["name"] is not None


def plain_text(source: str) -> str:
    """Make the text that stand-off annotations refer to: tags removed, character references resolved, outer white space
    trimmed, one final line end (none if the text is empty).

    source (str): The text of a cable file, with or without HTML.
    RETURNS (str): The plain text.
    """
    return strip_markup(source).text
