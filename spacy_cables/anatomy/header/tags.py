"""TAGS: the subjects, countries, organisations and people that a cable is filed under."""

from __future__ import annotations

import re

from ..lexicon.tags import PHRASES, SUBJECT_TAGS
from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header, Label, read_header

_PERSON = re.compile(r"\(\s*([A-Za-z][A-Za-z'’. -]{1,30}),\s*([A-Za-z][A-Za-z'’. -]{0,30}?)\s*\)")
_PHRASES = re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in PHRASES) + r")\b", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’&_/-]*|[,;]|\n")
_TAG_WORD = re.compile(r"\b[A-Z][A-Z0-9]+\b")
_TAG_LIKE = re.compile(r"[A-Z][A-Z0-9-]{1,7}\Z")
_NEXT_FIELD = re.compile(r"^ {0,4}(?:E ?\. ?O|SIPDIS|CLASSIFIED|Classified|REF|SUBJ|Subj|FOR |FROM )", re.MULTILINE)
_LONGEST = 1200


def tags_range(header: Header) -> tuple[int, int] | None:
    """Where the list of TAGS stands.

    header (Header): The header.
    RETURNS (Optional[tuple]): Its half-open offsets, without the label; None if there is no label.
    """
    label = header.first("tags")
    if not label:
        return None
    text = header.fragment.text
    limit = min(header.stop(label), label.end + _LONGEST)
    position = label.end
    while position < limit and text[position] in " \t\n:;.,-":
        position += 1
    end = position
    # The list goes on over the line end behind a comma, and where the next line is tags again.
    while end < limit:
        line_end = text.find("\n", end, limit)
        line_end = limit if line_end < 0 else line_end
        if end > position and not _continues(header, label, text[position:end], text[end:line_end], end):
            break
        end = line_end + 1
    return position, min(end, limit)


def _continues(header: Header, label: Label, before: str, line: str, start: int) -> bool:
    stripped = line.strip()
    if _NEXT_FIELD.match(line):
        return False
    if any(start <= link < start + len(line) for link, _ in header.fragment.links):
        return True
    if not stripped:
        return before.rstrip().endswith(",")
    if before.rstrip().endswith((",", "(", "-")):
        return True
    if not before.rsplit("\n", 2)[-2 if before.endswith("\n") else -1].strip():
        return False  # behind a blank line
    words = re.findall(r"[^\s,;()]+", stripped)
    return bool(words) and all(_TAG_LIKE.match(word) for word in words)


def tags_of(header: Header) -> list[str]:
    """The TAGS of a header.

    header (Header): The header.
    RETURNS (list): The tags in their order, each once.
    """
    where = tags_range(header)
    if not where:
        return []
    fragment = header.fragment
    linked = [fragment.text[start:end] for start, end in fragment.links if where[0] <= start < where[1]]
    if not linked:  # a caption may have come between the label and the list
        linked = [fragment.text[start:end] for start, end in fragment.links if where[0] <= start < header.end]
    if linked:
        tags = [tag.strip().upper() for tag in linked if tag.strip()]
        return list(dict.fromkeys([*tags, *_unlinked(fragment, *where)]))
    return read_tags(fragment.text[where[0] : where[1]])


def _unlinked(fragment: Fragment, start: int, end: int) -> list[str]:
    """The tags of lines behind the first that have no links."""
    tags: list[str] = []
    position = fragment.text.find("\n", start, end)
    while position >= 0:
        line_end = fragment.text.find("\n", position + 1, end)
        line_end = end if line_end < 0 else line_end
        if not any(position <= link < line_end for link, _ in fragment.links):
            tags += read_tags(fragment.text[position:line_end])
        position = line_end if line_end < end else -1
    return tags


def read_tags(text: str) -> list[str]:
    """Read a list of TAGS that stand between commas, blanks or both, or run into each other.

    text (str): The list.
    RETURNS (list): The tags in their order, each once; people as "SURNAME, GIVEN NAME".
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
    """Tags of what stands between two commas: two long words are one tag (a name), else each word is its own."""
    if len(words) > 1 and not any(_is_tag(word) for word in words):
        return [" ".join(words)]
    return [tag for word in words for tag in _unglue(word)]


def _is_tag(word: str) -> bool:
    return len(word) <= 5 or word in SUBJECT_TAGS or len(_unglue(word)) > 1 or word.startswith("Q") or "/" in word


def _unglue(word: str) -> list[str]:
    """PRELPGOV and PREL/PGOV are two tags."""
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

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The tags in their order, each once; people as "SURNAME, GIVEN NAME".
    """
    return tags_of(read_header(fragment))


def tag_words(header: Header) -> list[Piece]:
    """Where the words of the list of TAGS stand.

    header (Header): The header.
    RETURNS (list): The words that look like tags, in their order. Tags that run into each other are one word.
    """
    where = tags_range(header)
    if not where:
        return []
    fragment = header.fragment
    return [fragment.piece(*match.span()) for match in _TAG_WORD.finditer(fragment.text, *where)]
