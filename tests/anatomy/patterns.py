"""Verbose patterns give an example behind each branch: `|BRANCH   # example`. It must match, and by that branch."""

import re

_BRANCH = re.compile(r"(?P<before>\s*\|?)(?P<branch>\S.*?)\s+# (?P<example>.*\S)")


def branches(pattern: re.Pattern[str]) -> list[tuple[str, re.Pattern[str]]]:
    """The examples of a verbose pattern, each with the pattern without the branch that is to match it."""
    lines = pattern.pattern.splitlines()
    found = []
    for i, line in enumerate(lines):
        match = _BRANCH.fullmatch(line)
        if match:
            rest = "\n".join([*lines[:i], match["before"] + "(?!)", *lines[i + 1 :]])
            example = match["example"].replace("\\n", "\n").replace("\\x20", " ").replace("\\ufeff", "\ufeff")
            found.append((example, re.compile(rest, pattern.flags)))
    return found


def check_examples(pattern: re.Pattern[str], count: int) -> None:
    """Check that each branch matches its example, and that without it the pattern does not match the same.

    pattern (re.Pattern): A verbose pattern.
    count (int): How many branches it has.
    """
    examples = branches(pattern)
    assert len(examples) == count
    for example, rest in examples:
        found, without = pattern.search(example), rest.search(example)
        assert found, example
        assert not without or without.span() != found.span(), f"{example!r} needs no branch of its own"
