"""Several pipelines vote on the entities of a cable."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import spacy_cables
from spacy_cables import CableError
from spacy_cables.pipeline.cable_form import CableForm  # noqa: F401  registers it, installed or not
from spacy_cables.pipeline.cable_names import CableNames  # noqa: F401
from spacy_cables.pipeline.cable_vote import CableVote  # noqa: F401
from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401

TEXT = "Ada Obi of the Rain Board flew to Oslo."
CONFIG = Path(spacy_cables.__file__).parent.parent / "configs/ner_vote.cfg"


@pytest.fixture
def models(tmp_path: Path) -> list[str]:
    """Three pipelines that know different names."""
    known = [
        [("Ada Obi", "PER"), ("Rain Board", "ORG")],
        [("Ada Obi", "PER"), ("Rain Board", "MISC"), ("Oslo", "LOC")],
        [("Ada", "PER"), ("Oslo", "LOC")],
    ]
    for i, names in enumerate(known):
        nlp = spacy.blank("en")
        nlp.add_pipe("entity_ruler").add_patterns(
            [{"label": label, "pattern": [{"TEXT": word} for word in name.split()]} for name, label in names]
        )
        nlp.to_disk(tmp_path / f"m{i}")
    return [str(tmp_path / f"m{i}") for i in range(3)]


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def assemble(models: list[str]) -> Language:
    names = ("ner_cnn", "ner_vectors", "ner_transformer")
    config = spacy.util.load_config(
        CONFIG, overrides=dict(zip((f"paths.{name}" for name in names), models, strict=True))
    )
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    nlp.initialize()
    return nlp


def test_vote_of_pipelines(models: list[str]) -> None:
    doc = assemble(models)(TEXT)
    assert found(doc) == [("Ada Obi", "PER"), ("Oslo", "LOC")]
    assert all(token.ent_iob_ for token in doc)


def test_vote_is_saved_with_its_pipelines(models: list[str], tmp_path: Path) -> None:
    assemble(models).to_disk(tmp_path / "vote")
    for model in models:
        Path(model).rename(f"{model}-moved")
    nlp = spacy.load(tmp_path / "vote")
    voted = [("Ada Obi", "PER"), ("Oslo", "LOC")]
    assert [found(doc) for doc in nlp.pipe([TEXT, "", TEXT])] == [voted, [], voted]
    assert nlp.get_pipe("cable_vote").labels == ("LOC", "MISC", "ORG", "PER")


def test_vote_in_bytes(models: list[str]) -> None:
    nlp = assemble(models)
    copy = spacy.util.load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert found(copy(TEXT)) == [("Ada Obi", "PER"), ("Oslo", "LOC")]


def test_vote_without_pipelines() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("cable_vote")
    with pytest.raises(CableError, match="CE405"):
        nlp(TEXT)
