"""The body of a cable: paragraphs, headings, summary and comments, signature, page breaks and redactions."""
