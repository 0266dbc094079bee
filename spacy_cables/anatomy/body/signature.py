"""The signature: the surname of the chief of mission, at the end of a cable."""

from __future__ import annotations

import re

from ..pieces import Fragment, Piece, on_fragment
from .bare_text import read_bare_text
from .trailers import FOOTNOTE, TRAILER

_WORD = r"[A-Z][A-Za-z'’.-]*[A-Za-z]"
_PARTICLE = r"(?:VAN|VON|DE|DEL|DI|DU|LA|LE|MC|MAC|ST\.?|O|EL|DOS|DA|Van|Von|van|von|De|de|Mc|La|Le|St\.)"
_NAME = re.compile(rf"(?:(?:van|von|de|del|der|la|le) ){{0,2}}(?:{_WORD}(?: ?, ?JR\.?| JR\.?)?)(?: {_WORD}){{0,2}}\Z")
_BEHIND = re.compile(
    r"""
    \s+NOTE:[ ][A-Z][^\n.]{0,50}\.?\s*\Z    # REED NOTE: POUCHED TO LIMA
    |(?:\s+\d)?\s+(?:\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d)\s*\Z    # REED 2 10/17/2008
    |(?:\s+(?:
        NNNN                                  # REED NNNN
        |NNN                                  # REED NNN
        |GP-[1-4]\.?                          # REED GP-3
        |LIMITED[ ]OFFICIAL[ ]USE             # REED LIMITED OFFICIAL USE
        |\#\d{1,6}                            # REED #2643
        |BT                                   # REED BT
        |End[ ]Cable[ ]Text                   # Reed End Cable Text
        |END[ ]CABLE[ ]TEXT                   # REED END CABLE TEXT
        |UNCLASSIFIED                         # REED UNCLASSIFIED
        |CONFIDENTIAL                         # REED CONFIDENTIAL
        |SECRET                               # REED SECRET
    ))+\s*\Z
    |(?:[ ]?/){2,}\s*\Z                      # REED //
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"""
    \A(?:
        CDA                                   # CDA REED
        |CHARGE                               # CHARGE REED
        |Charge                               # Charge REED
        |AMBASSADOR                           # AMBASSADOR REED
        |Ambassador                           # Ambassador REED
        |AMB\.?                               # AMB. REED
        |Amb\.?                               # Amb. REED
        |CG                                   # CG REED
        |DCM                                  # DCM: REED
        |ACTING                               # ACTING REED
        |Acting                               # Acting REED
        |MINIMIZE[ ]CONSIDERED                # MINIMIZE CONSIDERED REED
        |Minimize[ ]considered                # Minimize considered REED
        |MINIMIZE                             # MINIMIZE REED
    )[\s.:-]+
    """,
    re.VERBOSE,
)
_GLUED_CAPITALS = re.compile(
    rf"""
    (?:
        [.!?:;,\"”’'\])*-]                    # It ended. REED
        |--                                   # It ended-- REED
        |\bMINIMIZE[ ]CONSIDERED              # MINIMIZE CONSIDERED REED
        |\bcfm                                # index.cfm REED
        |\bhtml?                              # index.html REED
        |_Kingdom                             # wiki/United_Kingdom REED
        |[a-z0-9]/                            # www.example.gov/p/lima/ REED
        |\.(?:gov|com|mil|org|net|asp)         # lima.example.gov REED
        |[Ww]eb[ ]?[Ss]ite                    # See our web site REED
        |\bUNQUOTE                            # UNQUOTE REED
        |\bGP-[1-4]                           # GP-3 REED
        |\bcomment                            # End comment REED
        |\bCOMMENT                            # END COMMENT REED
        |\btext                               # End text REED
        |\bsummary                            # End summary REED
        |\bnote                               # End note REED
    )
    \s*[\])\"”'*]?\s*(?P<name>(?:{_PARTICLE}[ ]){{0,2}}[A-Z][A-Z'’-]+(?:[ ]{{1,2}}[A-Z][A-Z'’-]+)?)[\s.*\#-]*\Z
    """,
    re.VERBOSE,
)
_GLUED_MIXED = re.compile(
    rf"""
    (?:
        [.!?\"”\])/]                           # It ended. Reed
        |\b(?:cfm|html?)                       # index.html Reed
        |\.(?:gov|com|mil|org|net|asp)         # lima.example.gov Reed
        |\b[Ww]eb[ ]?[Ss]ite                   # See our web site Reed
        |[A-Za-z]_[A-Z][a-z]+                  # wiki/United_Kingdom Reed
        |[*]{{3,}}                              # We agree *** Reed
        |OF\ \d{{3}}                            # 002 OF 003 Reed
        |[Xx]{{5,}}                             # He met XXXXXXXX Reed
    )
    \s{{1,6}}(?P<name>(?:(?-x:{_PARTICLE} )){{0,2}}(?:Mc|Mac|O'|Le|De)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)[\s*\#]*\Z
    """,
    re.VERBOSE,
)
_LAST_CAPITALS = re.compile(rf"(?<=[a-z,;\d*/X\]] )(?P<name>(?:{_PARTICLE} ){{0,2}}[A-Z][A-Z'’-]{{3,}})[\s*#]*\Z")
_NOT_NAMES_WORDS = """
    END COMMENT SUMMARY TEXT CONFIDENTIAL SECRET UNCLASSIFIED UNCLAS NNNN SIPDIS NOTE NOFORN SENSITIVE BT REPORT
    PARA PARAGRAPH MESSAGE CABLE ENDTEXT INTRODUCTION BEGIN CLASSIFIED DECLASSIFIED REMOVED DETAILS NAME SOURCE
    XXXXXXXXXXXX TAGS SUBJECT REF AMERICA STATES GOVERNMENT USG UN EU NATO US UK WASHINGTON DEPARTMENT MINISTRY
    PRESIDENT MINISTER AMBASSADOR EMBASSY ASSISTANT CHARGE SECRETARY TBD N/A NONE NOTES UNQUOTE QUOTE JANUARY
    FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER MONDAY TUESDAY WEDNESDAY THURSDAY
    FRIDAY SATURDAY SUNDAY AND OR THE OF IN TO FOR WITH GOE GOI GOL GOB GOS GOP GOT GOF MFA PM FM ACTION REQUEST
    MINIMIZE CONSIDERED ATTACHMENT HE SHE IT THEY WE YOU WHO THIS THAT
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
# Fields that stand above the text.
_FIELD = re.compile(r"\W*(?:E ?\.? ?O ?\.? ?\d|TAGS?|SUBJ(?:ECT)?|REFS?|REFTELS?)\b ?[:.-]|(?:FM|TO|INFO) [A-Z]{3}")
_ENDED = re.compile(r"(?:UNQUOTE|GP-[1-4]|END ?TEXT|END SUMMARY|END COMMENT|END QUOTE)\Z")
_SENTENCE_END = (".", "!", "?", '."', ".”", ".)", ".]", "]", ")", '"', "”", "*", ":", "-", "_", "=", "'")
_REACH = 3000
_LINES = 25
_WRAPPED = 1000  # characters


def read_signature(fragment: Fragment, start: int = 0) -> Piece | None:
    """Find the signature at the end of a text.

    fragment (Fragment): The text.
    start (int): Start of the last paragraph, in characters; the signature is behind it.
    RETURNS (Piece | None): The name, None if there is none.
    """
    text = fragment.text
    floor = max(start, len(text.rstrip()) - _REACH)
    end = len(text.rstrip())
    peeled = 0
    while end > floor and peeled < _LINES:
        start = text.rfind("\n", floor, end) + 1 or floor
        line = text[start:end].strip()
        if line:
            if not FOOTNOTE.match(line):
                found = _signed(fragment, floor, start, end)
                if found:
                    return found
                if not TRAILER.match(line):
                    return None
            peeled += 1
        end = max(start - 1, floor)
    return None


def _signed(fragment: Fragment, floor: int, start: int, end: int) -> Piece | None:
    """Find the name on a line of its own, or after the last sentence."""
    text = fragment.text
    behind = _BEHIND.search(text, max(start, end - 80), end)
    end = behind.start() if behind else end
    line = " ".join(_BEFORE.sub("", text[start:end].strip().strip("*#-")).split())
    if len(line) < 80 and _FIELD.match(line):
        return None
    before = text[floor:start].rstrip()
    if _NAME.match(line.rstrip(" .")) and _may_sign(line):
        ended = not before or _blank_above(text, start) or _ends_a_sentence(before) or _fits_above(line, before)
        if _stands_alone(line, before, ended, floor > 0):
            return _piece(fragment, start, end, line)
    if len(line) > 8 or before == "":
        for pattern in (_GLUED_CAPITALS, _GLUED_MIXED, _LAST_CAPITALS):
            match = pattern.search(text, max(floor, end - 60), end)
            if match and _may_sign(match["name"]):
                return _piece(fragment, match.start("name"), match.end("name"), match["name"])
    return None


def _stands_alone(line: str, before: str, ended: bool, numbered: bool) -> bool:
    """Whether a line is not the end of a sentence, by its full stop, or by capitals in an all-caps text."""
    if not before:
        return line.isupper() and not numbered
    if len(line) > 40 or (line.endswith(".") and not ended):
        return False
    return ended or not (line.isupper() and _capitals_before(before))


def _ends_a_sentence(before: str) -> bool:
    last = before[-200:].rsplit("\n", 1)[-1]
    return before.endswith(_SENTENCE_END) or bool(_ENDED.search(last) or TRAILER.match(last.strip()))


def _fits_above(line: str, before: str) -> bool:
    """Whether the first word of a line would have fitted on the line above, so that the line end was meant."""
    lines = before[-_WRAPPED:].split("\n")
    above = [line.rstrip() for line in lines[len(before) > _WRAPPED :] if line.strip()]
    if len(above) < 2:
        return False
    width = max(map(len, above))
    return width > 50 and not line.endswith("..") and len(above[-1]) + 1 + len(line.split(" ", 1)[0]) < width - 4


def _blank_above(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()


def _capitals_before(before: str) -> bool:
    last = before[-60:]
    return last.upper() == last


def _may_sign(name: str) -> bool:
    words = name.replace(".", " ").replace(",", " ").split()
    if not words or any(word.upper() in _NOT_NAMES or re.match(r"[Xx]{4,}", word) for word in words):
        return False
    letters = sum(char.isalpha() for char in name)
    if letters < 2 or len(words) > 3:
        return False
    if len(words) == 3 or (len(words) == 2 and not name.isupper()):
        return bool(re.match(rf"{_PARTICLE}\s", name) or re.search(r"\b(?:JR|Jr|III|II)\b", name)) or (
            name.isupper() and len(words) == 2
        )
    return True


def _piece(fragment: Fragment, start: int, end: int, name: str) -> Piece:
    parts = name.rstrip(" .").split()
    if len(parts) == 1:
        first = fragment.text.find(name := parts[0], start, end)
        last = first + len(name)
    else:
        found = re.search(r"\s+".join(map(re.escape, parts)), fragment.text[start:end])
        first, last = (start + found.start(), start + found.end()) if found else (-1, -1)
    piece = fragment.piece(first, last) if first >= 0 else fragment.piece(start, end)
    words = piece.text.split()
    if len(words) == 2 and words[0] == words[1]:  # BERRY BERRY
        return Piece(words[0], piece.start_char, piece.end_char)
    return piece


@on_fragment
def find_signer(fragment: Fragment) -> str:
    """Find who signed a cable.

    fragment (str | Fragment): The text, or the end of it.
    RETURNS (str): The name as written, "" if there is none.
    """
    signature = read_signature(read_bare_text(fragment).bare)
    return signature.text if signature else ""
