"""Layer 5: weak supervision: correct a tagger's annotations by rule, and let models vote on them."""
