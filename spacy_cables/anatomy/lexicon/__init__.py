"""What the anatomy knows beforehand: posts, levels, TAGS, titles, dates and slips of spelling."""
