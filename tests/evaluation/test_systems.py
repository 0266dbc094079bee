from dataclasses import replace

import pytest
from spacy.language import Language

from spacy_cables.errors import CableError
from spacy_cables.evaluation import evaluate, load_system
from spacy_cables.evaluation.systems import check_disabled, pair_with_gold, system_name, system_names

from .marked import marked
from .two_cables import GOLD


def test_evaluate_pairs_predictions_by_id_and_ignores_white_space():
    spaced = [marked("09OSLO1", "{PER:Ada Berg} left {LOC:Oslo} for the {ORG:Storting} ."), marked("X", "more")]
    predictions = [marked("75BERGEN2", GOLD[1].text), *spaced]
    scores = evaluate(predictions, GOLD, n_bootstrap=0)
    assert scores.micro["strict"].counts["correct"] == 3
    assert scores.predicted[0].spans == GOLD[0].spans


@pytest.mark.parametrize(
    ("predictions", "message"),
    [
        pytest.param(
            [marked("09OSLO1", GOLD[0].text)],
            r"CE705.*no predictions for 75BERGEN2 \(none for 1 of 2 cables",
            id="lacking",
        ),
        pytest.param([marked("", GOLD[0].text)], r"CE706.*1 cable,.*2 cables", id="no ids"),
        pytest.param([GOLD[0], marked("75BERGEN2", "Bergen or")], r"CE707.*75BERGEN2.*'or'", id="other text"),
        pytest.param([marked("", cable.text) for cable in GOLD[::-1]], r"CE707.*09OSLO1", id="other order"),
        pytest.param([*GOLD, GOLD[0]], r"CE708.*09OSLO1", id="twice"),
    ],
)
def test_evaluate_names_what_does_not_fit(predictions, message):
    with pytest.raises(CableError, match=message):
        evaluate(predictions, GOLD)


@pytest.mark.parametrize("is_named", [True, False])
def test_one_conll_text_for_several_gold_cables_says_what_to_do(tmp_path, is_named):
    (tmp_path / "predicted.conll").write_text("Ada B-PER\nBerg I-PER\nleft O\nOslo B-LOC\n")
    gold = [replace(cable, cable_id=cable.cable_id if is_named else "") for cable in GOLD]
    hint = "read one text; in a CoNLL file, start each cable with -DOCSTART-"
    with pytest.raises(CableError, match=rf"CE70[56].*2 .*{hint}"):
        evaluate(tmp_path / "predicted.conll", gold)
    with pytest.raises(CableError) as error:
        evaluate([marked("09OSLO1", GOLD[0].text)], GOLD)
    assert hint not in str(error.value)


def test_load_system_tells_a_pipeline_from_predictions(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    (tmp_path / "tagged.txt").write_text("Oslo B-LOC\n")
    assert isinstance(load_system(tmp_path / "pipeline"), Language)
    assert load_system(str(tmp_path / "pipeline"), disable=["entity_ruler"]).pipe_names == []
    (read,) = load_system(tmp_path / "tagged.txt", format="conll")
    assert read.spans == ((0, 4, "LOC"),)
    with pytest.raises(CableError, match=r"CE703.*nowhere"):
        load_system(tmp_path / "nowhere")


def test_load_system_says_why_a_pipeline_cannot_be_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    config = tmp_path / "config.cfg"
    config.write_text(config.read_text().replace('factory = "entity_ruler"', 'factory = "nobodys_component"'))
    with pytest.raises(CableError, match=r"CE704.*nobodys_component"):
        load_system(tmp_path)


def test_system_name_is_what_a_system_was_given_by(own_nlp):
    own_nlp.meta["name"] = "rules"
    assert [system_name(system) for system in ("a/b", own_nlp, GOLD)] == ["b", "en_rules", "system"]


def test_system_names_are_given_or_as_much_of_a_path_as_tells_systems_apart():
    assert system_names(["a/best", "b/best"]) == ["a/best", "b/best"]
    assert system_names(["a/best", "b/last"]) == ["best", "last"]
    assert system_names(["a/best", "b/last"], ["one"]) == ["one", "last"]
    assert system_names(["a/best", "b/best"], ["one", "one"]) == ["one", "one"]
    assert system_names([GOLD, GOLD]) == ["system (1)", "system (2)"]
    assert system_names([GOLD, GOLD], ["system"]) == ["system", "system (1)"]
    with pytest.raises(CableError, match="CE717"):
        system_names(["a/best"], ["one", "two"])


def test_components_to_disable_are_looked_for_in_pipelines_and_their_folders(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    for systems in ([nlp], [tmp_path / "pipeline"], ["gold.spacy", str(tmp_path / "pipeline")]):
        check_disabled(systems, ["entity_ruler"])
        with pytest.raises(CableError, match=r"CE716.*\bnobody\b.*entity_ruler"):
            check_disabled(systems, ["entity_ruler", "nobody"])
    with pytest.raises(CableError, match=r"CE716.*no components at all"):
        check_disabled([tmp_path], ["ner"])


def test_pair_with_gold_by_order_passes_over_what_was_left_out_of_the_gold():
    predicted = [marked("", GOLD[0].text), marked("", "left out"), marked("", "{LOC:Bergen}" + GOLD[1].text[6:])]
    assert GOLD[1].text.startswith("Bergen")
    pairs = pair_with_gold(GOLD, predicted, "s", left_out=(1,))
    assert [(pair.cable_id, pair.spans) for pair in pairs] == [("09OSLO1", ()), ("75BERGEN2", ((0, 6, "LOC"),))]
    with pytest.raises(CableError, match="CE706"):
        pair_with_gold(GOLD, predicted, "s")


def test_pair_with_gold_names_the_first_cable_that_is_lacking():
    with pytest.raises(CableError, match=r"CE705.*no predictions for 09OSLO1 \(.*2 of 2"):
        pair_with_gold(GOLD, [marked("X", "more")], "s")
