import json

import pytest

from spacy_cables.errors import CableError
from spacy_cables.evaluation import evaluate, make_reference, read_reference

from .two_cables import GOLD


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "09OSLO1.txt").write_text("[PER Ada Berg] left [LOC Oslo].\n")
    (tmp_path / "gold" / "75BERGEN2.txt").write_text("[LOC Bergen] sent nothing.\n")
    (tmp_path / "splits.json").write_text('{"train": ["75BERGEN2"], "test": ["09OSLO1"]}')
    return tmp_path


def test_reference_describes_its_cables():
    reference = make_reference(GOLD, "tests", "gold")
    assert (reference.cables, reference.entities, reference.words, len(reference.texts)) == (2, 6, 14, 2)
    assert reference.labels == {"PER", "LOC", "ORG", "MISC"}
    assert list(reference.to_dict()) == ["name", "kind", "sha256", "cables", "entities", "words"]
    assert json.loads(json.dumps(reference.to_dict())) == reference.to_dict()
    assert str(reference).startswith("tests (gold, 2 cables, 6 entities, sha256 ")
    assert make_reference(GOLD).sha256 == reference.sha256 != make_reference(GOLD[:1]).sha256


def test_read_reference_reads_a_part(folder):
    whole = read_reference(folder / "gold", kind="gold")
    assert (whole.name, whole.cables) == (str(folder / "gold"), 2)
    for part, cable_id in (("train", "75BERGEN2"), ("test", "09OSLO1")):
        reference = read_reference(folder / "gold", name="half", splits=folder / "splits.json", part=part)
        assert (reference.name, [cable.cable_id for cable in reference.texts]) == ("half", [cable_id])


def test_read_reference_refuses_what_it_does_not_know(folder):
    with pytest.raises(CableError, match=r"CE006.*part 'dev'.*train, test"):
        read_reference(folder / "gold", splits=folder / "splits.json", part="dev")
    with pytest.raises(CableError, match=r"CE006.*bronze"):
        read_reference(folder / "gold", kind="bronze")
    with pytest.raises(CableError, match="CE701"):
        make_reference([])


def test_evaluate_measures_against_a_path_as_against_a_reference(folder):
    reference = read_reference(folder / "gold")
    assert evaluate(reference.texts, folder / "gold", n_bootstrap=0).reference == reference
