"""Label schemes: from a system's labels to the gold's, and the normalisation of spans that goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import srsly

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from ..text.labels import CONLL, ONTONOTES

# The article belongs to the name of one city only: "the United Nations", but "The Hague".
_ARTICLE = re.compile(r"the\s+(?!hague\b)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*['’]s?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a system's spans are to be read.

    name (str): The name that results carry.
    labels (Mapping | None): The gold's label for each label of the system, None to drop it. Labels stay as they are if
        there is no mapping at all.
    strip_the (bool): Leave a leading "the" outside, except in "The Hague".
    strip_possessive (bool): Leave a trailing "'s" or apostrophe outside.
    """

    name: str
    labels: Mapping[str, str | None] | None = None
    strip_the: bool = False
    strip_possessive: bool = False

    def check(self, labels: Iterable[str]) -> None:
        """Check that the scheme knows what to do with each label.

        labels (Iterable): The labels of a system.
        RAISES (CableError): CE202, naming the labels that it has no mapping for.
        """
        unmapped = [] if self.labels is None else sorted(set(labels) - set(self.labels))
        if unmapped:
            raise CableError(Errors.CE202.format(labels=", ".join(unmapped), scheme=self.name))

    def apply(self, cable: LabelledText) -> LabelledText:
        """Read a system's spans.

        cable (LabelledText): A cable with the spans of the system.
        RETURNS (LabelledText): The cable with the labels of the gold.
        RAISES (CableError): CE202, for a label that is not in the mapping.
        """
        self.check(label for _, _, label in cable.spans)
        found = []
        for start, end, label in cable.spans:
            mapped = label if self.labels is None else self.labels[label]
            if mapped is not None:
                start, end = self._trim(cable.text, start, end)
                found.append((start, end, mapped))
        return cable.with_spans(found)

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys; a file of this is a scheme."""
        return {
            "name": self.name,
            "labels": None if self.labels is None else dict(self.labels),
            "strip_the": self.strip_the,
            "strip_possessive": self.strip_possessive,
        }

    def _trim(self, text: str, start: int, end: int) -> tuple[int, int]:
        name = text[start:end]
        if self.strip_the and (article := _ARTICLE.match(name)) and article.end() < len(name):
            start += article.end()
        if self.strip_possessive and (possessive := _POSSESSIVE.search(text[start:end])) and possessive.start():
            end = start + possessive.start()
        return start, end


IDENTITY = Scheme("identity")

#: PERSON is PER; GPE, LOC and FAC are LOC; ORG is ORG; names of other things are MISC; dates and numbers are dropped.
ONTONOTES_TO_CONLL = Scheme(
    "ontonotes->conll",
    MappingProxyType(
        {
            **dict.fromkeys(ONTONOTES),
            "PERSON": "PER",
            **dict.fromkeys(("GPE", "LOC", "FAC"), "LOC"),
            "ORG": "ORG",
            **dict.fromkeys(("NORP", "LANGUAGE", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"), "MISC"),
        }
    ),
    strip_the=True,
    strip_possessive=True,
)

#: The schemes that go by a name.
PRESETS: Mapping[str, Scheme] = MappingProxyType({scheme.name: scheme for scheme in (IDENTITY, ONTONOTES_TO_CONLL)})


def fit_scheme(
    scheme: Scheme | str | Path | Mapping[str, Any] | None, system_labels: Iterable[str], gold_labels: Iterable[str]
) -> Scheme:
    """The scheme for a system: the one that is given, or the preset that fits.

    scheme (Scheme | str | Path | Mapping | None): A scheme, or what `read_scheme` takes; chosen by the labels if None.
    system_labels (Iterable): The labels that the system has.
    gold_labels (Iterable): The labels that the gold has.
    RETURNS (Scheme): The scheme.
    RAISES (CableError): CE202, naming the labels that it has no mapping for, CE203 for what is no scheme.
    """
    if scheme is None:
        return choose_scheme(system_labels, gold_labels)
    fitted = scheme if isinstance(scheme, Scheme) else read_scheme(scheme)
    fitted.check(system_labels)
    return fitted


def choose_scheme(system_labels: Iterable[str], gold_labels: Iterable[str]) -> Scheme:
    """The preset that fits the labels found.

    system_labels (Iterable): The labels that the system has.
    gold_labels (Iterable): The labels that the gold has. If they are some of CoNLL's, all of CoNLL's are known.
    RETURNS (Scheme): Identity if the gold knows the system's labels, else the mapping from OntoNotes to CoNLL.
    RAISES (CableError): CE202, naming the labels that fit neither.
    """
    system, gold = set(system_labels), set(gold_labels)
    if gold <= set(CONLL):
        gold = set(CONLL)
    if system <= gold:
        return IDENTITY
    if gold == set(CONLL) and system & (set(ONTONOTES) - gold):
        ONTONOTES_TO_CONLL.check(system)
        return ONTONOTES_TO_CONLL
    raise CableError(Errors.CE202.format(labels=", ".join(sorted(system - gold)), scheme=IDENTITY.name))


def read_scheme(scheme: str | Path | Mapping[str, Any]) -> Scheme:
    """Make a scheme from the name of a preset, a file or a mapping.

    scheme (str | Path | Mapping): A name in `PRESETS`; or a mapping, or a JSON or YAML file of one: either labels to
        labels alone, or what `Scheme.to_dict` gives. With the key `preset`, what is not said is as in that preset.
    RETURNS (Scheme): The scheme.
    RAISES (CableError): CE203, if it is none of these.
    """
    if isinstance(scheme, Mapping):
        return _make_scheme(dict(scheme), "mapping")
    if str(scheme) in PRESETS:
        return PRESETS[str(scheme)]
    path = Path(scheme)
    if not path.is_file():
        raise CableError(Errors.CE203.format(scheme=scheme, reason=f"no preset ({', '.join(PRESETS)}) and no file"))
    try:
        read = srsly.read_yaml if path.suffix in (".yml", ".yaml") else srsly.read_json
        content = read(path)
    except ValueError as error:
        raise CableError(Errors.CE203.format(scheme=scheme, reason=error)) from error
    return _make_scheme(content, path.stem)


def _make_scheme(content: Any, name: str) -> Scheme:
    if not isinstance(content, dict):
        raise CableError(Errors.CE203.format(scheme=name, reason="no mapping"))
    labels_alone = "preset" not in content and not any(isinstance(value, dict | bool) for value in content.values())
    settings = {"labels": content} if labels_alone else _with_preset(content, name)
    unknown = sorted(set(settings) - {"name", "labels", "strip_the", "strip_possessive"})
    if unknown:
        raise CableError(Errors.CE203.format(scheme=name, reason=f"unknown setting {unknown[0]}"))
    labels = settings.get("labels", ())
    if labels is not None and not (
        isinstance(labels, dict) and all(isinstance(value, str | None) for value in labels.values())
    ):
        raise CableError(Errors.CE203.format(scheme=name, reason="labels must map each label to a label or to null"))
    return Scheme(**{"name": name, **settings})


def _with_preset(content: dict[str, Any], name: str) -> dict[str, Any]:
    """The settings of a scheme, those of the preset that it names under its own."""
    if "preset" not in content:
        return content
    settings = dict(content)
    preset = settings.pop("preset")
    if preset not in PRESETS:
        raise CableError(Errors.CE203.format(scheme=name, reason=f"no preset {preset!r} ({', '.join(PRESETS)})"))
    return {**PRESETS[preset].to_dict(), "name": name, **settings}
