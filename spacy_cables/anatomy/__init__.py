"""Layer 2: the anatomy of cables: a finder for each header field and each part, and `parse_anatomy` for all of them."""

from .anatomy import PARTS, Anatomy, parse_anatomy
from .body.body import Body
from .body.heading_text import Heading
from .body.headings import find_headings
from .body.page_breaks import PageBreak, find_page_breaks
from .body.paragraphs import Paragraph, find_paragraphs
from .body.portion_marks import find_portion_marks
from .body.redactions import find_redactions
from .body.signature import find_signer, read_signature
from .body.summary_and_comments import Passage, find_comments, find_notes, find_summary
from .doubts import Doubt
from .header.addressees import find_addressees
from .header.banner import Banner, find_banner, find_classification
from .header.captions import find_captions
from .header.classified_by import ClassifiedBy, find_classified_by, find_reasons
from .header.executive_order import ExecutiveOrder, find_declassify_on, find_executive_order
from .header.field_labels import read_header
from .header.fields import Fields
from .header.recipients import Recipient, find_recipients
from .header.reference import Reference
from .header.references import References, find_references
from .header.sent import Sent, find_date
from .header.subject import Subject, find_subject
from .header.tags import Tags, find_tags, read_tags
from .header.time_group import TimeGroup
from .header.transmission import Transmission, find_transmission
from .pieces import Fragment, Piece, read_fragment
from .running_text import RunningText, running_text
from .sentences import cable_sentence_starts

__all__ = [
    "PARTS",
    "Anatomy",
    "Banner",
    "Body",
    "ClassifiedBy",
    "Doubt",
    "ExecutiveOrder",
    "Fields",
    "Fragment",
    "Heading",
    "PageBreak",
    "Paragraph",
    "Passage",
    "Piece",
    "Recipient",
    "Reference",
    "References",
    "RunningText",
    "Sent",
    "Subject",
    "Tags",
    "TimeGroup",
    "Transmission",
    "cable_sentence_starts",
    "find_addressees",
    "find_banner",
    "find_captions",
    "find_classification",
    "find_classified_by",
    "find_comments",
    "find_date",
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
    "find_transmission",
    "parse_anatomy",
    "read_fragment",
    "read_header",
    "read_signature",
    "read_tags",
    "running_text",
]
