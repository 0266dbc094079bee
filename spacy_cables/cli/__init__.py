"""Layer 4: the command line. Each command is a thin shell over a plain function."""

from .app import app
from .average import average_cli
from .check import check_cli
from .clean import clean_cli
from .convert import convert_cli
from .evaluate import evaluate_cli
from .export import export_cli
from .glove import glove_cli
from .silver import silver_cli
from .stats import stats_cli
from .vectors import vectors_cli

app.command("convert")(convert_cli)
app.command("check")(check_cli)
app.command("evaluate")(evaluate_cli)
app.command("clean")(clean_cli)
app.command("export")(export_cli)
app.command("stats")(stats_cli)
app.command("silver")(silver_cli)
app.command("vectors")(vectors_cli)
app.command("glove")(glove_cli)
app.command("average")(average_cli)


def setup_cli() -> None:
    """Run the command line."""
    app(prog_name="spacy-cables")
