"""REF: the cables, e-mails and calls that a cable refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.cable_id import full_year
from ..lexicon.page_lines import PAGE_LINE_PART
from ..lexicon.posts import known_post, post_key
from ..pieces import Fragment, Piece, clean, on_fragment
from .banner import make_cable_id, written_year
from .field_labels import Header, Label, read_header

_TOKEN = re.compile(
    rf"(?P<page>{PAGE_LINE_PART})|(?P<group>\b\d{{6}}Z(?: [A-Z]{{3}} \d\d(?:\d\d)?)?"
    rf"|\b\d{{1,4}}/\d{{1,2}}/\d{{2,4}}\b|\b\d+(?:\.\d+)+)"
    r"|(?P<bullet>¶ ?[A-Z]\b ?[.):]{0,2}|\( ?[A-Za-z] ?\)|(?<![\w.'’/-])[A-Za-z] ?[.):](?![A-Za-z]\.))"
    r"|(?P<number>\d+)|(?P<word>[A-Za-z][A-Za-z'’`]*(?:[./-][A-Za-z]+)*)|(?P<mark>[^\s])"
)
_NOT_POSTS_WORDS = """
    JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER
    OCTOBER NOVEMBER DECEMBER SECTION PAGE UNCLAS CONFIDENTIAL SECRET EMAIL MAIL TELCON PHONECON CON FAX MEMO LETTER
    DTG IIR TD PARA PARAGRAPH PARAS RESOLUTION UNSCR EO FAM FAH NO NUMBER NR OF ON AND OR FROM TO DATED IN THE
    SERIAL REF REFS REFTEL REFTELS SEE ALSO BOTH FOR BY AT AS GOI SEPTEL MSG MESSAGE CABLE CABLES TEL TELEGRAM DOC
    ARTICLE LAW ACT CHAPTER VERSION REPORT REPORTS DAILY DRAFT ANNEX ITEM POINT NOTE CLASSIFIED REASON REASONS NOTAL
    SIPDIS SBU NF DECL TAGS SUBJECT CODEL STAFFDEL INFO FBIS OSC EUP CIR WTO IAEA GOV HR SC PUBLIC EMBASSY AMEMBASSY
    AMCONSUL CONSULATE
"""
_NOT_POSTS = frozenset(_NOT_POSTS_WORDS.split())
_KINDS = (
    ("e-mail", re.compile(r"\bE ?-? ?MAILS?\b", re.IGNORECASE)),
    (
        "telephone call",
        re.compile(
            r"\bTEL ?-? ?CONS?\b|\bPHONE ?-? ?CONS?\b|\bTELEPHONE (?:CALL|CONV)|\bPHONE CALL|\bTELECON", re.IGNORECASE
        ),
    ),
    ("intelligence report", re.compile(r"\bI\.?I\.?R\.? ?\d|\bTD ?-? ?\d{3}")),
    ("fax", re.compile(r"\bFAX\b", re.IGNORECASE)),
    ("memorandum", re.compile(r"\bMEMO(?:RANDUM|CON)?\b", re.IGNORECASE)),
    ("letter", re.compile(r"\bLETTER\b", re.IGNORECASE)),
)
_YEAR_BEHIND = re.compile(r" ?\( ?(?:19|20)\d\d ?\)")
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Reference(Piece):
    """Something that a cable refers to.

    kind (str): "cable", "e-mail", "telephone call", "intelligence report", "fax", "memorandum" or "letter".
    letter (str): The letter it is listed under; "" if it has none.
    cable_id (str): The id of the cable as file names write it; POSTn if nothing says the year; "" if it is no cable.
    post (str): The cable's post, without blanks.
    year (int): The cable's year, 0 if nothing says it.
    serial (int): The cable's number.
    """

    kind: str = "cable"
    letter: str = ""
    cable_id: str = ""
    post: str = ""
    year: int = 0
    serial: int = 0


def reference_ranges(header: Header) -> list[tuple[int, int]]:
    """Where a header lists its references.

    header (Header): The header.
    RETURNS (list): Half-open offsets, labels taken off.
    """
    text = header.fragment.text
    ranges: list[tuple[int, int]] = []
    for label in header.labels:
        if label.kind != "reference" or (ranges and label.start < ranges[-1][1]):
            continue
        end = min(_stop(header, label), label.end + _LONGEST)
        if text[label.end : end].strip():
            ranges.append((label.end, end))
    return ranges


def _stop(header: Header, label: Label) -> int:
    # A page line may stand in the middle of the list: it is stepped over.
    return header.stop(label, "order", "tags", "subject", "classified", "summary", "rule")


def read_references(header: Header, year: int = 0) -> list[Reference]:
    """Read the references of a header.

    header (Header): The header.
    year (int): The year of the cable, for references that name none.
    RETURNS (list): The references in their order, each cable once.
    """
    year = year or written_year(header)
    found: list[Reference] = []
    for start, end in reference_ranges(header):
        found += _Reader(header.fragment, year).read(start, end)
    cables: dict[str, Reference] = {}
    return [ref for ref in found if ref.kind != "cable" or cables.setdefault(ref.cable_id, ref) is ref]


class _Reader:
    """Walks over the words, numbers and letters of one list of references."""

    def __init__(self, fragment: Fragment, cable_year: int) -> None:
        self.fragment = fragment
        self.cable_year = cable_year
        self.found: list[Reference] = []
        self.letter = ""
        self.item_start = 0
        self.words: list[re.Match[str]] = []
        self.year: re.Match[str] | None = None
        self.last_was_cable = False

    def read(self, start: int, end: int) -> list[Reference]:
        tokens = list(_TOKEN.finditer(self.fragment.text, start, end))
        self.item_start = start
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            kind = token.lastgroup
            if kind == "number":
                self._number(token, following)
            elif kind == "word":
                self._word(token)
            elif kind == "bullet" and not self._is_mark(token):
                self._close(token.start())
                self.letter = next(char for char in token[0] if char.isalpha()).upper()
                self.item_start = token.end()
                self._forget()
            elif kind == "mark" and token[0] in "'’`-/":
                continue
            else:
                if token[0] == ";":
                    self._close(token.start())
                    self.item_start = token.end()
                self.words = []
                if kind != "mark" or token[0] not in "()":
                    self.year = None
        self._close(end)
        return self.found

    def _is_mark(self, token: re.Match[str]) -> bool:
        """(U) and (S) before a word are portion marks once the list is past those letters."""
        return token[0].startswith("(") and token[0].strip("( )") in ("U", "S") and not self.letter

    def _forget(self) -> None:
        self.words, self.year, self.last_was_cable = [], None, False

    def _word(self, token: re.Match[str]) -> None:
        glued = token[0].upper() in ("AND", "OR", "THE") and not self.words
        if token[0].upper() in _NOT_POSTS and not (glued and token[0].upper() == "THE"):
            self.words = []
            if token[0].upper() not in ("AND", "OR"):
                self.year = None
        else:
            self.words.append(token)

    def _number(self, token: re.Match[str], following: re.Match[str] | None) -> None:
        text = self.fragment.text
        if not self.words:
            self._bare_number(token, following)
            return
        post, first = self._post()
        if not post or re.match(r" ?[/.:-] ?\d{1,2}(?!\d)|%", text[token.end() : token.end() + 4]) or len(token[0]) > 7:
            self.words = []
            self.year = token if _is_year(token[0]) else None
            return
        if self._is_year_behind_post(token, following):
            self.year = token
            return
        start = self.year.start() if self.year else first.start()
        behind = _YEAR_BEHIND.match(text, token.end())
        self._add(post, self._year(self.year or behind), int(token[0]), start, token.end())

    def _is_year_behind_post(self, token: re.Match[str], following: re.Match[str] | None) -> bool:
        """LONDON 08 2163: a short number before another number."""
        return (
            len(token[0]) == 2
            and following is not None
            and following.lastgroup == "number"
            and len(following[0]) > 2
            and (
                self.fragment.text[token.end() : following.start()].isspace()
                and self.year is None
                and "\n" not in self.fragment.text[token.end() : following.start()]
            )
        )

    def _bare_number(self, token: re.Match[str], following: re.Match[str] | None) -> None:
        before_word = (
            following is not None and following.lastgroup == "word" and following[0].upper() not in ("AND", "OR")
        )
        if self.last_was_cable and not before_word and 1 <= len(token[0]) <= 6:
            between = self.fragment.text[self.found[-1].end_char : token.start()]
            if re.fullmatch(r"\s*(?:,|&|/|;|and|AND|, ?and|, ?AND)\s*", between):
                last = self.found[-1]
                self._add(last.post, last.year, int(token[0]), token.start(), token.end())
                return
        self.year = token if _is_year(token[0]) else None

    def _post(self) -> tuple[str, re.Match[str]]:
        """The longest known post at the end of the words; else the capitals there, four words at most."""
        words = self.words[-4:]
        for index in range(len(words)):
            name = " ".join(word[0] for word in words[index:])
            post = known_post(name)
            if post:
                return post, words[index]
        capitals = [word for word in words if word[0] == word[0].upper()]
        if capitals and capitals == words and len(post_key(" ".join(word[0] for word in words))) > 2:
            return post_key("".join(word[0] for word in words)), words[0]
        return "", words[0]

    def _year(self, token: re.Match[str] | None) -> int:
        return full_year(token[0].strip(" ()")) if token else self.cable_year

    def _add(self, post: str, year: int, serial: int, start: int, end: int) -> None:
        if serial:
            cable_id = make_cable_id(year, post, serial)
            text = clean(self.fragment.text[start:end])
            self.found.append(Reference(text, start, end, "cable", self.letter, cable_id, post, year, serial))
        self._forget()
        self.last_was_cable = bool(serial)
        self.item_start = end

    def _close(self, end: int) -> None:
        """What a letter announced, if it was no cable."""
        if any(
            reference.letter == self.letter and reference.start_char >= self.item_start for reference in self.found[-1:]
        ):
            return
        piece = self.fragment.piece(self.item_start, end)
        for kind, pattern in _KINDS:
            if pattern.search(piece.text[:300]):
                self.found.append(Reference(piece.text, piece.start_char, piece.end_char, kind, self.letter))
                self.last_was_cable = False
                return


def _is_year(digits: str) -> bool:
    return len(digits) == 2 or (len(digits) == 4 and digits[:2] in ("19", "20"))


@on_fragment
def find_references(fragment: Fragment, year: int | str = 0) -> list[Reference]:
    """Find what a cable refers to in its REF lines.

    fragment (Union[str, Fragment]): The text.
    year (Union[int, str]): The year of the cable, of two or four digits, for references that name none. Without it, it
        is taken from the text if a date line or a transmission header gives it.
    RETURNS (list): The references in their order, each cable once.
    """
    return read_references(read_header(fragment), full_year(str(year)) if year else 0)
