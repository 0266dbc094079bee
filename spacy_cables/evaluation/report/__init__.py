"""Write scores to a file: all scores as JSON, tables as Markdown, or the HTML report."""

from __future__ import annotations

import os
from pathlib import Path

import srsly

from ...errors import CableError, Errors
from ...text.files import write_text
from ..comparison import Results, compare_all
from ..scores import Scores
from .html import TITLE, render_report

__all__ = ["SUFFIXES", "check_report_path", "render_report", "write_report"]

#: The suffixes of files that results can be written to.
SUFFIXES: tuple[str, ...] = (".json", ".md", ".html")


def check_report_path(path: str | Path) -> None:
    """Check that results can be written to a path, before a long run rather than after it.

    path (str | Path): The file.
    RAISES (CableError): CE712 for an unknown suffix, if there is a folder, or if none can be written to.
    """
    path = Path(path)
    if path.is_dir():
        raise CableError(Errors.CE712.format(path=path, reason="it is a folder"))
    if path.suffix not in SUFFIXES:
        raise CableError(Errors.CE712.format(path=path, reason=f"its name must end in {', '.join(SUFFIXES)}"))
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise CableError(Errors.CE712.format(path=path, reason=f"{folder} is no folder that can be written to"))


def write_report(results: Scores | Results, path: str | Path, *, title: str = TITLE) -> None:
    """Write scores to a file, in the format of its suffix.

    results (Scores | Results): The scores of one system, or of several compared.
    path (str | Path): The file: `.json` for all scores, `.md` for tables, `.html` for the report.
    title (str): The heading of the report.
    RAISES (CableError): CE712 for an unknown suffix, or if there is a folder.
    """
    check_report_path(path)
    if isinstance(results, Scores):
        results = compare_all([results])
    suffix = Path(path).suffix
    if suffix == ".json":
        write_text(path, srsly.json_dumps(results.to_dict(), indent=2) + "\n")
    elif suffix == ".md":
        write_text(path, results.to_markdown())
    else:
        write_text(path, render_report(results, title=title))
