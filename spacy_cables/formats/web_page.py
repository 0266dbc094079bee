"""Read saved web pages of the mirrors of 2011: one cable a page, in `<pre>` elements, below a table about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from ..errors import CableError, Errors
from ..text.cable_id import id_of_file
from ..text.faults import Fault
from ..text.files import read_text
from ..text.labelled import RawCable
from ..text.markup import strip_markup
from . import values
from .columns import NAMES, Columns, column_key
from .records import metadata
from .settings import Settings

SUFFIXES = (".html", ".htm", ".xhtml")

_BEGINS = re.compile(
    r"(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_PRE = re.compile(r"<pre\b", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:viewing )?cable:?\s+(?P<id>[\w-]+)\s*[,:]?\s*(?P<subject>.*)", re.IGNORECASE | re.DOTALL)
_LABELS = frozenset(column_key(name) for names in NAMES.values() for name in names) | {"released"}


def begins_page(head: bytes) -> bool:
    """Check whether a file begins like a web page."""
    return _BEGINS.match(head.decode("utf-8", "replace")) is not None


def read_page(path: Path, settings: Settings) -> Iterator[RawCable]:
    """Read the cable of a web page.

    path (Path): The file. The id is that of its table, else of its title, else the stem of the file name.
    settings (Settings): The settings.
    YIELDS (RawCable): The cable: the text of the `<pre>` elements, and the table as `meta`.
    RAISES (CableError): CE101 for another page, CE001 for a fault in strict mode.
    """
    source, fault = read_text(path)
    faults = [fault] if fault else []
    pre = _PRE.search(source)
    record = _read_table(source[: pre.start()] if pre else source)
    columns = Columns(record)
    cable_id = next((values.normal_id(record[name]) for name in columns.by_role["cable_id"]), "")
    if not pre:
        if not cable_id:
            reason = "a web page without a cable (there is no <pre> element)"
            raise CableError(Errors.CE101.format(place=f"{path}:1", reason=reason, text=repr(source[:60])))
        faults.append(Fault("no_text", 1, 1, cable_id, "kept its metadata"))
    if settings.strict and faults:
        raise faults[0].error(path)
    plain = strip_markup(source if pre else "")
    cable_id = cable_id or values.normal_id(id_of_file(path))
    yield RawCable(
        cable_id,
        plain.text,
        meta=metadata(record, columns, cable_id),
        faults=tuple(faults),
        anchors=plain.anchors,
        links=plain.links,
    )


def _read_table(source: str) -> dict[str, str]:
    """The values of the table about a cable by their labels, and what the title says."""
    reader = _Tables()
    reader.feed(source)
    reader.close()
    found: dict[str, str] = {}
    for row, following in zip(reader.rows, [*reader.rows[1:], []], strict=False):
        known = [column_key(cell) in _LABELS for cell in row]
        if len(row) == len(following) > 1 and all(known[:2]):
            found |= dict(zip(row, following, strict=True))
        elif len(row) == 2 and known[0] and not known[1]:
            found.setdefault(*row)
    titles = filter(None, map(_TITLE.match, reader.titles))
    title = next((title for title in titles if values.is_cable_id(title["id"])), None)
    if title:
        found.setdefault("Reference ID", title["id"])
        if title["subject"].strip():
            found.setdefault("Subject", title["subject"])
    return {label: " ".join(value.split()) for label, value in found.items()}


class _Tables(HTMLParser):
    """Collects the rows of tables and the titles of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.titles: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th", "title", "h1", "h2", "h3"):
            is_cell = tag in ("td", "th")
            if is_cell and not self.rows:
                self.rows.append([])
            self._into = self.rows[-1] if is_cell else self.titles
            self._into.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table", "title", "h1", "h2", "h3"):
            self._into = None

    def handle_data(self, data: str) -> None:
        if self._into:
            self._into[-1] += data
