"""Classified By: the officer who classified a cable, the title, and the reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.page_lines import PAGE_LINE
from ..lexicon.portion_marks import MARK
from ..lexicon.titles import GIVEN_NAMES, SHORT_FORMS, fold, is_title
from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header, read_header

_LABEL = re.compile(
    r"\b(?:CL(?:A|AS|ASS|ASSS|SS)[A-Z]{2,9}\s{1,3}B[YTU]\b)[\s:;.,-]{0,6}"
    r"(?:(?:CLASS?[A-Z]{2,9}\s{1,3}B[YT]\b|BY\b)[\s:;.,-]{0,6})?",
    re.IGNORECASE,
)
_SHORT_LABEL = re.compile(r"^ {0,4}(?:B[Yy] ?:|CLASSIFIED ?:)\s{0,3}", re.MULTILINE)
_END = re.compile(
    r"(?:\b(?:(?:for|per|under|pursuant|due|based|in accordance|because|as)\b\s*)*"
    r"(?:\br\s?e\s?a\s?s\s?o\s?n\s?s?\b|\br(?:e|ea|a|es|eas)s?(?:o|a|oa|i|io)?ns?s?\b(?=\s*[:;.,]?\s*\(?1)|\breas\b)"
    r"|\b(?:based|derived|pursuant)\b"
    r"|\bE ?\. ?O ?\.|\bEO \d|\b1 ?\.? ?[3-5]\b|\bDECL|\bTAGS\b|\bSUBJ|¶|\n\s*\n|\d{2,}|\n ?[-=*_]{4}"
    r"|\b(?:for|per|under|pursuant)\b(?=\s*(?:$|\(|(?:section|sec|paragraph|para)\b|1))"
    r"|\n\s*(?:summary|comment|introduction|begin summary|key points)\b|\n\s*\d ?\. ?\()",
    re.IGNORECASE,
)
_REASONS = re.compile(r"(?<![\d/])1\s{0,3}[.,:/]?\s{0,3}(?P<section>[3-6])(?!\d)(?P<rest>[^\d¶]{0,80})")
_WORDED_REASONS = re.compile(
    r"\b(?:reasons?|resons?|reaons?)\b\s*[:.,]?\s*(?P<rest>\(?\s*[a-h]\b[^\d]{0,40})", re.IGNORECASE
)
_REASON_LETTER = re.compile(r"(?<![A-Za-z])[A-Ha-h](?![A-Za-z])|(?<=[/,( ])[A-Ha-h](?= ?[/,)&])")
_REASON_END = re.compile(r"\n\s*\n|\n ?-{3}|[A-Za-z]{3,}")
_AND = re.compile(r"\ba\s{0,3}n\s{0,3}d\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[,;:()\[\]\n|]\s*|\s+(?:--?|–|—)\s+|(?<=[a-z]{3})\.\s+(?=[A-Z])")
_BROKEN_SLASH = re.compile(r"\s*/\s*")
_NAME = re.compile(r"[^\W\d_][\w'’.`-]*\Z")
_PARTICLES_WORDS = """
    van von der den de del della di da dos la le el al bin ibn st san mac du ten ter y
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NOT_NAMES_WORDS = """
    usg us embassy consulate department post this message cable same above see ref n na none various section
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_LONGEST = 320
_REACH = 3000


@dataclass(frozen=True, slots=True)
class ClassifiedBy(Piece):
    """The officer who classified a cable. The text is the whole value.

    name (str): The bare name, "" if only a title is given.
    title (str): The title, and the office, as far as they are given.
    """

    name: str = ""
    title: str = ""


def read_classified_by(header: Header) -> ClassifiedBy | None:
    """Read who classified a cable.

    header (Header): The header. The line is also looked for a little behind it, for some stand in paragraph 1.
    RETURNS (Optional[ClassifiedBy]): The officer, None if there is no such line.
    """
    text = header.fragment.text
    window = min(len(text), header.end + 400)
    found = [_read(header, label.end()) for label in _LABEL.finditer(text, 0, window)]
    if not found and (short := _SHORT_LABEL.search(text, 0, header.end)):
        found = [_read(header, short.end())]
    # A header that stands twice was cut short the first time.
    whole = [officer for officer in found if officer and not officer.text.endswith(("...", "…"))]
    return next((officer for officer in whole if officer.name), None) or next(
        iter([*whole, *filter(None, found)]), None
    )


def _read(header: Header, start: int) -> ClassifiedBy | None:
    text = header.fragment.text
    mark = MARK.match(text, start)
    start = mark.end() if mark else start
    limit = min(len(text), start + _LONGEST)
    page = PAGE_LINE.search(text, start, limit)
    limit = page.start() if page else limit
    stop = _END.search(text, start, limit)
    piece = header.fragment.piece(start, stop.start() if stop else limit)
    if not piece.text:
        return None
    name, title = split_name(text[piece.start_char : piece.end_char])
    return ClassifiedBy(piece.text.strip(" ,;:-("), piece.start_char, piece.end_char, name, title)


def split_name(text: str) -> tuple[str, str]:
    """Tell the name from the title: "DCM Richard LeBaron", "Chris Stevens, CDA, Embassy Tripoli".

    text (str): What stands between "Classified By" and the reasons.
    RETURNS (tuple): The name, and the title without it; either may be "".
    """
    text = (
        _BROKEN_SLASH.sub("/", clean(text))
        .replace(" ’ ", "’")
        .replace(" ' ", "'")
        .replace("D.A", "d'A")
        .replace("' ", "'", 1 if "d' A" in text else 0)
    )
    text = re.sub(r"\b([A-Za-z])\.(?=[A-Z][a-z])", r"\1. ", text)
    if text == text.lower():
        text = text.title()
    titles: list[str] = []
    name = ""
    for part in _SPLIT.split(text):
        words = part.split()
        if name and words and fold(words[0]).replace("'", "") in _SUFFIXES:
            name += f", {words[0]}" if words[0][0].isupper() else ""
            words = words[1:]
        first, last = (0, 0) if name else _name_range(words)
        if last > first:
            name = " ".join(words[first:last]).strip(" ,;:-'’")
            if not re.search(r"(?:\b[A-Z]|\b[JS]r)\.\Z", name):
                name = name.rstrip(".")
            words = words[:first] + words[last:]
        if words:
            titles.append(" ".join(words))
    return name, ", ".join(titles).strip(" ,.;:-")


def _name_range(words: list[str]) -> tuple[int, int]:
    """Where the name stands among the words between two commas; an empty range if there is none."""
    mixed = any(_is_mixed(word) for word in words)
    titled = [_is_title_here(word, mixed, words[index + 1 :]) for index, word in enumerate(words)]
    best = (0, 0)
    index = 0
    while index < len(words):
        if titled[index]:
            index += 1
            continue
        end = index
        while end < len(words) and (not titled[end] or _inside_name(words, end, index)):
            end += 1
        if any(_is_name(word) for word in words[index:end]):
            best = (index, end)
            if end - index > 1:
                break
        index = end + 1
    first, last = best
    first = _skip_to_given_name(words, first, last)
    while last > first and not _NAME.match(words[last - 1].rstrip(".,")):
        last -= 1
    while first < last and fold(words[first]).replace("'", "") in _NOT_NAMES:
        first += 1
    if last == first or (last - first == 1 and len(fold(words[first])) < 3):
        return (0, 0)
    return first, last


def _is_mixed(word: str) -> bool:
    return word[:1].isupper() and any(char.islower() for char in word[1:])


def _is_name(word: str) -> bool:
    return (bool(_NAME.match(word)) and word[:1].isupper() and len(fold(word)) > 1) or _is_mixed(word)


def _is_title_here(word: str, mixed: bool, after: list[str]) -> bool:
    letters = fold(word)
    if "/" in word:
        return True
    if letters in _PARTICLES and after:
        return (
            letters in SHORT_FORMS
            and word.islower()
            and letters not in ("van", "von", "de", "del", "der", "la", "di", "da")
        )
    if letters in _SUFFIXES:
        return False
    if re.fullmatch(r"(?:[A-Za-z]\.){1,3}", word):
        return letters == "ai"  # initials; a.i. is "ad interim"
    if len(letters) == 1:
        return word.islower()
    if is_title(word) or not _NAME.match(word.rstrip(".,")):
        return True
    if word[0].islower():
        return True
    # Where others are written small, capitals before a name are an office: RSO Jon Moody.
    acronym = word.isupper() and len(letters) > 1 and "." not in word.rstrip(".")
    return (
        mixed
        and acronym
        and (
            any(_is_mixed(other) and not is_title(other) for other in after)
            and letters not in GIVEN_NAMES
            and len(letters) != 2
        )
    )


def _inside_name(words: list[str], index: int, start: int) -> bool:
    """A word that is a title elsewhere goes with the name behind an initial (Anne W. Post) at its end."""
    before = words[index - 1] if index else ""
    return (
        index > start
        and bool(re.fullmatch(r"[A-Z]\.?", before))
        and words[index][:1].isupper()
        and len(fold(words[index])) > 3
    )


def _skip_to_given_name(words: list[str], first: int, last: int) -> int:
    """A word before a well known given name that is none itself is a title that nobody could spell."""
    for index in range(first + 1, last - 1):
        before = fold(words[index - 1])
        if fold(words[index]) in GIVEN_NAMES and before not in GIVEN_NAMES and len(before) > 1:
            if index - first == 1 and before.endswith(
                ("or", "er", "ief", "iser", "aires", "airs", "oun", "ouns", "off", "al", "ic", "ist", "pol", "con")
            ):
                return index
            if index - first >= 2:
                return index
    return first


def read_reasons(header: Header) -> tuple[str, list[str]]:
    """Read for what reasons a cable is classified.

    header (Header): The header.
    RETURNS (tuple): The section of the order, "1.4" or "1.5" ("" if none is given), and the letters.
    """
    text = header.fragment.text
    labels = list(_LABEL.finditer(text, 0, min(len(text), header.end + 400)))
    labels = labels or list(_SHORT_LABEL.finditer(text, 0, header.end))
    ranges = [(label.end(), min(len(text), label.end() + 500)) for label in labels] or [(0, min(header.end, _REACH))]
    section = ""
    for start, limit in ranges:
        match = _REASONS.search(text, start, limit) or _WORDED_REASONS.search(text, start, limit)
        if match:
            rest = _AND.sub(" , ", match["rest"])
            end = _REASON_END.search(rest)
            letters = _REASON_LETTER.findall(rest[: end.start()] if end else rest)
            section = f"1.{match['section']}" if "section" in match.re.groupindex else ""
            if letters:
                return section, list(dict.fromkeys(letter.lower() for letter in letters))
    return section, []


@on_fragment
def find_classified_by(fragment: Fragment) -> str:
    """Find the name of the officer who classified a cable.

    fragment (Union[str, Fragment]): The text.
    RETURNS (str): The bare name, "" if there is none.
    """
    found = read_classified_by(read_header(fragment))
    return found.name if found else ""


@on_fragment
def find_reasons(fragment: Fragment) -> list[str]:
    """Find the reasons for which a cable is classified.

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The letters of section 1.4 (or 1.5) of the order, small, each once.
    """
    return read_reasons(read_header(fragment))[1]
