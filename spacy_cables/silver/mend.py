"""Correct silver annotations by rule: the systematic errors of a tagger trained on newspapers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from ..tokens.header_entities import with_header_entities
from ..tokens.name_consistency import with_consistent_names

#: Structural words of cables, roles and other words in capitals, which are never names by the guidelines.
STRUCTURE = frozenset(
    """
    s c u sbu nf s/nf s//nf c/nf sbu/nf s/nf: c/nf: noforn noforn/sipdis sipdis sensitive unclas section notal
    ref reftel reason reasons tags subject e.o. eo decl decl: date date: classified question para paragraph n/a
    place rank name name: rank/name rank/name: birth birth: dob dob: dpob dpob: pob pob:
    summary summary: comment comment: note note: text background introduction post
    amb ambassador charge cda dcm com cos rso les pope king pm fm mp mps vp mg bg ltc
    polcouns poloff poloffs econcouns econoff econoffs emboff emboffs conoff conoffs
    fob fobs gdp gmt hiv idp idps ied ieds internet manpads ngo ngos summit usd wmd
    """.split()  # noqa: SIM905
)
_REDACTED = re.compile(r"X{3,}")

#: Titles and ranks, which are not part of a person's name.
TITLES = frozenset(
    """
    amb ambassador charge dcm polcouns poloff econoff president prime minister pm fm mod moi vice deputy foreign
    defense interior secretary assistant under premier chancellor governor mayor spokesman speaker director chairman
    commissioner senator sen congressman congresswoman representative rep judge justice attorney professor prof
    dr mr mrs ms sir lord lady king queen prince princess crown hrh emir amir sultan sheikh shaikh
    pope cardinal archbishop bishop father adm admiral gen general lt ltg ltc lieutenant col colonel maj major
    mg bg brigadier brig cpt capt captain
    """.split()  # noqa: SIM905
)
_EDGE = re.compile(r"[\W_]+|['’`´]s", re.IGNORECASE)

#: Abbreviations with a fixed label.
KNOWN = {
    **dict.fromkeys(("US", "U.S.", "U.S", "UK", "U.K.", "UAE", "USSR", "DPRK", "PRC", "DRC", "ROK", "GDR"), "LOC"),
    **dict.fromkeys(
        ("STATE", "SECSTATE", "DEPT", "DEPARTMENT", "Department", "EMBASSY", "Embassy", "USG", "HMG"), "ORG"
    ),
    **dict.fromkeys(("NSC", "USAID", "USTR", "EEB", "NEA", "WHA", "MFA", "EU", "UN", "NATO"), "ORG"),
    **dict.fromkeys(("Parliament", "Congress"), "ORG"),
}
#: Offices of the State Department, such as EUR/RUS, but not the portion mark S/NF.
_OFFICE = re.compile(
    r"\b(?:AF|EAP|EEB|EUR|INL|INR|IO|ISN|DRL|L|NEA|OES|P|PM|PRM|S|SCA|WHA)/(?!NF\b)[A-Z]{2,}(?:/[A-Z]+)*\b"
)


def repair_silver(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Correct the entities of a tagger trained on newspapers, by rule. Structural words and roles are not names. Titles
    are not part of a person's name, possessives and punctuation not part of any name. Two names joined by a hyphen are
    split. Some abbreviations and office symbols have a fixed label. Country codes in TAGS and the signature are marked.
    All mentions of a name in a cable are marked, with one label.

    docs (Iterable): Documents with entities, tokenised by the pipeline.
    YIELDS (Doc): The same documents, changed in place.
    """
    for doc in docs:
        pieces = [piece for ent in doc.ents for piece in _mend(ent)]
        doc.set_ents(_add_known(doc, pieces), default="outside")
        doc.set_ents(with_header_entities(doc), default="outside")
        doc.set_ents(with_consistent_names(doc), default="outside")
        yield doc


def _mend(ent: Span) -> Iterator[Span]:
    """The names in an entity: none for a structural word, several for names joined by a hyphen."""
    doc, label = ent.doc, ent.label_
    if ent.text.strip(".,:;()").lower() in STRUCTURE or _OFFICE.fullmatch(ent.text):
        return
    start = ent.start
    for i in range(ent.start, ent.end + 1):
        if i == ent.end or (start < i < ent.end - 1 and doc[i].text in "-–/" and _joins_names(doc, i, label)):
            yield from _trim(doc, start, i, label)
            start = i + 1


def _joins_names(doc: Doc, i: int, label: str) -> bool:
    """Whether a hyphen or slash joins two names, rather than being part of one (al-Jahmi, EU-BAM, CH-47)."""
    before, after = doc[i - 1].text, doc[i + 1].text
    if doc[i].text == "/":
        return min(len(before), len(after)) > 2
    return label != "PER" and min(len(before), len(after)) > 3 and before[0].isupper() and after[0].isupper()


def _trim(doc: Doc, start: int, end: int, label: str) -> Iterator[Span]:
    def loose(i: int) -> bool:
        text = doc[i].text
        return (
            bool(doc[i].is_space or (_EDGE.fullmatch(text))) or text.lower() in STRUCTURE or bool(_REDACTED.match(text))
        )

    while start < end and (loose(start) or (label == "PER" and doc[start].lower_.rstrip(".") in TITLES)):
        start += 1
    while start < end and loose(end - 1):
        end -= 1
    if start < end:
        yield Span(doc, start, end, label=label)


def _add_known(doc: Doc, spans: list[Span]) -> list[Span]:
    """Add office symbols, and abbreviations with a fixed label that are not part of a longer name."""
    known = [Span(doc, token.i, token.i + 1, label=KNOWN[token.text]) for token in doc if token.text in KNOWN]
    longer = [span for span in spans if len(span) > 1]
    covered = {i for span in longer for i in range(span.start, span.end)}
    known = [span for span in known if span.start not in covered]
    return sorted(filter_spans([*_offices(doc), *longer, *known, *spans]))


def _offices(doc: Doc) -> Iterator[Span]:
    """Find office symbols of the State Department (EUR/RUS)."""
    for match in _OFFICE.finditer(doc.text):
        span = doc.char_span(*match.span(), label="ORG")
        if span is not None:
            yield span
