"""The lexicon of the anatomy: posts, levels, captions, TAGS, titles, dates and misspellings."""
