"""Layer 5: score any system on any reference: schemes, matching, intervals, comparison, report."""

from .breakdowns import BREAKDOWNS, make_by_seen
from .comparison import Comparison, Results, compare, compare_all
from .evaluate import evaluate, evaluate_systems
from .gold import Reference, make_reference, read_reference
from .matching import MODES
from .metrics import Difference, Score
from .report import check_report_path, render_report, write_report
from .schemes import IDENTITY, ONTONOTES_TO_CONLL, PRESETS, Scheme, read_scheme
from .scores import Scores
from .systems import load_system

__all__ = [
    "BREAKDOWNS",
    "IDENTITY",
    "MODES",
    "ONTONOTES_TO_CONLL",
    "PRESETS",
    "Comparison",
    "Difference",
    "Reference",
    "Results",
    "Scheme",
    "Score",
    "Scores",
    "check_report_path",
    "compare",
    "compare_all",
    "evaluate",
    "evaluate_systems",
    "load_system",
    "make_by_seen",
    "make_reference",
    "read_reference",
    "read_scheme",
    "render_report",
    "write_report",
]
