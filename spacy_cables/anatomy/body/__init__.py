"""The body of a cable: paragraphs, headings, passages, signature, and what printers and censors left in it."""
