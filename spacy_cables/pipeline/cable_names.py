"""A component that lets a whole cable decide on its names: one name, one label, wherever it stands."""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Span

#: How a name is compared: its words in lower case, without the white space between them.
Name = tuple[str, ...]


@Language.factory(
    "cable_names",
    default_config={"surname_weight": 2.0, "min_ratio": 1.0, "min_length": 3},
    requires=["doc.ents"],
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
)
def make_cable_names(nlp: Language, name: str, surname_weight: float, min_ratio: float, min_length: int) -> CableNames:
    """Create the component that a config names. The settings are those of `CableNames`."""
    return CableNames(name, surname_weight=surname_weight, min_ratio=min_ratio, min_length=min_length)


class CableNames:
    """Make the entities of a document consistent. An entity recogniser sees a few words at a time; a cable introduces
    a person once with name and office, and then speaks of the surname alone. Each name gets the label that it has most
    often in the document, and is marked where it was missed, in whatever case.

    name (str): The name of the component.
    surname_weight (float): For how many occurrences a person's full name counts that ends in the name in question.
    min_ratio (float): Mark a name where it was missed if it was found at least this many times as often as missed.
    min_length (int): Names of fewer characters are marked nowhere but where they were found.
    """

    def __init__(
        self, name: str = "cable_names", *, surname_weight: float = 2.0, min_ratio: float = 1.0, min_length: int = 3
    ) -> None:
        self.name = name
        self.surname_weight = surname_weight
        self.min_ratio = min_ratio
        self.min_length = min_length

    def __call__(self, doc: Doc) -> Doc:
        """Make the entities of a document consistent.

        doc (Doc): The document.
        RETURNS (Doc): The same document.
        """
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> list[Span]:
        """Find the entities that a document should have.

        doc (Doc): A document with entities.
        RETURNS (list): The entities, in order.
        """
        votes = self._count(doc)
        label_of = {name: max(sorted(labels), key=labels.__getitem__) for name, labels in votes.items()}
        spans = [Span(doc, ent.start, ent.end, label=label_of[_name(ent)]) for ent in doc.ents]
        missed: dict[Name, list[Span]] = defaultdict(list)
        for name, start, end in self._find_missed(doc, label_of):
            missed[name].append(Span(doc, start, end, label=label_of[name]))
        for name, found in missed.items():
            if sum(votes[name].values()) >= self.min_ratio * len(found):
                spans += found
        return sorted(spans)

    def set_annotations(self, doc: Doc, spans: list[Span]) -> None:
        """Set the entities of a document.

        doc (Doc): The document.
        spans (list): All of its entities.
        """
        doc.set_ents(spans, default="outside")

    def _count(self, doc: Doc) -> dict[Name, dict[str, float]]:
        """How often each name has each label."""
        votes: dict[Name, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for ent in doc.ents:
            name = _name(ent)
            votes[name][ent.label_] += 1
            if ent.label_ == "PER" and len(name) > 1 and len(name[-1]) >= self.min_length:
                votes[name[-1:]]["PER"] += self.surname_weight
        return votes

    def _find_missed(self, doc: Doc, label_of: dict[Name, str]) -> list[tuple[Name, int, int]]:
        """Where names stand outside of all entities, the longest at each place."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in label_of:
            lengths[name[0]].add(len(name))
        words = [token.i for token in doc if not token.is_space]
        lower = [doc[i].lower_ for i in words]
        free = [doc[i].ent_iob_ == "O" or not doc[i].ent_iob_ for i in words]
        places = []
        position = 0
        while position < len(words):
            step = 1
            for length in sorted(lengths.get(lower[position], ()), reverse=True):
                end = position + length
                name = tuple(lower[position:end])
                if name in label_of and all(free[position:end]) and self._may_be_name(doc, words[position:end]):
                    places.append((name, words[position], words[end - 1] + 1))
                    step = length
                    break
            position += step
        return places

    def _may_be_name(self, doc: Doc, words: list[int]) -> bool:
        first, last = doc[words[0]], doc[words[-1]]
        if not first.text[:1].isupper() or last.idx + len(last) - first.idx < self.min_length:
            return False
        return len(words) > 1 or not first.is_stop


def _name(span: Span) -> Name:
    return tuple(token.lower_ for token in span if not token.is_space)
