"""Lists of TAGS: between commas or blanks, linked, run into each other."""

import pytest

from spacy_cables.anatomy import find_tags, parse_anatomy


@pytest.mark.parametrize(
    "text, expected",
    [
        ("TAGS: PREL, PGOV, RU", ["PREL", "PGOV", "RU"]),
        ("TAGS PREL, PGOV, RU\nSUBJECT: X Y", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL PGOV RU", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL , PGOV , RU SUBJECT: A B", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL, PGOV,\nRU\nSUBJECT: A", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL, PGOV\nMARR, RU\nSUBJECT: A", ["PREL", "PGOV", "MARR", "RU"]),
        ("TAGS: PREL; PGOV; RU", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL, PREL, RU", ["PREL", "RU"]),
        ("TAGS: PRELPGOV RU", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL/PGOV", ["PREL", "PGOV"]),
        ("TAGS: PREL, U.S., PE", ["PREL", "US", "PE"]),
        ("TAGS: PREL, U.S.", ["PREL", "US"]),
        ("TAGS: OVIP (DOE, JANE Q.), PREL", ["OVIP", "DOE, JANE Q.", "PREL"]),
        ("TAGS: PGOV, ZANU-PF, ZI", ["PGOV", "ZANU-PF", "ZI"]),
        ("TAGS: PHUM, HUMAN RIGHTS, RU", ["PHUM", "HUMAN RIGHTS", "RU"]),
        ("TAGS: KAWC, AU-1", ["KAWC", "AU-1"]),
        ("TGAS: PREL, RU", ["PREL", "RU"]),
        ("TAS: PREL, RU", ["PREL", "RU"]),
        ("TAG: PREL, RU", ["PREL", "RU"]),
        ("Tags: prel, ru", ["PREL", "RU"]),
        ("2018TAGS: PREL RU\n\nText", ["PREL", "RU"]),
        ("TAGS: <a href='/tag/PREL_0.html'>PREL</a> <a href='/tag/RU_0.html'>RU</a>\nSUBJECT: A", ["PREL", "RU"]),
        ("TAGS: PREL, RU\n\nREF: LUSAKA 12", ["PREL", "RU"]),
        ("TAGS: PREL, RU REF: LUSAKA 12", ["PREL", "RU"]),
        ("TAGS:\nPREL, RU\nSUBJECT: A", ["PREL", "RU"]),
        ("no label", []),
    ],
)
def test_find_tags(text, expected):
    assert find_tags(text) == expected


def test_the_list_says_where_its_words_stand():
    text = "TAGS: PREL, PRELPGOV (REED, DANA)\nSUBJECT: A"
    tags = parse_anatomy(text).fields.tags
    assert tags.tags == ("PREL", "PGOV", "REED, DANA")
    assert [word.text for word in tags.words] == ["PREL", "PRELPGOV", "REED", "DANA"]
    assert [text[word.start_char : word.end_char] for word in tags.words] == [word.text for word in tags.words]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("TAGS: OVIP (REED, DANA), PREL", ["OVIP", "REED, DANA", "PREL"]),
        ("TAGS: OVIP (REED DANA J), PREL", ["OVIP", "REED, DANA J", "PREL"]),
        ("TAGS: OVIP REED DANA OAKES TOM PREL PE", ["OVIP", "REED, DANA", "OAKES, TOM", "PREL", "PE"]),
        ("TAGS: OVIP, REED, DANA, PREL", ["OVIP", "REED, DANA", "PREL"]),
        ("TAGS: ECON ETRD PE ECONOMY AND FINANCE", ["ECON", "ETRD", "PE", "ECONOMY AND FINANCE"]),
        ("TAGS: PREL PE FOREIGN POLICY", ["PREL", "PE", "FOREIGN POLICY"]),
        ("TAGS: PREL HUMAN RIGHTS FOREIGN TRADE PE", ["PREL", "HUMAN RIGHTS", "FOREIGN TRADE", "PE"]),
        ("TAGS: EFIN, BANKING AND CREDIT, PE", ["EFIN", "BANKING AND CREDIT", "PE"]),
        ("TAGS: PREL COUNTERTERRORISM CORRUPTION IN", ["PREL", "COUNTERTERRORISM", "CORRUPTION", "IN"]),
        ("TAGS: POLICY, SOCIETY", ["POLICY", "SOCIETY"]),
        ("TAGS-MASS, PE\nSUBJ: X", ["MASS", "PE"]),
        ("TAGS - MASS, PE", ["MASS", "PE"]),
        ("T A G S: MASS, PE", ["MASS", "PE"]),
        ("TAGS:\nMASS, PE", ["MASS", "PE"]),
        ("TAGS: MASS\nPE EFIS\nSUBJ: X", ["MASS", "PE", "EFIS"]),
        ("TAGS: EAGR PE\nLUSAKA FOR REED\n\nSUBJ: X", ["EAGR", "PE"]),
        ("FOR: SY/CC/TAG; SY/SD\n\nTAGS: ASEC, PE\nSUBJ: X", ["ASEC", "PE"]),
    ],
)
def test_several_words_people_and_other_labels(text, tags):
    assert find_tags(text) == tags
