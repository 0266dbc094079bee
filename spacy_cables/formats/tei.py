"""Read the telegrams of a TEI volume, such as one of *Foreign Relations of the United States* (FRUS)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, iterparse

from ..errors import CableError, Errors
from ..text.cable_id import id_of_file
from ..text.faults import Fault
from ..text.labelled import RawCable
from ..text.streams import open_text
from .settings import Settings
from .tei_text import find_all, local_name, text_of

SUFFIXES = (".xml", ".tei")

_FRUS = "{http://history.state.gov/frus/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BEGINS = re.compile(r"<(?:\w+:)?(?:TEI|teiCorpus)\b")
_ROOT = re.compile(r"<[A-Za-z_]")
#: The characters before the first element that are searched for entities.
_PROLOG = 1_000_000
#: Elements inside each other. A volume has about 15.
_DEEPEST = 200
# What a document is, by the first of these words in its title.
_KIND = re.compile(
    r"\b(telegram|telegraphic|cablegram|cable|airgram|memorand(?:um|a)|editor(?:ial|['’]s) note|letter|note|paper|"
    r"report|message|minutes|d[ei]spatch|instruction|record|statement|briefing|study|estimate|article|agreement|"
    r"aide[- ]m[ée]moire|communiqu[ée]|press release|address|speech)s?\b",
    re.IGNORECASE,
)
_TELEGRAMS = frozenset({"telegram", "telegraphic", "cablegram", "cable"})
_TELEGRAM = re.compile(r"\btelegram\b", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(r"\A\s*(?:No\. *)?\[?\d+[a-z]?\]?[.\]]?\s+(?=\D)", re.IGNORECASE)
_FROM_TO = re.compile(r"\bFrom (?:the )?(?P<sender>.+?) to (?:the )?(?P<to>.+)", re.IGNORECASE | re.DOTALL)
_THE_TO = re.compile(r"(?:the )?(?P<sender>.+?) to (?:the )?(?P<to>.+)", re.IGNORECASE | re.DOTALL)
# 451. Embtel 335; Topol 12. For the Secretary
_NUMBER = re.compile(r"(?:No\.? *)?(?P<number>(?:[A-Z][A-Za-z]{2,11} )?\d{1,6}(?:/\d+)?)[.:](?=\s|\Z)")
_TITLE_NUMBER = re.compile(r"\b(?:Telegram|Circular)(?: No\.)? (?P<number>\d+)\b")
_LEVEL = re.compile(
    r"\b(Top Secret|Secret|Confidential|Restricted|Limited Official Use|Official Use Only|Unclassified)\b"
)
_SECOND = re.compile(r"\(?2[.)]\s")


def begins_tei(head: bytes) -> bool:
    """Check whether a file begins like TEI."""
    text = head.decode("utf-8-sig", "replace").lstrip()
    return text.startswith("<") and _BEGINS.search(text) is not None


def read_tei(path: Path, settings: Settings) -> Iterator[RawCable]:
    """Read the telegrams of a TEI volume, one document at a time.

    path (Path): The file. A document is a `div` of the type `document`; it is a telegram by its title, or by an inline
        source note (`893.00/1234: Telegram`). Others are left out, and counted by `Settings.on_left_out`.
    settings (Settings): The settings.
    YIELDS (RawCable): The telegrams. The id is that of the volume and of the document, `frus1955-57v06-d5`. The text is
        without title and notes. The `meta` has `title`, `classification`, `origin`, `to`, `post`, `date`, `number`,
        `signer`, `dateline`, `volume` and `document`.
    RAISES (CableError): CE101 for XML that cannot be read, declares entities or has no document.
    """
    _refuse_entities(path)
    found: Counter[str] = Counter()
    for element in _iter_documents(path):
        document = element.get(_ID) or f"n{element.get('n', sum(found.values()) + 1)}"
        kind = _kind_of(element)
        found[kind] += 1
        if kind == "telegram":
            yield _telegram(element, document, path, settings)
        else:
            settings.leave_out(f"{path}#{document}", kind)
    if not found:
        reason = 'TEI without documents of a volume (div type="document")'
        raise CableError(Errors.CE101.format(place=f"{path}:1", reason=reason, text=repr(path.name)))


def _refuse_entities(path: Path) -> None:
    """Refuse a file that declares entities, with which a few lines become gigabytes. Expat from 2.4 on does, too."""
    with open_text(path) as file:
        prolog = file.read(_PROLOG)
    root = _ROOT.search(prolog)
    if not root or "<!ENTITY" in prolog[: root.start()]:
        reason = "XML that declares entities, which are not read" if root else "no XML"
        raise CableError(Errors.CE101.format(place=f"{path}:1", reason=reason, text=repr(prolog[:60])))


def _iter_documents(path: Path) -> Iterator[Element]:
    """The outermost documents of a volume, with nothing else in memory."""
    inside = depth = 0
    try:
        for event, element in iterparse(path, ("start", "end")):
            is_document = local_name(element) == "div" and element.get("type") == "document"
            if event == "start":
                inside += is_document
                depth += 1
                if depth > _DEEPEST:
                    text = repr(f"<{local_name(element)}>")
                    raise CableError(Errors.CE101.format(place=f"{path}:1", reason="XML nested too deep", text=text))
                continue
            depth -= 1
            inside -= is_document
            if is_document and not inside:
                yield element
            if not inside:
                element.clear()
    except ParseError as error:
        line, column = error.position
        place = f"{path}:{line}:{column + 1}"
        raise CableError(Errors.CE101.format(place=place, reason="XML that cannot be read", text=error)) from error


def _kind_of(document: Element) -> str:
    if document.get("subtype") == "editorial-note":
        return "editorial note"
    title = _title(document)
    match = _KIND.search(title)
    kind = match[1].lower().replace("’", "'").replace("editor's", "editorial") if match else ""
    if kind in _TELEGRAMS:
        return "telegram"
    if not kind and any(_TELEGRAM.search("".join(each.itertext())) for each in _above_text(document)):
        return "telegram"
    return kind or "document"


def _above_text(document: Element) -> Iterator[Element]:
    """What older volumes say in place of the title: `893.00/1234: Telegram`, `[Telegram]`."""
    for child in document:
        name = local_name(child)
        if name == "p":
            if re.match(r"\s*\[", child.text or ""):
                yield child
            return
        if name in ("opener", "label", "ab") or (name == "note" and child.get("rend") == "inline"):
            yield child
    yield from (note for note in find_all(document, "note") if note.get("rend") == "inline")


def _title(document: Element) -> str:
    head = next((child for child in document if local_name(child) == "head"), None)
    return " ".join(text_of(head).split()) if head is not None else ""


def _telegram(document: Element, name: str, path: Path, settings: Settings) -> RawCable:
    text = text_of(document, without=frozenset({"head"}))
    meta = {key: value for key, value in _read_meta(document).items() if value}
    meta |= {"volume": id_of_file(path), "document": name}
    faults = () if text else (Fault("no_text", 1, 1, f"{path.name}#{name}", "kept its metadata"),)
    if settings.strict and faults:
        raise faults[0].error(path)
    return RawCable(f"{id_of_file(path)}-{name}", text + "\n" if text else "", meta=meta, faults=faults)


def _read_meta(document: Element) -> dict[str, Any]:
    title = _NUMBERED_TITLE.sub("", _title(document), count=1)
    parties = _FROM_TO.search(title) or _THE_TO.match(title)
    datelines = list(find_all(document, "dateline"))
    dated = next((line for line in datelines if any(find_all(line, "date"))), datelines[0] if datelines else None)
    first, last = _dates(document, dated)
    source = _source(document)
    level = _LEVEL.search(source)
    return {
        "date": first if first == last else "",
        "date_not_before": "" if first == last else first,
        "date_not_after": "" if first == last else last,
        "classification": level[1].upper() if level else "",
        "title": title,
        "origin": _party(document, "from") or (parties["sender"].strip() if parties else ""),
        "to": _party(document, "to") or (parties["to"].strip() if parties else ""),
        "post": _post(dated),
        "number": _number(document, title),
        "signer": _signer(document),
        "dateline": " ".join(text_of(dated).split()) if dated is not None else "",
        "source": source,
    }


def _source(document: Element) -> str:
    """What the editors say about the source of a document: the archive, the classification, the precedence."""
    notes = find_all(document, "note", outside=frozenset({"attachment"}))
    return next((" ".join(text_of(note).split()) for note in notes if note.get("type") == "source"), "")


def _party(document: Element, kind: str) -> str:
    head = next((child for child in document if local_name(child) == "head"), None)
    named = (element for element in (head.iter() if head is not None else ()) if element.get("type") == kind)
    return ", ".join(" ".join(text_of(element).split()) for element in named)


def _dates(document: Element, dateline: Element | None) -> tuple[str, str]:
    """The first and the last day on which a document may have been written. A time is local, and so left out."""
    for date in find_all(dateline, "date") if dateline is not None else ():
        for first, last in (("when", "when"), ("from", "from"), ("notBefore", "notAfter")):
            if date.get(first) and date.get(last):
                return _day(date.get(first)), _day(date.get(last))
    return _day(document.get(f"{_FRUS}doc-dateTime-min")), _day(document.get(f"{_FRUS}doc-dateTime-max"))


def _day(value: str | None) -> str:
    return (value or "")[:10]


def _post(dateline: Element | None) -> str:
    if dateline is None:
        return ""
    place = next(find_all(dateline, "placeName"), None)
    if place is not None:
        return " ".join(text_of(place).split())
    before = re.match(r"\W*([A-Z][^\d,(\[]*?)\s*,", text_of(dateline))
    return before[1] if before else ""


def _number(document: Element, title: str) -> str:
    match = _TITLE_NUMBER.search(title)
    if match:
        return match["number"]
    paragraphs = [text for text in (text_of(each) for each in find_all(document, "p")) if text]
    match = _NUMBER.match(paragraphs[0]) if paragraphs else None
    if not match or (match["number"] == "1" and any(map(_SECOND.match, paragraphs))):
        return ""
    return match["number"]


def _signer(document: Element) -> str:
    for signed in find_all(document, "signed"):
        name = next(find_all(signed, "persName"), signed)
        text = text_of(name).split("\n")[0].strip(" .,")
        if text:
            return text
    return ""
