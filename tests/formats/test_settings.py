"""How files are to be read."""

from spacy_cables.formats.settings import Settings


def test_all_cables_are_wanted_unless_told_otherwise():
    assert Settings().wants("09OSLO7")
    settings = Settings(wanted="09OSLO8".__eq__)
    assert [settings.wants(cable_id) for cable_id in ("09OSLO7", "09OSLO8")] == [False, True]
