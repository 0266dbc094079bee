from random import Random

import pytest

from spacy_cables.evaluation.breakdowns import by_label
from spacy_cables.evaluation.counts import count_outcomes
from spacy_cables.evaluation.matching import MODES, OUTCOMES
from spacy_cables.text.labelled import LabelledText

from .span_sets import LABELS, disturbed, flat_spans


@pytest.mark.slow
@pytest.mark.extra("nervaluate")
def test_counts_equal_those_of_nervaluate():
    import nervaluate

    random = Random(5)
    golds, systems = [], []
    for _ in range(1000):
        gold = flat_spans(random, 120, random.randint(1, 8))
        predicted = disturbed(random, gold, 120)
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
    ours = count_outcomes(
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
