import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables import plain_text
from spacy_cables.text.markup import _MARKUP, has_markup, strip_markup

from ..anatomy.patterns import check_examples


def test_each_kind_of_markup_matches_its_example():
    check_examples(_MARKUP, 5)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<pre>Rain</pre>", "Rain\n", id="tags"),
        pytest.param("AT&amp;T &lt;b&gt;", "AT&T <b>\n", id="references"),
        pytest.param("a<br>b", "ab\n", id="a tag is nothing, not a blank"),
        pytest.param("<220571> <x@example.org> a < b > c", "<220571> <x@example.org> a < b > c\n", id="no tags"),
        pytest.param("\ufeffRain", "Rain\n", id="byte order mark"),
        pytest.param("R&D; &nosuch; &", "R&D; &nosuch; &\n", id="no references"),
        pytest.param("  \n Rain \r\n\n", "Rain\n", id="outer white space"),
        pytest.param("<A HREF='x'>Rain</A >", "Rain\n", id="case and blanks"),
        pytest.param("", "", id="empty"),
        pytest.param("<pre>\n</pre>", "", id="tags alone"),
    ],
)
def test_plain_text(source, text):
    assert plain_text(source) == text


def test_strip_markup_knows_anchors_and_links():
    source = "<pre>TAGS: <a href='/tag/PREL_0.html'>PREL</a>\n<a id='par1' href='#par1'>1</a>. Rain."
    plain = strip_markup(source)
    assert plain.text == "TAGS: PREL\n1. Rain.\n"
    assert [plain.text[start:end] for start, end in plain.links] == ["PREL"]
    assert [plain.text[anchor:] for anchor in plain.anchors] == ["1. Rain.\n"]


@pytest.mark.parametrize("source", ["Rain", "R&D", "a < b"])
def test_has_markup_not(source):
    assert not has_markup(source)


PIECES = st.lists(st.sampled_from([*"ab &;<>\n\ufeff", "<b>", "</pre>", "&amp;", "&lt;", "<a href='/tag/X_0.html'>"]))


@given(PIECES.map("".join))
def test_places_lead_to_the_source_and_back(source):
    plain = strip_markup(source)
    places = [plain.to_source(i) for i in range(len(plain.text.rstrip("\n")))]
    assert places == sorted(set(places))
    for i, place in enumerate(places):
        assert source[place] == plain.text[i] or source[place] == "&"
        assert plain.to_text(place) == i
    assert has_markup(source) or plain.text.strip() == source.strip()
    assert all(0 <= plain.to_text(i) <= len(plain.text) for i in range(len(source) + 1))


PAGE = """<!DOCTYPE html><html><head><title>Cable</title></head><body>
<div><a href='/date/2004-03_0.html'>2004/03</a></div>
<code><pre>R 051800Z MAR 04&#x000A;FM AMEMBASSY LIMA</pre></code>
<div>Help</div>
<code><PRE class='x'>UNCLAS LIMA 001234&#x000A;TAGS: <a href='/tag/PREL_0.html'>PREL</a>
<a id='par1' href='#par1'>1</a>. Rain.</PRE></code>
<div>Foot</div></body></html>"""


def test_of_a_web_page_only_the_preformatted_text_is_kept():
    plain = strip_markup(PAGE)
    assert plain.text == ("R 051800Z MAR 04\nFM AMEMBASSY LIMA\n\nUNCLAS LIMA 001234\nTAGS: PREL\n1. Rain.\n")
    assert [plain.text[start:end] for start, end in plain.links] == ["PREL"]
    assert [plain.text[anchor:] for anchor in plain.anchors] == ["1. Rain.\n"]
    for word in ("051800Z", "LIMA", "UNCLAS", "Rain."):
        start = plain.text.index(word)
        source = PAGE[plain.to_source(start) : plain.to_source(start + len(word), end=True)]
        assert source == word


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<html><p>a</p></html>", "a\n", id="no preformatted text"),
        pytest.param("<code><pre>a</pre></code> b", "a b\n", id="no page around it"),
        pytest.param("<html><pre>a", "a\n", id="never closed, no closing tag at all"),
        pytest.param("<html></head><pre>a", "a\n", id="never closed"),
        pytest.param("<div>menu</div><pre></pre><pre>a</pre>", "a\n", id="an empty one"),
    ],
)
def test_plain_text_of_pages(source, text):
    assert plain_text(source) == text


def test_offsets_lead_both_ways_across_several_elements_of_a_page():
    source = "<html><pre>In <b>Oslo</b> now.</pre><p>Menu</p><pre>In <i>Bodo</i>.</pre><pre>End.</pre></html>"
    plain = strip_markup(source)
    assert plain.text == "In Oslo now.\n\nIn Bodo.\n\nEnd.\n"
    for word in ("In", "Oslo", "now.", "Bodo", "End."):
        assert plain.to_source(plain.text.index(word)) == source.index(word)
        assert plain.to_text(source.index(word)) == plain.text.index(word)
        assert plain.to_source(plain.text.index(word) + len(word), end=True) == source.index(word) + len(word)
