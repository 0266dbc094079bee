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
    # Reading cables
    CE001 = "{place}: {reason}: {text}"
    CE002 = "{path}: no such file, folder or pattern"
    CE003 = "{path}: no cables there ({expected})"
    CE004 = "{place}: not UTF-8: byte {byte}"
    CE005 = "Unknown style {style!r}. Choose one of: {choices}"
    CE006 = "Bad label {label!r}: a label is letters, digits, '_', '.' and '-', starting with a letter"
    CE007 = "{path}: the words of the annotated cable differ from its source at source character {offset}: {text}"
    CE008 = "{cable_id}: no source text in {path}"


class Warnings(metaclass=_Coded):
    CW001 = "{count} faults in {cables} cables were repaired, the first at {place}. `spacy-cables check` lists them"
    CW002 = "{count} sentences longer than max_length={max_length} tokens were left out of training"
