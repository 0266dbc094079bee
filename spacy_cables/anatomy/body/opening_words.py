"""The words that open and close a summary, a comment or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Patterns begin with a literal letter, which is many times faster to search for than a word boundary.
# What may stand between END and SUMMARY: OF, EXECUTIVE, ACTION REQUEST AND.
_BEFORE_SUMMARY = (
    r"(?:(?i:of|or|fo)\s{1,3})?(?:(?i:executive|exec|brief)\s{1,3})?"
    r"(?:(?i:action request|comment|introduction|intro|background) ?(?:(?i:and)|[&/,]) ?)?"
)
#: Closes a summary. For `match` at the word END.
END_SUMMARY = re.compile(
    rf"[Ee][Nn][Dd] ?\]?\s{{0,3}}{_BEFORE_SUMMARY}"
    r"(?:S ?U ?M{1,2}[ANR]{1,4} ?Y|S U M M A R Y|(?i:summ?m?[arn]{1,4}y))\b"
)
#: Closes a summary behind a sentence, with the words the other way round: "Summary ends."
SUMMARY_ENDS = re.compile(r"[.!?)\"”]\s{1,4}\(?(?P<words>(?:SUMMARY|Summary) (?:ENDS|Ends|ends))\b")
#: Closes a summary that opens with the same word. For `match` at the word END.
END_INTRODUCTION = re.compile(
    r"[Ee][Nn][Dd]\s{1,3}(?i:(?:of\s{1,3})?(?:background ?(?:and|[&/]) ?)?(?:introduction|intro|key points|overview))\b"
)
#: Opens a summary: the word for it, and what follows.
SUMMARY = re.compile(
    r"""
    \b(?:(?:BEGIN|Begin|EXECUTIVE|Executive|BRIEF|Brief)[ ])?
    (?:(?i:action[ ]request|introduction|intro|comment|background)[ ]?(?:(?i:and)|[&/,])[ ]?)?
    (?:
        S[ ]?U[ ]?M[ ]?M[ ]?A[ ]?R[ ]?Y         # S U M M A R Y:
        |SUMMMARY                             # SUMMMARY:
        |SUMARY                               # SUMARY:
        |SUMMAR                               # SUMMAR:
        |Summary                              # Begin Summary:
        |SUMMAY                               # SUMMAY:
        |SUMMRY                               # SUMMRY:
        |summary                              # summary.
        |KEY[ ]POINTS                         # KEY POINTS --
        |Key[ ][Pp]oints                      # Key points:
        |INTRODUCTION                         # INTRODUCTION:
        |Introduction                         # Introduction.
        |OVERVIEW                             # OVERVIEW:
        |Overview                             # Overview.
    )
    (?P<more>(?:
        [ ]?,?[ ]?(?:AND|and|And|&|/|,)[ ]?(?:(?i:action[ ]request|key[ ]points)|[A-Z]{4,}|[A-Z]?[a-z]{4,})
    ){0,2})\b
    (?:[ ]?\((?:S|C|U|SBU|LOU|S/NF|C/NF|S//NF)\))?
    [ ]?
    (?:
        [:.;]                                 # SUMMARY AND COMMENT;
        |-{1,3}(?=[ \n]|$)                    # SUMMARY--
        |–                                    # SUMMARY – All
        |—                                    # SUMMARY — All
        |(?=\s*\n)                            # SUMMARY\n
        |(?=[ ]{0,3}[-*]{3})                  # SUMMARY *****
        |(?=\s+\(?\s?[A-Z(])                  # SUMMARY All is well
    )
    """,
    re.VERBOSE,
)
#: Closes a comment. For `match` at the word END.
END_COMMENT = re.compile(
    r"""
    [Ee](?:
        ND\s{0,2}(?:OF\s)?(?:[A-Z]+[ ](?:AND[ ])?){0,2}COMM?[A-Z]{2,5}S?\b             # END EMBASSY COMMENT
        |nd\s{0,2}(?:of\s)?(?:[A-Z]?[a-z]+[ ](?:and[ ])?){0,2}[Cc]omm?[a-z]{2,5}s?\b    # End of comments
    )
    """,
    re.VERBOSE,
)
#: Closes a note. For `match` at the word END.
END_NOTE = re.compile(r"[Ee](?:ND|nd)\s{0,2}[A-Za-z]{0,12} ?(?:[Nn]ote|NOTE)S?\b")
#: Opens a comment; `stop` is what follows the word.
COMMENT = re.compile(
    r"""
    C(?<![A-Za-z]C)(?:OMMM?ENTS?|omments?|OMENT|oment|[ ]O[ ]M[ ]M[ ]E[ ]N[ ]T)
    (?:[ ](?:AND|and|And|&)[ ][A-Za-z]{4,16}(?:[ ][A-Za-z]{4,10})?|/[A-Za-z]+)?
    (?:[ ]?\((?:S|C|U|SBU|LOU|S/NF|C/NF|S//NF)\)(?=[ ]?[:.-]))?
    [ ]?
    (?P<stop>
        [:;]                                  # COMMENT AND OUTLOOK:
        |\.(?=\s)                             # Comment. A bold step
        |-{1,3}(?=\s)                         # Comment -- A bold step
        |–                                    # Comment – A bold step
        |—                                    # Comment — A bold step
        |(?=[ \t]*\n)                         # COMMENT\n
        |(?=[ ]{0,3}/{0,2}[ ]?[-*]{3})        # COMMENT // *****
        |(?=\s{0,3}¶)                         # COMMENT ¶4
        |(?=[ ]-[ ]-[ ]-)                     # COMMENT  - - -
    )
    """,
    re.VERBOSE,
)
#: Opens a note; `stop` is what follows the word.
NOTE = re.compile(r"N(?<![A-Za-z]N)(?:OTE|ote|B|ota [Bb]ene) ?(?P<stop>[:;]|\.(?=\s)|-{2,3})")
# What may precede the word: a bracket, and a word or two.
_BEFORE = re.compile(
    r"""
    (?P<open>[(\[]\s?)?(?<![A-Za-z])
    (?:(?:
        BIO[ ]NOTE[ ]AND                      # (BIO NOTE AND\x20
        |[A-Z]{4,12}[ ](?:AND|&)              # ANALYSIS AND\x20
        |[A-Z][a-z]{3,12}[ ](?:and|&)         # Analysis and\x20
        |[A-Z]{3,12}[ ]?/                     # ANALYSIS/\x20
        |[A-Z]{3,10}(?:'?S)?                  # EMBASSY'S\x20
        |Begin                                # Begin\x20
        |Post                                 # [Post\x20
        |Embassy                              # Embassy\x20
        |Mission                              # Mission\x20
        |Ambassador(?:['’]s)?                 # Ambassador's\x20
        |Bio                                  # Bio\x20
        |Final                                # Final\x20
    )[ ])?\Z
    """,
    re.VERBOSE,
)


# A few letters of each word that `SUMMARY` may find, which makes the search fast.
_SUMMARY_HINT = re.compile(r"[SKIOs](?:(?<!s)(?: ?U ?M ?[MA]|um[ma]|EY P|ey [Pp]|NTRO|ntro|VERV|verv)|(?<=s)ummary)")


def summary_words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find the words that may open a summary.

    text (str): The text.
    start (int): Where to begin, in characters.
    end (int): Where to end, exclusive.
    YIELDS (re.Match): Matches of `SUMMARY`, in text order.
    """
    last = start
    for hint in _SUMMARY_HINT.finditer(text, start, end):
        if hint.start() < last:
            continue
        match = SUMMARY.search(text, max(last, hint.start() - 40), min(end, hint.start() + 160))
        if match and match.start() <= hint.start():
            last = match.end()
            yield match


def ends(text: str) -> list[int]:
    """Find the word END, which begins closing words.

    text (str): The text.
    RETURNS (list): Its offsets, in characters.
    """
    found: list[int] = []
    for word in ("END", "End", "end"):
        start = text.find(word)
        while start >= 0:
            if not start or not text[start - 1].isalnum():
                found.append(start)
            start = text.find(word, start + 3)
    return sorted(found)


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """The words that open a comment or a note.

    start (int): Their start, in characters, including the bracket.
    end (int): Their end, exclusive.
    words (str): The words, without the bracket.
    bracket (str): The bracket before them, "" if there is none.
    stop (str): The punctuation after them.
    """

    start: int
    end: int
    words: str
    bracket: str
    stop: str


def opening_words(text: str, word: re.Pattern[str]) -> Iterator[OpeningWords]:
    """Find the words that open comments or notes.

    text (str): The text.
    word (re.Pattern): `COMMENT` or `NOTE`.
    YIELDS (OpeningWords): The opening words, in text order.
    """
    for match in word.finditer(text):
        low = max(0, match.start() - 40)
        before = _BEFORE.search(text[low : match.start()])
        start = low + before.start() if before else match.start()
        bracket = before["open"] or "" if before else ""
        words = text[start : match.end()].lstrip("([ \n")
        yield OpeningWords(start, match.end(), words, bracket.strip(), match["stop"])
