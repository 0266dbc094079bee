"""The networks under the components."""
