"""What records are called in labels and messages."""

from __future__ import annotations

from workbench.domain.case import Record, RecordKey
from workbench.domain.party import Influence, Party
from workbench.domain.position import Position

KINDS = {
    "case": "entry",
    "parties": "party",
    "groups": "group",
    "issues": "issue",
    "options": "option",
    "sources": "source",
    "positions": "position",
    "linkages": "linkage",
    "events": "event",
    "terms": "term",
    "packages": "package",
    "influences": "influence",
    "judgements": "judgement",
}
"""What one record of each table is called."""


def named(record: Record) -> str:
    """Return what a person would call the record, such as ``Baku`` or ``BAK on lachin, 2023-03``."""
    match record:
        case Party():
            return record.label
        case Position(party=party, issue=issue, since=since):
            return f"{party} on {issue}, {since}"
        case Influence(actor=actor, on=on):
            return f"{actor} on {on}"
    texts = (getattr(record, field, "") for field in ("title", "label", "name", "term", "code", "key"))
    return next(str(text) for text in texts if text)


def described(table: str, key: RecordKey) -> str:
    """Return the record in words where only its key is known, such as ``option “free” of “lachin”``."""
    if table == "options":
        return f"option “{key[1]}” of “{key[0]}”"
    return f"{KINDS[table]} “{' '.join(part for part in key if part)}”"
