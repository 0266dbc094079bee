import pytest
import spacy

from spacy_cables.silver.vote import relabel, vote

TEXT = "Ada Obi of the Rain Board flew to Oslo."
OBI, BOARD, OSLO = (0, 7, "PER"), (15, 25, "ORG"), (34, 38, "LOC")


def found(doc):
    return [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]


def missing(doc):
    return [token.text for token in doc if not token.ent_iob_]


@pytest.mark.parametrize(
    ("opinions", "ents", "undecided"),
    [
        pytest.param([[OBI], [OBI], []], [OBI], [], id="two of three"),
        pytest.param([[OBI], [], []], [], ["Ada", "Obi"], id="one of three"),
        pytest.param([[OBI], [(0, 3, "PER")], [(4, 7, "PER")]], [], ["Ada", "Obi"], id="boundaries differ"),
        pytest.param([[OBI], [OBI], [(4, 7, "PER")]], [OBI], [], id="minority inside"),
        pytest.param([[OSLO], [(34, 38, "ORG")], []], [], ["Oslo"], id="labels differ"),
        pytest.param([[OBI, BOARD], [OBI, OSLO], [BOARD]], [OBI, BOARD], ["Oslo"], id="several"),
        pytest.param([[], [], []], [], [], id="nothing"),
        pytest.param([[OBI, OBI], [], []], [], ["Ada", "Obi"], id="one voice each"),
    ],
)
def test_vote(nlp, opinions, ents, undecided):
    doc = vote(nlp.make_doc(TEXT), opinions, quorum=2)
    assert found(doc) == ents
    assert missing(doc) == undecided


def test_vote_of_other_tokens():
    whole = spacy.blank("en")
    whole.tokenizer = spacy.tokenizer.Tokenizer(whole.vocab)
    doc = vote(whole.make_doc("Obi/Ito left"), [[(0, 3, "PER"), (4, 7, "PER")]] * 2, quorum=2)
    assert found(doc) == [(0, 7, "PER")]


def make_ruler(*patterns):
    ruled = spacy.blank("en")
    ruled.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": text} for text, label in patterns])
    return ruled


@pytest.fixture(scope="module")
def models():
    return [make_ruler(("Ada Obi", "PER"), ("Oslo", "LOC")), make_ruler(("Ada Obi", "PER"), ("Rain Board", "ORG"))]


@pytest.mark.parametrize("batch_size", [1, 2, 16])
def test_relabel(nlp, models, batch_size):
    docs = [nlp.make_doc(TEXT) for _ in range(3)]
    for doc in docs:
        doc.set_ents([doc.char_span(*OSLO[:2], label="LOC")])
    voted = list(relabel(docs, models, quorum=2, batch_size=batch_size))
    assert [found(doc) for doc in voted] == [[OBI, OSLO]] * 3
    assert [missing(doc) for doc in voted] == [["Rain", "Board"]] * 3
