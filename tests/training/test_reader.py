import random
import warnings

import pytest
import spacy
import srsly
from spacy.language import DEFAULT_CONFIG_PATH
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config

from spacy_cables import CableCorpus, CableError
from spacy_cables.corpus.convert import convert
from spacy_cables.text.files import write_text

CABLES = {
    "a": "1. [PER Ada\nOkoro] left. She saw [LOC Oslo].\n",
    "b": "The pro-[LOC Oslo]bound ship.\n",
    "c": "[ORG Rain Board] met [PER Obi]/[PER Ito].\n",
    "stub": "Appears in these articles:\n",
    "void": "",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in CABLES.items():
        write_text(tmp_path / f"cables/{name}.txt", text)
    return tmp_path / "cables"


def texts(corpus, nlp):
    return [example.reference.text for example in corpus(nlp)]


def test_examples(folder, nlp):
    examples = list(CableCorpus(folder)(nlp))
    assert len(examples) == 3
    for example in examples:
        assert example.predicted.text == example.reference.text
        assert [token.text for token in example.predicted] == [token.text for token in nlp.make_doc(example.text)]
        assert not example.predicted.ents
    assert [ent.text for ent in examples[0].reference.ents] == ["Ada\nOkoro", "Oslo"]


def test_entity_across_a_line_end_is_aligned(folder, nlp):
    (example,) = CableCorpus(folder / "a.txt")(nlp)
    ents, _ = example.get_aligned_ents_and_ner()
    assert [ent.text for ent in ents] == ["Ada\nOkoro", "Oslo"]


def test_split_misaligned_loses_no_entity(folder, nlp):
    path = folder / "b.txt"
    ((lost,), (kept,)) = (CableCorpus(path, split_misaligned=split)(nlp) for split in (False, True))
    assert [ent.text for ent in lost.get_aligned_ents_and_ner()[0]] == []
    assert [ent.text for ent in kept.get_aligned_ents_and_ner()[0]] == ["Oslo"]
    assert kept.predicted.text == kept.reference.text


@pytest.mark.parametrize("shard_tokens", [500_000, 5])
def test_spacy_files_give_the_same_examples(folder, nlp, tmp_path, shard_tokens):
    convert(folder, tmp_path / "a.spacy", shard_tokens=shard_tokens)
    ours, converted = (list(CableCorpus(path)(nlp)) for path in (folder, tmp_path / "a.spacy"))
    assert [example.to_dict() for example in converted] == [example.to_dict() for example in ours]


@pytest.mark.parametrize("limit", [0, 1, 2, 9])
def test_limit_counts_over_all_files(folder, nlp, tmp_path, limit):
    convert(folder, tmp_path / "a.spacy", shard_tokens=5)
    for path in (folder, tmp_path / "a.spacy"):
        assert len(texts(CableCorpus(path, limit=limit), nlp)) == min(limit or 3, 3)


def test_max_length_boundary(folder, nlp):
    (whole,) = CableCorpus(folder / "a.txt")(nlp)
    length = len(whole.reference)
    assert texts(CableCorpus(folder / "a.txt", max_length=length), nlp) == [whole.reference.text]
    assert texts(CableCorpus(folder / "a.txt", max_length=length - 1), nlp) == ["1. Ada\nOkoro left. ", "She saw Oslo."]


def test_max_length_warns_once_with_the_count(folder, nlp):
    corpus = CableCorpus(folder, max_length=2)
    with pytest.warns(UserWarning, match=r"CW002.* 4 sentences") as caught:
        assert texts(corpus, nlp) == []
    assert len(caught) == 1


def test_gold_preproc(folder, nlp):
    examples = list(CableCorpus(folder / "b.txt", gold_preproc=True)(nlp))
    (example,) = examples
    assert [token.text for token in example.predicted] == [token.text for token in example.reference]
    assert [ent.text for ent in example.get_aligned_ents_and_ner()[0]] == ["Oslo"]


def test_gold_preproc_loses_no_entity(folder, nlp):
    found = [ent.text for example in CableCorpus(folder, gold_preproc=True)(nlp) for ent in example.reference.ents]
    assert found == ["Ada\nOkoro", "Oslo", "Oslo", "Rain Board", "Obi", "Ito"]


def test_augmenter(folder, nlp):
    def twice(nlp, example):
        yield example
        yield Example(nlp.make_doc(example.text.lower()), example.reference)

    found = [example.predicted.text for example in CableCorpus(folder, augmenter=twice)(nlp)]
    assert len(found) == 6
    assert found[1] == found[0].lower()


def test_shuffle_is_seeded(folder, nlp):
    plain = texts(CableCorpus(folder), nlp)
    corpus = CableCorpus(folder, shuffle=True)
    orders = set()
    for seed in range(8):
        random.seed(seed)
        order = texts(corpus, nlp)
        random.seed(seed)
        assert order == texts(corpus, nlp)
        assert sorted(order) == sorted(plain)
        orders.add(tuple(order))
    assert len(orders) > 1


def test_examples_can_be_read_again(folder, nlp):
    corpus = CableCorpus(folder)
    assert texts(corpus, nlp) == texts(corpus, nlp) == texts(corpus, nlp)


@pytest.mark.parametrize("path", [None, ""])
def test_no_path(path):
    with pytest.raises(CableError, match="CE401"):
        CableCorpus(path)


def test_strict(folder, nlp):
    write_text(folder / "d.txt", "[PER Ada")
    with pytest.raises(CableError, match=r"CE001.*d\.txt:1:1"):
        list(CableCorpus(folder, strict=True)(nlp))
    with pytest.raises(CableError, match="CE002"):
        list(CableCorpus(folder / "none")(nlp))


CONFIG = """
[nlp]
lang = "en"
pipeline = ["ner"]
[components]
[components.ner]
factory = "ner"
[corpora]
[corpora.train]
@readers = "spacy_cables.CableCorpus.v1"
path = ${paths.train}
split_misaligned = true
[corpora.dev]
@readers = "spacy_cables.CableCorpus.v1"
path = ${paths.train}
[paths]
train = null
[training]
max_steps = 20
eval_frequency = 10
[training.optimizer]
@optimizers = "Adam.v1"
"""


def test_spacy_train_with_the_reader_from_a_config(folder, tmp_path):
    from spacy.cli.train import train

    base = spacy.util.load_config(DEFAULT_CONFIG_PATH).merge(Config().from_str(CONFIG, interpolate=False))
    config = tmp_path / "config.cfg"
    base.to_disk(config)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        train(config, tmp_path / "out", overrides={"paths.train": str(folder)})
        model = spacy.load(tmp_path / "out/model-last")
    assert set(model.get_pipe("ner").labels) == {"PER", "LOC", "ORG"}
    assert isinstance(model("Ada Okoro left."), Doc)


def test_faults_are_counted_in_one_warning(tmp_path, nlp):
    (tmp_path / "09OSLO1.txt").write_text("[PER [PER Ola Berg] ] met [LOC ] staff.\n", "utf8")
    with pytest.warns(UserWarning, match=r"CW001.*2 faults repaired in 1 cable,.*09OSLO1"):
        assert len(list(CableCorpus(tmp_path)(nlp))) == 1


def test_pieces_end_at_lines_outside_of_entities(tmp_path, nlp):
    text = (
        "One two three four.\n\nFive six [PER Ada\n\nObi] seven eight.\n\nNine ten.\nEleven [LOC Oslo] twelve.\nEnd.\n"
    )
    write_text(tmp_path / "a.txt", text)
    whole = "".join(texts(CableCorpus(tmp_path / "a.txt"), nlp))
    assert texts(CableCorpus(tmp_path / "a.txt", piece_length=5), nlp) == [
        "One two three four.\n\n",
        "Five six Ada\n\nObi seven eight.\n\n",
        "Nine ten.\nEleven Oslo twelve.\nEnd.\n",
    ]
    assert len(texts(CableCorpus(tmp_path / "a.txt", piece_length=4), nlp)) == 4
    for length in (1, 2, 3, 8, 100):
        examples = list(CableCorpus(tmp_path / "a.txt", piece_length=length)(nlp))
        assert "".join(example.reference.text for example in examples) == whole
        assert [ent.text for example in examples for ent in example.reference.ents] == ["Ada\n\nObi", "Oslo"]


def test_a_part_of_a_split(folder, nlp, tmp_path):
    splits = tmp_path / "splits.json"
    srsly.write_json(splits, {"train": ["a", "c"], "dev": ["b"]})
    assert len(texts(CableCorpus(folder, splits=splits, part="train"), nlp)) == 2
    assert texts(CableCorpus(folder, splits=splits, part="dev"), nlp) == ["The pro-Oslobound ship.\n"]
    with pytest.raises(CableError, match=r"CE006.*test.*train, dev"):
        CableCorpus(folder, splits=splits, part="test")


def test_several_paths(folder, nlp):
    assert len(texts(CableCorpus([folder / "a.txt", folder / "c.txt"]), nlp)) == 2


@pytest.mark.parametrize("part", ["train", "dev", ""])
def test_a_part_without_splits(folder, part):
    with pytest.raises(CableError, match=r"CE409.*--corpora\.train\.part null"):
        CableCorpus(folder, part=part)


def test_label_sets(tmp_path, nlp):
    write_text(tmp_path / "a.txt", "[PERSON Ada  ] left [GPE Oslo  ] .\n")
    config = {"corpus": {"@readers": "spacy_cables.CableCorpus.v1", "path": str(tmp_path), "labels": "ontonotes"}}
    (example,) = spacy.registry.resolve(config)["corpus"](nlp)
    assert [(ent.text, ent.label_) for ent in example.reference.ents] == [("Ada", "PERSON"), ("Oslo", "GPE")]
    with pytest.raises(CableError, match=r"CE001.*--labels ontonotes reads them"):
        list(CableCorpus(tmp_path)(nlp))
