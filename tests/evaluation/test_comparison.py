import json
from dataclasses import replace

import pytest

from spacy_cables.errors import CableError
from spacy_cables.evaluation import ONTONOTES_TO_CONLL, Scheme, compare, compare_all, evaluate

from .two_cables import GOLD


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
    with pytest.raises(CableError, match="CE711"):
        compare(plain, evaluate(nlp, GOLD[:1], n_bootstrap=50))


def test_results_print_the_comparison_and_each_system(nlp):
    first = evaluate(nlp, GOLD, n_bootstrap=0, name="first")
    second = evaluate(GOLD, GOLD, n_bootstrap=0, name="second")
    printed = str(compare_all([first, second]))
    assert printed.startswith("2 systems on gold (unknown, 2 cables")
    assert "second minus first   +20.0   +33.3   +27.3" in printed
    assert str(first) in printed and str(second) in printed
    assert str(compare_all([first])) == str(first)


def test_compare_refuses_gold_that_is_annotated_elsewhere(nlp):
    parts = [replace(cable, missing=((0, 3),)) for cable in GOLD]
    with pytest.raises(CableError, match="CE711"):
        compare(evaluate(nlp, GOLD, n_bootstrap=0), evaluate(nlp, parts, n_bootstrap=0))
