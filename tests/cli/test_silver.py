import pytest
import srsly
from spacy.tokens import DocBin
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not
from spacy_cables.text.files import write_text

CABLES = {
    "a": ("<pre>Ada Obi\nleft for Oslo.</pre>\n", "<pre> [PER Ada Obi  ]\nleft for [LOC Oslo  ] . </pre>\n"),
    "b": ("Ito met in Oslo.\n", "[PER Ito  ] met in [LOC Oslo  ] .\n"),
    "held": ("Held out is Oslo.\n", "Held out is [LOC Oslo  ] .\n"),
}


@pytest.fixture
def folder(tmp_path):
    for name, (source, annotated) in CABLES.items():
        write_text(tmp_path / f"cables/{name}.txt", source)
        write_text(tmp_path / f"annotated/{name}.txt", annotated)
    srsly.write_json(tmp_path / "splits.json", {"dev": ["held"]})
    return tmp_path


def read(path, nlp):
    return [doc._.cable["cable_id"] for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]


def test_silver(folder, nlp):
    output = folder / "silver.spacy"
    arguments = ["silver", folder / "annotated", output, "--source", folder / "cables"]
    result = CliRunner().invoke(app, [*map(str, arguments), "--exclude", str(folder / "splits.json")])
    assert result.exit_code == 0, result.output
    assert sorted(read(output, nlp)) == ["a", "b"]
    assert "2 cables" in result.output and "1 cable left out" in result.output
