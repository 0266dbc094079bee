"""The text of a document in TEI, in reading order and without the notes of its editors.

Elements as in the guidelines for *Foreign Relations of the United States* (github.com/HistoryAtState/frus, `schema`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

#: Elements of the editors, or without text.
_LEFT_OUT = frozenset({"note", "pb", "fw", "figure", "graphic", "del", "index", "teiHeader", "facsimile"})
#: Elements that stand on lines of their own, with a blank line around them,
_PARAGRAPHS = frozenset(
    {"p", "opener", "closer", "postscript", "list", "table", "quote", "div", "attachment", "byline"}
)
#: and without one.
_LINES = frozenset({"head", "dateline", "salute", "signed", "seg", "item", "row", "label", "l", "lg", "ab", "trailer"})
#: Elements whose text is not that of the document.
_NOT_OWN = frozenset({"note", "attachment"})
# What stands for the end of a line and of a paragraph, until it is known which follow each other.
_LINE, _PARAGRAPH = "\x1e", "\x1d"
_WHITE_SPACE = re.compile(r"[\s\x1d\x1e]+")
_ENDS = re.compile(f"[ {_LINE}{_PARAGRAPH}]*[{_LINE}{_PARAGRAPH}][ {_LINE}{_PARAGRAPH}]*")


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: Element, *, without: frozenset[str] = frozenset()) -> str:
    """The text of an element, without notes: paragraphs with a blank line between them, other lines as they are.

    element (Element): The element.
    without (frozenset): The names of elements below it to leave out as well.
    RETURNS (str): The text. White space of the markup is collapsed.
    """
    text = re.sub(" +", " ", "".join(_pieces(element, without)))
    return _ENDS.sub(lambda ends: "\n\n" if _PARAGRAPH in ends[0] else "\n", text).strip()


def find_all(
    element: Element, name: str, *, outside: frozenset[str] = frozenset({"note", "attachment"})
) -> Iterator[Element]:
    """Iterate over the elements of a name below an element, in reading order.

    element (Element): The element.
    name (str): The name, without its namespace.
    outside (frozenset): The names of elements not to look into.
    YIELDS (Element): The elements.
    """
    for child in element:
        own = local_name(child)
        if own == name:
            yield child
        if own not in outside:
            yield from find_all(child, name, outside=outside)


def _pieces(element: Element, without: frozenset[str] = frozenset()) -> Iterator[str]:
    yield _on_one_line(element.text)
    for child in element:
        name = local_name(child)
        if name and name not in _LEFT_OUT and name not in without:
            around = _PARAGRAPH if name in _PARAGRAPHS else _LINE if name in _LINES else ""
            yield around
            yield from _pieces(child)
            yield around or {"lb": _LINE, "cell": " "}.get(name, "")
        yield _on_one_line(child.tail)


def _on_one_line(text: str | None) -> str:
    """White space of the markup, collapsed, and without what would look like an end."""
    return _WHITE_SPACE.sub(" ", text) if text else ""
