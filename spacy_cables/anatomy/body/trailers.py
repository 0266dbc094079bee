"""Lines below the signature: levels, end-of-message marks, web addresses, and additions by archives."""

from __future__ import annotations

import re

from ..lexicon.levels import LEVEL_OR_CAPTION

#: A stripped line that may follow the signature. For `match`.
TRAILER = re.compile(
    rf"""
    \W*(?:(?-x:{LEVEL_OR_CAPTION})[\s/,-]*){{1,4}}\W*\Z     # CONFIDENTIAL/NOFORN
    |\W*N[ ]?N[ ]?N(?:[ ]|[ ]?N[ ]?)?(?:VV|[A-Z]{{4,20}})?\W*\Z      # NNNNVV
    |\W*BT\W*\Z                             # BT
    |GP-?[ ]?[1-4]\W*\Z                     # GP-3.
    |(?:X?GDS|ADS|DECON(?:TROL)?|DECL(?:AS)?)\b[-0-9A-Z/ ():,]{{0,40}}\W*\Z   # GDS
    |(?:UN)?QUOTE\W*\Z                      # UNQUOTE
    |\#?\d{{1,6}}\W*\Z                       # #2643
    |\W+\Z                                  # ====
    |.{{0,30}}\b(?:Declassified|Released|DECLASSIFIED|RELEASED)\b.{{0,120}}\Z   # Declassified 20 May 2008
    |.*(?:https?:|www\.|\.gov\b|\.mil\b|\.cfm\b|\.html?\b|[Ww]eb[ ]?[Ss]ite|WEB[ ]?SITE).*\Z   # See www.example.org
    |(?:[A-Z]{{2,6}}[ ])?@[ ]?[A-Z].{{0,40}}\Z  # AF @ State
    |(?:\(c\)|©).{{0,60}}\Z                   # © The Paper
    |\d{{2,4}}[A-Z]{{3,}}\d+[ ]?[-–].{{0,80}}\Z # 08LUSAKA12 - a visit
    |.*\bCABLE[ ]ENDS\b.*\Z                  # ====CABLE ENDS====
    |(?:End|END)[ ](?:Cable|CABLE)(?:[ ]Text|[ ]TEXT)?\W*\Z     # End Cable Text
    |[\dXx:/ .-]+\Z                          # 10/17/2008 09:27
    |[^\n]{{0,60}}(?:\.\.\.|…)\Z               # Read more...
    |[A-Z][A-Z.'\ ]{{2,18}}[ ]\d{{8}}[ ]+\d{{3}}(?:\.\d)?[ ]OF[ ]\d{{3}}\W*\Z      # LUSAKA 00002643 002 OF 002
    |(?:Visit|VISIT|This[ ]cable|These[ ]cables|You[ ]can|Use[ ]this).{{0,150}}\Z     # Visit our pages
    """,
    re.VERBOSE,
)
#: A stripped line that the telegraph office added below the signature. For `match`.
FOOTNOTE = re.compile(r"[*# ]*NOTE(?: BY)? [A-Z/]{2,8}:|[#*] ?(?:AS RECEIVED|OMISSION|TEXT GARBLED|SECTION GARBLED)\b")
