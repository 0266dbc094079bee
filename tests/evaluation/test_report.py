import json
import re

import pytest

from spacy_cables.evaluation import compare_all, evaluate, render_report, write_report
from spacy_cables.evaluation.excerpts import iter_excerpts
from spacy_cables.text.labelled import LabelledText

from .marked import marked

HOSTILE = "\U0001f4dc </script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
GOLD = [
    marked("09OSLO1", "{PER:Ada Berg} met the {ORG:Storting} in {LOC:Oslo}. She then left for {LOC:Bergen}.\n"),
    marked("75BERGEN2", f"{{LOC:Bergen}} sent this: {HOSTILE} to {{PER:Eve & Co <b>}} in {{LOC:Oslo}}.\n"),
]
# Of the first cable: Ada Berg is cut, the Storting has another label, Oslo is right, Bergen is missed.
FIRST = [
    marked("09OSLO1", "Ada {PER:Berg} met the {LOC:Storting} in {LOC:Oslo}. She then left for Bergen.\n"),
    marked("75BERGEN2", f"{{LOC:Bergen}} sent {{MISC:this}}: {HOSTILE} to {{PER:Eve & Co <b>}} in {{LOC:Oslo}}.\n"),
]


@pytest.fixture(scope="module")
def results():
    first = evaluate(FIRST, GOLD, name="first", n_bootstrap=50, reference="tests", reference_kind="gold")
    return compare_all([first, evaluate(GOLD, GOLD, name="<i>second</i>", n_bootstrap=50)])


def data_of(html):
    (island,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    return json.loads(island)


def test_excerpts_hold_each_disagreement_in_its_sentence():
    excerpts = list(iter_excerpts(GOLD, [FIRST, GOLD]))
    assert [(each.cable, each.text) for each in excerpts] == [
        (0, "Ada Berg met the Storting in Oslo."),
        (0, "She then left for Bergen."),
        (1, GOLD[1].text.rstrip()),
    ]
    found = [
        (pair.kind, *(each.text[span[0] : span[1]] if span else None for span in (pair.gold, pair.predicted)))
        for each in excerpts
        for pair in each.pairs[0]
    ]
    assert found == [
        ("boundary", "Ada Berg", "Berg"),
        ("label", "Storting", "Storting"),
        ("missed", "Bergen", None),
        ("spurious", None, "this"),
    ]
    assert all(each.pairs[1] == () for each in excerpts)
    for each in excerpts:
        for spans, cables in ((each.gold, GOLD), (each.predicted[0], FIRST)):
            shifted = {(start + each.start_char, end + each.start_char, label) for start, end, label in spans}
            assert shifted <= set(cables[each.cable].spans)
    assert [len(each.gold) for each in excerpts] == [3, 1, 3]
    assert [len(each.predicted[0]) for each in excerpts] == [3, 0, 4]


def test_excerpts_join_sentences_that_a_span_crosses():
    text = "He is Mr. A. Berg of Oslo. It rained.\n"
    gold = LabelledText("", text, ((6, 12, "PER"),))
    system = LabelledText("", text, ((10, 37, "ORG"),))
    (excerpt,) = iter_excerpts([gold], [[system]])
    assert excerpt.text == text.rstrip()


def test_excerpts_of_a_long_header_are_lines():
    text = "\n".join(f"line {index} of the header with Oslo in it" for index in range(20))
    start = text.index("Oslo", 200)
    (excerpt,) = iter_excerpts([LabelledText("", text, ((start, start + 4, "LOC"),))], [[LabelledText("", text)]])
    assert re.fullmatch(r"line \d+ of the header with Oslo in it", excerpt.text)


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
    write_report(tmp_path / "report.html", results)
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
    scores = evaluate(empty, empty, name="silent", n_bootstrap=20)
    assert (scores.micro["strict"].f, scores.micro["strict"].f_ci, scores.macro) == (0, None, {})
    results = compare_all([scores, scores])
    assert data_of(render_report(results))["excerpts"] == []
    assert json.loads(json.dumps(results.to_dict())) == results.to_dict()
    assert "| silent | 0.0 |" in results.to_markdown()
