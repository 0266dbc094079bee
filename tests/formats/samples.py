"""A sample of each kind of file: its name and its bytes."""

from __future__ import annotations

import hashlib
import json

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

TEXT = "Ada Berg left Oslo.\n"
SPANS = [[0, 8, "PER"], [14, 18, "LOC"]]


def _docbin() -> bytes:
    doc = Doc(Vocab(), words=["In", "Oslo", "."], spaces=[True, False, False])
    doc.ents = [Span(doc, 1, 2, label="LOC")]
    return DocBin(docs=[doc]).to_bytes()


def _standoff() -> bytes:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return (json.dumps({"cable_id": "09OSLO1", "sha256": sha256, "length": len(TEXT), "spans": SPANS}) + "\n").encode()


_ROWS = (
    b"cable_id,date,classification,text\n"
    b'09OSLO1,2009-01-02,UNCLASSIFIED,"UNCLAS OSLO 000001\n\nSUBJECT: HARBOR TALKS\n\n1. (U) No reply came.\n"\n'
)
_RECORD = {"id": "09OSLO1", "date": "2009-01-02", "body": "UNCLAS OSLO 000001\nSUBJECT: FISH\n1. (U) No reply.\n"}

#: The samples by the name of their kind. Parquet is made by its own test, since it needs pyarrow.
SAMPLES: dict[str, tuple[str, bytes]] = {
    "brat": ("09OSLO2.ann", b"T1\tPER 0 8\tAda Berg\nT2\tLOC 14 18\tOslo\nR1\tLeft Arg1:T1 Arg2:T2\n"),
    "brackets": ("09OSLO1.txt", b"[PER Ada  ] left [LOC Oslo  ] .\n"),
    "spacy": ("docs.spacy", _docbin()),
    "standoff": ("gold.jsonl", _standoff()),
    "conll": ("columns.conll", b"-DOCSTART- (09OSLO1)\n\nOslo B-LOC\nfjord O\n\nAda B-PER\n"),
    "hipe": (
        "hipe.tsv",
        b"TOKEN\tNE-COARSE-LIT\tNEL-LIT\tMISC\n# document_id = 09OSLO1\nAda\tB-PER\t_\t_\nleft\tO\t_\tEndOfLine\n\n"
        b"Oslo\tB-LOC\tQ585\tNoSpaceAfter\n.\tO\t_\t_\n",
    ),
    "webanno": (
        "webanno.tsv",
        b"#FORMAT=WebAnno TSV 3.2\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n\n"
        b"#Text=Ada Berg left\n1-1\t0-3\tAda\t_\tPER[1]\t\n1-2\t4-8\tBerg\t_\tPER[1]\t\n1-3\t9-13\tleft\t_\t_\t\n",
    ),
    "jsonl": ("lines.jsonl", (json.dumps({"id": "09OSLO1", "text": TEXT, "spans": SPANS}) + "\n").encode()),
    "untagged": ("09OSLO1.txt", TEXT.encode()),
    "page": (
        "09OSLO1.html",
        b"<html><head><title>Viewing cable 09OSLO1, FISH</title></head><body><table><tr><th>Reference ID</th></tr>"
        b"<tr><td>09OSLO1</td></tr></table><code><pre>UNCLAS OSLO 000001&#x000A;1. (U) No reply.</pre></code>"
        b"</body></html>",
    ),
    "csv": ("dump.csv", _ROWS),
    "json": ("dump.json", json.dumps([_RECORD]).encode()),
    "archive": (
        "09OSLO1.txt",
        b"Message Text\n \nUNCLAS OSLO 1\n \nSUBJ: FISH\n \n1. NO REPLY.\nBAKER\n \nMessage Attributes\n \n"
        b"Document Number: 1974OSLO00001\nSubject: FISH\n",
    ),
    "tei": (
        "volume.xml",
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" xml:id="d5"><head>5. Telegram From '
        b"the Embassy in Peru to the Department of State</head><p>451. No reply.</p></div></body></text></TEI>",
    ),
}

#: What stands beside a sample and is read with it: its name and its bytes.
PARTNERS: dict[str, tuple[str, bytes]] = {"brat": ("09OSLO2.txt", TEXT.encode())}
