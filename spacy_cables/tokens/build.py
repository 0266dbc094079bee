"""Make a `Doc` from a cable, with the cable's text as its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.lang.en import English
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from ..text.cable import ParsedCable
from ..text.faults import make_fault
from ..text.labelled import LabelledText, RawCable
from ..text.offsets import transfer_spans
from .alignment import split_at
from .labelled import DocText
from .long_chunks import tokenise
from .white_space import count_words

if TYPE_CHECKING:
    from ..anatomy import Anatomy


def to_doc(
    cable: LabelledText,
    vocab: Vocab,
    *,
    tokenizer: Callable[[str], Doc] | None = None,
    anatomy: bool = False,
) -> Doc:
    """Build the `Doc` of a cable. Its text is the cable's text, character for character.

    The words of a `ParsedCable` are tokens, and where more than one space stands between two of them there is a token
    of white space, as spaCy's own tokenizers make it. A `DocText` has its document. Any other text is tokenised, and a
    token in which an entity starts or ends is split there, so that no entity is lost. Of entities that overlap, a
    document can hold only one; the others are listed as faults.

    cable (LabelledText): The cable.
    vocab (Vocab): The vocabulary of the pipeline.
    tokenizer (Callable | None): The tokenizer of the pipeline; spaCy's for English by default.
    anatomy (bool): Also find the header fields and parts of the cable, for `Doc._.cable` and `doc.spans`.
    RETURNS (Doc): The document, with entities, sentence starts if they are known, and `Doc._.cable`.
    """
    if isinstance(cable, ParsedCable):
        doc = _from_words(cable, vocab)
    elif isinstance(cable, DocText):
        doc = cable.doc
    elif isinstance(cable, RawCable):
        doc = tokenise(tokenizer or _english().tokenizer, cable.text)
    else:
        doc, cable = _tokenise(cable, tokenizer or _english().tokenizer)
    doc._.cable = doc._.cable or cable_dict(cable, doc)
    if anatomy:
        from .anatomy import add_anatomy  # here, for the reason in `find_anatomy`

        add_anatomy(doc, find_anatomy(cable))
    return doc


def find_anatomy(cable: LabelledText) -> Anatomy:
    """Find the anatomy of a cable with all that its file says: the id, paragraph anchors, links and metadata.

    cable (LabelledText): The cable.
    RETURNS (Anatomy): Its anatomy, in offsets of `cable.text`.
    """
    # Imported here, since its patterns take a tenth of a second to compile and many readers do not need it.
    from ..anatomy import parse_anatomy

    record = cable.meta if isinstance(cable, RawCable) else cable.meta.get("meta") or {}
    anchors, links = (cable.anchors, cable.links) if isinstance(cable, ParsedCable | RawCable) else ((), ())
    return parse_anatomy(cable.text, anchors=anchors, links=links, cable_id=cable.cable_id, meta=record)


def _from_words(parsed: ParsedCable, vocab: Vocab) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    sent_starts: list[bool] = []
    places: list[int] = []  # the token of each word
    text, starts = parsed.text, parsed.starts
    for word, start, following, starts_sentence in zip(
        parsed.words, starts, (*starts[1:], len(text)), parsed.sent_starts, strict=False
    ):
        places.append(len(words))
        words.append(word)
        sent_starts.append(starts_sentence)
        blanks = text[start + len(word) : following]
        spaces.append(blanks[:1] == " ")
        if blanks not in ("", " "):
            words.append(blanks.removeprefix(" "))
            spaces.append(False)
            sent_starts.append(False)
    doc = Doc(vocab, words=words, spaces=spaces, sent_starts=sent_starts)
    ents = [Span(doc, places[start], places[end - 1] + 1, label) for start, end, label in parsed.ents]
    doc.set_ents(ents, default="outside")
    return doc


def _tokenise(cable: LabelledText, tokenizer: Callable[[str], Doc]) -> tuple[Doc, LabelledText]:
    """Tokenise a text and set its entities. Also returns the cable with the spans that the document has."""
    spans = transfer_spans(cable.spans, cable.text, cable.text)  # trims white space at their edges
    doc = split_at(tokenise(tokenizer, cable.text), (edge for start, end, _ in spans for edge in (start, end)))
    found = (doc.char_span(start, end, label=label) for start, end, label in spans)
    doc.set_ents(filter_spans(span for span in found if span is not None), default="outside")
    kept = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
    lost = [span for span in spans if span not in kept]
    faults = [make_fault(cable.text, "overlap", start, "left the entity out") for start, _, _ in lost]
    return doc, replace(cable.with_spans(kept), faults=(*cable.faults, *faults))


@cache
def _english() -> English:
    return English()


def cable_dict(cable: LabelledText, doc: Doc | None = None) -> dict[str, Any]:
    """Make the `Doc._.cable` of a cable that was read from a file.

    cable (LabelledText): The cable.
    doc (Doc | None): Its document, used to count words if the cable has none.
    RETURNS (dict): JSON-serializable: cable_id, style, is_stub, counts of words and of entities by label, faults; and
        `meta`, of a raw cable.
    """
    words = None if doc is None or isinstance(cable, ParsedCable) else count_words(doc)
    return {
        **({"meta": dict(cable.meta)} if isinstance(cable, RawCable) else cable.meta),
        "cable_id": cable.cable_id,
        "style": cable.style if isinstance(cable, ParsedCable) else "inline",
        "is_stub": cable.is_stub,
        "n_words": cable.n_words if words is None else words,
        "n_ents": len(cable.spans),
        "labels": dict(sorted(Counter(label for _, _, label in cable.spans).items())),
        "faults": [asdict(fault) for fault in cable.faults],
    }
