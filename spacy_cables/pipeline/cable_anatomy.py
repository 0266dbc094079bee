"""The component `cable_anatomy`: the header fields and parts of cables, by rule."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy
import srsly
from spacy.language import Language
from spacy.tokens import Doc

from ..errors import CableError, Errors
from ..tokens.extensions import register_extensions

if TYPE_CHECKING:
    from ..anatomy import Anatomy

DEFAULT_CONFIG: dict[str, Any] = {"spans_prefix": "", "spans_keys": {}, "set_sents": False, "overwrite": True}

register_extensions()


@Language.factory(
    "cable_anatomy",
    default_config=DEFAULT_CONFIG,
    assigns=["doc._.cable", "doc.spans", "token.is_sent_start"],
)
def make_cable_anatomy(
    nlp: Language, name: str, spans_prefix: str, spans_keys: dict[str, str], set_sents: bool, overwrite: bool
) -> CableAnatomy:
    """Make a component that finds the header fields and the parts of cables.

    nlp (Language): The pipeline.
    name (str): The name of the component.
    spans_prefix (str): Prefix of all keys of `doc.spans`.
    spans_keys (dict): Other keys for parts, such as {"paragraphs": "paras"}. A part with an empty key is left out.
    set_sents (bool): Set sentence starts, so that no sentence crosses a field, a heading, a paragraph or a page break.
    overwrite (bool): Replace existing spans and sentence starts.
    RETURNS (CableAnatomy): The component.
    """
    return CableAnatomy(
        name, spans_prefix=spans_prefix, spans_keys=spans_keys, set_sents=set_sents, overwrite=overwrite
    )


class CableAnatomy:
    """Finds header fields (`Doc._.cable`) and parts (`doc.spans`) by rule.

    Spans consist of whole tokens: a boundary inside a token includes the token. The exact offsets of all parts are in
    `Doc._.cable["parts"]`: for each part, a list of [start_char, end_char, label, id], half-open, in `doc.text`.
    """

    def __init__(
        self,
        name: str = "cable_anatomy",
        *,
        spans_prefix: str = "",
        spans_keys: dict[str, str] | None = None,
        set_sents: bool = False,
        overwrite: bool = True,
    ) -> None:
        """Make the component; the settings are those of `make_cable_anatomy`.

        RAISES (CableError): CE006, for a key of a part that there is not.
        """
        self.name = name
        self.spans_prefix = spans_prefix
        self.spans_keys = _checked(spans_keys or {})
        self.set_sents = set_sents
        self.overwrite = overwrite

    def __call__(self, doc: Doc) -> Doc:
        """Find the anatomy of a Doc and set it on the Doc.

        doc (Doc): The Doc.
        RETURNS (Doc): The same Doc.
        """
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> Anatomy:
        """Find the anatomy of a Doc without changing it.

        doc (Doc): The Doc. A `cable_id` in its `_.cable` gives the year, its `meta` the date where the text has none.
        RETURNS (Anatomy): What was found, in offsets of `doc.text`.
        """
        from ..anatomy import parse_anatomy  # here, since its patterns take long to compile

        known = doc._.cable or {}
        return parse_anatomy(doc.text, cable_id=str(known.get("cable_id") or ""), meta=known.get("meta"))

    def set_annotations(self, doc: Doc, anatomy: Anatomy) -> None:
        """Set an anatomy on a Doc. Other keys of `Doc._.cable` are kept.

        doc (Doc): The Doc.
        anatomy (Anatomy): Its anatomy.
        """
        from ..tokens.anatomy import add_anatomy

        add_anatomy(doc, anatomy, prefix=self.spans_prefix, keys=self.spans_keys, overwrite=self.overwrite)
        if self.set_sents and (self.overwrite or not doc.has_annotation("SENT_START")):
            _set_sentence_starts(doc, anatomy)

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Serialize the settings.

        exclude (Iterable): Ignored, since there is only one field.
        RETURNS (bytes): The settings.
        """
        return bytes(srsly.json_dumps(self._settings(), sort_keys=True).encode("utf8"))

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> CableAnatomy:
        """Load settings.

        data (bytes): The settings.
        exclude (Iterable): Ignored.
        RETURNS (CableAnatomy): The component itself.
        """
        for key, value in srsly.json_loads(data.decode("utf8")).items():
            setattr(self, key, value)
        return self

    def to_disk(self, path: str | Path, *, exclude: Any = ()) -> None:
        """Write the settings to a file.

        path (str | Path): The file.
        exclude (Iterable): Ignored.
        """
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Any = ()) -> CableAnatomy:
        """Read the settings from a file.

        path (str | Path): The file.
        exclude (Iterable): Ignored.
        RETURNS (CableAnatomy): The component itself.
        """
        return self.from_bytes(Path(path).read_bytes())

    def _settings(self) -> dict[str, Any]:
        return {key: getattr(self, key) for key in DEFAULT_CONFIG}


def _checked(keys: dict[str, str]) -> dict[str, str]:
    if not keys:
        return {}
    from ..anatomy import PARTS

    for key in keys:
        if key not in PARTS:
            raise CableError(Errors.CE006.format(what="part of a cable", name=key, choices=", ".join(PARTS)))
    return dict(keys)


def _set_sentence_starts(doc: Doc, anatomy: Anatomy) -> None:
    if doc.has_annotation("DEP"):
        return  # in a parsed Doc the parse determines the sentences
    from ..anatomy import cable_sentence_starts

    starts = [token.idx for token in doc]
    found = {0}
    for offset in cable_sentence_starts(doc.text, anatomy):
        index = bisect_right(starts, offset) - 1
        # A boundary inside a token moves to the start of the token, one in white space to the next token.
        found.add(index if starts[index] + len(doc[index].text) > offset else index + 1)
    # All at once: each `token.is_sent_start = ...` would scan the whole Doc.
    values = numpy.array([1 if i in found else -1 for i in range(len(doc))], dtype="int64")
    doc.from_array(["SENT_START"], values.astype("uint64"))
