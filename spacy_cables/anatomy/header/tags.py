"""TAGS: the subjects, countries, organisations and people under which a cable is filed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.tags import PHRASES, SUBJECT_TAGS, WORD_TAGS
from ..lexicon.titles import GIVEN_NAMES
from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header, Label, read_header

_NAME = r"[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z][A-Za-z'’.-]*){0,3}"
_PERSON = re.compile(rf"\(\s*({_NAME})\s*,\s*({_NAME})\s*\)|\(\s*([A-Z][A-Za-z'’-]+)\s+({_NAME})\s*\)")
_PHRASES = re.compile(r"\b(?:" + "|".join(phrase.replace(" ", r"[ \n]+") for phrase in PHRASES) + r")\b", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’&_/-]*|[,;]|\n")
_TAG_WORD = re.compile(r"\b[A-Z][A-Z0-9]+\b")
_TAG_LIKE = re.compile(r"[A-Z][A-Z0-9-]{1,7}\Z")
_ADDRESSED = frozenset({"FOR", "PASS", "FROM", "TO"})
_NEXT_FIELD = re.compile(r"^ {0,4}(?:E ?\. ?O|SIPDIS|CLASSIFIED|Classified|REF|SUBJ|Subj|FOR |FROM )", re.MULTILINE)
_POINTED = re.compile(r"(?<![A-Za-z.])(?:[A-Z]\.){2,3}(?=[\s,;]|\Z)")
_WHOLE = re.compile(r"Q\d+Q\Z")
_SMALL_WORDS = frozenset({"OF", "AND", "ON", "THE", "FOR", "WITH"})
# Tags that common words begin with: POLICY, MILITARY, SOCIETY.
_BEGIN_WORDS = frozenset({"POLI", "MILI", "PROG", "PROP", "SOCI", "TECH", "AVERY", "PORG"})
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
    return bool(words) and all(_TAG_LIKE.match(word) for word in words) and not _ADDRESSED & set(words)


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
    whole: list[str] = []

    def set_apart(tag: str) -> str:
        whole.append(" ".join(tag.upper().split()))
        return f" , Q{len(whole) - 1}Q , "

    text = _POINTED.sub(lambda match: match[0].replace(".", ""), text)
    text = _PHRASES.sub(lambda match: set_apart(match[0]), text[:_LONGEST])
    text = _PERSON.sub(lambda match: set_apart(f"{clean(match[1] or match[3])}, {clean(match[2] or match[4])}"), text)
    items: list[list[str]] = [[]]
    for token in _TOKEN.findall(text):
        if token in ",;\n":
            items.append([])
        else:
            items[-1].append(token.strip("'’_/-").upper())
    tags = _join_names([tag for item in items for tag in _read_item([word for word in item if word])])
    return list(dict.fromkeys(whole[int(tag[1:-1])] if _WHOLE.match(tag) else tag for tag in tags))


def _read_item(words: list[str]) -> list[str]:
    """The tags between two commas. Words that are no tags form one: a phrase, or a person after OVIP."""
    tags: list[str] = []
    run: list[str] = []
    for word in [*words, ""]:
        if word and not _is_tag(word):
            run.append(word)
            continue
        tags += _people(run) if tags[-1:] == ["OVIP"] and len(run) > 1 else _phrase(run)
        run = []
        if word:
            tags += _unglue(word)
    return tags


def _is_tag(word: str) -> bool:
    return (
        word in SUBJECT_TAGS
        or (len(word) == 2 and word not in _SMALL_WORDS)
        or any(not char.isalpha() for char in word)
        or len(_unglue(word)) > 1
    )


def _phrase(words: list[str]) -> list[str]:
    """Unknown words: one tag if a word is too long for a tag, else a tag each."""
    while words and words[0] in _SMALL_WORDS:
        words = words[1:]
    if all(word in WORD_TAGS or (len(word) < 6 and word not in _SMALL_WORDS) for word in words):
        return words
    return [" ".join(words)]


def _people(words: list[str]) -> list[str]:
    """People after OVIP, as surname and given name: REED DANA OAKES TOM. An initial belongs to the name before."""
    people: list[list[str]] = []
    for word in words:
        if people and (len(people[-1]) < 2 or len(word) == 1 or len(words) == 3):
            people[-1].append(word)
        else:
            people.append([word])
    return [f"{name[0]}, {' '.join(name[1:])}" if len(name) > 1 else name[0] for name in people]


def _join_names(tags: list[str]) -> list[str]:
    """Join the two parts of a person's name that a comma separates, if the second is a common given name."""
    joined: list[str] = []
    for tag in tags:
        before = joined[-1] if joined else ""
        if (
            tag.split(" ")[0].lower() in GIVEN_NAMES
            and tag not in SUBJECT_TAGS
            and len(before) > 2
            and before.isalpha()
            and before not in SUBJECT_TAGS
            and len(joined) > 1
        ):
            joined[-1] = f"{before}, {tag}"
        else:
            joined.append(tag)
    return joined


def _unglue(word: str) -> list[str]:
    """Split tags without a separator: PRELPGOV, PREL/PGOV."""
    if "/" in word:
        return [part for part in word.split("/") if part]
    if len(word) < 6 or word in SUBJECT_TAGS:
        return [word]
    for size in (4, 5):
        head, rest = word[:size], word[size:]
        if head in SUBJECT_TAGS and head not in _BEGIN_WORDS and len(rest) >= 2:
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
