"""The messages: grouped by room, without gaps, each with one code and a use."""

import re
from itertools import groupby
from pathlib import Path

import pytest

import spacy_cables
from spacy_cables.errors import Errors, Warnings

PACKAGE = Path(spacy_cables.__file__).parent
CODE = re.compile(r"C[EW]\d{3}\Z")
CODES = [name for messages in (Errors, Warnings) for name in vars(messages) if CODE.match(name)]
SOURCES = {module: module.read_text("utf-8") for module in PACKAGE.rglob("*.py") if module.name != "errors.py"}


def test_codes_rise_without_gaps():
    for _, group in groupby(CODES, key=lambda code: code[:3]):
        codes = list(group)
        first = int(codes[0][2:])
        assert [int(code[2:]) for code in codes] == list(range(first, first + len(codes)))
        assert first % 100 == 1
    assert sorted(CODES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_each_message_is_used(code):
    kind = "Errors" if code.startswith("CE") else "Warnings"
    assert any(f"{kind}.{code}" in source for source in SOURCES.values())


def test_what_is_documented_is_there():
    named = {code for source in SOURCES.values() for code in re.findall(r"\bC[EW]\d{3}\b", source)}
    assert named <= set(CODES)


def test_a_message_begins_with_its_code():
    assert Errors.CE002.format(path="a.txt").startswith("[CE002] a.txt")
