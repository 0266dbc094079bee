"""Levels and captions in all spellings."""

import re

import pytest

from spacy_cables.anatomy.lexicon.levels import LEVEL_OR_CAPTION, LEVELS, PLAIN_LEVEL, UNCLASSIFIED, letter_spaced


@pytest.mark.parametrize("level", LEVELS)
def test_letter_spaced(level):
    spaced = "  ".join(" ".join(word) for word in level.split())
    assert re.fullmatch(letter_spaced(level), level) and re.fullmatch(letter_spaced(level), spaced)


@pytest.mark.parametrize("text", ["UNCLAS", "UNCLASSIFIED", "U N C L A S", "U N C L A S S I F I E D"])
def test_unclassified(text):
    assert re.fullmatch(UNCLASSIFIED, text) and re.fullmatch(LEVEL_OR_CAPTION, text)


@pytest.mark.parametrize("text", ["SECRET", "C O N F I D E N T I A L", "NOFORN", "N O F O R N", "SIPDIS", "EXDIS"])
def test_level_or_caption(text):
    assert re.fullmatch(LEVEL_OR_CAPTION, text)


def test_plain_level():
    assert re.fullmatch(PLAIN_LEVEL, "UNCLAS") and not re.fullmatch(PLAIN_LEVEL, "S E C R E T")
