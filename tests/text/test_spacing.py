import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.text.spacing import align_to_source, recover_layout, spaces_by_rule


def join(words):
    return "".join(word + " " * space for word, space in zip(words, spaces_by_rule(words), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rain , rain ; rain . => Rain, rain; rain.", id="punctuation"),
        pytest.param("Rain ? Rain ! => Rain? Rain!", id="questions"),
        pytest.param("the ( old ) [ sic ] law => the (old) [sic] law", id="brackets"),
        pytest.param('the " near abroad , " he said => the "near abroad," he said', id="straight quotes"),
        pytest.param("the “ near abroad ” => the “near abroad”", id="curly quotes"),
        pytest.param("Moscow 's and the Poles ' => Moscow's and the Poles '", id="possessives"),
        pytest.param("did n't => didn't", id="contraction"),
        pytest.param("Moscow ’s and did n’t => Moscow’s and didn’t", id="curly apostrophes"),
        pytest.param(". ( C ) Annex 12 => . (C) Annex 12", id="no number before the full stop"),
        pytest.param("5 % of $ 10 => 5% of $10", id="signs"),
        pytest.param("a 10-year plan -- and more => a 10-year plan -- and more", id="hyphens"),
        pytest.param("wait ... => wait...", id="ellipsis"),
        pytest.param("3.5 or 1,000 => 3.5 or 1,000", id="decimals"),
        pytest.param("see http://x.org/a.b . => see http://x.org/a.b.", id="address"),
        pytest.param("Moscow , s view => Moscow,s view", id="artefact"),
        pytest.param("paper ( s ) => paper(s)", id="plural"),
        pytest.param("1 . ( C ) Talks => 1.(C) Talks", id="portion mark"),
        pytest.param("¶1 . ( C ) Talks => ¶1. (C) Talks", id="portion mark behind a pilcrow"),
    ],
)
def test_spaces_by_rule(text):
    words, expected = text.split(" => ")
    assert join(words.split(" ")) == expected


@given(st.lists(st.text(min_size=1).filter(lambda word: not any(map(str.isspace, word)))))
def test_spaces_by_rule_takes_any_words(words):
    spaces = spaces_by_rule(words)
    assert len(spaces) == len(words)
    assert not words or spaces[-1] is False


def test_align_to_source():
    source = "Ada's\n  aide,  he\u00a0said."
    words = ["Ada", "'s", "aide", ",", "he", "said", "."]
    starts = align_to_source(words, source)
    assert [source[start : start + len(word)] for start, word in zip(starts, words, strict=True)] == words


def test_align_to_source_stops_where_the_texts_differ():
    assert align_to_source(["a", "b", "x", "c"], "a b c") == [0, 2]
    assert align_to_source(["a"], "") == []


@pytest.mark.parametrize(
    ("words", "source", "text", "found"),
    [
        pytest.param("Ada left town .", "Ada left\n\ntown.", "Ada left\n\ntown.\n", 4, id="none"),
        pytest.param("Ada left town .", "Eda left\n\ntown.", "Ada left\n\ntown.\n", 0, id="the first"),
        pytest.param("Ada left town .", "Ada\n\nleft city.", "Ada\n\nleft town.\n", 2, id="one in the middle"),
        pytest.param("Ada left town", "Ada\n\nleft city", "Ada\n\nleft town\n", 2, id="the last"),
        pytest.param("Ada left town .", "Ada\n\nleft town!", "Ada\n\nleft town.\n", 3, id="a full stop at the end"),
        pytest.param("Ada left town .", "Ada\n\nleft the\ntown.", "Ada\n\nleft town.\n", 2, id="a word too many"),
        pytest.param("Ada left , too", "Ada\n\nleft too", "Ada\n\nleft, too\n", 2, id="a comma that the source lacks"),
        pytest.param("Ada left", "", "Ada left\n", 0, id="all"),
    ],
)  # fmt: skip
def test_words_that_differ_from_the_source_are_joined_by_rule_and_the_others_as_the_source_has_them(
    words, source, text, found
):
    layout, agreeing = recover_layout(words.split(), source)
    assert (layout.text, agreeing) == (text, found)
    ends = [start + len(word) for start, word in zip(layout.starts, words.split(), strict=True)]
    assert [layout.text[start:end] for start, end in zip(layout.starts, ends, strict=True)] == words.split()


def test_anchors_and_links_around_words_that_differ_stay_with_their_words():
    source = (
        "<a id='par1'>One</a> <a href='/tag/A_0.html'>two</a> <a id='par2'>drei</a> <a href='/tag/B_0.html'>vier</a> "
        "<a id='par3'>five</a> <a href='/tag/C_0.html'>six</a>"
    )
    layout, found = recover_layout(["One", "two", "threescore", "five", "six"], source)
    assert (layout.text, found) == ("One two threescore five six\n", 2)
    assert [layout.text[anchor:].split()[0] for anchor in layout.anchors] == ["One", "five"]
    assert [layout.text[start:end] for start, end in layout.links] == ["two", "six"]
