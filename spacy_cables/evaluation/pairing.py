"""Bring a system's predictions onto the gold's texts: the same cables, in the same order, in the same offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from ..text.offsets import TextsDiffer, transfer_spans


def pair_with_gold(gold: Sequence[LabelledText], predicted: Iterable[LabelledText], system: str) -> list[LabelledText]:
    """Find for each gold cable the system's predictions: by cable id if all have one, else in order.

    gold (Sequence): The gold cables.
    predicted (Iterable): The cables with the system's spans. With ids, there may be more of them than in the gold.
        Their texts may differ from the gold's in white space.
    system (str): The system's name, for messages.
    RETURNS (list): For each gold cable, its text with the system's spans.
    RAISES (CableError): CE204 or CE205 if cables are lacking, CE206 if a text is another, CE207 for an id used twice.
    """
    predicted = list(predicted)
    if predicted and all(cable.cable_id for cable in (*gold, *predicted)):
        by_id = _by_id(predicted, system)
        lacking = [cable.cable_id for cable in gold if cable.cable_id not in by_id]
        if lacking:
            message = Errors.CE204.format(system=system, cable=lacking[0], count=len(lacking), total=len(gold))
            raise CableError(message)
        found = [by_id[cable.cable_id] for cable in gold]
    elif len(predicted) == len(gold):
        found = predicted
    else:
        raise CableError(Errors.CE205.format(system=system, count=len(predicted), total=len(gold)))
    return [_onto(reference, cable, system) for reference, cable in zip(gold, found, strict=True)]


def _by_id(cables: Iterable[LabelledText], system: str) -> dict[str, LabelledText]:
    by_id: dict[str, LabelledText] = {}
    for cable in cables:
        if cable.cable_id in by_id:
            raise CableError(Errors.CE207.format(system=system, cable=cable.cable_id))
        by_id[cable.cable_id] = cable
    return by_id


def _onto(gold: LabelledText, cable: LabelledText, system: str) -> LabelledText:
    try:
        spans = transfer_spans(cable.spans, cable.text, gold.text)
    except TextsDiffer as error:
        excerpt = cable.text[error.offset : error.offset + 40]
        name = gold.cable_id or "a cable without id"
        message = Errors.CE206.format(system=system, cable=name, offset=error.offset, text=excerpt)
        raise CableError(message) from error
    return gold.with_spans(spans)
