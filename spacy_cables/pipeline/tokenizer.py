"""The tokenizer of cables: spaCy's for English with additional splits, and each HTML tag as a white-space token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from ..text.markup import iter_markup
from ..tokens.long_chunks import tokenise_in_pieces
from ..tokens.white_space import flag_tags

#: Infixes in addition to spaCy's for English.
INFIXES = (
    r"(?<=[A-Za-z]\.)[-–/](?=[A-Za-z])",  # U.S.-Peru
    r"[()\[\]\"“”]+",  # OBI)(DPOB, 2004,"Embassy
    r"(?<=[A-Za-z])[/,;:](?=[A-Za-z])",  # Lima/Quito
    r"(?<=[A-Za-z])[,;](?=\d)|(?<=\d)[,;](?=[A-Za-z])",  # 03-Jun-80,LIMA
    "[–—]+",  # talks–then
)
PREFIXES = ("-+(?=[A-Za-z])", "¶")  # --Parliament, ¶1
SUFFIXES = ("(?<=[A-Za-z])-+", "[`´][sS]")  # Parliament--, ministry`s


@registry.tokenizers("spacy_cables.CableTokenizer.v1")
def create_cable_tokenizer() -> Callable[[Language], CableTokenizer]:
    """Create the tokenizer."""

    def make_tokenizer(nlp: Language) -> CableTokenizer:
        defaults = nlp.Defaults
        return CableTokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex([*PREFIXES, *(defaults.prefixes or ())]).search,
            suffix_search=compile_suffix_regex([*SUFFIXES, *(defaults.suffixes or ())]).search,
            infix_finditer=compile_infix_regex([*INFIXES, *(defaults.infixes or ())]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return make_tokenizer


class CableTokenizer(Tokenizer):
    """A tokenizer for cables with HTML. Each HTML tag is one token, and its `token.is_space` is true in all documents
    of the vocabulary (see `flag_tags`), so that no entity starts or ends there. `doc.text` is the text as given. Time
    grows with the length of the text, whatever it is (see `tokenise_in_pieces`).

    vocab (Vocab): The vocabulary.
    *args (Any): The arguments of `spacy.tokenizer.Tokenizer`.
    **kwargs (Any): The keyword arguments of `spacy.tokenizer.Tokenizer`.
    """

    def __init__(self, vocab: Vocab, *args: Any, **kwargs: Any) -> None:
        flag_tags(vocab)
        super().__init__(vocab, *args, **kwargs)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text.

        text (str): The text, with or without HTML.
        RETURNS (Doc): The document.
        """
        tags = list(iter_markup(text)) if "<" in text else []
        if not tags:
            return self._tokenise(text)
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in [*tags, (len(text), len(text))]:
            if words and text[position:start].startswith(" "):  # the space after a tag belongs to the tag
                spaces[-1] = True
                position += 1
            for token in self._tokenise(text[position:start]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            if start < end:
                words.append(text[start:end])
                spaces.append(False)
            position = end
        return Doc(self.vocab, words=words, spaces=spaces)

    def _tokenise(self, text: str) -> Doc:
        return tokenise_in_pieces(super().__call__, text, is_address=self.url_match)
