"""TAGS: the subjects, countries, organisations and people under which a cable is filed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.tags import PHRASES, SUBJECT_TAGS
from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header, Label, read_header

_PERSON = re.compile(r"\(\s*([A-Za-z][A-Za-z'’. -]{1,30}),\s*([A-Za-z][A-Za-z'’. -]{0,30}?)\s*\)")
_PHRASES = re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in PHRASES) + r")\b", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’&_/-]*|[,;]|\n")
_TAG_WORD = re.compile(r"\b[A-Z][A-Z0-9]+\b")
_TAG_LIKE = re.compile(r"[A-Z][A-Z0-9-]{1,7}\Z")
_NEXT_FIELD = re.compile(r"^ {0,4}(?:E ?\. ?O|SIPDIS|CLASSIFIED|Classified|REF|SUBJ|Subj|FOR |FROM )", re.MULTILINE)
_PUNCTUATION = re.compile(r"[ \t\n:;.,-]*")
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Tags(Piece):
    """The list of TAGS, without its label.

    tags (tuple): The tags in order, without duplicates; people as "SURNAME, GIVEN NAME".
    words (tuple): The pieces that look like tags. Tags without a separator are one piece.
    """

    tags: tuple[str, ...] = ()
    words: tuple[Piece, ...] = ()


def read_tags(header: Header) -> Tags | None:
    """Read the list of TAGS.

    header (Header): The header.
    RETURNS (Tags | None): The list, None if there is no label.
    """
    label = next((label for label in header.labels if label.kind == "tags"), None)
    if not label:
        return None
    fragment, text = header.fragment, header.fragment.text
    start, end = _range(fragment, label)
    linked = [text[first:last] for first, last in fragment.links if start <= first < end]
    if not linked:  # a caption may separate the label from the list
        linked = [text[first:last] for first, last in fragment.links if start <= first < header.end]
    if linked:
        tags = [tag.strip().upper() for tag in linked if tag.strip()] + _unlinked(fragment, start, end)
    else:
        tags = split_tags(text[start:end])
    words = [Piece(match[0], *match.span()) for match in _TAG_WORD.finditer(text, start, end)]
    return Tags(text[start:end], start, end, tuple(dict.fromkeys(tags)), tuple(words))


def _range(fragment: Fragment, label: Label) -> tuple[int, int]:
    """The range of the list."""
    text = fragment.text
    limit = min(label.stop_char, label.end_char + _LONGEST)
    punctuation = _PUNCTUATION.match(text, label.end_char, limit)
    start = end = punctuation.end() if punctuation else label.end_char
    # The list continues on the next line after a comma, or if the next line consists of tags.
    while end < limit:
        line_end = text.find("\n", end, limit)
        line_end = limit if line_end < 0 else line_end
        if end > start and not _goes_on(fragment, text[start:end], end, line_end):
            break
        end = line_end + 1
    return start, min(end, limit)


def _goes_on(fragment: Fragment, before: str, start: int, end: int) -> bool:
    """Whether a line belongs to the list."""
    line = fragment.text[start:end]
    if _NEXT_FIELD.match(line):
        return False
    if any(start <= link < end for link, _ in fragment.links):
        return True
    if not line.strip():
        return before.rstrip().endswith(",")
    if before.rstrip().endswith((",", "(", "-")):
        return True
    if not before.rsplit("\n", 2)[-2 if before.endswith("\n") else -1].strip():
        return False  # after a blank line
    words = re.findall(r"[^\s,;()]+", line)
    return bool(words) and all(_TAG_LIKE.match(word) for word in words)


def _unlinked(fragment: Fragment, start: int, end: int) -> list[str]:
    """The unlinked tags on lines after the first."""
    tags: list[str] = []
    position = fragment.text.find("\n", start, end)
    while position >= 0:
        line_end = fragment.text.find("\n", position + 1, end)
        line_end = end if line_end < 0 else line_end
        if not any(position <= link < line_end for link, _ in fragment.links):
            tags += split_tags(fragment.text[position:line_end])
        position = line_end if line_end < end else -1
    return tags


def split_tags(text: str) -> list[str]:
    """Split a list of TAGS, separated by commas, spaces, both or nothing.

    text (str): The list.
    RETURNS (list): The tags in order, without duplicates; people as "SURNAME, GIVEN NAME".
    """
    people: dict[str, str] = {}

    def set_apart(match: re.Match[str]) -> str:
        key = f"Q{len(people)}Q"
        people[key] = f"{clean(match[1])}, {clean(match[2])}".upper()
        return f" , {key} , "

    text = _PERSON.sub(set_apart, text[:_LONGEST])
    for phrase in list(dict.fromkeys(match[0] for match in _PHRASES.finditer(text))):
        key = f"Q{len(people)}Q"
        people[key] = phrase.upper()
        text = text.replace(phrase, f" , {key} , ")
    tags: list[str] = []
    item: list[str] = []
    for token in [*_TOKEN.findall(text), ","]:
        if token in ",;\n":
            tags += _read_item(item)
            item = []
        else:
            item.append(token.strip("'’_/-").upper())
    return list(dict.fromkeys(people.get(tag, tag) for tag in tags if tag))


def _read_item(words: list[str]) -> list[str]:
    """The tags between two commas: two long words are one tag (a name), else each word is a tag."""
    if len(words) > 1 and not any(_is_tag(word) for word in words):
        return [" ".join(words)]
    return [tag for word in words for tag in _unglue(word)]


def _is_tag(word: str) -> bool:
    return len(word) <= 5 or word in SUBJECT_TAGS or len(_unglue(word)) > 1 or word.startswith("Q") or "/" in word


def _unglue(word: str) -> list[str]:
    """Split tags without a separator: PRELPGOV, PREL/PGOV."""
    if "/" in word:
        return [part for part in word.split("/") if part]
    if len(word) < 6 or word in SUBJECT_TAGS:
        return [word]
    for size in (4, 5):
        head, rest = word[:size], word[size:]
        if head in SUBJECT_TAGS and len(rest) >= 2:
            tail = [rest] if len(rest) == 2 or rest in SUBJECT_TAGS else _unglue(rest)
            if all(len(tag) == 2 or tag in SUBJECT_TAGS for tag in tail):
                return [head, *tail]
    return [word]


@on_fragment
def find_tags(fragment: Fragment) -> list[str]:
    """Find the TAGS of a cable.

    fragment (str | Fragment): The text.
    RETURNS (list): The tags in order, without duplicates; people as "SURNAME, GIVEN NAME".
    """
    tags = read_tags(read_header(fragment))
    return list(tags.tags) if tags else []
