"""The words that open and close summaries, comments and notes."""

import pytest

from spacy_cables.anatomy.body.opening_words import (
    _BEFORE,
    COMMENT,
    END_COMMENT,
    END_NOTE,
    END_SUMMARY,
    NOTE,
    SUMMARY,
    opening_words,
)

from ..patterns import check_examples


@pytest.mark.parametrize("pattern, count", [(SUMMARY, 21), (END_COMMENT, 2), (COMMENT, 9), (_BEFORE, 12)])
def test_each_branch_matches_its_example(pattern, count):
    check_examples(pattern, count)


@pytest.mark.parametrize(
    "pattern, text",
    [
        (END_SUMMARY, "End of Executive summary"),
        (END_SUMMARY, "end sumary"),
        (END_COMMENT, "END EMBASSY COMMENT"),
        (END_COMMENT, "End of comments"),
        (END_NOTE, "END BIO NOTE"),
        (END_NOTE, "End note"),
    ],
)
def test_closing_words(pattern, text):
    assert pattern.fullmatch(text)


def test_opening_words():
    text = "Text. (Embassy Comment: A bold step.)"
    (found,) = opening_words(text, COMMENT)
    assert (found.words, found.bracket, found.stop) == ("Embassy Comment:", "(", ":")
    assert text[found.start : found.end] == "(Embassy Comment:"
    assert [note.stop for note in opening_words("NOTE: A. N.B. Nota bene: B.", NOTE)] == [":", ":"]
