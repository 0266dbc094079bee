"""Values of metadata in one form."""

from datetime import date, datetime, timedelta, timezone

import pytest

from spacy_cables.formats.values import (
    is_cable_id,
    is_nothing,
    iso_date,
    level_of,
    normal_id,
    plain_value,
    post_of,
    tags_of,
    words_of,
)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("12/28/1966 18:48", "1966-12-28T18:48"),
        ("2/25/1972 9:30", "1972-02-25T09:30"),
        ("28/12/1966", "1966-12-28"),
        ("3/5/2004 6:07:08 PM", "2004-03-05T18:07"),
        ("3/5/2004 12:07 AM", "2004-03-05T00:07"),
        ("05 MAR 1974", "1974-03-05"),
        ("5 March 2004", "2004-03-05"),
        ("March 5, 1974", "1974-03-05"),
        ("20040305", "2004-03-05"),
        ("2004-03-05 18:00", "2004-03-05T18:00"),
        ("2004-03-05T18:00:00Z", "2004-03-05T18:00"),
        ("2004-03-05T18:00:00.000+02:00", "2004-03-05T16:00"),
        ("2004-03-05T01:00-0500", "2004-03-05T06:00"),
        (1078509600, "2004-03-05T18:00"),
        (1078509600000, "2004-03-05T18:00"),
        (20040305, "2004-03-05"),
        ({"$date": "2004-03-05T18:00:00Z"}, "2004-03-05T18:00"),
        ({"$date": {"$numberLong": "1078509600000"}}, "2004-03-05T18:00"),
        (date(2004, 3, 5), "2004-03-05"),
        (datetime(2004, 3, 5, 18), "2004-03-05T18:00"),
        (datetime(2004, 3, 5, 18, tzinfo=timezone(timedelta(hours=1))), "2004-03-05T17:00"),
        ("31 FEB 1974", ""),
        ("13/13/2004", ""),
        ("5 Mai 2004 at noon", ""),
        ("yesterday", ""),
        (True, ""),
        (None, ""),
        (1e300, ""),
    ],
)
def test_dates(value, iso):
    assert iso_date(value) == iso


@pytest.mark.parametrize(
    ("value", "cable_id"),
    [
        ("1974LIMA01234", "74LIMA1234"),
        ("04LIMA001234", "04LIMA1234"),
        (" 04 Lima 1234 ", "04LIMA1234"),
        ("2004-LA PAZ-15", "04LAPAZ15"),
        ("frus1955-57v06-d5", "frus1955-57v06-d5"),
        (17, "17"),
    ],
)
def test_ids(value, cable_id):
    assert normal_id(value) == cable_id


def test_what_is_an_id():
    assert is_cable_id("1974LIMA01234")
    assert not any(map(is_cable_id, ("17", "", 17, None, "LIMA 1234")))


@pytest.mark.parametrize("value", ["", " ", "n/a", "N/A", "<blank>", "null", None, [], {}, float("nan")])
def test_nothing(value):
    assert is_nothing(value)
    assert not is_nothing("0") and not is_nothing(0)


def test_lists():
    assert words_of("72MOSCOW1603|72TEHRAN1091") == ["72MOSCOW1603", "72TEHRAN1091"]
    assert words_of(["a", None, "n/a", 1]) == ["a", "1"]
    assert tags_of("PFOR, ur, (REED, DANA)") == ["PFOR", "UR", "REED, DANA"]
    assert tags_of("PFOR EFIS PE") == ["PFOR", "EFIS", "PE"]
    assert tags_of(["prel"]) == ["PREL"]
    assert tags_of("n/a") == []


def test_levels_and_posts():
    assert level_of("C O N F I D E N T I A L//NOFORN") == "CONFIDENTIAL//NOFORN"
    assert level_of("limited  official use") == "LIMITED OFFICIAL USE"
    names = [
        "Embassy Lima",
        "Embassy in Lima",
        "AMEMBASSY LIMA",
        "US Mission to the UN",
        "Consulate General Lima",
        "LIMA",
    ]
    assert [post_of(name) for name in names] == ["Lima", "Lima", "LIMA", "the UN", "Lima", "LIMA"]


def test_values_that_files_can_hold():
    value = {"a": (1, 2**80, float("inf"), date(2004, 3, 5), b"x", None, {"b": True})}
    assert plain_value(value) == {"a": [1, str(2**80), "inf", "2004-03-05", "b'x'", None, {"b": True}]}
