"""From a parsed cable to a `Doc`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from ..text.cable import ParsedCable
from .white_space import WHITE_SPACE


def to_doc(parsed: ParsedCable, vocab: Vocab, *, anatomy: bool = False) -> Doc:
    """Build the `Doc` of a cable: its words are the tokens, one for one, so that entities have the same indices.

    A `Doc` can hold one blank behind a token. All other white space of the cable (line ends, double blanks) is set
    aside in `doc.user_data`, and `exact_text`, `exact_ents` and `exact_doc` put it back.

    parsed (ParsedCable): The cable.
    vocab (Vocab): The vocabulary of the pipeline.
    anatomy (bool): Find the header fields and the parts of the cable, too, for `Doc._.cable` and `doc.spans`.
    RETURNS (Doc): The document, with entities, sentence starts and `Doc._.cable`.
    """
    doc = Doc(vocab, words=list(parsed.words), spaces=list(parsed.spaces), sent_starts=list(parsed.sent_starts))
    doc.set_ents([Span(doc, start, end, label) for start, end, label in parsed.ents], default="outside")
    white_space = _white_space(parsed)
    if white_space:
        doc.user_data[WHITE_SPACE] = white_space
    doc._.cable = cable_dict(parsed)
    if anatomy:
        # Here, since many readers do without, and its patterns take a tenth of a second to compile.
        from ..anatomy import parse_anatomy
        from .anatomy import add_anatomy

        found = parse_anatomy(parsed.text, anchors=parsed.anchors, links=parsed.links, cable_id=parsed.cable_id)
        add_anatomy(doc, found)
    return doc


def cable_dict(parsed: ParsedCable) -> dict[str, Any]:
    """What `Doc._.cable` says of a cable that was read from a file.

    parsed (ParsedCable): The cable.
    RETURNS (dict): JSON-able: cable_id, style, is_stub, counts of words and of entities by label, and the faults.
    """
    labels = Counter(label for _, _, label in parsed.ents)
    return {
        "cable_id": parsed.cable_id,
        "style": parsed.style,
        "is_stub": parsed.is_stub,
        "n_words": len(parsed.words),
        "n_ents": len(parsed.ents),
        "labels": dict(sorted(labels.items())),
        "faults": [
            {"kind": f.kind, "line": f.line, "column": f.column, "text": f.text, "repair": f.repair}
            for f in parsed.faults
        ],
    }


def _white_space(parsed: ParsedCable) -> list[list[Any]]:
    """What stands behind which word, where a `Doc` cannot say it: [word, white space] pairs."""
    pairs: list[list[Any]] = []
    text, words, starts = parsed.text, parsed.words, parsed.starts
    for i, (start, next_start) in enumerate(zip(starts, (*starts[1:], len(text)), strict=False)):
        end = start + len(words[i])
        if next_start - end > 1 or (next_start > end and text[end] != " "):
            pairs.append([i, text[end:next_start]])
    return pairs
