"""Words of titles and offices."""

import pytest

from spacy_cables.anatomy.lexicon.titles import fold, is_title


@pytest.mark.parametrize("word", ["Ambassador", "Amabassador", "DCM", "Pol/Econ", "Counselors", "d'Affaires", "a.i."])
def test_titles(word):
    assert is_title(word)


@pytest.mark.parametrize("word", ["Oakes", "Dana", "Grant", "A."])
def test_no_titles(word):
    assert not is_title(word)


def test_fold():
    assert fold("D’Affaires,") == "d'affaires" and fold("Émile") == "emile"
