import pytest

from spacy_cables.evaluation import evaluate
from spacy_cables.evaluation.pipelines import cut_text

from .marked import marked
from .two_cables import GOLD


def test_evaluate_cuts_texts_that_are_too_long_for_the_pipeline(own_nlp):
    long = marked("09OSLO3", "Word {LOC:Oslo} word\n\n{PER:Ada Berg} word\nand {LOC:Oslo}. " * 30)
    whole = evaluate(own_nlp, [long, *GOLD], n_bootstrap=0)
    own_nlp.max_length = 50
    pieces = evaluate(own_nlp, [long, *GOLD], n_bootstrap=0)
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
