import json
import re

import pytest

from spacy_cables.errors import CableError
from spacy_cables.evaluation import compare_all, evaluate, evaluate_systems, make_reference, render_report, write_report
from spacy_cables.text.labelled import LabelledText

from ..two_systems import FIRST, GOLD, HOSTILE


@pytest.fixture(scope="module")
def results():
    first = evaluate(FIRST, make_reference(GOLD, "tests", "gold"), name="first", n_bootstrap=50)
    return compare_all([first, evaluate(GOLD, GOLD, name="<i>second</i>", n_bootstrap=50)])


def data_of(html):
    (island,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    return json.loads(island)


def test_report_escapes_all_text(results):
    html = render_report(results, title="<Report> & more")
    assert html.count("<script") == 2  # the data and the report's own
    assert "<img" not in html and "<b>}" not in html and "<i>second" not in html
    assert "&lt;Report&gt; &amp; more" in html
    data = data_of(html)
    assert data["systems"] == ["first", "<i>second</i>"]
    assert any(HOSTILE in excerpt[2] for excerpt in data["excerpts"])


def test_report_reaches_for_nothing_outside(results):
    html = render_report(results)
    assert "default-src 'none'" in html
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", html.replace(HOSTILE, ""))


def test_report_says_what_was_measured_against_what(results, tmp_path):
    write_report(results, tmp_path / "report.html")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert results.systems[0].reference.sha256 in html
    assert "gold: checked by hand" in html
    for scores in results.systems:
        assert f"{100 * scores.micro['strict'].f:.1f}" in html
    assert "<strong>&lt;i&gt;second&lt;/i&gt;</strong> is better" in html
    assert html == render_report(results)


def test_report_of_one_system_compares_nothing(results):
    html = render_report(compare_all(results.systems[:1]))
    assert "Is the difference real?" not in html
    assert data_of(html)["systems"] == ["first"]


def test_report_of_cables_without_any_span():
    empty = [LabelledText("09OSLO1", "Nothing."), LabelledText("09OSLO2", "")]
    with pytest.warns(UserWarning, match=r"CW70[23]"):
        scores = evaluate(empty, empty, name="silent", n_bootstrap=20)
    assert (scores.micro["strict"].f, scores.micro["strict"].f_ci, scores.macro) == (0, None, {})
    results = compare_all([scores, scores])
    assert data_of(render_report(results))["excerpts"] == []
    assert json.loads(json.dumps(results.to_dict())) == results.to_dict()
    assert "| silent run 1 | 0.0 |" in results.to_markdown()


def test_write_report_goes_by_the_ending(results, tmp_path):
    for name in ("a.json", "new/a.md", "a.html"):
        write_report(results, tmp_path / name)
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == results.to_dict()
    assert (tmp_path / "new" / "a.md").read_text(encoding="utf-8") == results.to_markdown()
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == render_report(results)


def test_write_report_takes_the_scores_of_one_system(results, tmp_path):
    write_report(results.systems[0], tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == results.systems[0].to_markdown()
    write_report(results.systems[0], tmp_path / "a.html", title="One")
    assert "<title>One</title>" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a", "folder.json"])
def test_write_report_refuses_unknown_endings_and_folders(results, tmp_path, name):
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(CableError, match=rf"CE712.*{name}"):
        write_report(results, tmp_path / name)


def test_report_has_the_means_over_cables_and_over_runs():
    cables = [
        LabelledText("09OSLO1", "Ada left.", ((0, 3, "PER"),)),
        LabelledText("09OSLO2", "Oslo.", ((0, 4, "LOC"),)),
    ]
    results = evaluate_systems([cables, cables], cables, names=["ner", "ner"], n_bootstrap=10)
    html = render_report(results)
    assert "<td>2 cables</td><td>100.0 ± 0.0</td>" in html
    assert '<th scope="row">ner</th><td>2 runs</td><td>100.0 ± 0.0</td>' in html
