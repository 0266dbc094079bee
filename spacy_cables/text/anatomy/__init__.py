"""The anatomy of cables: one finder for each header field and part, and `parse_anatomy` for them all."""

from .addressees import find_addressees
from .anatomy import PARTS, Anatomy, parse_anatomy
from .banner import Banner, find_banner, find_captions, find_classification
from .classified_by import find_classified_by, find_reasons
from .furniture import PageBreak, find_page_breaks, find_redactions
from .header_labels import read_header
from .headings import Heading, find_headings
from .numbering import find_portion_marks
from .order import find_declassify_on, find_executive_order
from .paragraphs import Paragraph, find_paragraphs
from .passages import Passage, find_comments, find_notes, find_summary
from .pieces import Fragment, Piece, read_fragment
from .references import Reference, find_references
from .running_text import RunningText, running_text
from .sentences import cable_sentence_starts
from .signature import find_signer, read_signature
from .subject import find_subject
from .tags import find_tags, tag_words
from .transmission import Recipient, Transmission, find_recipients

__all__ = [
    "PARTS",
    "Anatomy",
    "Banner",
    "Fragment",
    "Heading",
    "PageBreak",
    "Paragraph",
    "Passage",
    "Piece",
    "Recipient",
    "Reference",
    "RunningText",
    "Transmission",
    "cable_sentence_starts",
    "find_addressees",
    "find_banner",
    "find_captions",
    "find_classification",
    "find_classified_by",
    "find_comments",
    "find_declassify_on",
    "find_executive_order",
    "find_headings",
    "find_notes",
    "find_page_breaks",
    "find_paragraphs",
    "find_portion_marks",
    "find_reasons",
    "find_recipients",
    "find_redactions",
    "find_references",
    "find_signer",
    "find_subject",
    "find_summary",
    "find_tags",
    "parse_anatomy",
    "read_fragment",
    "read_header",
    "read_signature",
    "running_text",
    "tag_words",
]
