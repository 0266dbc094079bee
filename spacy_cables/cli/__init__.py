"""Layer 6: the command line. Each command is a thin shell over a plain function."""

from collections.abc import Callable
from typing import Annotated

import typer

from .app import app, print_version, use_any_console
from .average import average_cli
from .check import check_cli
from .clean import clean_cli
from .convert import convert_cli
from .evaluate import evaluate_cli
from .examples import epilog
from .export import export_cli
from .glove import glove_cli
from .silver import silver_cli
from .stats import stats_cli
from .vectors import vectors_cli
from .verify import verify_cli

#: The commands by panel of `--help`, in the order of work.
PANELS: dict[str, dict[str, Callable[..., None]]] = {
    "Corpus": {"convert": convert_cli, "check": check_cli, "stats": stats_cli, "export": export_cli},
    "Evaluation": {"evaluate": evaluate_cli},
    "Research and project": {
        "verify": verify_cli,
        "silver": silver_cli,
        "average": average_cli,
        "vectors": vectors_cli,
        "glove": glove_cli,
        "clean": clean_cli,
    },
}

#: Commands whose unknown options override a config, as in `spacy train`.
OVERRIDE = {average_cli: {"allow_extra_args": True, "ignore_unknown_options": True}}

for panel, commands in PANELS.items():
    for name, command in commands.items():
        app.command(name, rich_help_panel=panel, epilog=epilog(name), context_settings=OVERRIDE.get(command))(command)


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    """Diplomatic cables for spaCy: convert, check, count and evaluate annotated cables."""


def setup_cli() -> None:
    """Run the command line."""
    use_any_console()
    app(prog_name="spacy-cables")
