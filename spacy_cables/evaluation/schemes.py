"""Label schemes: map a system's labels to the gold's, and normalise spans."""

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

# Only one city has the article in its name: "the United Nations", but "The Hague".
_ARTICLE = re.compile(r"the\s+(?!hague\b)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*['’]s?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scheme:
    """How to map a system's labels and normalise its spans.

    name (str): The name in results.
    labels (Mapping | None): The gold label for each label of the system, None to drop it. If there is no mapping,
        labels are kept.
    strip_the (bool): Strip a leading "the", except in "The Hague".
    strip_possessive (bool): Strip a trailing "'s" or apostrophe.
    """

    name: str
    labels: Mapping[str, str | None] | None = None
    strip_the: bool = False
    strip_possessive: bool = False

    def check(self, labels: Iterable[str]) -> None:
        """Check that the scheme has a mapping for each label.

        labels (Iterable): The labels of a system.
        RAISES (CableError): CE709 for labels without a mapping.
        """
        unmapped = [] if self.labels is None else sorted(set(labels) - set(self.labels))
        if unmapped:
            raise CableError(Errors.CE709.format(labels=", ".join(unmapped), scheme=self.name))

    def apply(self, cable: LabelledText) -> LabelledText:
        """Apply the scheme to a cable.

        cable (LabelledText): A cable with the spans of the system.
        RETURNS (LabelledText): The cable with the labels of the gold.
        RAISES (CableError): CE709 for a label that is not in the mapping.
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
        """Return JSON-serializable data, with stable keys, which `read_scheme` can read."""
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

#: The schemes by name.
PRESETS: Mapping[str, Scheme] = MappingProxyType({scheme.name: scheme for scheme in (IDENTITY, ONTONOTES_TO_CONLL)})


def fit_scheme(
    scheme: Scheme | str | Path | Mapping[str, Any] | None, system_labels: Iterable[str], gold_labels: Iterable[str]
) -> Scheme:
    """Get the scheme for a system: as given, or the preset that fits.

    scheme (Scheme | str | Path | Mapping | None): A scheme, or an argument of `read_scheme`. If None, chosen by the
        labels.
    system_labels (Iterable): The labels of the system.
    gold_labels (Iterable): The labels of the gold.
    RETURNS (Scheme): The scheme.
    RAISES (CableError): CE709 for labels without a mapping, CE710 for an invalid scheme.
    """
    if scheme is None:
        return choose_scheme(system_labels, gold_labels)
    fitted = scheme if isinstance(scheme, Scheme) else read_scheme(scheme)
    fitted.check(system_labels)
    return fitted


def choose_scheme(system_labels: Iterable[str], gold_labels: Iterable[str]) -> Scheme:
    """Choose the preset that fits the labels.

    system_labels (Iterable): The labels of the system.
    gold_labels (Iterable): The labels of the gold.
    RETURNS (Scheme): Identity if the labels are of one label set, the mapping from OntoNotes to CoNLL if the gold's are
        CoNLL's, with PER or MISC among them.
    RAISES (CableError): CE709 for labels that fit neither, CE714 where the gold's labels, such as LOC and ORG, can be
        of either label set.
    """
    system, gold = set(system_labels), set(gold_labels)
    if system <= gold or not gold:
        return IDENTITY
    conll, ontonotes = set(CONLL), set(ONTONOTES)
    if gold <= conll and system <= conll:
        return IDENTITY
    if gold <= ontonotes and system <= ontonotes:
        if gold <= conll:
            message = Errors.CE714.format(system="The system", labels=", ".join(sorted(gold)))
            raise CableError(message)
        return IDENTITY
    if gold <= conll and system & (ontonotes - conll):
        ONTONOTES_TO_CONLL.check(system)
        return ONTONOTES_TO_CONLL
    raise CableError(Errors.CE709.format(labels=", ".join(sorted(system - gold)), scheme=IDENTITY.name))


def read_scheme(scheme: str | Path | Mapping[str, Any]) -> Scheme:
    """Make a scheme from the name of a preset, a file or a mapping.

    scheme (str | Path | Mapping): A name in `PRESETS`; or a mapping, or a JSON or YAML file of one: either of
        labels to labels, or the output of `Scheme.to_dict`. The key `preset` gives defaults for missing settings.
    RETURNS (Scheme): The scheme.
    RAISES (CableError): CE710 if it is none of these.
    """
    if isinstance(scheme, Mapping):
        return _make_scheme(dict(scheme), "mapping")
    if str(scheme) in PRESETS:
        return PRESETS[str(scheme)]
    path = Path(scheme)
    if not path.is_file():
        raise CableError(
            Errors.CE710.format(scheme=scheme, reason=f"neither a preset ({', '.join(PRESETS)}) nor a file")
        )
    try:
        read = srsly.read_yaml if path.suffix in (".yml", ".yaml") else srsly.read_json
        content = read(path)
    except ValueError as error:
        raise CableError(Errors.CE710.format(scheme=scheme, reason=error)) from error
    return _make_scheme(content, path.stem)


def _make_scheme(content: Any, name: str) -> Scheme:
    if not isinstance(content, dict):
        raise CableError(Errors.CE710.format(scheme=name, reason="no mapping"))
    labels_alone = "preset" not in content and not any(isinstance(value, dict | bool) for value in content.values())
    settings = {"labels": content} if labels_alone else _with_preset(content, name)
    unknown = sorted(set(settings) - {"name", "labels", "strip_the", "strip_possessive"})
    if unknown:
        raise CableError(Errors.CE710.format(scheme=name, reason=f"unknown setting {unknown[0]}"))
    labels = settings.get("labels", ())
    if labels is not None and not (
        isinstance(labels, dict) and all(isinstance(value, str | None) for value in labels.values())
    ):
        raise CableError(Errors.CE710.format(scheme=name, reason="labels must map each label to a label or to null"))
    return Scheme(**{"name": name, **settings})


def _with_preset(content: dict[str, Any], name: str) -> dict[str, Any]:
    """Merge the settings of a scheme into those of its preset."""
    if "preset" not in content:
        return content
    settings = dict(content)
    preset = settings.pop("preset")
    if preset not in PRESETS:
        raise CableError(Errors.CE710.format(scheme=name, reason=f"unknown preset {preset!r} ({', '.join(PRESETS)})"))
    return {**PRESETS[preset].to_dict(), "name": name, **settings}
