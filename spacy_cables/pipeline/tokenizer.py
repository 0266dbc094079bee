"""The tokenizer of cables: English, with the joints that cables have, and HTML tags as tokens of white space."""

from __future__ import annotations

from collections.abc import Callable

from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from ..text.markup import iter_markup

# `U.S.-China`, `KOHLY)(DPOB`, `2004,"Embassy`, `03-Jun-80,GIZA`: joints that spaCy's rules of English leave unsplit.
INFIXES = (
    r"(?<=[A-Za-z]\.)[-–/](?=[A-Za-z])",
    r"[()\[\]\"“”]+",
    r"(?<=[A-Za-z])[/,;:](?=[A-Za-z])",
    r"(?<=[A-Za-z])[,;](?=\d)|(?<=\d)[,;](?=[A-Za-z])",
    "[–—]+",
)
PREFIXES = ("-+(?=[A-Za-z])", "¶")
SUFFIXES = ("(?<=[A-Za-z])-+", "[`´][sS]")


@registry.tokenizers("spacy_cables.CableTokenizer.v1")
def create_cable_tokenizer() -> Callable[[Language], CableTokenizer]:
    """Create the tokenizer that a config names."""

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
    """spaCy's tokenizer with a few more joints, which takes raw cables as they come from the web: each HTML tag is one
    token with `is_space` set, so that no entity starts or ends in one. The text of the document is the text as given.
    """

    def __call__(self, text: str) -> Doc:
        """Tokenize a text.

        text (str): The text, with or without HTML.
        RETURNS (Doc): The document.
        """
        tags = list(iter_markup(text)) if "<" in text else []
        if not tags:
            return super().__call__(text)
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in [*tags, (len(text), len(text))]:
            if words and text[position:start].startswith(" "):  # the blank behind a tag is the tag's
                spaces[-1] = True
                position += 1
            for token in super().__call__(text[position:start]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            if start < end:
                words.append(text[start:end])
                spaces.append(False)
                self.vocab[text[start:end]].set_flag(IS_SPACE, True)
            position = end
        return Doc(self.vocab, words=words, spaces=spaces)
