"""The white space of a cable that a `Doc` cannot hold, and how to get it back."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

#: The key of `doc.user_data` under which white space is set aside: pairs of a token's index and what stands behind it.
WHITE_SPACE = "spacy_cables.white_space"


def exact_text(doc: Doc) -> str:
    """The text of a cable with all of its own white space.

    doc (Doc): A document, read by this package or not.
    RETURNS (str): The text; `doc.text` where nothing was set aside.
    """
    behind = _behind(doc)
    if not behind:
        return str(doc.text)
    return "".join(token.text + behind.get(token.i, token.whitespace_) for token in doc)


def exact_starts(doc: Doc) -> list[int]:
    """Where each token starts in `exact_text`.

    doc (Doc): The document.
    RETURNS (list): For each token a character offset.
    """
    behind = _behind(doc)
    if not behind:
        return [int(start) for start in doc.to_array("IDX")]
    starts = []
    position = 0
    for token in doc:
        starts.append(position)
        position += len(token.text) + len(behind.get(token.i, token.whitespace_))
    return starts


def exact_ents(doc: Doc) -> list[tuple[int, int, str]]:
    """The entities of a document in `exact_text`.

    doc (Doc): The document.
    RETURNS (list): start_char, end_char (half-open) and label of each entity.
    """
    starts = exact_starts(doc)
    return [(starts[ent.start], starts[ent.end - 1] + len(doc[ent.end - 1].text), ent.label_) for ent in doc.ents]


def exact_doc(doc: Doc) -> Doc:
    """The same document with its own white space: line ends and runs of blanks become tokens, as spaCy's tokenizer
    makes them. `exact_doc(doc).text` is `exact_text(doc)`.

    doc (Doc): The document.
    RETURNS (Doc): The document itself where nothing was set aside, else a new one with entities, spans, sentence
        starts and user data.
    """
    behind = _behind(doc)
    if not behind:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    sent_starts: list[bool] = []
    moved: list[int] = []  # where each token has gone
    for token in doc:
        moved.append(len(words))
        blanks = behind.get(token.i, token.whitespace_)
        words.append(token.text)
        spaces.append(blanks.startswith(" "))
        sent_starts.append(bool(token.is_sent_start))
        if blanks not in ("", " "):
            words.append(blanks.removeprefix(" "))
            spaces.append(False)
            sent_starts.append(False)
    exact = Doc(doc.vocab, words=words, spaces=spaces, sent_starts=sent_starts)
    ents = [Span(exact, moved[ent.start], moved[ent.end - 1] + 1, ent.label_) for ent in doc.ents]
    exact.set_ents(ents, default="outside")
    for key, group in doc.spans.items():
        exact.spans[key] = [
            Span(exact, moved[span.start], moved[span.end - 1] + 1, span.label, kb_id=span.kb_id, span_id=span.id)
            for span in group
            if len(span)
        ]
    exact.user_data.update({key: value for key, value in doc.user_data.items() if key != WHITE_SPACE})
    return exact


def trim_spans(spans: Iterable[Span]) -> list[Span]:
    """Take white space and HTML tags off the edges of spans.

    spans (Iterable): The spans.
    RETURNS (list): The spans without the tokens of white space at their edges. One of nothing else is left out.
    """
    trimmed = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and span.doc[start].is_space:
            start += 1
        while start < end and span.doc[end - 1].is_space:
            end -= 1
        if start < end:
            trimmed.append(Span(span.doc, start, end, label=span.label, kb_id=span.kb_id, span_id=span.id))
    return trimmed


def _behind(doc: Doc) -> dict[int, str]:
    return dict(doc.user_data.get(WHITE_SPACE, ()))
