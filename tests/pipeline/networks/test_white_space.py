"""Networks read past white space."""

import numpy
import pytest
from spacy.tokens import Doc
from thinc.api import NumpyOps

from spacy_cables.pipeline.networks.white_space import find_words, spread


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["\n", "Ada", "<br/>", "left"], [0, 1, 0, 1]), (["\n", "\n"], [1, 1]), ([], [])],
)
def test_find_words(en_vocab, words, expected):
    assert find_words(Doc(en_vocab, words=words)).astype(int).tolist() == expected


def test_spread_and_back():
    vectors = numpy.asarray([[1, 2], [3, 4]], dtype="f")
    mask = numpy.asarray([False, True, False, False, True])
    (spread_out,), backprop = spread(NumpyOps(), [vectors], [mask])
    assert spread_out.tolist() == [[1, 2], [1, 2], [1, 2], [1, 2], [3, 4]]
    (gradient,) = backprop([numpy.arange(10, dtype="f").reshape(5, 2)])
    assert gradient.tolist() == [[0 + 2 + 4 + 6, 1 + 3 + 5 + 7], [8, 9]]
