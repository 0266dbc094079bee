"""Layer 3: what a running pipeline is made of."""
