"""Lists of TAGS."""

from spacy_cables.anatomy import find_tags
from spacy_cables.anatomy.lexicon.tags import PHRASES, SUBJECT_TAGS


def test_listed_tags_are_read_as_they_are():
    assert {"PREL", "KDEM", "ZANU-PF", "AU-1"} <= SUBJECT_TAGS
    assert [find_tags(f"TAGS: {phrase}") for phrase in PHRASES] == [[phrase] for phrase in PHRASES]


def test_phrases_are_of_several_words_and_listed_once():
    assert len(set(PHRASES)) == len(PHRASES)
    assert not SUBJECT_TAGS & set(PHRASES)
