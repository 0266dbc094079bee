from random import Random

import numpy
import pytest
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from spacy_cables.evaluation.breakdowns import by_label
from spacy_cables.evaluation.counts import count_outcomes
from spacy_cables.evaluation.matching import MODES
from spacy_cables.evaluation.metrics import compute_differences, compute_scores, precision_recall_f1
from spacy_cables.text.labelled import LabelledText

from .span_sets import disturbed, flat_spans

TEXT = "x" * 400


def cables(seed, number=40, gold_seed=0):
    golds, systems = [], []
    for index in range(number):
        gold = flat_spans(Random(f"{gold_seed} {index}"), 400, 1 + index % 20)
        golds.append(LabelledText(f"09OSLO{index}", TEXT, tuple(gold)))
        found = disturbed(Random(f"{seed} {index}"), gold, 400)
        systems.append(LabelledText(f"09OSLO{index}", TEXT, tuple(found)))
    return golds, systems


def by_parity(cable):
    key = "odd" if int(cable.cable_id[-1]) % 2 else "even"
    return lambda span: key


def make_counts(seed, **settings):
    return count_outcomes(*cables(seed, **settings), MODES, {"label": by_label, "parity": by_parity})


def test_scores_strict_equal_the_scorer_of_spacy():
    vocab = Vocab()
    random = Random(3)
    examples, golds, systems = [], [], []
    for _ in range(50):
        gold = flat_spans(random, 60, 8)
        found = disturbed(random, gold, 60)
        docs = [Doc(vocab, words=["x"] * 60, spaces=[False] * 60) for _ in range(2)]
        for doc, spans in zip(docs, (found, gold), strict=True):
            doc.ents = [Span(doc, start, end, label=label) for start, end, label in spans]
        examples.append(Example(*docs))
        golds.append(LabelledText("", "x" * 60, tuple(gold)))
        systems.append(LabelledText("", "x" * 60, tuple(found)))
    theirs = Scorer.score_spans(examples, "ents")
    per_type = theirs["ents_per_type"]
    ours = compute_scores(count_outcomes(golds, systems, ("strict",), {"label": by_label}), 0, 0)
    overall = ours["all", "", "strict"]
    assert (overall.p, overall.r, overall.f) == pytest.approx(tuple(theirs[f"ents_{name}"] for name in "prf"))
    for label, scores in per_type.items():
        figure = ours["label", label, "strict"]
        assert (figure.p, figure.r, figure.f) == pytest.approx(tuple(scores[name] for name in "prf"))


def test_precision_recall_f1_counts_a_partial_match_half():
    numpy.testing.assert_allclose(precision_recall_f1(numpy.array([2, 0, 3, 0, 0])), [0.7, 0.7, 0.7])
    numpy.testing.assert_allclose(precision_recall_f1(numpy.array([1, 1, 0, 2, 0])), [1 / 2, 1 / 4, 1 / 3])
    assert numpy.isnan(precision_recall_f1(numpy.zeros(5))).all()


def test_scores_macro_is_the_mean_over_the_labels_of_the_gold():
    gold = [LabelledText("", TEXT, ((0, 5, "PER"), (10, 15, "LOC"), (20, 25, "LOC")))]
    system = [LabelledText("", TEXT, ((0, 5, "PER"), (10, 15, "LOC"), (30, 35, "MISC")))]
    scores = compute_scores(count_outcomes(gold, system, ("strict",), {"label": by_label}), 0, 0)
    macro = scores["macro", "", "strict"]
    assert (macro.p, macro.r) == pytest.approx((1.0, 0.75))
    assert macro.f == pytest.approx((1 + 2 / 3) / 2)
    assert scores["label", "MISC", "strict"].f == 0


def test_scores_rows_of_a_breakdown_add_up():
    scores = compute_scores(make_counts(1), 0, 0)
    for mode in ("strict", "partial"):
        for outcome, count in scores["all", "", mode].counts.items():
            assert sum(scores["parity", key, mode].counts[outcome] for key in ("odd", "even")) == count


def test_scores_are_the_same_for_the_same_seed_and_bracket_the_score():
    counts = make_counts(1)
    scores = compute_scores(counts, 500, 7)
    assert scores == compute_scores(counts, 500, 7)
    overall = scores["all", "", "strict"]
    assert overall.f_ci[0] < overall.f < overall.f_ci[1]
    assert overall.f_ci != compute_scores(counts, 500, 8)["all", "", "strict"].f_ci


def test_scores_have_no_interval_from_one_cable():
    scores = compute_scores(make_counts(1, number=1), 200, 0)
    assert scores["all", "", "strict"].f_ci is None
    assert scores["macro", "", "strict"].f_ci is None
    assert compute_scores(make_counts(1), 0, 0)["all", "", "strict"].f_ci is None


def test_differences_are_paired():
    first, second = make_counts(1), make_counts(2)
    differences = compute_differences(first, second, 500, 0)
    one, two = compute_scores(first, 500, 0), compute_scores(second, 500, 0)
    for row in [("all", "", "strict"), ("label", "PER", "type"), ("macro", "", "strict"), ("parity", "odd", "exact")]:
        assert differences[row].f == pytest.approx(two[row].f - one[row].f)
    row = ("all", "", "strict")
    low, high = differences[row].f_ci
    assert low < differences[row].f < high
    same = compute_differences(first, first, 500, 0)[row]
    assert (same.f, same.f_ci) == (0, (0, 0))
