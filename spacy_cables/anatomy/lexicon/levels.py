"""Classification levels and captions, as written in banners, page lines and portion marks."""

from __future__ import annotations

#: The levels, from the highest.
LEVELS = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "LIMITED OFFICIAL USE")

#: Captions of one word: they say who may read a cable.
CAPTIONS = ("SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS", "FOUO", "ORCON", "PROPIN")


def letter_spaced(words: str, gap: str = " +") -> str:
    """Make a pattern for words whose letters may have spaces between them: SECRET and S E C R E T.

    words (str): One or more words.
    gap (str): The pattern between two words.
    RETURNS (str): The pattern, without capturing groups.
    """
    return gap.join(" ?".join(word) for word in words.split())


def any_of(*patterns: str) -> str:
    """Make a pattern that matches any of several.

    patterns (str): The patterns, in order of precedence.
    RETURNS (str): The pattern, as a non-capturing group.
    """
    return f"(?:{'|'.join(patterns)})"


#: UNCLASSIFIED and UNCLAS, letter-spaced or not.
UNCLASSIFIED = f"{letter_spaced('UNCLAS')}(?: ?{letter_spaced('SIFIED')})?"

#: A level or caption on a line of its own, above or below a page line and below the signature.
LEVEL_OR_CAPTION = any_of(
    letter_spaced("CONFIDENTIAL"),
    letter_spaced("SECRET"),
    UNCLASSIFIED,
    "LIMITED OFFICIAL USE",
    "SENSITIVE",
    "SIPDIS",
    letter_spaced("NOFORN"),
    "NODIS",
    "EXDIS",
)

#: A level as lines of running capitals write it, without spaces.
PLAIN_LEVEL = any_of("CONFIDENTIAL", "SECRET", "UNCLASSIFIED", "UNCLAS")
