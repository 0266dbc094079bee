from __future__ import annotations

import json
from pathlib import Path

import pytest

from spacy_cables import CableError, ParsedCable, parse_cable, plain_text, write_cable
from spacy_cables.text.standoff import StandOff, iter_joined, join, read_standoff, take_off, write_standoff

GOLD = Path(__file__).resolve().parents[2] / "corpus" / "gold"

# The same cable as its source has it, and as it was annotated: HTML off, `&amp;` resolved.
SOURCE = """<code><pre>C O N F I D E N T I A L OSLO 000077

TAGS: <a href='/tag/NO_0.html'>NO</a>

<a id='par1' href='#par1'>¶</a>1. (C) Berge &amp; Sons [sic] met
Kari Vik in [LOC] Bodo&#39;s port.  She
left.
</pre></code>
"""
INLINE = """C O N F I D E N T I A L [LOC OSLO] 000077

TAGS: [LOC NO]

¶1. (C) [ORG Berge & Sons] [sic] met
[PER Kari Vik] in [LOC] [LOC Bodo]'s port.  She
left.
"""


@pytest.fixture
def annotated() -> ParsedCable:
    return parse_cable(INLINE, style="inline", cable_id="09OSLO77")


def test_take_off_counts_in_the_plain_text(annotated: ParsedCable) -> None:
    standoff = take_off(annotated)
    text = plain_text(SOURCE)
    assert standoff.length == len(text)
    assert [(text[start:end], label) for start, end, label in standoff.spans] == [
        ("OSLO", "LOC"),
        ("NO", "LOC"),
        ("Berge & Sons", "ORG"),
        ("Kari Vik", "PER"),
        ("Bodo", "LOC"),
    ]


def test_join_gives_the_cable_that_was_annotated(annotated: ParsedCable) -> None:
    joined = join(take_off(annotated), SOURCE)
    for name in ("cable_id", "style", "words", "spaces", "sent_starts", "ents", "text", "starts", "faults"):
        assert getattr(joined, name) == getattr(annotated, name), name
    # What the annotated text has lost, the source still knows.
    assert [joined.text[anchor:][:2] for anchor in joined.anchors] == ["¶1"]
    assert [joined.text[start:end] for start, end in joined.links] == ["NO"]


def test_join_writes_the_marks_into_the_source(annotated: ParsedCable) -> None:
    written = write_cable(join(take_off(annotated), SOURCE))
    assert "<a href='/tag/NO_0.html'>[LOC NO]</a>" in written
    assert "[ORG Berge &amp; Sons] [sic]" in written
    assert written.count("[") == SOURCE.count("[") + 5


def test_join_refuses_another_text(annotated: ParsedCable) -> None:
    with pytest.raises(CableError, match=r"CE302.*09OSLO77.*characters\), not .*characters"):
        join(take_off(annotated), SOURCE.replace("left", "came"))


def test_join_marks_a_whole_character_reference() -> None:
    annotated = parse_cable("Met [ORG Berge &] again.\n", style="inline", cable_id="a")
    written = write_cable(join(take_off(annotated), "<pre>Met Berge &amp; again.</pre>"))
    assert written == "<pre>Met [ORG Berge &amp;] again.</pre>"


def test_standoff_file_round_trip(annotated: ParsedCable, tmp_path: Path) -> None:
    cables = [annotated, parse_cable("No names here.\n", style="inline", cable_id="empty")]
    written = write_standoff(cables, tmp_path / "a")
    assert read_standoff(tmp_path / "a") == written
    data = (tmp_path / "a").read_bytes()
    write_standoff(cables, tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == data
    assert [list(json.loads(line)) for line in data.splitlines()] == [["cable_id", "sha256", "length", "spans"]] * 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("{", "Expecting", id="no JSON"),
        pytest.param("[]", "no JSON object", id="no object"),
        pytest.param('{"cable_id":"a","sha256":"","length":9}', "no 'spans'", id="no spans"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,4]]}', "unpack", id="no label"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,4,"P R"]]}', "CE006", id="bad label"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[4,4,"PER"]]}', "span", id="empty span"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,10,"PER"]]}', "span", id="behind the end"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,5,"A"],[4,6,"B"]]}', "span", id="overlap"),
        pytest.param('{"cable_id":"first","sha256":"","length":9,"spans":[]}', "already", id="twice"),
    ],
)
def test_read_standoff_names_the_line(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(StandOff("first", "0", 9, ()).to_line() + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(CableError, match=rf"CE301.*gold.jsonl:3: .*{reason}"):
        read_standoff(path)


def test_iter_joined_missing_source(annotated: ParsedCable, tmp_path: Path) -> None:
    other = parse_cable("Gone.\n", style="inline", cable_id="09OSLO78")
    write_standoff([other, annotated], tmp_path / "gold.jsonl")
    (tmp_path / "09OSLO77.txt").write_text(SOURCE, encoding="utf-8")
    with pytest.raises(CableError, match=r"CE303.*09OSLO78: no source .*09OSLO78\.txt"):
        list(iter_joined(tmp_path / "gold.jsonl", tmp_path))
    missing: list[str] = []
    found = list(iter_joined(tmp_path / "gold.jsonl", tmp_path, on_missing=missing.append))
    assert [parsed.cable_id for parsed in found] == ["09OSLO77"]
    assert missing == ["09OSLO78"]
    assert list(iter_joined(tmp_path / "gold.jsonl", tmp_path, cable_ids={"09OSLO77"})) == found
    assert list(iter_joined(tmp_path / "gold.jsonl", tmp_path, limit=1, on_missing=missing.append)) == []


def test_iter_joined_needs_its_files(tmp_path: Path) -> None:
    with pytest.raises(CableError, match="CE002"):
        list(iter_joined(tmp_path / "gold.jsonl", tmp_path))
    with pytest.raises(CableError, match="CE002"):
        list(iter_joined(tmp_path / "gold.jsonl", tmp_path / "sources"))


def test_shipped_gold_of_the_seed_is_its_inline_file() -> None:
    path = GOLD / "08LONDON2643.txt"
    text = path.read_bytes().decode("utf-8")
    standoff = take_off(parse_cable(text, style="inline", path=path))
    assert standoff in read_standoff(GOLD / "gold.jsonl")


def test_shipped_gold_and_its_splits_agree() -> None:
    names = [standoff.cable_id for standoff in read_standoff(GOLD / "gold.jsonl")]
    splits = json.loads((GOLD / "splits.json").read_text(encoding="utf-8"))
    assert sorted(name for part in splits.values() for name in part) == names
    assert {part: len(ids) for part, ids in splits.items()} == {"train": 165, "dev": 14, "test": 20}
