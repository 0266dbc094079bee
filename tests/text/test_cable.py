import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables import CableError, Entity, parse_cable, write_cable
from spacy_cables.text.brackets import STYLES, scan
from spacy_cables.text.markup import strip_markup

TOKENISED = "<pre>[ORG Embassy Vaduz  ] reports .\n[PER Ada Okoro</pre>  ] 's aide left [LOC Oslo ] [ sic ] .\n"
INLINE = "1. (C) [PER Ada\nOkoro]'s [ORG DCM]-led team left. [PER Obi]/[PER Ito] stayed.\n"


def names(parsed):
    return [(ent.label, " ".join(parsed.words[ent.start : ent.end])) for ent in parsed.ents]


def test_seed(seed):
    parsed = parse_cable(seed, cable_id="08LONDON2643", strict=True)
    labels = [ent.label for ent in parsed.ents]
    assert len(parsed.words) == 998
    assert [labels.count(label) for label in ("LOC", "ORG", "MISC", "PER")] == [37, 24, 23, 14]
    assert parsed.style == "tokenised"
    written = write_cable(parsed).encode()
    assert written == seed.encode()
    assert len(written) == 7155


def test_parse_tokenised():
    parsed = parse_cable(TOKENISED, path="x/09VADUZ1.txt")
    assert (parsed.cable_id, parsed.style, parsed.faults) == ("09VADUZ1", "tokenised", ())
    assert names(parsed) == [("ORG", "Embassy Vaduz"), ("PER", "Ada Okoro"), ("LOC", "Oslo")]
    assert parsed.text == "Embassy Vaduz reports. Ada Okoro's aide left Oslo [sic]."
    assert [parsed.words[i] for i, start in enumerate(parsed.sent_starts) if start] == ["Embassy", "Ada"]


def test_parse_inline():
    parsed = parse_cable(INLINE, style="inline")
    assert names(parsed) == [("PER", "Ada Okoro"), ("ORG", "DCM"), ("PER", "Obi"), ("PER", "Ito")]
    assert [parsed.text[start:end] for start, end, _ in parsed.spans] == ["Ada\nOkoro", "DCM", "Obi", "Ito"]
    assert parsed.text == INLINE.replace("[PER ", "").replace("[ORG ", "").replace("]", "")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\r\n",
        "\ufeff[PER Ada  ] left .\r\n[LOC Oslo  ] .\r\n",
        "a\x00b [PER A\x00da  ] \udc80 .",
        "<a id='par1' href='#par1'>1</a> [PER Ada<a  ] id='par14' href='#par14'> x",
        TOKENISED,
        INLINE.replace("\n", " "),
        "no marks at all",
        "Appears in these articles:\n",
    ],
)
def test_write_is_the_inverse(text, style):
    parsed = parse_cable(text, style=style)
    assert parsed.faults == ()
    assert write_cable(parsed) == text


def test_stub():
    assert parse_cable("<p>Appears in these articles:</p>\n").is_stub
    assert not parse_cable("").is_stub


def test_mark_around_tags_alone_is_empty():
    parsed = parse_cable("x [PER <b> ] y")
    assert [(fault.kind, fault.line, fault.column) for fault in parsed.faults] == [("empty", 1, 8)]
    assert parsed.words == ("x", "y")


def test_many_empty_marks_are_listed_once_each():
    parsed = parse_cable("[PER Ada] [PER <b>] [FOO ] [PER </b>] [LOC Oslo]", style="inline")
    assert [fault.kind for fault in parsed.faults] == ["empty", "empty"]
    assert names(parsed) == [("PER", "Ada"), ("LOC", "Oslo")]
    assert "FOO" in parsed.words


@pytest.mark.parametrize("style", STYLES)
def test_strict_names_place_and_text(style):
    with pytest.raises(CableError, match=r"CE001.*a/b\.txt:2:3.*\[PER Ada"):
        parse_cable("One\na [PER Ada\n", style=style, strict=True, path="a/b.txt")


def test_no_sentence_starts_inside_an_entity():
    parsed = parse_cable("We saw [ORG Alert! Inc.] there. All left.", style="inline")
    assert [parsed.words[i] for i, start in enumerate(parsed.sent_starts) if start] == ["We", "All"]


def test_source_gives_text_anchors_and_links():
    source = "<pre>TAGS <a href='/tag/X_0.html'>XV</a>\n\n<a id='par1' href='#par1'>1</a>.  Ada's\n aide.</pre>"
    parsed = parse_cable("TAGS XV\n1 . [PER Ada  ] 's aide .\n", source=source, strict=True, style="tokenised")
    assert parsed.text == "TAGS XV\n\n1.  Ada's\n aide.\n"
    assert [parsed.text[start:end] for start, end, _ in parsed.spans] == ["Ada"]
    assert [parsed.text[start:end] for start, end in parsed.links] == ["XV"]
    assert [parsed.text[anchor] for anchor in parsed.anchors] == ["1"]


@pytest.mark.parametrize(
    "source", ["", "quite another text", "Ada left the house .", "Ada left\n\ntown today, she said."]
)
def test_source_that_differs_is_a_fault_and_loses_no_word(source):
    text = "[PER Ada  ] left town , she said .\n"
    parsed = parse_cable(text, source=source, style="tokenised")
    assert [fault.kind for fault in parsed.faults] == ["source"]
    assert parsed.words == ("Ada", "left", "town", ",", "she", "said", ".")
    for word, start in zip(parsed.words, parsed.starts, strict=True):
        assert parsed.text[start : start + len(word)] == word
    with pytest.raises(CableError, match="CE001"):
        parse_cable(text, source=source, style="tokenised", strict=True)


def test_seed_aligned_to_its_source(seed, assets):
    source = assets("cables") / "08LONDON2643.txt"
    text = source.read_bytes().decode("utf-8")
    parsed = parse_cable(seed, source=text, strict=True)
    assert parsed.text == strip_markup(text).text
    assert len(parsed.ents) == 98


def test_write_changed_entities():
    parsed = parse_cable(TOKENISED)
    changed = replace(parsed, ents=(parsed.ents[0], Entity(5, 6, "PER")))
    written = write_cable(changed)
    assert "[PER Okoro  ]</pre>" in written
    assert names(parse_cable(written)) == [("ORG", "Embassy Vaduz"), ("PER", "Okoro")]


def test_write_in_the_other_style():
    assert write_cable(parse_cable("[PER Ada  ] 's aide .\n"), style="inline") == "[PER Ada]'s aide."
    assert write_cable(parse_cable("[PER Ada]'s aide.\n"), style="tokenised") == "[PER Ada  ] 's aide .\n"


@pytest.mark.parametrize("style", STYLES)
def test_write_protects_what_would_read_as_marks_or_markup(style):
    parsed = parse_cable("[PER Ada &#93; Okoro] &#91;LOC Oslo] &lt;b> R&amp;amp;D\n", style="inline")
    again = parse_cable(write_cable(parsed, style="tokenised"), style="tokenised", strict=True)
    assert (again.words, again.ents) == (parsed.words, parsed.ents)
    assert names(again) == [("PER", "Ada ] Okoro")]


@pytest.mark.parametrize(
    "function", [lambda: parse_cable("", style="prose"), lambda: write_cable(parse_cable(""), style="x")]
)
def test_unknown_style(function):
    with pytest.raises(CableError, match="CE006"):
        function()


WORDS = st.sampled_from(["Ada", "Okoro", "U.S.", "left", "10-year", "said", "A.B", "Zürich", "¶1.", "5%", "R&D", "x<y"])
ENTITY = st.tuples(st.sampled_from(["PER", "LOC", "ORG", "MISC"]), st.lists(WORDS, min_size=1, max_size=3))
TAG = st.sampled_from(["<b>", "</pre>", "<br/>", "<a href='/tag/X_0.html'>"])


@st.composite
def cables(draw, style):
    """A fault-free cable: words, entities, literal brackets, tags, blanks and line ends."""
    blank = st.sampled_from([" ", "  "]) if style == "inline" else st.just(" ")
    close = st.just("]") if style == "inline" else st.sampled_from(["  ]", " ]", "]"])
    pieces = []
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(["word", "entity", "literal", "tag", "end"]))
        if kind == "entity":
            label, words = draw(ENTITY)
            inner = draw(blank).join(words) + draw(st.sampled_from(["", "", "</pre>", " [sic]"]))
            pieces.append(f"[{label} {inner}{draw(close)}")
        elif kind == "end":
            pieces.append(draw(st.sampled_from(["\n", "\r\n", "\n\n"])))
        else:
            pieces.append(
                draw(
                    {"word": WORDS, "literal": st.sampled_from(["[sic]", "[ x ]", "]", "[ [ y ] ]"]), "tag": TAG}[kind]
                )
            )
    return "".join(piece + draw(st.sampled_from(["", *[" "] * 3])) for piece in pieces)


@pytest.mark.parametrize("style", STYLES)
@given(data=st.data())
def test_round_trip_of_generated_cables(style, data):
    text = data.draw(cables(style))
    parsed = parse_cable(text, style=style, strict=True)
    assert write_cable(parsed) == text


PIECES = [
    "[PER ",
    "[LOC ",
    "[GPE ",
    "[SHIP ",
    "[",
    "]",
    "  ]",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "  ",
    "a",
    "Ada",
    ".",
    ",",
    "'s",
    "<b>",
]
PIECES += [
    "</pre>",
    "&amp;",
    "&",
    "&lt;",
    "&#91;",
    "<",
    ">",
    "\t",
    "[sic]",
    "[XXXX",
    "\ufeff",
    "\x00",
    "\xa0",
    "\u2028",
    '"',
    "U.S.",
]
HOSTILE = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=16).map("".join))


@given(HOSTILE, st.sampled_from([*STYLES, "auto"]))
def test_hostile_text(text, style):
    parsed = parse_cable(text, style=style)
    if parsed.faults:
        with pytest.raises(CableError, match=r"<text>:\d+:\d+: "):
            parse_cable(text, style=style, strict=True)
    else:
        assert parse_cable(text, style=style, strict=True).ents == parsed.ents
        assert write_cable(parsed) == text
    bare = strip_markup(scan(text, style=parsed.style).text).text
    assert "".join(parsed.words) == re.sub(r"\s", "", bare)
    assert [
        parsed.text[start : start + len(word)] for word, start in zip(parsed.words, parsed.starts, strict=True)
    ] == list(parsed.words)
    last = 0
    for (start, end, _), (start_char, end_char, _) in zip(parsed.ents, parsed.spans, strict=True):
        assert last <= start < end
        assert not any(parsed.sent_starts[start + 1 : end])
        name = parsed.text[start_char:end_char]
        assert name and name == name.strip()
        last = end


@given(HOSTILE, st.sampled_from(STYLES))
def test_hostile_text_survives_the_tokenised_style(text, style):
    parsed = parse_cable(text, style=style)
    again = parse_cable(write_cable(parsed, style="tokenised"), style="tokenised")
    if style == "inline" or not parsed.faults:
        assert (again.words, again.ents) == (parsed.words, parsed.ents)


@pytest.mark.parametrize("length", [5_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "piece", ["[", "]", "[PER ", "[PER x] ", "[PER <b>] [PER x] ", "<", "<a href=", "&", " ", "\n", ".", '"']
)
def test_a_megabyte_of_anything(piece, style, length):
    text = piece * (length // len(piece) // (10 if "x" in piece else 1))
    parsed = parse_cable(text, style=style)
    assert len(parsed.starts) == len(parsed.words)
    if parsed.words:
        assert parsed.placer()(parsed.starts[-1]) > (0, 0)


@pytest.mark.slow
def test_all_public_cables(assets):
    files = sorted(assets("annotated").rglob("*.txt"))
    assert len(files) == 2893
    for file in files:
        text = file.read_bytes().decode("utf-8", "replace")
        parsed = parse_cable(text, path=file)
        assert len(re.findall(r"\[(?:PER|LOC|ORG|MISC)[ \t]", text)) == len(parsed.ents) + len(parsed.faults), file.name
        assert parsed.faults or write_cable(parsed) == text, file.name
        assert all(parsed.text[a:b] == parsed.text[a:b].strip() != "" for a, b, _ in parsed.spans), file.name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("[PER <b>  ] x\n[PER Ada\n", "a.txt:1:6", id="an empty mark, found after the unclosed one"),
        pytest.param("x [FOO y  ]\n[PER <b>  ]\n", "a.txt:1:3", id="an empty mark in a later line"),
        pytest.param("[FOO y  ] [PER <b>  ]\n", "a.txt:1:1", id="an empty mark in the same line"),
        pytest.param("[PER <b>  ] [FOO y  ]\n", "a.txt:1:6", id="an empty mark before it in the same line"),
    ],
)
def test_strict_raises_the_first_fault_of_the_file(text, place):
    with pytest.raises(CableError, match=f"CE001.*{place}: "):
        parse_cable(text, style="tokenised", strict=True, path="a.txt")


def test_a_last_word_that_the_source_does_not_have_is_a_fault():
    (fault,) = parse_cable("Ada left town\n", source="Ada left city", style="tokenised").faults
    assert (fault.kind, fault.line, fault.column, fault.text) == ("source", 1, 10, "town")


def test_style_in_american_spelling():
    parsed = parse_cable(TOKENISED, style="tokenized")
    assert parsed == parse_cable(TOKENISED, style="tokenised")
    assert parsed.style == "tokenised"
    assert write_cable(parsed, style="tokenized") == TOKENISED
    with pytest.raises(CableError, match=r"^\[CE006\].*'tokenise'"):
        parse_cable(TOKENISED, style="tokenise")
