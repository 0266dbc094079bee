import json

import pytest

from spacy_cables.errors import CableError
from spacy_cables.evaluation.schemes import IDENTITY, ONTONOTES_TO_CONLL, Scheme, choose_scheme, read_scheme
from spacy_cables.text.labelled import LabelledText
from spacy_cables.text.labels import CONLL, ONTONOTES


@pytest.mark.parametrize(
    ("system", "gold", "scheme"),
    [
        ({"PER", "LOC"}, {"PER"}, IDENTITY),
        (set(CONLL), {"ORG"}, IDENTITY),
        (set(), set(), IDENTITY),
        ({"ORG", "LOC"}, {"PER", "LOC"}, IDENTITY),
        ({"ANIMAL"}, {"ANIMAL", "PLANT"}, IDENTITY),
        ({"PERSON", "DATE"}, {"PER", "LOC"}, ONTONOTES_TO_CONLL),
        (set(ONTONOTES), set(CONLL), ONTONOTES_TO_CONLL),
    ],
)
def test_choose_scheme_goes_by_the_labels(system, gold, scheme):
    assert choose_scheme(system, gold) is scheme


@pytest.mark.parametrize(
    ("system", "gold", "named", "scheme"),
    [
        ({"PERSON", "VESSEL"}, {"PER"}, "VESSEL", "ontonotes->conll"),
        ({"VESSEL"}, {"PER"}, "VESSEL", "identity"),
        ({"PERSON"}, {"ANIMAL"}, "PERSON", "identity"),
    ],
)
def test_choose_scheme_names_the_label_that_has_no_mapping(system, gold, named, scheme):
    with pytest.raises(CableError, match=rf"CE709.* {named} in the scheme '{scheme}'"):
        choose_scheme(system, gold)


def test_scheme_ontonotes_maps_every_label():
    assert set(ONTONOTES_TO_CONLL.labels) == set(ONTONOTES)
    assert set(ONTONOTES_TO_CONLL.labels.values()) == {*CONLL, None}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the United Nations", "United Nations"),
        ("The\nUnited Nations's", "United Nations"),
        ("THE HAGUE", "THE HAGUE"),
        ("The Hague’s", "The Hague"),
        ("Theresa", "Theresa"),
        ("the", "the"),
        ("Brussels'", "Brussels"),
        ("Ukraine 's", "Ukraine"),
        ("Moss", "Moss"),
        ("'s", "'s"),
    ],
)
def test_scheme_leaves_article_and_possessive_outside(name, expected):
    text = f"by {name} now"
    cable = LabelledText("", text, ((3, 3 + len(name), "ORG"),))
    ((start, end, label),) = ONTONOTES_TO_CONLL.apply(cable).spans
    assert (text[start:end], label) == (expected, "ORG")
    plain = Scheme("plain", ONTONOTES_TO_CONLL.labels)
    assert plain.apply(cable).spans == cable.spans


def test_scheme_drops_and_merges_labels():
    cable = LabelledText("", "Oslo Norway 1905", ((0, 4, "GPE"), (5, 11, "FAC"), (12, 16, "DATE")))
    assert ONTONOTES_TO_CONLL.apply(cable).spans == ((0, 4, "LOC"), (5, 11, "LOC"))
    with pytest.raises(CableError, match="CE709"):
        Scheme("small", {"GPE": "LOC"}).apply(cable)


def test_read_scheme_from_a_mapping_a_name_and_files(tmp_path):
    expected = Scheme("mine", {"GPE": "LOC", "DATE": None})
    assert read_scheme({"GPE": "LOC", "DATE": None}) == Scheme("mapping", expected.labels)
    assert read_scheme("ontonotes->conll") is ONTONOTES_TO_CONLL
    (tmp_path / "mine.json").write_text('{"GPE": "LOC", "DATE": null}')
    (tmp_path / "mine.yml").write_text("GPE: LOC\nDATE: null\n")
    assert read_scheme(tmp_path / "mine.json") == read_scheme(tmp_path / "mine.yml") == expected
    for scheme in (IDENTITY, ONTONOTES_TO_CONLL):
        (tmp_path / "whole.json").write_text(json.dumps(scheme.to_dict()))
        assert read_scheme(tmp_path / "whole.json") == scheme


def test_read_scheme_takes_from_a_preset_what_is_not_said():
    scheme = read_scheme({"preset": "ontonotes->conll", "strip_the": False})
    assert scheme == Scheme("mapping", ONTONOTES_TO_CONLL.labels, strip_the=False, strip_possessive=True)
    assert read_scheme({"preset": "identity", "strip_the": True, "name": "n"}) == Scheme("n", None, strip_the=True)


@pytest.mark.parametrize(
    "content",
    [
        "[1, 2]",
        '"GPE"',
        '{"labels": {"GPE": 1}}',
        '{"labels": {"GPE": "LOC"}, "strip": true}',
        "{",
        '{"strip_the": true}',
        '{"preset": "nobodys", "strip_the": true}',
    ],
)
def test_read_scheme_refuses_other_files(tmp_path, content):
    (tmp_path / "bad.json").write_text(content)
    with pytest.raises(CableError, match="CE710"):
        read_scheme(tmp_path / "bad.json")
    with pytest.raises(CableError, match=r"CE710.*identity"):
        read_scheme(tmp_path / "absent.json")


def test_choose_scheme_asks_where_the_gold_can_be_of_either_label_set():
    with pytest.raises(CableError, match=r"CE714.*LOC, ORG"):
        choose_scheme({"PERSON", "GPE"}, {"LOC", "ORG"})
    assert choose_scheme({"PERSON", "GPE"}, {"LOC", "ORG", "DATE"}) is IDENTITY
