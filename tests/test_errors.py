"""Messages and their codes."""

import pytest

from spacy_cables.errors import CableError, Errors

CODES = [name for name in vars(Errors) if not name.startswith("_")]


def test_a_message_starts_with_its_code():
    assert CODES
    for code in CODES:
        assert getattr(Errors, code).startswith(f"[{code}] "), code


def test_a_cable_error_is_a_value_error():
    with pytest.raises(ValueError, match="bad"):
        raise CableError("bad")
