"""Layer 3: a corpus on the disk: convert, check and count it."""
