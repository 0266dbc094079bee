"""Layer 5: convert, check and count a corpus."""
