"""Scores for any system on any reference: schemes, matching, intervals, comparison, report."""
