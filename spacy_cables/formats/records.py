"""Make cables of records: rows of a table, or objects of JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from ..text.cable_id import id_of_file
from ..text.faults import Fault
from ..text.labelled import RawCable
from ..text.markup import strip_markup
from ..text.streams import mend_text
from . import values
from .columns import Columns
from .settings import Settings

_MARKUP = ("<", "&", "\ufeff")
_TO_STANDARD: dict[str, Callable[[Any], Any]] = {
    "cable_id": values.normal_id,
    "date": values.iso_date,
    "classification": values.level_of,
    "tags": values.tags_of,
    "references": lambda value: [values.normal_id(each) for each in values.words_of(value)],
}


class RecordReader:
    """Makes cables of the records of one file, one after another, and keeps count of what it has seen.

    path (Path): The file.
    settings (Settings): The settings.
    escaped (bool): Whether the file escapes characters with a backslash, so that a line may end in one that is not its.
    """

    def __init__(self, path: Path, settings: Settings, *, escaped: bool = False) -> None:
        self.path = path
        self.settings = settings
        self.escaped = escaped
        self.number = 0
        self._seen: set[int] = set()
        self._columns: dict[tuple[str, ...], Columns] = {}

    def columns(self, names: tuple[str, ...]) -> Columns:
        """Where the values are in records with these names.

        names (tuple): The names.
        RETURNS (Columns): The columns.
        RAISES (CableError): CE106 if none of them is a text, or a column that the user set is not there.
        """
        if names not in self._columns:
            columns = Columns(names, self.settings.columns)
            missing = columns.missing(self.settings.columns)
            if len(self._columns) > 1000:  # every object has other keys
                self._columns.clear()
            if not columns.have_text or (missing and not self._columns):
                raise no_columns(self.path, names, missing)
            self._columns[names] = columns
        return self._columns[names]

    def read(self, record: Mapping[str, Any], line: int, faults: tuple[Fault, ...] = ()) -> RawCable:
        """Make the cable of a record.

        record (Mapping): The values by the names of their columns.
        line (int): The line of the file at which the record begins, from 1; its number where there are no lines.
        faults (tuple): The faults of its row.
        RETURNS (RawCable): The cable.
        RAISES (CableError): CE001 for a fault in strict mode, CE106 if nothing in the record is a text.
        """
        self.number += 1
        columns = self.columns(tuple(record))
        found = list(faults)
        text, source = self._text(record, columns, line, found)
        cable_id = self._id(record, columns)
        if cable_id:
            key = hash(cable_id)
            if key in self._seen:
                found.append(self.fault("duplicate", line, cable_id, "kept both"))
            self._seen.add(key)
        if not text:
            found.append(self.fault("no_text", line, cable_id, "kept its metadata"))
        if self.settings.strict and found:
            raise found[0].error(self.path)
        meta = metadata(record, columns, cable_id, except_for=source)
        if not any(mark in text for mark in _MARKUP):  # most have none
            text = text.strip()
            return RawCable(cable_id, text + "\n" if text else "", meta=meta, faults=tuple(found))
        plain = strip_markup(text)
        return RawCable(cable_id, plain.text, meta=meta, faults=tuple(found), anchors=plain.anchors, links=plain.links)

    def fault(self, kind: str, line: int, text: str, repair: str) -> Fault:
        """Make a fault of the current record."""
        return Fault(kind, line, 1, f"record {self.number} of {self.path.name}: {text}"[:80].rstrip(": "), repair)

    def _text(
        self, record: Mapping[str, Any], columns: Columns, line: int, faults: list[Fault]
    ) -> tuple[str, list[str]]:
        """The text of a record, and the columns that it is in."""

        def first(role: str) -> list[str]:
            return [name for name in columns.by_role[role] if _is_text(record[name])][:1]

        whole, header, body = first("text"), first("header"), first("body")
        chosen = whole if whole and (body or not header) else header + (whole or body)
        parts = []
        for name in chosen:
            value = record[name]
            part, mended = mend_text(value if isinstance(value, str) else "\n".join(value))
            if mended:
                faults.append(self.fault("encoding", line, name, mended))
            parts.append(self._without_backslashes(part))
        # A blank line between header and body, as the cable itself has one there.
        return "\n\n".join(part.strip("\r\n") for part in parts), chosen

    def _without_backslashes(self, text: str) -> str:
        """A text without backslashes at the ends of its lines, if they are of the file or most lines have one."""
        ends = text.count("\\\n") + text.count("\\\r") + text.endswith("\\") if "\\" in text else 0
        if not ends or not (self.escaped or ends > max(1, (text.count("\n") or text.count("\r")) // 2)):
            return text
        for end in ("\n", "\r"):
            while f"\\{end}" in text:
                text = text.replace(f"\\{end}", end)
        return text.rstrip("\\")

    def _id(self, record: Mapping[str, Any], columns: Columns) -> str:
        """The id: the first that looks like one of a cable, else the first that is one value."""
        found = [
            mend_text(str(record[name]))[0].strip()
            for name in columns.by_role["cable_id"]
            if isinstance(record[name], str | int) and not values.is_nothing(record[name])
        ]
        if self.number == 1:
            own_id = id_of_file(self.path)
            found.append(own_id if values.is_cable_id(own_id) else "")
        best = next((each for each in found if values.is_cable_id(each)), found[0] if found else "")
        return values.normal_id(best)


def no_columns(path: Path, names: tuple[str, ...], missing: list[str]) -> CableError:
    """Make the error for a file in which no column is the text, or not the one that the user set."""
    reason = f"there is no column {', '.join(map(repr, missing))}" if missing else "no column is known as the text"
    shown = ", ".join(repr(name[:30]) for name in names[:20]) + (", ..." if len(names) > 20 else "")
    return CableError(Errors.CE106.format(path=path, reason=reason, columns=shown))


def _is_text(value: Any) -> bool:
    if isinstance(value, list):  # of lines
        return bool(value) and all(isinstance(line, str) for line in value)
    return isinstance(value, str) and not values.is_nothing(value)


def metadata(
    record: Mapping[str, Any], columns: Columns, cable_id: str = "", except_for: Iterable[str] = ()
) -> dict[str, Any]:
    """Gather what a record says about its cable: under standard names where they are known, else under its own.

    record (Mapping): The values of the record.
    columns (Columns): What they are.
    cable_id (str): The id of the cable, if known.
    except_for (Iterable): The names of values that are the text.
    RETURNS (dict): What JSON and `.spacy` files can hold, without empty values. The names are `cable_id`, `date` (ISO),
        `classification`, `tags`, `subject`, `references`, `origin`, `post`, `to` and `signer`.
    """
    meta: dict[str, Any] = {"cable_id": cable_id} if cable_id else {}
    used = {*except_for, *(name for name in columns.by_role["cable_id"] if record[name] == cable_id)}
    for role, names in columns.by_role.items():
        if role in ("header", "body", "text", "cable_id"):
            continue
        name = next((name for name in names if name not in used and not values.is_nothing(record[name])), None)
        if name is not None:
            meta[role] = _standard_value(role, record[name])
            used.add(name)
    if "post" not in meta and isinstance(meta.get("origin"), str):
        meta["post"] = values.post_of(meta["origin"])
    for name, value in record.items():
        if name not in used and not values.is_nothing(value):
            meta.setdefault(mend_text(name)[0], _plain_value(value))
    return meta


def _standard_value(role: str, value: Any) -> Any:
    """Write a value in the form that is documented for its name; as it is, if it cannot be read."""
    change = _TO_STANDARD.get(role)
    plain = _plain_value(value)
    return (change(value if role == "date" else plain) if change else None) or plain


def _plain_value(value: Any) -> Any:
    """A value that JSON and `.spacy` files can hold, without what is no text."""
    value = values.plain_value(value)
    return mend_text(value)[0].strip() if isinstance(value, str) else value
