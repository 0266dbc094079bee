import json

import pytest

from spacy_cables.evaluation import evaluate, make_reference

from .two_cables import GOLD


def test_scores_as_tables(nlp):
    scores = evaluate(nlp, make_reference(GOLD, "tests", "silver"), n_bootstrap=30, name="a|b <i>")
    markdown = scores.to_markdown()
    assert "## a\\|b <i> on tests (silver, 2 cables, 6 entities, sha256" in markdown
    (line,) = [line for line in markdown.splitlines() if line.startswith("| LOC")]
    assert line.startswith("| LOC | 100.0") and line.endswith("| 3 | 2 |")
    assert "a|b &lt;i&gt;" in scores._repr_html_() and "<i>" not in scores._repr_html_()


@pytest.mark.extra("pandas")
def test_scores_as_a_data_frame(nlp):
    frame = evaluate(nlp, GOLD, n_bootstrap=30).to_dataframe()
    row = frame[(frame.table == "label") & (frame.key == "LOC") & (frame["mode"] == "strict")].iloc[0]
    assert (row.p, row.correct) == (1.0, 2)
    assert row.f_low <= row.f <= row.f_high


def test_scores_print_as_tables_for_a_terminal(nlp):
    lines = str(evaluate(nlp, GOLD, n_bootstrap=0, name="rules")).splitlines()
    assert lines[0].startswith("rules on gold (unknown, 2 cables, 6 entities, sha256")
    assert lines[2:7] == [
        "Overall",
        "",
        "                             P      R     F1   gold   predicted",
        "----------------------   -----   ----   ----   ----   ---------",
        "strict                    80.0   66.7   72.7      6           5",
    ]
    assert any(line.startswith("LOC ") for line in lines)
    assert not any("By post" in line for line in lines)


def test_scores_as_a_dictionary(nlp):
    scores = evaluate(nlp, GOLD, n_bootstrap=0, by=["decade"], name="rules")
    data = scores.to_dict()
    assert (data["name"], data["ents_p"], data["ents_r"], data["ents_f"]) == ("rules", 0.8, 0.666667, 0.727273)
    assert data["ents_per_type"]["LOC"] == {"p": 1.0, "r": 0.666667, "f": 0.8}
    assert list(data["ents_per_type"]) == list(data["labels"]) == list(scores.labels)
    assert data["micro"]["strict"]["f"] == data["ents_f"] and data["spans"] == data["micro"]["exact"]
    assert {name: list(table) for name, table in data["by"].items()} == {"decade": ["1970s", "2000s"]}
    assert [table.title for table in scores.tables()] == [
        "Overall",
        "By label, strict",
        "Mean over cables ± standard deviation",
        "By decade, strict",
    ]
    assert data["speed"] == round(scores.speed.words_per_second, 1)
    assert json.loads(json.dumps(data)) == data


def test_scores_are_rounded_to_six_digits_and_the_speed_to_one():
    wrong = [
        cable.with_spans([*cable.spans[:1], *((start, end, "X") for start, end, _ in cable.spans[1:2])])
        for cable in GOLD
    ]
    wrong[1] = GOLD[1].with_spans(GOLD[1].spans[:1])
    scores = evaluate(wrong, GOLD, scheme="identity", n_bootstrap=0)
    data = scores.to_dict()
    assert (data["ents_p"], data["ents_r"], data["ents_f"]) == (0.666667, 0.333333, 0.444444)
    assert scores.gold == scores.reference.texts and (data["speed"], data["speed_details"]) == (None, None)
