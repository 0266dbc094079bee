"""Tables as text, Markdown and HTML."""

from spacy_cables.text.tables import Table, tables_to_html, tables_to_markdown, tables_to_text

TABLE = Table("Cables|year", ["year", "cables"], [["1966 | <old>", 1200], ["a\\b\nc", 3]])


def test_markdown_escapes_what_would_end_a_cell():
    assert TABLE.to_markdown() == ("| year | cables |\n| --- | ---: |\n| 1966 \\| <old> | 1,200 |\n| a\\\\b c | 3 |")
    assert tables_to_markdown("All", [TABLE]).startswith("## All\n\n### Cables\\|year\n\n| year")


def test_html_escapes_tags():
    html = tables_to_html("A & B", [TABLE])
    assert "<strong>A &amp; B</strong>" in html
    assert "<td>1966 | &lt;old&gt;</td><td>1,200</td>" in html
    assert "<caption>Cables|year</caption>" in html


def test_text_stands_in_columns():
    table = Table("By post", ["", "F1"], [["OSLO", 1200], ["", 5]])
    assert tables_to_text("All", [table]) == "All\n\nBy post\n\n          F1\n----   -----\nOSLO   1,200\n           5"
    assert Table("None", ["a", "bc"], []).to_text() == "a   bc\n-   --"


def test_columns_stand_as_told():
    table = Table("", ["name", "F1"], [["a", "9.5 (9-10)"]], aligns="lr")
    assert table.to_markdown().splitlines()[1] == "| --- | ---: |"
    assert table.to_text().splitlines() == ["name           F1", "----   ----------", "a      9.5 (9-10)"]


def test_columns_that_are_not_right_aligned_stand_left():
    for other in "lt":
        assert Table("", ["a", "b"], [[1, 2]], aligns=f"{other}r").right() == [False, True]
