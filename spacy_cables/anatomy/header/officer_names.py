"""The name of an officer, without the title and the office around it."""

from __future__ import annotations

import re

from ..lexicon.titles import GIVEN_NAMES, SHORT_FORMS, fold, is_title

_SPLIT = re.compile(r"\s*[,;:()\[\]\n|]\s*|\s+(?:--?|–|—)\s+|(?<=[a-z]{3})\.\s+(?=[A-Z])")
_BROKEN_SLASH = re.compile(r"\s*/\s*")
_SLASH_NAME = re.compile(r"([A-Za-z]{2,20})/([A-Z][a-z]{1,20})(?= [A-Z])")
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


def split_name(text: str) -> tuple[str, str]:
    """Split a name from a title: "DCM Richard LeBaron", "Chris Stevens, CDA, Embassy Tripoli".

    text (str): The text between "Classified By" and the reasons, on one line.
    RETURNS (tuple): The name, and the title without it; either may be "".
    """
    text = (
        _BROKEN_SLASH.sub("/", text)
        .replace(" ’ ", "’")
        .replace(" ' ", "'")
        .replace("D.A", "d'A")
        .replace("' ", "'", 1 if "d' A" in text else 0)
    )
    if "/" in text:
        text = _SLASH_NAME.sub(_split_slash, text)
    text = re.sub(r"\b([A-Za-z])\.(?=[A-Z][a-z])", r"\1. ", text)
    if text == text.lower():
        text = text.title()
    titles: list[str] = []
    name = ""
    for part in _SPLIT.split(text):
        words = part.split()
        if name and words and fold(words[0]).replace("'", "") in _SUFFIXES:
            suffix = words[0] if fold(words[0]) in ("jr", "sr") else words[0].rstrip(".")
            name += f", {suffix}" if suffix[0].isupper() else ""
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


def _split_slash(match: re.Match[str]) -> str:
    """Split a name from the title before it: DCM/Ted Reed."""
    title, name = match.groups()
    if fold(name) in GIVEN_NAMES or (is_title(title) and not is_title(name)):
        return f"{title}, {name}"
    return match[0]


def _name_range(words: list[str]) -> tuple[int, int]:
    """The range of the name among the words between two commas; empty if there is none."""
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
    # Where other words are in lower case, capitals before a name are an office: RSO Jon Moody.
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
    """Whether a title word is the surname: at the end of a name, after an initial (Anne W. Post)."""
    before = words[index - 1] if index else ""
    return (
        index > start
        and bool(re.fullmatch(r"[A-Z]\.?", before))
        and words[index][:1].isupper()
        and len(fold(words[index])) > 3
    )


def _skip_to_given_name(words: list[str], first: int, last: int) -> int:
    """Skip an unknown word before a common given name: it is a misspelt title."""
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
