"""Which column holds what."""

import pytest

from spacy_cables import CableError
from spacy_cables.formats.columns import Columns, column_key, read_columns


@pytest.mark.parametrize("name", ["Cable ID", "cable-id", "cableId", " CABLE_ID "])
def test_names_are_compared_by_their_words(name):
    assert column_key(name) == "cable_id"


def test_what_is_known_by_name():
    columns = Columns(["id", "Doc_ID", "authored", "Body", "x"])
    assert columns.by_role["cable_id"] == ["Doc_ID", "id"]
    assert columns.by_role["body"] == ["Body"] and columns.by_role["date"] == ["authored"]
    assert columns.have_text and not Columns(["id", "x"]).have_text


def test_what_is_nested_is_known_by_its_own_name():
    assert Columns(["cable.content"]).by_role["body"] == ["cable.content"]


def test_the_user_has_the_last_word():
    given = {"text": "Message X", "date": "when"}
    columns = Columns(["id", "body", "message_x"], given)
    assert columns.by_role["text"] == ["message_x"] and not columns.by_role["body"]
    assert columns.missing(given) == ["when"]


def test_columns_as_the_command_line_has_them():
    assert read_columns(" cable_id = refid,text=message") == {"cable_id": "refid", "text": "message"}
    assert read_columns({"text": "m"}) == {"text": "m"} and read_columns(None) == {}


@pytest.mark.parametrize(("text", "code"), [("text", "CE107"), ("=a", "CE107"), ("text=", "CE107"), ("txt=a", "CE006")])
def test_bad_columns(text, code):
    with pytest.raises(CableError, match=code):
        read_columns(text)
