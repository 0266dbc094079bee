"""Tokenise long chunks of text in pieces, since spaCy's tokenizer needs the square of their length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

#: The most characters that go to the tokenizer at once, without white space between them. The longest chunk of the
#: public cables has 90, a ruled line.
MAX_CHUNK = 128
#: A web address of up to this many characters is not cut.
MAX_ADDRESS = 2000

_LONG = re.compile(rf"\S{{{MAX_CHUNK + 1},}}")
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[\W_]")
_SIGNS = "()[]<>{}\"'.,;:!?"


def tokenise(tokenizer: Callable[[str], Doc], text: str) -> Doc:
    """Tokenise a text, and with spaCy's own tokenizer in time that grows with its length. See `tokenise_in_pieces`.

    tokenizer (Callable): A tokenizer. Any other than `spacy.tokenizer.Tokenizer` is called as it is.
    text (str): The text.
    RETURNS (Doc): The document.
    """
    if isinstance(tokenizer, Tokenizer) and type(tokenizer) is Tokenizer:  # not a subclass with rules of its own
        return tokenise_in_pieces(tokenizer, text, is_address=tokenizer.url_match)
    return tokenizer(text)


def tokenise_in_pieces(
    call: Callable[[str], Doc], text: str, *, is_address: Callable[[str], object] | None = None
) -> Doc:
    """Tokenise a text in time that grows with its length. spaCy's tokenizer strips prefixes and suffixes from a chunk
    (what stands between white space) one by one, and looks at all of it for each. A chunk of more than 128 characters
    is therefore tokenised in pieces. Words are not cut, nor are web addresses. Any other text is tokenised as always.

    call (Callable): Tokenises a text, as spaCy's tokenizer does.
    text (str): The text.
    is_address (Callable | None): Whether a text is a web address: the `url_match` of the tokenizer.
    RETURNS (Doc): The document. `doc.text` is the text.
    """
    cuts = list(iter_cuts(text, is_address=is_address))
    if not cuts:
        return call(text)
    docs = [call(text[start:end]) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    return Doc(docs[0].vocab, words=words, spaces=spaces)


def iter_cuts(text: str, *, is_address: Callable[[str], object] | None = None) -> Iterator[int]:
    """Find where long chunks are cut: beside a sign, never inside a word.

    text (str): The text.
    is_address (Callable | None): Whether a text is a web address.
    YIELDS (int): Offsets in the text, in characters, in order.
    """
    for chunk in _LONG.finditer(text):
        if is_address is not None and len(chunk[0]) <= MAX_ADDRESS:
            core = chunk[0].strip(_SIGNS)
            if len(chunk[0]) - len(core) < len(_SIGNS) and is_address(core):
                continue
        start = chunk.start()
        for unit in _WORD_OR_SIGN.finditer(text, chunk.start(), chunk.end()):
            if unit.end() - start > MAX_CHUNK and unit.start() > start:
                yield unit.start()
                start = unit.start()
