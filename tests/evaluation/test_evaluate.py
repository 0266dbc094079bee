import json

import pytest
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from spacy_cables.errors import CableError
from spacy_cables.evaluation import ONTONOTES_TO_CONLL, Scheme, compare, evaluate
from spacy_cables.evaluation.breakdowns import make_by_seen
from spacy_cables.evaluation.running import cut_text

from .marked import marked

PATTERNS = [
    {"label": "PERSON", "pattern": "Ada Berg"},
    {"label": "GPE", "pattern": "Oslo"},
    {"label": "ORG", "pattern": "the Storting"},
    {"label": "PERSON", "pattern": "Bergen"},
    {"label": "DATE", "pattern": "1905"},
]


GOLD = [
    marked("09OSLO1", "{PER:Ada Berg} left {LOC:Oslo} for the {ORG:Storting}.\n"),
    marked("75BERGEN2", "{LOC:Bergen} and {LOC:Oslo}, since 1905:\n{MISC:Nordic} talks.\n"),
]


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    return nlp


def test_evaluate_a_pipeline(nlp):
    scores = evaluate(nlp, GOLD, n_bootstrap=50, reference="tests", reference_kind="gold")
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


def test_evaluate_needs_a_mapping_for_each_label(nlp):
    nlp.get_pipe("entity_ruler").add_patterns([{"label": "VESSEL", "pattern": "Fram"}])
    with pytest.raises(CableError, match=r"CE202.*VESSEL"):
        evaluate(nlp, GOLD)
    with pytest.raises(CableError, match=r"CE202.*DATE, GPE, ORG, PERSON, VESSEL"):
        evaluate(nlp, GOLD, scheme={})


def test_evaluate_needs_a_mapping_for_labels_that_no_component_declares():
    nlp = spacy.blank("en")

    @Language.component("test_undeclared_entities")
    def set_entities(doc):
        doc.ents = [Span(doc, 0, 1, label="VESSEL")]
        return doc

    nlp.add_pipe("test_undeclared_entities")
    with pytest.raises(CableError, match=r"CE202.*VESSEL"):
        evaluate(nlp, GOLD)


def test_evaluate_is_blind_to_tokenisation(nlp):
    predictions = [nlp(cable.text) for cable in GOLD]
    by_character = [Doc(nlp.vocab, words=list(doc.text), spaces=[False] * len(doc.text)) for doc in predictions]
    for fine, doc in zip(by_character, predictions, strict=True):
        fine.ents = [fine.char_span(ent.start_char, ent.end_char, label=ent.label_) for ent in doc.ents]
    first, second = evaluate(predictions, GOLD, n_bootstrap=20), evaluate(by_character, GOLD, n_bootstrap=20)
    assert len(by_character[0]) > len(predictions[0])
    assert first.figures == second.figures == evaluate(nlp, GOLD, n_bootstrap=20).figures


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
    theirs = Scorer.score_spans([Example(*pair) for pair in pairs], "ents")
    ours = evaluate(predictions, golds, scheme="identity", n_bootstrap=0).to_dict()
    for key in ("ents_p", "ents_r", "ents_f"):
        assert ours[key] == pytest.approx(theirs[key], abs=1e-6)
    assert {label: set(scores) for label, scores in ours["ents_per_type"].items()} == {
        label: set(scores) for label, scores in theirs["ents_per_type"].items()
    }
    for label, scores in theirs["ents_per_type"].items():
        assert ours["ents_per_type"][label] == pytest.approx(scores, abs=1e-6)


def test_evaluate_pairs_predictions_by_id_and_ignores_white_space():
    spaced = [marked("09OSLO1", "{PER:Ada Berg} left {LOC:Oslo} for the {ORG:Storting} ."), marked("X", "more")]
    predictions = [marked("75BERGEN2", GOLD[1].text), *spaced]
    scores = evaluate(predictions, GOLD, n_bootstrap=0)
    assert scores.micro["strict"].counts["correct"] == 3
    assert scores.predicted[0].spans == GOLD[0].spans


@pytest.mark.parametrize(
    ("predictions", "message"),
    [
        pytest.param([marked("09OSLO1", GOLD[0].text)], r"CE204.*no predictions for 75BERGEN2 \(1 of 2", id="lacking"),
        pytest.param([marked("", GOLD[0].text)], r"CE205.*1 cables.*2 cables", id="no ids"),
        pytest.param([GOLD[0], marked("75BERGEN2", "Bergen or")], r"CE206.*75BERGEN2.*'or'", id="other text"),
        pytest.param([marked("", cable.text) for cable in GOLD[::-1]], r"CE206.*09OSLO1", id="other order"),
        pytest.param([*GOLD, GOLD[0]], r"CE207.*09OSLO1", id="twice"),
    ],
)
def test_evaluate_names_what_does_not_fit(predictions, message):
    with pytest.raises(CableError, match=message):
        evaluate(predictions, GOLD)


def test_evaluate_refuses_unknown_settings(nlp):
    for settings in ({"modes": ["fuzzy"]}, {"by": ["colour"]}, {"reference_kind": "bronze"}, {"scheme": "nowhere"}):
        with pytest.raises(CableError, match=r"CE208|CE203"):
            evaluate(nlp, GOLD, **settings)
    with pytest.raises(CableError, match="CE209"):
        evaluate(nlp, [])


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


def test_scores_as_tables(nlp):
    scores = evaluate(nlp, GOLD, n_bootstrap=30, name="a|b <i>", reference="tests", reference_kind="silver")
    markdown = scores.to_markdown()
    assert "## a\\|b <i> on tests (silver, 2 cables, 6 entities, sha256" in markdown
    (line,) = [line for line in markdown.splitlines() if line.startswith("| LOC")]
    assert line.startswith("| LOC | 100.0") and line.endswith("| 3 | 2 |")
    assert "a|b &lt;i&gt;" in scores._repr_html_() and "<i>" not in scores._repr_html_()


def test_scores_as_a_data_frame(nlp):
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = evaluate(nlp, GOLD, n_bootstrap=30).to_dataframe()
    row = frame[(frame.table == "label") & (frame.key == "LOC") & (frame["mode"] == "strict")].iloc[0]
    assert (row.p, row.correct) == (1.0, 2)
    assert row.f_low <= row.f <= row.f_high


def test_compare_two_systems(nlp):
    plain = evaluate(nlp, GOLD, scheme=Scheme("plain", ONTONOTES_TO_CONLL.labels), n_bootstrap=50, name="plain")
    trimmed = evaluate(nlp, GOLD, n_bootstrap=50, name="trimmed")
    comparison = compare(plain, trimmed)
    difference = comparison.differences["all", "", "strict"]
    assert difference.f == pytest.approx(trimmed.micro["strict"].f - plain.micro["strict"].f)
    assert difference.f_ci[0] <= difference.f <= difference.f_ci[1]
    as_dict = comparison.to_dict()
    assert json.loads(json.dumps(as_dict)) == as_dict
    assert as_dict["labels"]["ORG"]["strict"]["f"] == 1
    assert "## trimmed minus plain" in comparison.to_markdown()
    with pytest.raises(CableError, match="CE210"):
        compare(plain, evaluate(nlp, GOLD[:1], n_bootstrap=50))


def test_evaluate_cuts_texts_that_are_too_long_for_the_pipeline(nlp):
    long = marked("09OSLO3", "Word {LOC:Oslo} word\n\n{PER:Ada Berg} word\nand {LOC:Oslo}. " * 30)
    whole = evaluate(nlp, [long, *GOLD], n_bootstrap=0)
    nlp.max_length = 50
    pieces = evaluate(nlp, [long, *GOLD], n_bootstrap=0)
    assert whole.labels["LOC"]["strict"].counts["correct"] == 62
    assert pieces.predicted == whole.predicted


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one\n\ntwo\nthree four", ["one\n\n", "two\n", "three four"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
        ("ab cdefghijklmno", ["ab ", "cdefghijkl", "mno"]),
    ],
)
def test_cut_text_loses_nothing(text, pieces):
    assert list(cut_text(text, 10)) == pieces
