import re

from spacy_cables.evaluation.report.error_browser import iter_excerpts
from spacy_cables.text.labelled import LabelledText

from ..two_systems import FIRST, GOLD


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
