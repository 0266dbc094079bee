"""The name of an officer, told from the title."""

import pytest

from spacy_cables.anatomy.header.officer_names import split_name


@pytest.mark.parametrize(
    "text, name, title",
    [
        ("DCM Dana Reed", "Dana Reed", "DCM"),
        ("Dana Reed, CDA, Embassy Lusaka", "Dana Reed", "CDA, Embassy Lusaka"),
        ("Political Counselor Neil Q. Abbot, Jr.", "Neil Q. Abbot, Jr.", "Political Counselor"),
        ("ECONOMIC COUNSELOR DANA REED", "DANA REED", "ECONOMIC COUNSELOR"),
        ("pol officer dana reed", "Dana Reed", "Pol Officer"),
        ("DCM", "", "DCM"),
        ("", "", ""),
    ],
)
def test_split_name(text, name, title):
    assert split_name(text) == (name, title)
