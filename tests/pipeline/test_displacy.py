"""Colours for displaCy."""

from spacy_cables import displacy_options
from spacy_cables.pipeline.displacy import PART_COLORS
from spacy_cables.text.labels import DISPLACY_COLORS


def test_every_label_has_a_colour():
    assert displacy_options() == {"colors": {**DISPLACY_COLORS, **PART_COLORS}}


def test_options_of_ones_own():
    options = displacy_options("paragraphs", colors={"PER": "red"}, top_offset=9)
    assert (options["spans_key"], options["top_offset"]) == ("paragraphs", 9)
    assert options["colors"] == {**DISPLACY_COLORS, **PART_COLORS, "PER": "red"}
