"""Tables as Markdown and HTML."""

from spacy_cables.text.tables import Table, tables_to_html, tables_to_markdown

TABLE = Table("Cables|year", ["year", "cables"], [["1966 | <old>", 1200], ["a\\b\nc", 3]])


def test_markdown_escapes_what_would_end_a_cell():
    assert TABLE.to_markdown() == ("| year | cables |\n| --- | ---: |\n| 1966 \\| <old> | 1,200 |\n| a\\\\b c | 3 |")
    assert tables_to_markdown("All", [TABLE]).startswith("## All\n\n### Cables\\|year\n\n| year")


def test_html_escapes_tags():
    html = tables_to_html("A & B", [TABLE])
    assert "<strong>A &amp; B</strong>" in html
    assert "<td>1966 | &lt;old&gt;</td><td>1,200</td>" in html
    assert "<caption>Cables|year</caption>" in html
