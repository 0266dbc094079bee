"""What many tests need: vocabularies and pipelines, the seed cable, and the shared data where they are at hand."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.vocab import Vocab

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / "../shared"


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
def shared_folder(tmp_path_factory: pytest.TempPathFactory):
    """A function that unpacks an archive of the shared data once, and skips the test where it is absent."""
    unpacked: dict[str, Path] = {}

    def unpack(name: str) -> Path:
        archive = SHARED / "data" / f"{name}.tar.xz"
        if not archive.is_file():
            pytest.skip(f"no {archive.name} beside the repository")
        if name not in unpacked:
            folder = tmp_path_factory.mktemp(name)
            with tarfile.open(archive) as tar:
                tar.extractall(folder, filter="data")
            unpacked[name] = folder
        return unpacked[name]

    return unpack
