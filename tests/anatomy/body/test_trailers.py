"""What stands below a signature."""

import pytest

from spacy_cables.anatomy.body.trailers import TRAILER

from ..patterns import check_examples


def test_each_branch_matches_its_example():
    check_examples(TRAILER, 19)


@pytest.mark.parametrize("line", ["REED", "It ended well.", "CONFIDENTIAL TALKS"])
def test_no_trailers(line):
    assert not TRAILER.match(line)
