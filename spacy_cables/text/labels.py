"""Label sets, and the colours of labels."""

from __future__ import annotations

import re
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
