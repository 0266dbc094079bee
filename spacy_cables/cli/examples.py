"""An example of each command, for the end of its help."""

from __future__ import annotations

#: Command lines, by command.
EXAMPLES: dict[str, str] = {
    "convert": "spacy-cables convert annotated corpus --splits train=0.8,dev=0.1,test=0.1",
    "check": "spacy-cables check annotated --names --strict",
    "stats": "spacy-cables stats annotated --splits splits.json --markdown",
    "export": "spacy-cables export annotated gold.jsonl --source cables",
    "evaluate": "spacy-cables evaluate en_core_web_sm --gold gold.spacy --output -",
    "verify": "spacy-cables verify assets corpus/assets.sha256",
    "silver": "spacy-cables silver tagged silver.spacy --source cables --exclude splits.json",
    "average": "spacy-cables average config.cfg training --runs 3 --paths.train train.spacy",
    "vectors": "spacy-cables vectors cables vectors.floret --exclude splits.json",
    "glove": "spacy-cables glove glove.txt",
    "clean": "spacy-cables clean corpus training",
}


def epilog(name: str) -> str:
    """The last paragraph of a command's help.

    name (str): The command.
    RETURNS (str): Its example.
    """
    return f"Example: {EXAMPLES[name]}"
