"""Scores for any system on any reference: schemes, matching, intervals, comparison, report."""

from .compare import Comparison, compare
from .evaluate import evaluate
from .figures import Difference, Figure
from .matching import MODES
from .report import render_report, write_report
from .results import Results, compare_all
from .schemes import IDENTITY, ONTONOTES_TO_CONLL, PRESETS, Scheme, read_scheme
from .scores import Scores

__all__ = [
    "IDENTITY",
    "MODES",
    "ONTONOTES_TO_CONLL",
    "PRESETS",
    "Comparison",
    "Difference",
    "Figure",
    "Results",
    "Scheme",
    "Scores",
    "compare",
    "compare_all",
    "evaluate",
    "read_scheme",
    "render_report",
    "write_report",
]
