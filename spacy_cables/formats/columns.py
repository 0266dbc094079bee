"""Which column of a table, or key of a JSON object, holds the id, the text and the other values of a cable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..errors import CableError, Errors

#: The names that people give to what a cable has, best first. Of `id` and `cable_id` the second is the id of the cable.
NAMES: dict[str, tuple[str, ...]] = {
    "cable_id": (
        *("cable_id", "cableid", "refid", "ref_id", "reference_id", "referenceid", "cable_number", "canonical_id"),
        *("document_number", "doc_nbr", "docnbr", "doc_number", "document_id", "doc_id", "docid", "mrn"),
        *("message_number", "identifier", "reference", "id", "_id"),
    ),
    "header": ("header", "head", "transmission_header"),
    "body": ("body", "content", "cable_body"),
    "text": (
        *("text", "message_text", "cable_text", "full_text", "fulltext", "body_text", "raw_text", "plain_text"),
        *("raw", "message", "document_text", "content_text"),
    ),
    "date": (
        *("date", "date_time", "datetime", "date_sent", "sent_date", "sent", "created", "created_at", "date_created"),
        *("authored", "draft_date", "document_date", "doc_date", "timestamp"),
    ),
    "classification": ("classification", "original_classification", "class", "level"),
    "tags": ("tags", "tag"),
    "subject": ("subject", "title", "label", "subj"),
    "references": ("references", "reference", "refs", "references_to"),
    "origin": ("origin", "from", "from_field", "sender", "office", "embassy", "source"),
    "post": ("post", "station"),
    "to": ("to", "to_field", "recipient", "recipients", "addressee"),
    "signer": ("signer", "signed_by", "signature"),
}

#: The columns of the dump of 2011, which has no header row.
DUMP = ("id", "date", "cable_id", "origin", "classification", "references", "header", "body")

#: What `--columns` may set.
ROLES = tuple(NAMES)


def column_key(name: str) -> str:
    """Write the name of a column in small letters and with underscores: `cable_id` for `Cable ID`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", re.sub(r"^\W+|\W+$", "", name))
    return re.sub(r"\W+", "_", words).lower() or name


_KEYS = {name: tuple(column_key(each) for each in names) for name, names in NAMES.items()}


class Columns:
    """Where the values of a cable are in a record.

    names (Iterable): The names of the columns, or the keys.
    given (Mapping): The columns that the user set, by role, as in {"text": "message"}.
    """

    def __init__(self, names: Iterable[str], given: Mapping[str, str] | None = None) -> None:
        self.names = tuple(names)
        self.by_role: dict[str, list[str]] = {}
        known: dict[str, str] = {}
        for name in self.names:
            known.setdefault(column_key(name), name)
        for name in self.names:  # what is nested, by its own name
            known.setdefault(column_key(name.rpartition(".")[2]), name)
        for role, keys in _KEYS.items():
            self.by_role[role] = [known[key] for key in keys if key in known]
        for role, name in (given or {}).items():
            found = name if name in self.names else known.get(column_key(name))
            self.by_role[role] = [found] if found else []
        if given and ("text" in given or "body" in given):  # then nothing else is the text
            for role in {"header", "body", "text"} - set(given):
                self.by_role[role] = []

    @property
    def have_text(self) -> bool:
        """Whether there is a column with the text."""
        return any(self.by_role[role] for role in ("text", "body"))

    def missing(self, given: Mapping[str, str]) -> list[str]:
        """The columns that the user set and that are not there."""
        return [name for role, name in given.items() if not self.by_role[role]]


def read_columns(text: str | Mapping[str, str] | None) -> dict[str, str]:
    """Read what the user says about columns: `cable_id=refid,text=message`.

    text (str | Mapping | None): The columns by role, one of `ROLES`.
    RETURNS (dict): The columns by role.
    RAISES (CableError): CE006 for an unknown role, CE107 for what is no such list.
    """
    if not text:
        return {}
    pairs = dict(text) if isinstance(text, Mapping) else dict(_pair(part, text) for part in text.split(","))
    for role in pairs:
        if role not in NAMES:
            raise CableError(Errors.CE006.format(what="column", name=role, choices=", ".join(ROLES)))
    return {role: str(name) for role, name in pairs.items()}


def _pair(part: str, text: str) -> tuple[str, str]:
    role, equals, name = (each.strip() for each in part.partition("="))
    if not equals or not role or not name:
        raise CableError(Errors.CE107.format(columns=text))
    return role, name
