"""The networks of the components: spaCy architectures."""
