"""Diplomatic cables for spaCy."""
