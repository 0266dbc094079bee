from collections import Counter
from random import Random

import pytest

from spacy_cables.evaluation.matching import MODES, iter_pairs, match, overlaps

from .marked import marked
from .span_sets import LABELS, nested_spans


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


def test_pairs_say_what_is_wrong():
    gold = marked("", "{PER:Ada Berg} met the {ORG:Storting} in {LOC:Oslo} and {LOC:Bergen}, {LOC:Bodo Town}")
    found = marked("", "Ada {PER:Berg} met the {LOC:Storting} in {LOC:Oslo} {MISC:and} Bergen, {ORG:Bodo} Town")
    assert [(pair.kind, pair.gold is None, pair.predicted is None) for pair in iter_pairs(gold, found)] == [
        ("boundary", False, False),
        ("label", False, False),
        ("correct", False, False),
        ("spurious", True, False),
        ("label+boundary", False, False),
        ("missed", False, True),
    ]


def test_match_type_counts_the_distance_of_both_ends():
    gold = [(15, 20, "PER"), (20, 34, "PER")]  # nine characters away, and ten
    assert match(gold, [(16, 28, "PER")], "type")[0].gold == 0


@pytest.mark.parametrize("mode", MODES)
def test_match_never_loses_an_exact_span_to_an_overlap(mode):
    gold, predicted = [(0, 9, "PER")], [(0, 4, "PER"), (0, 9, "PER")]
    assert [(each.outcome, each.predicted) for each in match(gold, predicted, mode)] == [
        ("spurious", 0),
        ("correct", 1),
    ]


@pytest.mark.parametrize(("mode", "shared"), [("strict", 3), ("exact", 2), ("partial", 2)])
def test_match_counts_every_exact_span_of_overlapping_ones(mode, shared):
    random = Random(2)
    for _ in range(500):
        gold, predicted = (nested_spans(random, 20, random.randint(1, 6)) for _ in range(2))
        common = {span[:shared] for span in gold} & {span[:shared] for span in predicted}
        found = outcomes(gold, predicted, mode).count("correct")
        # Of several predictions on the same bounds, each finds a gold span of its own.
        least = (
            len(common)
            if mode == "strict"
            else sum(
                min(sum(span[:2] == bounds for span in gold), sum(span[:2] == bounds for span in predicted))
                for bounds in common
            )
        )
        assert found == least


@pytest.mark.parametrize("mode", MODES)
def test_match_does_not_depend_on_the_alphabet(mode):
    random = Random(3)
    for _ in range(500):
        gold, predicted = (nested_spans(random, 20, random.randint(1, 6)) for _ in range(2))
        renamed = dict(zip(LABELS, random.sample(LABELS, len(LABELS)), strict=True))
        other = [sorted((start, end, renamed[label]) for start, end, label in spans) for spans in (gold, predicted)]
        assert Counter(outcomes(gold, predicted, mode)) == Counter(outcomes(*other, mode))
