"""Lines, and rules between them."""

import pytest

from spacy_cables.anatomy.body.rules import RULE, split_lines


@pytest.mark.parametrize("rule", ["----", "=======", "**** ***", "- - - - -", "____"])
def test_rules(rule):
    assert RULE.fullmatch(rule)


@pytest.mark.parametrize("text", ["---", "- a -", "a-b"])
def test_no_rules(text):
    assert not RULE.search(text)


def test_split_lines():
    text = " one\n\n two \n"
    assert [text[line.start : line.end] for line in split_lines(text)] == ["one", "", "two", ""]
    assert [bool(line) for line in split_lines(text)] == [True, False, True, False]
