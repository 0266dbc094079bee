import numpy
import pytest

from spacy_cables.evaluation import evaluate, evaluate_systems
from spacy_cables.evaluation.metrics import OutcomeCounts
from spacy_cables.evaluation.spread import over_cables
from spacy_cables.text.labelled import LabelledText

from .two_cables import GOLD


def test_over_cables_counts_each_cable_alike():
    # correct, incorrect, partial, missed, spurious: F1 of 1 and of 0.5, and a cable without any span.
    counts = numpy.array([[[90, 0, 0, 0, 0]], [[1, 0, 0, 1, 1]], [[0, 0, 0, 0, 0]]])
    spread = over_cables(OutcomeCounts((("all", "", "strict"),), counts))["strict"]
    assert (spread.p, spread.r, spread.f, spread.n) == (0.75, 0.75, 0.75, 2)
    assert spread.f_std == pytest.approx(0.5 / 2**0.5)  # of 1 and 0.5, with one degree of freedom
    assert spread.cells() == ["75.0 ± 35.4", "75.0 ± 35.4", "75.0 ± 35.4", "2"]


def test_over_cables_leaves_a_score_without_a_denominator_out():
    counts = numpy.array([[[1, 0, 0, 1, 0]], [[0, 0, 0, 0, 2]]])  # the second has no gold span, so no recall
    spread = over_cables(OutcomeCounts((("all", "", "strict"),), counts))["strict"]
    assert (spread.p, spread.r, spread.n) == (0.5, 0.5, 2)


def test_scores_have_the_mean_over_cables(nlp):
    scores = evaluate(nlp, GOLD, n_bootstrap=0)
    assert scores.to_dict()["cables"]["strict"]["n"] == 2
    assert "Mean over cables ± standard deviation" in str(scores)


def test_systems_of_one_name_are_runs_of_one_system():
    found = [[cable.with_spans(cable.spans[:count]) for cable in GOLD] for count in (3, 2, 1)]
    results = evaluate_systems(found, GOLD, names=["ner", "other", "ner"], n_bootstrap=10, by=())
    assert [scores.name for scores in results.systems] == ["ner run 1", "other", "ner run 2"]
    assert [each.title for each in results.comparisons] == ["other minus ner run 1", "ner run 2 minus other"]
    (runs,) = results.runs
    assert runs.rows["all", "", "strict"].r == pytest.approx((1 + 2 / 6) / 2)
    assert results.to_dict()["runs"][0]["micro"]["strict"]["n"] == 2
    assert "Mean over runs" in str(results)


def test_a_single_run_has_no_mean(nlp):
    assert evaluate_systems([nlp], GOLD, n_bootstrap=0).runs == ()
    assert LabelledText("", "").is_annotated


def test_runs_of_one_system_by_label():
    found = [[cable.with_spans(cable.spans[:count]) for cable in GOLD] for count in (3, 3)]
    (runs,) = evaluate_systems(found, GOLD, names=["ner", "ner"], n_bootstrap=0, by=()).runs
    data = runs.to_dict()
    assert data["labels"]["LOC"] == {"p": 1, "r": 1, "f": 1, "p_std": 0, "r_std": 0, "f_std": 0, "n": 2}
    assert set(data["labels"]) == {"PER", "LOC", "ORG", "MISC"}
    assert data["macro"]["strict"]["f"] == data["micro"]["strict"]["f"] == 1


def test_runs_keep_the_mean_over_spans_apart_from_that_of_labels():
    found = [[cable.with_spans(cable.spans[:count]) for cable in GOLD] for count in (3, 2)]
    (runs,) = evaluate_systems(found, GOLD, names=["ner", "ner"], n_bootstrap=0, by=()).runs
    assert runs.to_dict()["micro"]["strict"]["r"] == 0.833333
    assert runs.to_dict()["macro"]["strict"]["r"] == round(runs.rows["macro", "", "strict"].r, 6) != 0.833333
