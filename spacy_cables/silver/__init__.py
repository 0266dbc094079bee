"""Layer 3: weak supervision: mend a tagger's annotations by rule and put them to the vote of models."""
