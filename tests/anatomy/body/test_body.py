"""The body of a cable in one go."""

from spacy_cables.anatomy import (
    find_comments,
    find_headings,
    find_notes,
    find_page_breaks,
    find_paragraphs,
    find_portion_marks,
    find_redactions,
    find_summary,
    parse_anatomy,
)

HEADER = "UNCLAS LUSAKA 000123\n\nSUBJECT: A QUIET VISIT\n\n"
BODY = """1. (U) Summary. He met XXXXXXXXXXXX. End summary.

On the Coast
------------

2. (U) They met in

LUSAKA 00000123 002 OF 002

Mbala. (Note: By the sea. End note.)

3. (U) Comment: A bold step. End comment.
PIKE
"""


def test_body_has_what_each_finder_finds():
    text = HEADER + BODY
    body = parse_anatomy(text).body
    assert text[body.start_char : body.end_char].strip() == BODY.removesuffix("PIKE\n").strip()
    assert list(body.paragraphs) == find_paragraphs(text) != []
    assert list(body.portion_marks) == find_portion_marks(text) != []
    assert list(body.headings) == find_headings(text) != []
    assert list(body.comments) == find_comments(text) != []
    assert list(body.notes) == find_notes(text) != []
    assert list(body.page_breaks) == find_page_breaks(text) != []
    assert list(body.redactions) == find_redactions(text) != []
    assert body.summary == find_summary(text)
    assert body.signature.text == "PIKE"


def test_body_of_nothing():
    body = parse_anatomy("").body
    assert (body.start_char, body.end_char, body.paragraphs, body.summary, body.signature) == (0, 0, (), None, None)
