"""The same name."""

from spacy_cables.text.names import name_key


def test_case_and_white_space_do_not_tell_names_apart():
    assert name_key("Michael\n  DAVENPORT ") == name_key("michael davenport")
    assert name_key("STRASSE") == name_key("Straße")
    assert name_key("DCM") != name_key("D CM")
