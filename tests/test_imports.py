"""Imports point downwards only: cli -> packages of layer 5 -> formats -> tokens -> anatomy -> text."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import spacy_cables

PACKAGE = Path(spacy_cables.__file__).parent
LAYERS = {
    "text": 1, "anatomy": 2, "tokens": 3, "formats": 4,
    "training": 5, "corpus": 5, "silver": 5, "pipeline": 5, "evaluation": 5, "cli": 6,
}  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = [module for module in MODULES if module.parent != PACKAGE]


def imported(module: Path) -> set[str]:
    """The absolute names of what a module imports, wherever in it."""
    package = ("spacy_cables", *module.relative_to(PACKAGE).parts[:-1])
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = [*package[: len(package) - node.level + 1]] if node.level else []
            parts += node.module.split(".") if node.module else []
            names.update(".".join([*parts, alias.name]) for alias in node.names)
    return names


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_every_room_is_in_a_layer():
    assert {module.relative_to(PACKAGE).parts[0] for module in ROOMS} <= set(LAYERS)


@pytest.mark.parametrize("module", ROOMS, ids=name_of)
def test_imports_point_downwards(module):
    room = module.relative_to(PACKAGE).parts[0]
    for name in imported(module):
        if name.startswith("spacy_cables."):
            other = name.split(".")[1]
            if other in LAYERS:
                assert other == room or LAYERS[other] < LAYERS[room], name
            else:
                assert other in ("errors", "__version__"), name


@pytest.mark.parametrize(
    "module", [module for module in ROOMS if module.relative_to(PACKAGE).parts[0] in ("text", "anatomy")], ids=name_of
)
def test_text_and_anatomy_are_standard_library_only(module):
    tops = {name.split(".")[0] for name in imported(module)}
    assert tops - sys.stdlib_module_names <= {"spacy_cables"}


def test_errors_import_nothing():
    assert {name.split(".")[0] for name in imported(PACKAGE / "errors.py")} <= sys.stdlib_module_names


def test_no_grab_bag():
    assert not {module.stem for module in MODULES} & {"util", "utils", "helpers", "common", "misc"}


def test_commands_start_without_the_anatomy():
    """Its patterns take a tenth of a second to compile, which most commands can do without."""
    code = "import sys, spacy_cables.cli; sys.exit('spacy_cables.anatomy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.slow
def test_pipelines_load_without_the_anatomy():
    """A pipeline without `cable_anatomy` never needs it."""
    modules = [module for module in MODULES if module.relative_to(PACKAGE).parts[0] == "pipeline"]
    names = ["spacy_cables." + name_of(module).removesuffix(".py").replace("/", ".") for module in modules]
    code = f"import sys, {', '.join(names)}; sys.exit('spacy_cables.anatomy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
