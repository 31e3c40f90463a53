"""What the tables of a case are called, and how many records of each there are, in words."""

from __future__ import annotations

from ui.words import counted, marked, marked_count, translate

_NAMES = {
    "case": marked("Tables", "About the case"),
    "parties": marked("Tables", "Parties"),
    "groups": marked("Tables", "Groups"),
    "issues": marked("Tables", "Issues"),
    "options": marked("Tables", "Options"),
    "sources": marked("Tables", "Sources"),
    "positions": marked("Tables", "Positions"),
    "linkages": marked("Tables", "Linkages"),
    "events": marked("Tables", "Events"),
    "terms": marked("Tables", "Terms"),
    "packages": marked("Tables", "Packages"),
    "influences": marked("Tables", "Influences"),
    "judgements": marked("Tables", "Judgements"),
}
_COUNTS = {
    "case": marked_count("Tables", "%n entries about the case itself", "%n entry about the case itself"),
    "parties": marked_count("Tables", "%n parties", "%n party"),
    "groups": marked_count("Tables", "%n groups", "%n group"),
    "issues": marked_count("Tables", "%n issues", "%n issue"),
    "options": marked_count("Tables", "%n options", "%n option"),
    "sources": marked_count("Tables", "%n sources", "%n source"),
    "positions": marked_count("Tables", "%n positions", "%n position"),
    "linkages": marked_count("Tables", "%n linkages", "%n linkage"),
    "events": marked_count("Tables", "%n events", "%n event"),
    "terms": marked_count("Tables", "%n terms", "%n term"),
    "packages": marked_count("Tables", "%n packages", "%n package"),
    "influences": marked_count("Tables", "%n influences", "%n influence"),
    "judgements": marked_count("Tables", "%n judgements", "%n judgement"),
}


def table_name(table: str) -> str:
    """Return what a table is called, as a heading."""
    return translate("Tables", _NAMES[table])


def count_of(table: str, number: int) -> str:
    """Return a number of records of a table: *1 party*, *3 parties*."""
    return counted(*_COUNTS[table], number)
