"""A list of references, read word by word: A. LUSAKA 12, 13 (NOTAL) B. 08 ACCRA 45 C. OAKES E-MAIL."""

from __future__ import annotations

import re

from ...text.cable_id import full_year, make_cable_id
from ..lexicon.dates import MONTH, read_date
from ..lexicon.levels import letter_spaced
from ..lexicon.page_lines import PAGE_LINE_PART
from ..lexicon.posts import known_post, post_key
from ..pieces import Piece
from .reference import Reference, other_kind

# A level with its words apart for a verbose pattern.
_LEVEL = "|".join(
    letter_spaced(word).replace(" ", "[ ]") for word in ("SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS")
)
_TOKEN = re.compile(
    rf"""
    (?P<page>
        {PAGE_LINE_PART}                                                    # LUSAKA 00000145 001.2 OF 002
        |(?mi:^[ ]*(?:{_LEVEL})\b[^\n]*$)                                   # S E C R E T LUSAKA 00145
    )
    |(?P<filler>
        \b(?i:NO|NR|NUMBER|CABLE|TEL|TELEGRAM|MSG|MESSAGE)\b[ ]?[.:]?(?=[ ]{{0,2}}(?i:NO|NR|\d|\#))  # CABLE NO. 45
    )
    |(?P<group>
        \b\d{{6}}Z(?:[ ][A-Z]{{3}}[ ]\d\d(?:\d\d)?)?                        # 161828Z MAR 07
        |\b\d{{1,4}}/\d{{1,2}}/\d{{2,4}}\b                                  # 10/15/07
        |\b\d+(?:\.\d+)+                                                    # 10.15.07
        |(?<![\w-])(?:CA-\d+|A-\d{{1,4}}(?![ ]{{0,2}}[A-Z][A-Za-z]+[ ]{{0,2}}\d|[A-Z]))\b  # A-45
    )
    |(?P<bullet>
        ¶[ ]?[A-Z]\b[ ]?[.):]{{0,2}}                                        # ¶B. ACCRA 45
        |\([ ]?[A-Za-z][ ]?\)                                               # (A) ACCRA 45
        |(?<![\w.'’/-])[A-Za-z][ ]?[.):](?![A-Za-z]\.)                      # A. ACCRA 45
    )
    |(?P<number>
        \d+                                                                 # 45
    )
    |(?P<word>
        (?i:TEL[ ]AVIV)                                                     # TEL AVIV
        |[A-Za-z][A-Za-z'’`]*(?:[./-][A-Za-z]+)*                            # ACCRA
    )
    |(?P<mark>
        [^\s]                                                               # ;
    )
    """,
    re.VERBOSE,
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
_BEFORE_POSTS = frozenset(
    {"AMEMBASSY", "AMCONSUL", "EMBASSY", "CONSULATE", "REF", "REFS", "REFTEL", "SEE", "ALSO", "FROM"}
)
_NO_SERIAL = re.compile(r" ?[/.:-] ?\d{1,2}(?!\d)|%")
_NEXT = re.compile(r"/(?P<next>\d{1,2})(?![\d/])")
_YEAR_BEHIND = re.compile(
    r"\s?\( ?(?P<bracket>(?:19|20)?\d\d) ?\)|/(?P<slash>(?:19|20)\d\d|\d\d)(?![\d/])"
    r"|,? (?:OF|DATED|dated|of) (?P<dated>[A-Za-z0-9 ,/.-]{6,24})"
)
_MONTH_NAME = re.compile(rf"(?:{MONTH})[a-z]*\Z", re.IGNORECASE)


class ReferenceList:
    """A reader that walks over the words, numbers and letters of a list of references."""

    def __init__(self, text: str, cable_year: int) -> None:
        self.text = text
        self.cable_year = cable_year
        self.found: list[Reference] = []
        self.letter = ""
        self.item_start = 0
        self.words: list[re.Match[str]] = []
        self.year: re.Match[str] | None = None
        self.last_was_cable = False
        self.fresh = True
        self.read_to = 0

    def read(self, start: int, end: int) -> list[Reference]:
        """Read the references.

        start (int): Start of the list, in characters.
        end (int): Its end, exclusive.
        RETURNS (list): The references in order.
        """
        tokens = list(_TOKEN.finditer(self.text, start, end))
        self.item_start = start
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            kind = token.lastgroup
            if token.start() < self.read_to:
                continue
            if kind == "number":
                self._number(token, following)
            elif kind == "word":
                self._word(token)
            elif kind == "bullet" and not self._is_mark(token):
                self._close(token.start())
                self.letter = next(char for char in token[0] if char.isalpha()).upper()
                self.item_start = token.end()
                self._forget()
            elif (
                kind == "filler"
                or (kind == "mark" and token[0] in "'’`-/")
                or (token[0] in ":#" and following is not None and following.lastgroup == "number")
            ):
                continue
            else:
                if token[0] == ";":
                    self._close(token.start())
                    self.item_start = token.end()
                self.words = []
                self.fresh = token[0] != "("
                if kind != "mark" or token[0] not in "()":
                    self.year = None
        self._close(end)
        return self.found

    def _is_mark(self, token: re.Match[str]) -> bool:
        """Whether (U) or (S) is a portion mark: before a word, once the list is past those letters."""
        return token[0].startswith("(") and token[0].strip("( )") in ("U", "S") and not self.letter

    def _forget(self) -> None:
        self.words, self.year, self.last_was_cable, self.fresh = [], None, False, True

    def _word(self, token: re.Match[str]) -> None:
        glued = token[0].upper() in ("AND", "OR", "THE") and not self.words
        if token[0].upper() in _NOT_POSTS and not (glued and token[0].upper() == "THE"):
            self.words = []
            if token[0].upper() not in ("AND", "OR"):
                self.year = None
                self.fresh = token[0].upper() in _BEFORE_POSTS
        else:
            self.words.append(token)

    def _number(self, token: re.Match[str], following: re.Match[str] | None) -> None:
        if not self.words:
            self._bare_number(token, following)
            return
        post, first = self._post()
        behind = None if self._is_next_behind(token) else _YEAR_BEHIND.match(self.text, token.end())
        no_serial = _NO_SERIAL.match(self.text, token.end()) and not (
            (behind and behind["slash"] and len(token[0]) > 2) or self._is_next_behind(token)
        )
        dated = following is not None and following.lastgroup == "word" and _MONTH_NAME.match(following[0])
        if not post or no_serial or dated or len(token[0]) > 7:
            self.words = []
            self.year = token if _is_year(token[0]) else None
            return
        if self._is_year_behind_post(token, following):
            self.year = token
            return
        start = self.year.start() if self.year else first.start()
        self._add(post, self._year(self.year, behind), int(token[0]), start, token.end())
        if behind and behind["slash"]:
            self.read_to = behind.end()

    def _is_next_behind(self, token: re.Match[str]) -> bool:
        """Whether the next number is behind a slash: LUSAKA 12/13. Other small numbers are a date: LUSAKA 12/25."""
        found = _NEXT.match(self.text, token.end())
        return found is not None and int(found["next"]) == int(token[0]) + 1

    def _is_year_behind_post(self, token: re.Match[str], following: re.Match[str] | None) -> bool:
        """Whether a short number before another number is a year: LONDON 08 2163."""
        return (
            len(token[0]) == 2
            and following is not None
            and following.lastgroup == "number"
            and len(following[0]) > 2
            and (
                self.text[token.end() : following.start()].isspace()
                and self.year is None
                and "\n" not in self.text[token.end() : following.start()]
            )
        )

    def _bare_number(self, token: re.Match[str], following: re.Match[str] | None) -> None:
        before_word = (
            following is not None and following.lastgroup == "word" and following[0].upper() not in ("AND", "OR")
        )
        if self.last_was_cable and not before_word and 1 <= len(token[0]) <= 6:
            between = self.text[self.found[-1].end_char : token.start()]
            if re.fullmatch(r"\s*(?:,|&|/|;|and|AND|, ?and|, ?AND)\s*", between):
                last = self.found[-1]
                self._add(last.post, last.year, int(token[0]), token.start(), token.end())
                return
        self.year = token if _is_year(token[0]) else None

    def _post(self) -> tuple[str, re.Match[str]]:
        """The longest known post at the end of the words; else up to four words in capitals."""
        words = self.words[-4:]
        for index in range(len(words)):
            name = " ".join(word[0] for word in words[index:])
            post = known_post(name)
            if post:
                return post, words[index]
        capitals = [word for word in words if word[0] == word[0].upper()]
        key = post_key("".join(word[0] for word in words))
        if self.fresh and capitals == words and 2 < len(key) < 25 and key != "THE":
            return key, words[0]
        return "", words[0]

    def _year(self, before: re.Match[str] | None, behind: re.Match[str] | None) -> int:
        if before:
            return full_year(before[0])
        digits = behind and (behind["bracket"] or behind["slash"])
        if digits:
            return full_year(digits)
        dated = read_date(behind["dated"]) if behind else None
        return dated.year if dated else self.cable_year

    def _add(self, post: str, year: int, serial: int, start: int, end: int) -> None:
        if serial:
            cable_id = make_cable_id(year, post, serial)
            text = self.text[start:end]
            self.found.append(Reference(text, start, end, "cable", self.letter, cable_id, post, year, serial))
        self._forget()
        self.last_was_cable = bool(serial)
        self.item_start = end

    def _close(self, end: int) -> None:
        """Add the reference of a letter if it is not a cable."""
        if any(
            reference.letter == self.letter and reference.start_char >= self.item_start for reference in self.found[-1:]
        ):
            return
        piece = Piece(self.text[self.item_start : end], self.item_start, end)
        kind = other_kind(piece.text)
        if kind:
            self.found.append(Reference(piece.text, piece.start_char, piece.end_char, kind, self.letter))
            self.last_was_cable = False


def _is_year(digits: str) -> bool:
    return len(digits) == 2 or (len(digits) == 4 and digits[:2] in ("19", "20"))
