import inspect
import json
import shutil

import pytest
import spacy
import srsly
from thinc.util import has_gpu
from typer.testing import CliRunner

from spacy_cables.cli import app
from spacy_cables.cli.evaluate import evaluate_cli
from spacy_cables.evaluation import evaluate_systems
from spacy_cables.text.labels import CONLL, ONTONOTES

PATTERNS = [
    {"label": "PERSON", "pattern": "Ada Berg"},
    {"label": "GPE", "pattern": "Oslo"},
    {"label": "ORG", "pattern": "the Storting"},
]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    path = tmp_path_factory.mktemp("pipeline")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    nlp.to_disk(path)
    return path


@pytest.fixture
def folder(pipeline, tmp_path, monkeypatch):
    """A folder with two gold cables, a pipeline that finds three of their four names, and predictions that find two."""
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "09OSLO1.txt").write_text("[PER Ada Berg] left [LOC Oslo] for the [ORG Storting].\n")
    (gold / "75BERGEN2.txt").write_text("[LOC Bergen] sent nothing.\n")
    (tmp_path / "splits.json").write_text('{"train": ["75BERGEN2"], "test": ["09OSLO1"]}')
    predictions = tmp_path / "predictions"
    predictions.mkdir()
    (predictions / "09OSLO1.txt").write_text("[PER Ada Berg  ] left [LOC Oslo  ] for the Storting . \n")
    (predictions / "75BERGEN2.txt").write_text("Bergen sent nothing . \n")
    shutil.copytree(pipeline, tmp_path / "pipeline")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["evaluate", *arguments])


def test_evaluate_cli_scores_a_pipeline(folder):
    result = run("pipeline", "--gold", "gold", "--reference-kind", "gold", "--output", "out/metrics.json")
    assert result.exit_code == 0, result.output
    assert "pipeline on gold (gold, 2 cables, 4 entities, sha256" in result.output
    metrics = json.loads((folder / "out" / "metrics.json").read_text())
    assert (metrics["ents_p"], metrics["ents_r"]) == (1, 0.75)
    assert metrics["ents_per_type"]["ORG"] == {"p": 1, "r": 1, "f": 1}
    assert metrics["reference"]["kind"] == "gold"
    assert [system["name"] for system in metrics["systems"]] == ["pipeline"]
    assert metrics["systems"][0]["scheme"]["name"] == "ontonotes->conll"
    assert set(metrics["systems"][0]["by"]) >= {"decade", "post"}


def test_evaluate_cli_compares_systems_and_writes_everything(folder):
    names = ("--name", "model", "--name", "tagger")
    outputs = ("--output", "tables.md", "--output", "report.html", "--output", "metrics.json")
    result = run("pipeline", "predictions", "--gold", "gold", *names, *outputs)
    assert result.exit_code == 0, result.output
    assert "tagger minus model" in result.output
    assert "## 2 systems on gold" in (folder / "tables.md").read_text()
    assert "<title>Named entities in cables</title>" in (folder / "report.html").read_text()
    metrics = json.loads((folder / "metrics.json").read_text())
    assert "ents_f" not in metrics
    assert metrics["comparisons"][0]["micro"]["strict"]["r"] == -0.25
    assert [system["name"] for system in metrics["systems"]] == ["model", "tagger"]


def test_evaluate_cli_on_a_part_of_the_gold(folder):
    result = run("predictions", "--gold", "gold", "--splits", "splits.json", "--part", "train", "--output", "-")
    (system,) = json.loads(result.stdout)["systems"]
    assert (system["reference"]["cables"], system["micro"]["strict"]["missed"]) == (1, 1)
    result = run("predictions", "--gold", "gold", "--splits", "splits.json", "--part", "dev")
    assert result.exit_code == 1
    assert "CE006" in result.stderr and "train, test" in result.stderr


def test_evaluate_cli_tells_seen_from_unseen_names(folder):
    result = run("predictions", "--gold", "gold", "--train", "predictions", "--output", "-")
    (system,) = json.loads(result.stdout)["systems"]
    assert {key: table["strict"]["r"] for key, table in system["by"]["seen"].items()} == {"seen": 1, "unseen": 0}


def test_evaluate_cli_normalises_as_told(folder):
    (folder / "scheme.json").write_text('{"preset": "ontonotes->conll", "strip_the": false}')
    result = run("pipeline", "--gold", "gold", "--scheme", "scheme.json", "--output", "-")
    (system,) = json.loads(result.stdout)["systems"]
    assert system["labels"]["ORG"]["strict"]["f"] == 0
    assert system["scheme"]["strip_the"] is False
    assert system["scheme"]["strip_possessive"] is True


def test_evaluate_cli_reads_a_scheme(folder):
    (folder / "scheme.yml").write_text("PERSON: PER\nGPE: null\nORG: ORG\n")
    result = run("pipeline", "--gold", "gold", "--scheme", "scheme.yml", "--output", "-")
    assert json.loads(result.stdout)["systems"][0]["labels"]["LOC"]["strict"]["missed"] == 2


def test_evaluate_cli_reads_predictions_with_other_labels_than_the_gold(folder):
    for name in ("09OSLO1", "75BERGEN2"):
        path = folder / "predictions" / f"{name}.txt"
        path.write_text(path.read_text().replace("[PER", "[PERSON").replace("[LOC", "[GPE"))
    result = run("predictions", "--labels", "conll,ontonotes", "--gold", "gold", "--output", "-")
    (system,) = json.loads(result.stdout)["systems"]
    assert (system["scheme"]["name"], system["ents_r"]) == ("ontonotes->conll", 0.5)


def test_evaluate_cli_repeats_its_figures(folder):
    first, second = (json.loads(run("predictions", "--gold", "gold", "--output", "-").stdout) for _ in range(2))
    assert first == second


@pytest.mark.slow
def test_evaluate_cli_does_what_the_function_does(folder):
    settings = ("--disable", "entity_ruler", "--scheme", "identity", "--train", "predictions", "--name", "nothing")
    result = run("pipeline", "predictions", "--labels", "conll,ontonotes", "--gold", "gold", *settings, "--output", "-")
    assert "CW703" in result.stderr
    with pytest.warns(UserWarning, match="CW703"):
        expected = evaluate_systems(
            ["pipeline", "predictions"],
            "gold",
            names=["nothing"],
            disable=["entity_ruler"],
            labels=(*CONLL, *ONTONOTES),
            scheme="identity",
            train="predictions",
        )
    found, wanted = json.loads(result.stdout), json.loads(srsly.json_dumps(expected.to_dict()))
    for results in (found, wanted):
        for system in results["systems"]:
            del system["speed"], system["speed_details"]
    assert found == wanted


@pytest.mark.parametrize("output", ["metrics.csv", "metrics", "gold", "splits.json/metrics.json"])
def test_evaluate_cli_refuses_an_output_before_the_run(folder, output):
    result = run("nowhere", "--gold", "nowhere", "--output", "metrics.json", "--output", output)
    assert result.exit_code == 1
    assert "CE712" in result.stderr and output in result.stderr
    assert result.stderr.strip().count("\n") == 0


def test_evaluate_cli_has_few_options():
    assert len(inspect.signature(evaluate_cli).parameters) - 1 <= 15  # the systems are arguments


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere", "--gold", "gold"], "CE703"),
        (["pipeline", "--gold", "nowhere"], "CE002"),
        (["--gold", "gold"], "CE702"),
        (["pipeline", "--gold", "gold", "--scheme", "nowhere"], "CE710"),
        (["pipeline", "--gold", "gold", "--labels", " , "], "CE004"),
        (["pipeline", "--gold", "gold", "--reference-kind", "bronze"], "CE006"),
        (["pipeline", "--gold", "gold", "--part", "dev"], "CE718"),
        (["pipeline", "--gold", "gold", "--disable", "parser"], "CE716"),
        (["pipeline", "--gold", "gold", "--name", "a", "--name", "b"], "CE717"),
        (["pipeline", "--gold", "gold", "--gold-scheme", "nowhere"], "CE710"),
        pytest.param(
            ["pipeline", "--gold", "gold", "--gpu-id", "0"],
            "CE715",
            marks=pytest.mark.skipif(has_gpu, reason="there is a GPU"),
        ),
    ],
)
def test_evaluate_cli_fails_with_one_line(folder, arguments, message):
    result = run(*arguments)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.strip().count("\n") == 0


def test_evaluate_cli_says_why_a_pipeline_cannot_be_loaded(folder):
    config = folder / "pipeline" / "config.cfg"
    config.write_text(config.read_text().replace('factory = "entity_ruler"', 'factory = "nobodys_component"'))
    result = run("pipeline", "--gold", "gold")
    assert result.exit_code == 1
    assert "CE704" in result.stderr and "nobodys_component" in result.stderr
    assert result.stderr.strip().count("\n") == 0


def test_evaluate_cli_names_the_label_without_a_mapping(folder):
    (folder / "scheme.json").write_text('{"PERSON": "PER", "ORG": "ORG"}')
    result = run("pipeline", "--gold", "gold", "--scheme", "scheme.json")
    assert result.exit_code == 1
    assert "CE709" in result.stderr and "GPE" in result.stderr


def test_evaluate_cli_takes_installed_pipelines_where_there_are_any(folder, monkeypatch):
    monkeypatch.setattr("spacy.util.get_installed_models", lambda: ["pipeline"])
    result = run("predictions", "--installed", "--gold", "gold", "--output", "-")
    assert [system["name"] for system in json.loads(result.stdout)["systems"]] == ["predictions", "pipeline"]
    monkeypatch.setattr("spacy.util.get_installed_models", list)
    result = run("--installed", "--gold", "gold", "--output", "baseline.json", "--output", "report.html")
    assert result.exit_code == 0
    assert json.loads((folder / "baseline.json").read_text())["systems"] == []
    assert not (folder / "report.html").exists()
