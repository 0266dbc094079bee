"""The header of a cable: one module for each field, with its value and its position."""
