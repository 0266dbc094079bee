import json
from random import Random

import pytest
import spacy
from spacy.language import Language
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from spacy_cables.errors import CableError
from spacy_cables.evaluation import ONTONOTES_TO_CONLL, Scheme, evaluate, evaluate_systems, make_reference
from spacy_cables.evaluation.breakdowns import make_by_seen
from spacy_cables.evaluation.gold import read_reference
from spacy_cables.formats.shards import write_docbins
from spacy_cables.text.labelled import LabelledText, RawCable
from spacy_cables.tokens.build import to_doc

from .marked import marked
from .two_cables import GOLD


def test_evaluate_a_pipeline(nlp):
    scores = evaluate(nlp, make_reference(GOLD, "tests", "gold"), n_bootstrap=50)
    assert scores.scheme == ONTONOTES_TO_CONLL
    assert scores.micro["strict"].counts == {"correct": 4, "incorrect": 1, "partial": 0, "missed": 1, "spurious": 0}
    assert scores.spans.counts["correct"] == 5
    assert (scores.labels["LOC"]["strict"].p, scores.labels["LOC"]["strict"].r) == pytest.approx((1, 2 / 3))
    assert scores.confusion["LOC"] == {"LOC": 2, "MISC": 0, "ORG": 0, "PER": 1, "(missed)": 0}
    assert scores.confusion["MISC"]["(missed)"] == 1
    assert scores.kinds == {"correct": 4, "boundary": 0, "label": 1, "label+boundary": 0, "missed": 1, "spurious": 0}
    assert list(scores.by["decade"]) == ["1970s", "2000s"]
    assert list(scores.by["post"]) == ["BERGEN", "OSLO"]
    assert (scores.reference.name, scores.reference.kind, scores.reference.cables) == ("tests", "gold", 2)
    assert scores.speed is not None and scores.speed.words == 14


def test_evaluate_without_the_normalisation_of_the_scheme(nlp):
    plain = Scheme("plain", ONTONOTES_TO_CONLL.labels)
    scores = evaluate(nlp, GOLD, scheme=plain, n_bootstrap=0)
    assert scores.labels["ORG"]["strict"].f == 0
    assert scores.labels["ORG"]["type"].f == 1


def test_evaluate_needs_a_mapping_for_each_label(own_nlp):
    own_nlp.get_pipe("entity_ruler").add_patterns([{"label": "VESSEL", "pattern": "Fram"}])
    with pytest.raises(CableError, match=r"CE709.*VESSEL"):
        evaluate(own_nlp, GOLD)
    with pytest.raises(CableError, match=r"CE709.*DATE, GPE, ORG, PERSON, VESSEL"):
        evaluate(own_nlp, GOLD, scheme={})


def test_evaluate_needs_a_mapping_for_labels_that_no_component_declares():
    nlp = spacy.blank("en")

    @Language.component("test_undeclared_entities")
    def set_entities(doc):
        doc.ents = [Span(doc, 0, 1, label="VESSEL")]
        return doc

    nlp.add_pipe("test_undeclared_entities")
    with pytest.raises(CableError, match=r"CE709.*VESSEL"):
        evaluate(nlp, GOLD)


def test_evaluate_is_blind_to_tokenisation(nlp):
    predictions = [nlp(cable.text) for cable in GOLD]
    by_character = [Doc(nlp.vocab, words=list(doc.text), spaces=[False] * len(doc.text)) for doc in predictions]
    for fine, doc in zip(by_character, predictions, strict=True):
        fine.ents = [fine.char_span(ent.start_char, ent.end_char, label=ent.label_) for ent in doc.ents]
    first, second = evaluate(predictions, GOLD, n_bootstrap=20), evaluate(by_character, GOLD, n_bootstrap=20)
    assert len(by_character[0]) > len(predictions[0])
    assert first.rows == second.rows == evaluate(nlp, GOLD, n_bootstrap=20).rows


def test_evaluate_strict_equals_spacy_where_tokens_agree(nlp):
    texts = ["Ada Berg left Oslo.", "Bergen, Oslo and the Storting.", "Nothing here, Oslo!"]
    golds = [nlp.make_doc(text) for text in texts]
    golds[0].ents = [golds[0].char_span(0, 8, "PERSON"), golds[0].char_span(14, 18, "GPE")]
    golds[1].ents = [
        golds[1].char_span(0, 6, "GPE"),
        golds[1].char_span(8, 12, "GPE"),
        golds[1].char_span(21, 29, "ORG"),
    ]
    predictions = [nlp(text) for text in texts]
    pairs = zip(predictions, golds, strict=True)
    theirs = get_ner_prf([Example(*pair) for pair in pairs])
    with pytest.warns(UserWarning, match="CW701.*1 of 3"):  # the last was never annotated
        ours = evaluate(predictions, golds, scheme="identity", n_bootstrap=0).to_dict()
    for key in ("ents_p", "ents_r", "ents_f"):
        assert ours[key] == pytest.approx(theirs[key], abs=1e-6)
    assert {label: set(scores) for label, scores in ours["ents_per_type"].items()} == {
        label: set(scores) for label, scores in theirs["ents_per_type"].items()
    }
    for label, scores in theirs["ents_per_type"].items():
        assert ours["ents_per_type"][label] == pytest.approx(scores, abs=1e-6)


def test_evaluate_refuses_unknown_settings(nlp):
    for settings in ({"modes": ["fuzzy"]}, {"by": ["colour"]}, {"scheme": "nowhere"}):
        with pytest.raises(CableError, match=r"CE006|CE710"):
            evaluate(nlp, GOLD, **settings)
    with pytest.raises(CableError, match="CE701"):
        evaluate(nlp, [])
    for settings in ({"n_bootstrap": -1}, {"n_bootstrap": 2.5}, {"seed": -1}, {"seed": 2**40}):
        with pytest.raises(CableError, match="CE719"):
            evaluate(nlp, GOLD, **settings)
    with pytest.raises(CableError, match=r"CE016.*09OSLO1.*cable 1.*cable 3"):
        evaluate(nlp, [*GOLD, GOLD[0]])


def test_evaluate_breakdowns_of_ones_own(nlp):
    def by_line(cable):
        return lambda span: str(cable.text.count("\n", 0, span[0]) + 1)

    by = {"line": by_line, "seen": make_by_seen([marked("", "{LOC:OSLO} {PER:Ada\nBerg}")])}
    scores = evaluate(nlp, GOLD, by=by, n_bootstrap=0)
    assert [(key, table["strict"].gold) for key, table in scores.by["line"].items()] == [("1", 5), ("2", 1)]
    assert scores.by["seen"]["seen"]["strict"].counts["correct"] == 3
    assert scores.by["seen"]["unseen"]["strict"].gold == 3
    assert list(evaluate(nlp, GOLD, by=["post"], n_bootstrap=0).by) == ["post"]


def test_evaluate_gives_the_same_for_the_same_seed(nlp):
    first, second, other = (evaluate(nlp, GOLD, n_bootstrap=30, seed=seed).to_dict() for seed in (1, 1, 2))
    for each in (first, second, other):
        assert json.loads(json.dumps(each)) == each
        del each["speed"], each["speed_details"]
    assert first == second != other


@pytest.fixture
def folder(nlp, tmp_path, monkeypatch):
    """A pipeline, predictions and gold on disk."""
    nlp.to_disk(tmp_path / "pipeline")
    for name, cables in (("gold", GOLD), ("found", [marked("09OSLO1", GOLD[0].text), GOLD[1]])):
        lines = [{"cable_id": each.cable_id, "text": each.text, "spans": each.spans} for each in cables]
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    monkeypatch.chdir(tmp_path)


def test_evaluate_takes_paths(folder, nlp):
    scores = evaluate("pipeline", "gold.jsonl", n_bootstrap=20)
    assert (scores.name, scores.reference.name) == ("pipeline", "gold.jsonl")
    assert scores.rows == evaluate(nlp, GOLD, n_bootstrap=20).rows
    found = evaluate("found.jsonl", "gold.jsonl", train="found.jsonl", by=(), n_bootstrap=0)
    assert found.micro["strict"].counts["correct"] == 3
    assert {key: modes["strict"].r for key, modes in found.by["seen"].items()} == {"seen": 0.75, "unseen": 0}


@pytest.mark.slow
def test_evaluate_systems_does_what_evaluate_does_to_each(folder, nlp):
    done = []
    systems = ["pipeline", "found.jsonl", nlp]
    results = evaluate_systems(
        systems, "gold.jsonl", names=["rules"], n_bootstrap=20, seed=3, progress=lambda *each: done.append(each)
    )
    assert [scores.name for scores in results.systems] == ["rules", "found.jsonl", "en_pipeline"]
    for system, scores in zip(systems, results.systems, strict=True):
        assert scores.rows == evaluate(system, GOLD, n_bootstrap=20, seed=3).rows
    assert results.comparisons[0].title == "found.jsonl minus rules"
    assert done == [(1, 6), (2, 6), (2, 6), (4, 6), (5, 6), (6, 6), (6, 6)]
    assert len(results.comparisons) == 3


def test_evaluate_systems_leaves_components_out(folder):
    with pytest.warns(UserWarning, match="CW703.*No component of it finds entities"):
        (scores,) = evaluate_systems(["pipeline"], GOLD, disable=["entity_ruler"], by=(), n_bootstrap=0).systems
    assert scores.micro["strict"].predicted == 0


def test_evaluate_leaves_out_what_has_no_annotation_as_spacy_does():
    """Random predictions over Docs whose tokens are in part without annotation."""
    random = Random(4)
    vocab = spacy.blank("en").vocab
    examples = []
    for _ in range(60):
        gold, predicted = (Doc(vocab, words=["w"] * 12) for _ in range(2))
        for doc in (gold, predicted):
            spans = [Span(doc, i, i + random.randint(1, 2), random.choice(["PER", "LOC"])) for i in (1, 4, 8)]
            missing = [Span(doc, i, i + 2) for i in (6, 10)] if doc is gold and random.random() < 0.7 else []
            doc.set_ents([span for span in spans if random.random() < 0.7], missing=missing, default="outside")
        examples.append(Example(predicted, gold))
    examples.append(Example(Doc(vocab, words=["w"], ents=["B-PER"]), Doc(vocab, words=["w"])))
    theirs = get_ner_prf(examples)
    with pytest.warns(UserWarning, match="CW701"):
        ours = evaluate([each.x for each in examples], [each.y for each in examples], n_bootstrap=0).to_dict()
    assert any(token.ent_iob == 0 for token in examples[0].y) or any(token.ent_iob == 0 for token in examples[1].y)
    for key in ("ents_p", "ents_r", "ents_f"):
        assert ours[key] == pytest.approx(theirs[key], abs=1e-6)


def test_evaluate_refuses_gold_that_was_never_annotated(nlp):
    with pytest.raises(CableError, match=r"CE713.*none of 2 cables"):
        evaluate(nlp, [nlp.make_doc(cable.text) for cable in GOLD])
    with pytest.raises(CableError, match="CE713"):
        evaluate(nlp, [RawCable(cable.cable_id, cable.text) for cable in GOLD])


def test_evaluate_maps_the_labels_of_the_gold(nlp):
    ontonotes = [
        cable.with_spans((start, end, {"PER": "PERSON"}.get(label, label)) for start, end, label in cable.spans)
        for cable in GOLD
    ]
    mapping = {"PERSON": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
    scores = evaluate(nlp, ontonotes, gold_scheme=mapping, n_bootstrap=0)
    assert scores.rows == evaluate(nlp, GOLD, n_bootstrap=0).rows
    assert scores.reference.labels == {"PER", "LOC", "ORG", "MISC"}


@pytest.mark.parametrize(("gold", "scheme"), [({"PER", "ORG"}, "ontonotes->conll"), ({"PERSON", "ORG"}, "identity")])
def test_evaluate_chooses_the_preset_for_gold_of_conll_alone(nlp, gold, scheme):
    cables = [LabelledText("09OSLO1", "Ada Oslo", [(0, 3, sorted(gold)[0]), (4, 8, sorted(gold)[1])])]
    assert evaluate(nlp, cables, n_bootstrap=0, by=()).scheme.name == scheme


def test_evaluate_does_not_guess_the_label_set_of_the_gold(nlp):
    with pytest.raises(CableError, match=r"CE714.*LOC, ORG"):
        evaluate(nlp, [marked("09OSLO1", "{LOC:Oslo} {ORG:Storting}")], n_bootstrap=0)


def test_evaluate_systems_names_systems_by_the_end_of_their_paths(nlp, tmp_path):
    folders = [tmp_path / name / "model-best" for name in ("small", "large")]
    for each in folders:
        each.parent.mkdir()
        nlp.to_disk(each)
    results = evaluate_systems(folders, GOLD, by=(), n_bootstrap=0)
    assert [scores.name for scores in results.systems] == ["small/model-best", "large/model-best"]
    assert [scores.name for scores in evaluate_systems(folders[:1], GOLD, by=(), n_bootstrap=0).systems] == [
        "model-best"
    ]
    with pytest.raises(CableError, match=r"CE717.*2 names.*1 system$"):
        evaluate_systems(folders[:1], GOLD, names=["a", "b"])
    with pytest.raises(CableError, match=r"CE716.*parser.*entity_ruler"):
        evaluate_systems(folders, GOLD, disable=["parser", "entity_ruler"])


def test_evaluate_reads_a_part_of_a_folder_of_parts(nlp, tmp_path):
    for part, cables in (("train", GOLD[:1]), ("test", GOLD[1:])):
        write_docbins((to_doc(cable, nlp.vocab) for cable in cables), tmp_path / f"{part}.spacy")
    assert read_reference(tmp_path).sha256 == read_reference(tmp_path, part="test").sha256
    assert [cable.cable_id for cable in read_reference(tmp_path, part="train").texts] == ["09OSLO1"]
    with pytest.raises(CableError, match=r"CE006.*dev.*test, train"):
        read_reference(tmp_path, part="dev")
    with pytest.raises(CableError, match="CE718"):
        read_reference(tmp_path / "test.spacy", part="dev")
