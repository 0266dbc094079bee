import importlib
import re
from importlib.metadata import entry_points
from pathlib import Path

import catalogue
from spacy.util import registry

import spacy_cables
from spacy_cables import CableCorpus
from spacy_cables.text.labels import DISPLACY_COLORS

NAME = "spacy_cables.CableCorpus.v1"


def test_reader_by_entry_point():
    (point,) = entry_points(group="spacy_readers", name=NAME)
    assert point.load() is CableCorpus


def test_reader_by_decorator():
    importlib.import_module("spacy_cables.training.reader")
    assert catalogue._get(("spacy", "readers", NAME)) is CableCorpus


def test_reader_by_name():
    reader = registry.get("readers", NAME)(path="cables", max_length=7)
    assert isinstance(reader, CableCorpus)
    assert (reader.max_length, reader.labels) == (7, ("PER", "LOC", "ORG", "MISC"))


def test_all_that_is_registered_has_an_entry_point():
    """Else a config that names it needs `--code`."""
    registered = set()
    for path in Path(spacy_cables.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        registered |= {(f"spacy_{kind}", name) for kind, name in re.findall(r'@registry\.(\w+)\("([^"]+)"', text)}
        registered |= {("spacy_factories", name) for name in re.findall(r'@Language\.factory\(\s*"([^"]+)"', text)}
    assert len(registered) > 10
    assert not [(group, name) for group, name in sorted(registered) if not entry_points(group=group, name=name)]


def test_displacy_colors():
    assert registry.displacy_colors.get("spacy_cables") == DISPLACY_COLORS
