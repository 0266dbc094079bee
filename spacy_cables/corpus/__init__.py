"""Layer 3: convert, check and count a corpus."""
