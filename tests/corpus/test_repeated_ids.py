"""Two cables with one id: found by `check`, and refused where an id stands for a cable."""

import pytest
import srsly
from typer.testing import CliRunner

from spacy_cables import CableCorpus, CableError
from spacy_cables.cli import app
from spacy_cables.corpus.check import check
from spacy_cables.corpus.convert import convert
from spacy_cables.corpus.stats import stats
from spacy_cables.text.files import write_text

SHARES = "train=0.5,dev=0.5"


@pytest.fixture(params=["folders", "one file"])
def twice(request, tmp_path):
    """A corpus with the id `b` twice, and a stub twice, which is no cable."""
    if request.param == "folders":
        for name in ("1/a", "1/b", "2/b", "2/c"):
            write_text(tmp_path / f"in/{name}.txt", f"[PER Ada] saw {name}.\n")
        for folder in "12":
            write_text(tmp_path / f"in/{folder}/stub.txt", "Appears in these articles:\n")
        return tmp_path / "in"
    rows = [{"cable_id": name, "text": f"Ada saw {name}.", "spans": [[0, 3, "PER"]]} for name in "abbc"]
    srsly.write_jsonl(tmp_path / "in.jsonl", rows)
    return tmp_path / "in.jsonl"


@pytest.fixture(params=["shares", "names"])
def splits(request, tmp_path):
    if request.param == "shares":
        return SHARES
    srsly.write_json(tmp_path / "splits.json", {"train": ["a", "b"], "dev": ["c"]})
    return tmp_path / "splits.json"


def test_check(twice):
    (finding,) = check(twice).of_kind("repeated")
    assert finding.cable_id == "b"
    places = [finding.text, finding.detail.removeprefix("also in ")]
    if twice.is_dir():
        assert places == [str(twice / "2/b.txt"), str(twice / "1/b.txt")]
    else:
        assert places == [str(twice)] * 2
    assert CliRunner().invoke(app, ["check", str(twice)]).exit_code == 0
    assert CliRunner().invoke(app, ["check", str(twice), "--strict"]).exit_code == 1


def test_convert(twice, splits, tmp_path):
    with pytest.raises(CableError, match=r"CE016\] b: .*in.* and in .*in"):
        convert(twice, tmp_path / "out", splits=splits)
    assert not list(tmp_path.glob("out/*"))
    assert (
        convert(twice, tmp_path / "all.spacy").repeated,
        convert(twice, tmp_path / "all.spacy").parts["all"].cables,
    ) == (["b"], 4)
    result = CliRunner().invoke(app, ["convert", str(twice), str(tmp_path / "all.spacy")])
    assert "1 cable with the id of another one, the first b" in result.output


def test_stats(twice, splits):
    with pytest.raises(CableError, match="CE016"):
        stats(twice, splits=splits)
    assert stats(twice).parts["all"].cables == 4


def test_export(twice, tmp_path):
    result = CliRunner().invoke(app, ["export", str(twice), str(tmp_path / "out.jsonl")])
    assert result.exit_code == 1
    assert "CE016" in result.output
    assert not (tmp_path / "out.jsonl").exists()


def test_reader_with_shares(twice):
    with pytest.raises(CableError, match="CE016"):
        CableCorpus(twice, splits=SHARES, part="train")


def test_cables_without_ids_cannot_be_split_by_shares(tmp_path):
    srsly.write_jsonl(tmp_path / "in.jsonl", [{"text": "Ada left.", "spans": []}] * 3)
    with pytest.raises(CableError, match="CE015"):
        convert(tmp_path / "in.jsonl", tmp_path / "out", splits=SHARES)
    assert convert(tmp_path / "in.jsonl", tmp_path / "all.spacy").repeated == []


@pytest.mark.parametrize("form", ["brackets", "spacy", "standoff"])
def test_shares_are_of_the_cables_whatever_their_form(tmp_path, form, nlp):
    """Ten cables and five stubs, by 0.8 and 0.2: stubs do not count."""
    for i in range(10):
        write_text(tmp_path / f"in/09OSLO{i}.txt", f"[PER Ada] saw {i}.\n")
        write_text(tmp_path / f"sources/09OSLO{i}.txt", f"Ada saw {i}.\n")
    for i in range(5):
        write_text(tmp_path / f"in/09STUB{i}.txt", "Appears in these articles:\n")
    path, settings = tmp_path / "in", {}
    if form == "spacy":
        convert(path, tmp_path / "a.spacy")
        path = tmp_path / "a.spacy"
    if form == "standoff":
        assert CliRunner().invoke(app, ["export", str(path), str(tmp_path / "a.jsonl")]).exit_code == 0
        path, settings = tmp_path / "a.jsonl", {"source": tmp_path / "sources"}
    splits = "train=0.8,dev=0.2"
    converted = convert(path, tmp_path / "out", splits=splits, **settings)
    assert {name: part.cables for name, part in converted.parts.items()} == {"train": 8, "dev": 2}
    assert {name: part.cables for name, part in stats(path, splits=splits, **settings).parts.items()} == {
        "train": 8,
        "dev": 2,
    }
    dev = CableCorpus(path, splits=splits, part="dev", **settings)
    assert [example.text for example in dev(nlp)] == [
        example.text for example in CableCorpus(tmp_path / "out/dev.spacy")(nlp)
    ]
