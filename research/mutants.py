"""Mutants: change one operator, number or keyword of a module at a time, and see whether a test of its package notices.

    pip install cosmic-ray
    python research/mutants.py text/offsets.py text/markup.py --sample 60 > mutants.jsonl

Run it from the root. A mutant exists in memory alone, in a fork of a process that has spaCy loaded already: about two
seconds each, and no file is ever changed. The tests are `tests/ROOM/test_MODULE.py` and, for what survives them, all of
`tests/ROOM`. Mutants of docstrings and annotations are left out. Writes one line of JSON a mutant, and the counts.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import hypothesis  # noqa: F401
import pytest
import spacy  # noqa: F401
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

PACKAGE = "spacy_cables"
# Nearly any test kills a minus that becomes a power or a shift: these say little.
CRUDE = ("_Pow", "_LShift", "_RShift", "_Mod", "_FloorDiv", "_BitXor", "_Div", "_Is", "_IsNot")
OPTIONS = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile", "quick", "--hypothesis-seed", "0"]
OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of what is imported before the fork


class _Bare(ast.NodeTransformer):
    """Takes docstrings and annotations out of a tree."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(node.arg)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _behaviour(source: str) -> str:
    return ast.dump(_Bare().visit(ast.parse(source)))


def mutants(source: str, seed: int) -> Iterator[tuple[str, str]]:
    """Make the mutants of a module, in an order drawn at random: the name of the change and the changed source."""
    same = {_behaviour(source)}
    nodes = list(ast_nodes(get_ast(source)))
    found = [
        (name, i)
        for name in operator_names()
        if not get_operator(name).arguments() and not name.endswith(CRUDE)
        for i in range(sum(len(list(get_operator(name)().mutation_positions(node))) for node in nodes))
    ]
    random.Random(seed).shuffle(found)
    for name, i in found:
        changed = mutate_code(source, get_operator(name)(), i)
        try:
            behaviour = _behaviour(changed or "")
        except SyntaxError:
            continue
        if behaviour not in same:
            same.add(behaviour)
            yield name.partition("/")[2], changed


class _Finder(importlib.abc.MetaPathFinder):
    """Imports one module from a source in memory."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self.name, self.path, self.source = name, path, source

    def find_spec(self, fullname, path, target=None):  # type: ignore[no-untyped-def]
        if fullname != self.name:
            return None
        loader = importlib.machinery.SourceFileLoader(fullname, str(self.path))
        loader.get_code = lambda _: compile(self.source, str(self.path), "exec")  # type: ignore[method-assign]
        return importlib.util.spec_from_file_location(fullname, self.path, loader=loader)


def passes(path: Path, source: str, tests: Path, limit: float) -> bool:
    """Whether the tests pass, within a limit of seconds, with another source in place of a module."""
    pid = os.fork()
    if not pid:
        os.setpgid(0, 0)
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        sys.meta_path.insert(0, _Finder(name, path, source))
        try:
            code = int(pytest.main([*OPTIONS, str(tests)])) % 5  # 5: all of them are slow ones
        except BaseException:
            code = 99
        os._exit(code)
    end = time.monotonic() + limit
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return False


@cache
def time_limit(tests: Path) -> float:
    """Ten seconds and five times what the tests take without any mutant."""
    begin = time.monotonic()
    init = Path(PACKAGE) / "__init__.py"
    if not passes(init, init.read_text("utf-8"), tests, 300):
        sys.exit(f"{tests} fails without any mutant")
    return 10 + 5 * (time.monotonic() - begin)


def run(module: str, sample: int, seed: int) -> Counter[str]:
    """Try the mutants of one module, and write what became of each."""
    path = Path(PACKAGE) / module
    room, own = Path("tests") / path.parent.name, Path("tests") / path.parent.name / f"test_{path.name}"
    source = path.read_text("utf-8")
    counts: Counter[str] = Counter()
    for operator, changed in islice(mutants(source, seed), sample):
        survives = all(passes(path, changed, tests, time_limit(tests)) for tests in (own, room) if tests.exists())
        counts["survived" if survives else "killed"] += 1
        diff = list(difflib.unified_diff(source.split("\n"), changed.split("\n"), n=0, lineterm=""))[2:]
        print(json.dumps({"module": module, "survives": survives, "operator": operator, "diff": diff}), flush=True)
    return counts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("modules", nargs="+", help="such as text/offsets.py")
    parser.add_argument(
        "--sample", type=int, default=60, help="at most so many mutants of each module, drawn at random"
    )
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    sys.dont_write_bytecode = False
    for module in args.modules:
        counts = run(module, args.sample, args.seed)
        print(f"{module} {dict(counts)}", file=sys.stderr, flush=True)
