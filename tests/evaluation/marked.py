"""A way to write down short labelled texts, for the tests of this folder."""

from __future__ import annotations

import re

from spacy_cables.text.labelled import LabelledText

_MARK = re.compile(r"\{([A-Z]+):([^{}]*)\}")


def marked(cable_id: str, text: str) -> LabelledText:
    """The labelled text in which `{LOC:Oslo}` stands for a span."""
    plain, spans, position = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[position : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), mark[1]))
        plain += mark[2]
        position = mark.end()
    return LabelledText(cable_id, plain + text[position:], tuple(spans))
