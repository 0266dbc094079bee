"""Strip HTML from a cable: text without tags, with a mapping back to the source."""

from __future__ import annotations

import html
import re
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
    |\A\ufeff                                # \ufeffText
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PARAGRAPH_ANCHOR = re.compile(r"""\bid\s*=\s*["']?par\d""", re.IGNORECASE)
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

    def to_source(self, offset: int, *, end: bool = False) -> int:
        """Map an offset of the text to the source.

        offset (int): An offset in `text`, 0 to len(text).
        end (bool): Whether the offset is the end of a range, which excludes markup after its last character.
        RETURNS (int): The offset in the source.
        """
        return self._map.to_source(offset, end=end)

    def to_text(self, offset: int) -> int:
        """Map an offset of the source to the text. An offset inside markup maps to where the markup was removed.

        offset (int): An offset in the source.
        RETURNS (int): The offset in `text`.
        """
        return self._map.to_text(offset)


def strip_markup(source: str) -> PlainText:
    """Remove HTML tags, resolve character references, trim outer white space and add one final line end.

    source (str): The text of a cable file, with or without HTML.
    RETURNS (PlainText): The text, with a mapping back to the source.
    """
    pieces: list[tuple[str, int, int]] = []  # text kept, and its range in the source
    anchors: list[int] = []
    links: list[tuple[int, int]] = []
    position = length = 0
    link_start: int | None = None
    for match in _MARKUP.finditer(source):
        start, end = match.span()
        if start > position:
            pieces.append((source[position:start], position, start))
            length += start - position
        position = end
        if match["name"] is None:
            resolved = html.unescape(match[0]) if match[0] != "\ufeff" else ""
            if resolved:
                pieces.append((resolved, start, end))
                length += len(resolved)
        elif match["close"]:
            if link_start is not None and match["name"] in "aA":
                if length > link_start:
                    links.append((link_start, length))
                link_start = None
        elif match["attrs"]:
            href = _HREF.search(match["attrs"])
            if href and "/tag/" in href[1].lower():
                link_start = length
            elif _PARAGRAPH_ANCHOR.search(match["attrs"]):
                anchors.append(length)
    if position < len(source):
        pieces.append((source[position:], position, len(source)))
    text = "".join(piece for piece, _, _ in pieces)
    return _trim(text, pieces, anchors, links, len(source))


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


def _trim(
    text: str,
    pieces: list[tuple[str, int, int]],
    anchors: list[int],
    links: list[tuple[int, int]],
    source_length: int,
) -> PlainText:
    trimmed = text.strip()
    first = text.find(trimmed)
    last = first + len(trimmed)
    starts: list[int] = []
    sources: list[int] = []
    ends: list[int] = []
    offset = 0
    source_last = 0  # the end of the trimmed text in the source
    for piece, start, end in pieces:
        low, high = max(offset, first), min(offset + len(piece), last)
        if low < high:
            # A resolved character reference is one unit: each of its characters maps to the whole reference.
            literal = len(piece) == end - start
            starts.append(low - first)
            sources.append(start + low - offset if literal else start)
            source_last = start + high - offset if literal else end
            ends.append(source_last)
        offset += len(piece)
    # The final line end, and the end of the text, map to the end of the trimmed text.
    starts.append(len(trimmed))
    sources.append(source_last)
    ends.append(source_length)
    limit = len(trimmed)
    return PlainText(
        text=trimmed + "\n" if trimmed else "",
        anchors=tuple(min(max(anchor - first, 0), limit) for anchor in anchors),
        links=tuple((max(a - first, 0), min(b - first, limit)) for a, b in links if b > first and a < last),
        _map=OffsetMap(tuple(starts), tuple(sources), tuple(ends), len(trimmed) + bool(trimmed)),
    )
