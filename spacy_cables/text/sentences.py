"""Where sentences start in natural text, as far as punctuation and layout tell."""

from __future__ import annotations

import re

# What ends with a full stop without ending a sentence.
_ABBREVIATIONS = (
    "Amb|Adm|Brig|Capt|Col|Cmdr|Dept|Dr|Fr|Gen|Gov|Hon|Jr|Lt|Maj|Messrs|Min|Mr|Mrs|Ms|Pres|Prof|Rep|Rev|Sec|Sen|Sgt|Sr|"
    "St|Vs|vs|No|Nos|no|nos|Ref|ref|para|paras|approx|art|Art|cf|e\\.g|i\\.e|eg|ie|etc|al|p|pp|a\\.k\\.a"
)
_NOT_AN_END = re.compile(rf"(?:\b(?:{_ABBREVIATIONS})|\b[A-Z]|^\s*¶?\d{{1,3}}|\b1)\Z", re.MULTILINE)
# A run of marks is tried once, from its start: a long one would cost the square of its length.
_END = re.compile(r"(?<![.!?])[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9¶])|\n[ \t\r]*\n")


def sentence_ends(text: str) -> list[int]:
    """Find where sentences end: behind closing punctuation that a capital or a digit follows, and at blank lines.

    text (str): Natural text.
    RETURNS (list): Characters behind which a new sentence starts, in order.
    """
    ends = []
    for match in _END.finditer(text):
        stop = match.start()
        if text[stop] == "." and _NOT_AN_END.search(text, max(0, stop - 12), stop):
            continue
        ends.append(match.end())
    return ends
