"""Score a way of training on all gold training cables, each by a model that has not seen it.

    python kfold.py ../configs/ner_cnn.cfg --base ../training/ner_cnn_silver/model-last \\
        --name "silver, then gold" --output scores/kfold.json [--training.dropout 0.3 ...]

The dev part has 14 cables, too few to tell good from better; the training part has 165. They are put into folds by the
hash of their names; for each fold a model is trained on the other folds and the written cables, from the weights of
--base, which must not have seen gold. What they find in the plain text is pooled and scored as one system. Further
options go to `spacy train`.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import spacy
import srsly
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from spacy_cables.evaluation import evaluate, make_reference


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", type=Path)
    parser.add_argument("--base", default="", help="the pipeline to start from; none for random weights")
    parser.add_argument("--gold", type=Path, default=Path("../corpus/full/gold"), help="the folder of train and dev")
    parser.add_argument("--written", type=Path, default=Path("../corpus/train.spacy"), help="cables for every fold")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--name", required=True, help="what is tried")
    parser.add_argument("--output", type=Path, required=True, help="the metrics file to write")
    arguments, rest = parser.parse_known_args()
    nlp = spacy.blank("en")
    docs = sorted(read(arguments.gold / "train.spacy", nlp), key=place)
    written = read(arguments.written, nlp)
    pooled: list[Doc] = []
    for fold in range(arguments.folds):
        with tempfile.TemporaryDirectory() as folder:
            kept = [doc for i, doc in enumerate(docs) if i % arguments.folds != fold]
            DocBin(docs=[*kept, *written], store_user_data=True).to_disk(Path(folder) / "train.spacy")
            settings = {
                "paths.train": f"{folder}/train.spacy",
                "paths.dev": str(arguments.gold / "dev.spacy"),
                "paths.splits": None,
                "corpora.train.part": None,
                "corpora.dev.part": None,
                "paths.base": arguments.base or None,
                "training.max_steps": arguments.steps,
                "training.eval_frequency": arguments.steps,
            }
            train(arguments.config, Path(folder) / "model", overrides=settings | parse(rest))
            model = spacy.load(Path(folder) / "model/model-last")
            for doc in docs[fold :: arguments.folds]:
                found = model(doc.text)
                found._.cable = {"cable_id": doc._.cable["cable_id"]}
                pooled.append(found)
    order = {doc._.cable["cable_id"]: i for i, doc in enumerate(docs)}
    pooled.sort(key=lambda doc: order[doc._.cable["cable_id"]])
    scores = evaluate(pooled, make_reference(docs, "gold-train", "gold"), name=arguments.name)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    srsly.write_json(arguments.output, {"systems": [scores.to_dict()]})
    print(f"{arguments.name}: {100 * scores.micro['strict'].f:.2f}")


def parse(options: list[str]) -> dict[str, object]:
    """--KEY VALUE pairs, values as JSON where they are any."""
    found: dict[str, object] = {}
    for key, value in zip(options[::2], options[1::2], strict=True):
        try:
            found[key.removeprefix("--")] = srsly.json_loads(value)
        except ValueError:
            found[key.removeprefix("--")] = value
    return found


def read(path: Path, nlp: Language) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def place(doc: Doc) -> str:
    return hashlib.sha256(doc._.cable["cable_id"].encode()).hexdigest()


if __name__ == "__main__":
    main()
