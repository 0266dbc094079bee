"""The networks of the components, as registered architectures."""
