"""The header of a cable: one module a field, each with what it says and where it stands."""
