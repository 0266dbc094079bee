"""Read JSON of texts with annotations, as annotation tools and most libraries write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from ..text.faults import Fault
from ..text.files import read_text
from ..text.labelled import LabelledText
from ..text.offsets import CharSpan
from .conll import tags_to_spans
from .json_spans import find_spans, read_spans
from .settings import Settings

# The keys that different tools use, in order of precedence.
_IDS = ("cable_id", "id", "doc_id")
_TEXTS = ("text", "data")
_TAGS = ("ner_tags", "tags", "labels", "ner")
_RESULTS = ("annotations", "completions", "predictions")


def read_json_lines(path: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a file of JSON lines, of one JSON list or of one JSON object, with a text and its spans in each object.

    path (Path): The file. The spans are where `json_spans` finds them. Also read are Label Studio's standard export
        (`data`, `annotations`), the pairs of a text and its `entities` of spaCy 2, and lists of words with their tags
        (Hugging Face: `tokens`, `ner_tags`) or spans of words, the last included (GLiNER: `tokenized_text`, `ner`).
        The id is under "cable_id", "id" or "doc_id", in the object or its "meta". Numbers are ignored, since tools
        generate them.
    settings (Settings): The settings. `offsets` is what the offsets count.
    YIELDS (LabelledText): The texts, except those that the annotator rejected or skipped (`"answer": "reject"`), which
        are counted as left out.
    RAISES (CableError): CE101 for what is no such object, CE005 for a span outside of its text.
    """
    for place, record in _iter_records(path):
        try:
            answer = record.get("answer", "accept") if isinstance(record, dict) else "accept"
            if answer != "accept":
                settings.leave_out(place, f"answer {str(answer)[:20]}")
                continue
            cable = _read_record(record, settings.offsets)
            (cable.cable_id + cable.text + "".join(label for _, _, label in cable.spans)).encode()
        except UnicodeEncodeError as error:
            raise _no_cable(place, "half of a character (a surrogate without its pair)", record) from error
        except CableError:
            raise
        except ValueError as error:
            raise _no_cable(place, f"not an object with a text and its spans: {error}", record) from error
        yield cable


def _no_cable(place: str, reason: str, record: Any) -> CableError:
    return CableError(Errors.CE101.format(place=place, reason=reason, text=ascii(record)[:60]))


def _iter_records(path: Path) -> Iterator[tuple[str, Any]]:
    content = read_text(path)[0].removeprefix("\ufeff")
    # Not splitlines(): JSON strings may contain other line separators.
    lines = content.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    try:
        is_lines = isinstance(json.loads(lines[first]), dict)
    except (ValueError, RecursionError):
        is_lines = False
    if not is_lines:
        value = _load(content, path, 1)
        records = value if isinstance(value, list) and not _is_pair(value) else [value]
        yield from ((f"{path}[{index}]", record) for index, record in enumerate(records))
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield f"{path}:{number}", _load(line, path, number)


def _load(content: str, path: Path, line: int) -> Any:
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        place = f"{path}:{line + error.lineno - 1}:{error.colno}"
        start = max(error.pos - 30, 0)
        text = ascii(content[start : start + 60].strip())
        raise CableError(Errors.CE101.format(place=place, reason=f"not JSON ({error.msg})", text=text)) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; thousands of brackets
        reason = "not JSON (nested too deep)" if isinstance(error, RecursionError) else "not JSON (too long a number)"
        raise CableError(
            Errors.CE101.format(place=f"{path}:{line}", reason=reason, text=ascii(content[:60]))
        ) from error


def _read_record(record: Any, offsets: str) -> LabelledText:
    if _is_pair(record):
        return LabelledText("", record[0], find_spans(record[1], record[0], offsets))
    if not isinstance(record, dict):
        raise ValueError("no object")
    if isinstance(record.get("paragraphs"), list):
        raise ValueError("spaCy 2's format of paragraphs: make it a .spacy file with `python -m spacy convert`")
    if isinstance(record.get("data"), dict):
        return _read_task(record, offsets)
    words = next((record[name] for name in ("tokenized_text", "tokens") if _are_words(record.get(name))), None)
    if words is not None and ("tokenized_text" in record or any(name in record for name in _TAGS)):
        return _read_words(record, words)
    text = next((record[name] for name in _TEXTS if name in record), None)
    if not isinstance(text, str):
        raise ValueError("no text under 'text'")
    return LabelledText(_find_id(record), text, find_spans(record, text, offsets))


def _read_task(record: Mapping[str, Any], offsets: str) -> LabelledText:
    """Read a task of Label Studio (https://labelstud.io/guide/export, JSON). Of several annotations the one that is
    marked as ground truth counts, else the last one that was not cancelled; without any, the last prediction."""
    data = record["data"]
    texts = [value for value in data.values() if isinstance(value, str)]
    text = data["text"] if isinstance(data.get("text"), str) else texts[0] if len(texts) == 1 else None
    if text is None:
        raise ValueError("no text in 'data'")
    found: list[tuple[str, Mapping[str, Any]]] = []
    for name in _RESULTS:
        listed = record.get(name) or []
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            raise ValueError(f"{name!r} is no list of objects")
        if not found or name != "predictions":
            found += [(name, each) for each in listed if not each.get("was_cancelled")]
    truths = [each for each in found if each[1].get("ground_truth")] or found
    result: Any = truths[-1][1].get("result") if truths else []
    if not isinstance(result, list) or not all(isinstance(each, dict) for each in result):
        raise ValueError("'result' is no list of objects")
    values = [each.get("value") for each in result if each.get("type", "labels") == "labels"]
    faults: tuple[Fault, ...] = ()
    if len(found) > 1 or (truths and truths[-1][0] == "predictions"):
        repair = f"read the last of its {truths[-1][0]}" if truths is found else "read the one that is ground truth"
        faults = (Fault("annotations", 1, 1, f"{len(found)} {truths[-1][0]}", repair),)
    cable_id = _find_id(record) or _find_id(data)
    return LabelledText(cable_id, text, read_spans(values, text, offsets), faults=faults)


def _read_words(record: Mapping[str, Any], words: list[str]) -> LabelledText:
    """Read words with a tag each, or with spans of words. The words are joined by single spaces."""
    tags = next((record[name] for name in _TAGS if isinstance(record.get(name), list)), None)
    if tags is None:
        raise ValueError("words without tags")
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    if all(isinstance(tag, str) for tag in tags):
        if len(tags) != len(words):
            raise ValueError(f"{len(words)} words, but {len(tags)} tags")
        spans = tags_to_spans(_check_tags(tags))
    elif any(isinstance(tag, int) for tag in tags):
        raise ValueError("tags that are numbers: write their names (B-PER), which only the data set knows")
    else:
        spans = [_word_span(each, len(words)) for each in tags]
    found: tuple[CharSpan, ...] = tuple(
        (starts[start], starts[end - 1] + len(words[end - 1]), label) for start, end, label in spans
    )
    return LabelledText(_find_id(record), " ".join(words), found)


def _check_tags(tags: list[str]) -> list[str]:
    for tag in tags:
        if tag != "O" and not (tag[:1] in "BIESLUM" and tag[1:2] == "-" and tag[2:]):
            raise ValueError(f"not a tag (O, B-PER, I-PER ...): {tag!r:.40}")
    return tags


def _word_span(span: Any, length: int) -> CharSpan:
    """A span of GLiNER, whose last word is included."""
    (start, end, label), *_ = read_spans([span], "", "characters") or [(0, 0, "")]
    if not 0 <= start <= end < length:
        raise ValueError(f"no span of the {length} words: {str(span)[:60]}")
    return start, end + 1, label


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _is_pair(value: Any) -> bool:
    """Whether a value is a text with its annotations, as spaCy 2 was trained on."""
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict)


def _find_id(record: Mapping[str, Any]) -> str:
    meta = record.get("meta")
    for place in (record, meta if isinstance(meta, dict) else {}):
        for name in _IDS:
            if isinstance(place.get(name), str):
                return str(place[name])
    return ""
