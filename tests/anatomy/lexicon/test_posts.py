"""Posts, their regions and other names."""

import pytest

from spacy_cables.anatomy.lexicon.posts import ALIASES, POSTS, REGIONS, known_post, origin, post_key


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Sao Paulo", "SAOPAULO"),
        ("THE HAGUE", "THEHAGUE"),
        ("HAGUE", "THEHAGUE"),
        ("Sanaa'a", "SANAA"),
        ("USUN", "USUNNEWYORK"),
        ("SECSTATE WASHDC", "STATE"),
        ("XANADU", ""),
        ("", ""),
    ],
)
def test_known_post(name, expected):
    assert known_post(name) == expected


def test_names_are_keys():
    assert all(post_key(name) == name for name in (*POSTS, *ALIASES))
    assert set(ALIASES.values()) <= POSTS and not set(ALIASES) & POSTS


@pytest.mark.parametrize(
    "cable_id, region",
    [("08LUSAKA1", "Africa"), ("75JIDDA1", "Near East"), ("08WINNIPEG1", "unknown"), ("08XANADU1", "unknown")],
)
def test_region(cable_id, region):
    assert origin(cable_id).region == region


def test_every_region_is_listed_once():
    assert len(set(REGIONS)) == len(REGIONS) and {origin(f"08{post}1").region for post in POSTS} == set(REGIONS)


@pytest.mark.parametrize(
    ("cable_id", "expected"),
    [
        pytest.param("08LONDON2643", (2008, "LONDON", "Europe"), id="2000s"),
        pytest.param("66BUENOSAIRES2481", (1966, "BUENOSAIRES", "Western Hemisphere"), id="1966"),
        pytest.param("10STATE1", (2010, "STATE", "Washington"), id="Washington"),
        pytest.param("09ATLANTIS7", (2009, "ATLANTIS", "unknown"), id="unknown post"),
        pytest.param("notes", (None, "unknown", "unknown"), id="no identifier"),
    ],
)
def test_origin(cable_id: str, expected: tuple[int | None, str, str]) -> None:
    assert origin(cable_id) == expected
