"""What many tests need: vocabularies and pipelines, the seed cable, and the public corpus where it has been fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.vocab import Vocab

ROOT = Path(__file__).resolve().parents[1]


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
