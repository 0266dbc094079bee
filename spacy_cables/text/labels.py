"""Label sets, and the colours of labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..errors import CableError, Errors

#: The four labels of CoNLL-2003 (https://www.clips.uantwerpen.be/conll2003/ner/).
CONLL: tuple[str, ...] = ("PER", "LOC", "ORG", "MISC")

#: The eighteen labels of OntoNotes 5, as in spaCy's English pipelines and the 18-label CogComp tagger.
ONTONOTES: tuple[str, ...] = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip

#: Label sets by the name used on the command line and in configs.
LABEL_SETS: dict[str, tuple[str, ...]] = {"conll": CONLL, "ontonotes": ONTONOTES}

#: displaCy's own table has no colour for PER and MISC.
DISPLACY_COLORS: dict[str, str] = {"PER": "#aa9cfc", "LOC": "#ff9561", "ORG": "#7aecec", "MISC": "#bfeeb7"}

_LABEL = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*\Z")


def check_labels(labels: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Check that each label can be used in a mark.

    labels (tuple | list): The labels.
    RETURNS (tuple): The labels, without repetition, in order.
    RAISES (CableError): CE004 for a label that could not be read back.
    """
    for label in labels:
        if not _LABEL.match(label):
            raise CableError(Errors.CE004.format(label=label))
    return tuple(dict.fromkeys(labels))


def label_set(labels: str | Iterable[str]) -> tuple[str, ...]:
    """Look up a label set.

    labels (str | Iterable): `conll`, `ontonotes` or labels, separated by commas; or the labels themselves.
    RETURNS (tuple): The labels.
    RAISES (CableError): CE004 for an invalid label.
    """
    if not isinstance(labels, str):
        return check_labels(list(labels))
    names = [name.strip() for name in labels.split(",") if name.strip()]
    if not names:
        raise CableError(Errors.CE004.format(label=labels))
    return check_labels([label for name in names for label in LABEL_SETS.get(name.lower(), (name,))])


def explain_others(labels: Iterable[str], known: Iterable[str], others: Iterable[str]) -> str:
    """Say which labels marks have that are of another label set, and how to read them.

    labels (Iterable): The label set that was asked for.
    known (Iterable): The label of each mark that is in it.
    others (Iterable): The label of each mark that is not.
    RETURNS (str): Such as `PERSON 3, GPE 2: --labels ontonotes reads them`. "" if most marks are of the label set, so
        that the others are mistakes; except if all labels are of another set, and every fourth mark is of that alone.
    """
    named, inside, outside = tuple(labels), Counter(known), Counter(others)
    count, total = sum(outside.values()), sum(outside.values()) + sum(inside.values())
    found = inside.keys() | outside.keys()
    wanted = next((name for name, names in LABEL_SETS.items() if found <= set(names)), "")
    if not count or (count * 2 <= total and not (wanted and count * 4 >= total)):
        return ""
    wanted = wanted or ",".join([*(named if inside else ()), *sorted(outside)])
    said = ", ".join(
        f"{label} {number}" for label, number in sorted(outside.items(), key=lambda each: (-each[1], each))
    )
    exact = {label for names in (named, *LABEL_SETS.values()) for label in names}
    in_upper_case = all(label not in exact and label.upper() in exact for label in outside)
    case = "labels are upper case here; " if in_upper_case else ""
    return f"{said}: {case}--labels {wanted} reads them (labels={wanted!r} in Python)"
