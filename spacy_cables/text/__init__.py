"""Layer 1: cable text as strings and frozen dataclasses; standard library only."""
