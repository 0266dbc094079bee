"""Saved web pages."""

import pytest

from spacy_cables import CableError
from spacy_cables.formats.settings import Settings
from spacy_cables.formats.web_page import begins_page, read_page

TABLE = "<table><tr><th>Reference ID</th><th>Created</th></tr><tr><td>{}</td><td>2004-03-05 18:00</td></tr></table>"
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><table><tr><td>Menu</td><td>1</td></tr></table>"
    "{table}<code><pre>R 051800Z MAR 04&#x000A;FM A &amp; B</pre></code><code><pre>UNCLAS LIMA 24&#x000A;TAGS: "
    "<a href='/tag/PREL_0.html'>PREL</a>&#x000A;<a id='par1' href='#par1'>¶</a>1. No. &lt;END&gt;</pre></code></html>"
)


@pytest.fixture
def read(tmp_path):
    def read_content(content, name="page.html", **settings):
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        (cable,) = read_page(tmp_path / name, Settings(**settings))
        return cable

    return read_content


def test_the_text_is_that_of_the_pre_elements(read):
    cable = read(PAGE.format(title="", table=TABLE.format("04LIMA24")))
    assert cable.text == "R 051800Z MAR 04\nFM A & B\n\nUNCLAS LIMA 24\nTAGS: PREL\n¶1. No. <END>\n"
    assert [cable.text[start:end] for start, end in cable.links] == ["PREL"]
    assert [cable.text[anchor : anchor + 3] for anchor in cable.anchors] == ["¶1."]
    assert (cable.cable_id, cable.meta) == ("04LIMA24", {"cable_id": "04LIMA24", "date": "2004-03-05T18:00"})


@pytest.mark.parametrize(
    ("title", "table", "name", "cable_id"),
    [
        ("Viewing cable 04LIMA24, OLD &amp; NEW", "", "page.html", "04LIMA24"),
        ("Cable 04LIMA24: OLD &amp; NEW", "", "page.html", "04LIMA24"),
        ("News", "<table><tr><td>Reference ID</td><td>04LIMA24</td></tr></table>", "page.html", "04LIMA24"),
        ("News", "", "04LIMA24.html", "04LIMA24"),
        ("Viewing cable 04LIMA24, A", TABLE.format("<a href='x'>04LIMA25</a>"), "04LIMA26.html", "04LIMA25"),
    ],
)
def test_where_the_id_is(read, title, table, name, cable_id):
    cable = read(PAGE.format(title=title, table=table), name)
    assert cable.cable_id == cable_id
    assert cable.meta.get("subject", "OLD & NEW") in ("OLD & NEW", "A")


def test_other_pages(read):
    with pytest.raises(CableError, match=r"CE101.*page\.html:1.*a web page without a cable"):
        read("<html><body>News</body></html>")
    cable = read(f"<html>{TABLE.format('04LIMA24')}</html>")
    assert (cable.text, cable.faults[0].kind) == ("", "no_text")
    with pytest.raises(CableError, match="CE001"):
        read(f"<html>{TABLE.format('04LIMA24')}</html>", strict=True)


def test_windows_1252(read):
    cable = read(PAGE.format(title="", table="").replace("¶", "").replace("No", "Né").encode("cp1252"))
    assert "1. Né." in cable.text and cable.faults[0].kind == "encoding"


def test_what_begins_like_a_page():
    assert begins_page(b"\xef\xbb\xbf <!-- saved --> <HTML>") and begins_page(b"<!doctype html>\n")
    assert not begins_page(b"<TEI>") and not begins_page(b"<code><pre>UNCLAS")


def test_rows_of_other_lengths_and_tags_inside_of_cells(read):
    rows = "<tr></tr><tr><td>Subject</td></tr><tr><td><u>Subject</u></td><td><var>OLD</var></td></tr><tr><td>Origin"
    cable = read(PAGE.format(title="", table=f"<table>{rows}</td><td>A</td><td>B</td></tr></table>"), "04LIMA24.html")
    assert cable.meta == {"cable_id": "04LIMA24", "subject": "OLD"}
