"""What many tests need: vocabularies and pipelines, the seed cable, the public corpus where it has been fetched, and
how often a property is tried."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language
from spacy.vocab import Vocab

ROOT = Path(__file__).resolve().parents[1]

# By default a property is tried on a few examples; on many with `--hypothesis-profile thorough`.
settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("quick")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `extra(PACKAGE, ...)` where one of these packages is not installed."""
    for mark in item.iter_markers("extra"):
        for package in mark.args:
            pytest.importorskip(package, reason=f"{package} is not installed")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="session")
def en_vocab(nlp: Language) -> Vocab:
    return nlp.vocab


@pytest.fixture(scope="session")
def seed_path() -> Path:
    return ROOT / "corpus/cables/08LONDON2643.txt"


@pytest.fixture(scope="session")
def seed(seed_path: Path) -> str:
    return seed_path.read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def assets():
    """A function that finds a folder of the public corpus, and skips the test where it has not been fetched."""

    def find(name: str) -> Path:
        folder = ROOT / "assets" / name
        if not folder.is_dir():
            pytest.skip(f"no assets/{name}: python -m spacy project assets")
        return folder

    return find
