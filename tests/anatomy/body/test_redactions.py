"""What was blacked out."""

from spacy_cables.anatomy import find_redactions


def test_find_redactions():
    text = "He met XXXXXXXXXXXX and xxxxxxxxxxxx. [Name removed] said so, [ DETAILS REMOVED ] too. XXX is none."
    assert [text[r.start_char : r.end_char] for r in find_redactions(text)] == [
        "XXXXXXXXXXXX", "xxxxxxxxxxxx", "[Name removed]", "[ DETAILS REMOVED ]",
    ]  # fmt: skip
