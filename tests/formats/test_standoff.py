from __future__ import annotations

import json
from pathlib import Path

import pytest

from spacy_cables import CableError, ParsedCable, parse_cable
from spacy_cables.formats import CableFiles
from spacy_cables.formats.standoff import read_standoff, write_standoff
from spacy_cables.text.standoff import StandOff, take_off

GOLD = Path(__file__).resolve().parents[2] / "corpus" / "gold"

SOURCE = "<pre>UNCLAS OSLO 000077\n\n1. (U) Berge &amp; Sons met Kari Vik.\n</pre>"
INLINE = "UNCLAS [LOC OSLO] 000077\n\n1. (U) [ORG Berge & Sons] met [PER Kari Vik].\n"


@pytest.fixture
def annotated() -> ParsedCable:
    return parse_cable(INLINE, style="inline", cable_id="09OSLO77")


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
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,4,"P R"]]}', "CE004", id="bad label"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[4,4,"PER"]]}', "span", id="empty span"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,10,"PER"]]}', "span", id="behind the end"),
        pytest.param('{"cable_id":"a","sha256":"","length":9,"spans":[[2,5,"A"],[4,6,"B"]]}', "span", id="overlap"),
        pytest.param('{"cable_id":"first","sha256":"","length":9,"spans":[]}', "already", id="twice"),
    ],
)
def test_read_standoff_names_the_line(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(StandOff("first", "0", 9, ()).to_line() + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(CableError, match=rf"CE103.*gold.jsonl:3: .*{reason}"):
        read_standoff(path)


def test_missing_source(annotated: ParsedCable, tmp_path: Path) -> None:
    other = parse_cable("Gone.\n", style="inline", cable_id="09OSLO78")
    write_standoff([other, annotated], tmp_path / "gold.jsonl")
    (tmp_path / "09OSLO77.txt").write_text(SOURCE, encoding="utf-8")
    with pytest.raises(CableError, match=r"CE104.*09OSLO78: no source .*09OSLO78\.txt"):
        list(CableFiles(tmp_path / "gold.jsonl", source=tmp_path))
    missing: list[str] = []
    found = list(CableFiles(tmp_path / "gold.jsonl", source=tmp_path, on_missing=missing.append))
    assert [parsed.cable_id for parsed in found] == ["09OSLO77"]
    assert missing == ["09OSLO78"]
    assert list(CableFiles(tmp_path / "gold.jsonl", source=tmp_path, wanted={"09OSLO77"}.__contains__)) == found
    assert list(CableFiles(tmp_path / "gold.jsonl", source=tmp_path, limit=1, on_missing=missing.append)) == found


def test_stand_off_needs_its_files(annotated: ParsedCable, tmp_path: Path) -> None:
    with pytest.raises(CableError, match="CE002"):
        list(CableFiles(tmp_path / "gold.jsonl", source=tmp_path))
    write_standoff([annotated], tmp_path / "gold.jsonl")
    with pytest.raises(CableError, match=r"CE002.*sources"):
        list(CableFiles(tmp_path / "gold.jsonl", source=tmp_path / "sources"))


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
