from random import Random

import pytest

from spacy_cables.evaluation.matching import MODES, OUTCOMES, match, overlaps
from spacy_cables.evaluation.tally import by_label, tally
from spacy_cables.text.labelled import LabelledText

from .span_sets import LABELS, disturbed, flat_spans, nested_spans


def outcomes(gold, predicted, mode):
    return [each.outcome for each in match(gold, predicted, mode)]


# One gold span, one prediction: what each mode makes of it.
@pytest.mark.parametrize(
    ("predicted", "strict", "exact", "partial", "type_"),
    [
        pytest.param((2, 8, "PER"), "correct", "correct", "correct", "correct", id="same span, same label"),
        pytest.param((2, 8, "ORG"), "incorrect", "correct", "correct", "incorrect", id="same span, other label"),
        pytest.param((2, 9, "PER"), "incorrect", "incorrect", "partial", "correct", id="overlap, same label"),
        pytest.param((7, 12, "ORG"), "incorrect", "incorrect", "partial", "incorrect", id="overlap, other label"),
    ],
)
def test_match_judges_a_pair_by_its_mode(predicted, strict, exact, partial, type_):
    gold = [(2, 8, "PER")]
    assert [outcomes(gold, [predicted], mode) for mode in MODES] == [[strict], [exact], [partial], [type_]]


@pytest.mark.parametrize("mode", MODES)
def test_match_leaves_spans_that_only_touch_unpaired(mode):
    assert outcomes([(2, 8, "PER")], [(8, 9, "PER")], mode) == ["spurious", "missed"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("shared", "expected"), [(1, False), (2, True)])
def test_match_needs_a_hundredth_of_the_gold_span(mode, shared, expected):
    found = outcomes([(0, 200, "PER")], [(200 - shared, 210, "PER")], mode)
    assert ("missed" not in found) is expected


def test_match_type_takes_the_closest_of_the_same_label():
    gold = [(0, 3, "PER"), (4, 9, "PER"), (10, 12, "LOC")]
    (pair, *_) = match(gold, [(2, 12, "PER")], "type")
    assert (pair.outcome, pair.gold) == ("correct", 1)


def test_match_pairs_a_gold_span_once():
    assert outcomes([(0, 9, "PER")], [(0, 4, "PER"), (5, 9, "PER")], "type") == ["correct", "spurious"]


def test_overlaps_finds_long_gold_spans_behind_short_ones():
    assert overlaps([(0, 50, "ORG"), (1, 2, "PER"), (30, 31, "LOC")], [(20, 40, "ORG"), (60, 70, "ORG")]) == [
        [0, 2],
        [],
    ]


@pytest.mark.parametrize("make", [flat_spans, nested_spans])
def test_match_equals_nervaluate(make):
    nervaluate = pytest.importorskip("nervaluate", reason="nervaluate is not installed")
    random = Random(5)
    golds, systems = [], []
    for _ in range(1000):
        gold = make(random, 120, random.randint(1, 8))
        predicted = disturbed(random, gold, 120) if make is flat_spans else make(random, 120, random.randint(1, 8))
        golds.append(gold)
        systems.append(predicted)

    def as_dicts(spans):  # ends are inclusive there
        return [{"start": start, "end": end - 1, "label": label} for start, end, label in spans]

    def counts(result):
        return tuple(getattr(result, outcome) for outcome in OUTCOMES)

    evaluator = nervaluate.Evaluator(
        [as_dicts(spans) for spans in golds], [as_dicts(spans) for spans in systems], list(LABELS), loader="dict"
    )
    theirs = evaluator.evaluate()
    text = "x" * 120
    ours = tally(
        [LabelledText("", text, tuple(spans)) for spans in golds],
        [LabelledText("", text, tuple(spans)) for spans in systems],
        MODES,
        {"label": by_label},
    )
    totals = {row: tuple(ours.counts[:, index].sum(axis=0).tolist()) for index, row in enumerate(ours.rows)}
    for mode in MODES:
        name = "ent_type" if mode == "type" else mode
        assert totals["all", "", mode] == counts(theirs["overall"][name])
        for label in LABELS:
            assert totals["label", label, mode] == counts(theirs["entities"][label][name])
    # Cable by cable too, where differences cannot cancel out.
    for index in range(0, 1000, 10):
        single = nervaluate.Evaluator([as_dicts(golds[index])], [as_dicts(systems[index])], list(LABELS), loader="dict")
        overall = single.evaluate()["overall"]
        for mode in MODES:
            row = ours.rows.index(("all", "", mode))
            assert tuple(ours.counts[index, row].tolist()) == counts(overall["ent_type" if mode == "type" else mode])
