"""What records are called, and by what they can be named where no text of theirs may be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from workbench.domain.case import Case, Record, RecordKey, key_of, table_of
from workbench.domain.issue import Option
from workbench.domain.judgement import Judgement
from workbench.domain.linkage import Linkage
from workbench.domain.party import Influence, Party
from workbench.domain.position import Position
from workbench.domain.saying import marked, translate
from workbench.domain.term import Term
from workbench.domain.vocabulary import LinkageKind

Names: TypeAlias = Callable[[str, RecordKey], str]
"""Gives what the record of a table and key is called, empty where nobody knows."""
Mention: TypeAlias = tuple[str, ...]
"""A table, and the codes and dates by which one of its records can be named; no text of the record itself."""

KINDS = {
    "case": marked("Record", "entry"),
    "parties": marked("Record", "party"),
    "groups": marked("Record", "group"),
    "issues": marked("Record", "issue"),
    "options": marked("Record", "option"),
    "sources": marked("Record", "source"),
    "positions": marked("Record", "position"),
    "linkages": marked("Record", "linkage"),
    "events": marked("Record", "event"),
    "terms": marked("Record", "term"),
    "packages": marked("Record", "package"),
    "influences": marked("Record", "influence"),
    "judgements": marked("Record", "judgement"),
}
"""What one record of each table is called in English; said by `kind_word`."""


def kind_word(table: str) -> str:
    """Return what one record of a table is called."""
    return translate("Record", KINDS[table])


def by_code(_table: str, _key: RecordKey) -> str:
    """Know no name: everything is called by its code."""
    return ""


def names_of(case: Case) -> Names:
    """Return the names of the records that others name, as they stand in a case."""
    known: dict[str, dict[RecordKey, str]] = {}

    def find(table: str, key: RecordKey) -> str:
        if table not in known:
            known[table] = {key_of(own): own_name(own) for own in case.table(table)}
        return known[table].get(key, "")

    return find


def over_time(names: Names, earlier: Mapping[tuple[str, RecordKey], Record | None]) -> Names:
    """Return names for codes of any time; none for a code that has meant different records.

    Parameters
    ----------
    names : callable
        The names of what there is now.
    earlier : mapping of (str, tuple of str) to Record or None
        The records behind codes that they no longer bear, as a store tells.
    """

    def find(table: str, key: RecordKey) -> str:
        if (table, key) in earlier:
            record = earlier[table, key]
            return "" if record is None else names(table, key_of(record)) or own_name(record)
        found = names(table, key)
        issue = earlier.get(("issues", key[:1])) if table == "options" and not found else None
        return names("options", (key_of(issue)[0], key[1])) if issue is not None else found

    return find


def own_name(record: Record) -> str:
    """Return the name, title or label that a record bears itself, its code where it has none."""
    if isinstance(record, Party):
        return record.label
    texts = (getattr(record, field, "") for field in ("title", "label", "name", "term", "code", "key", "ref"))
    return next((str(text) for text in texts if text), "")


def named(record: Record, names: Names = by_code) -> str:
    """Return what a person would call the record, such as ``Baku`` or ``Baku on Lachin, 2023-03``."""
    if isinstance(record, Position | Influence | Linkage | Judgement):
        return name_of(mention(record), names)
    return names(table_of(record), key_of(record)) or own_name(record)


def mention(record: Record) -> Mention:
    """Return by what a record can be named without any text of its own."""
    match record:
        case Position(party=party, issue=issue, since=since):
            codes: tuple[str, ...] = (party, issue, since.text)
        case Influence(actor=actor, on=on):
            codes = (actor, on)
        case Linkage():
            ends = (record.if_issue, record.if_option, record.then_issue, record.then_option)
            codes = (record.kind.value, *ends)
        case Judgement(issue=issue, parties=parties):
            codes = (issue, *parties)
        case Term(subject=subject, party=party):
            codes = (subject, party)
        case _:
            codes = key_of(record)
    return (table_of(record), *codes)


def name_of(mentioned: Mention, names: Names = by_code) -> str:
    """Return what a record is called of which only codes are at hand."""

    def called(table: str, *key: str) -> str:
        return names(table, key) or key[-1]

    match mentioned:
        case ("positions", party, issue, since):
            said = translate("Record", "{0} on {1}, {2}")
            text = said.format(called("parties", party), called("issues", issue), since)
        case ("influences", actor, on):
            text = translate("Record", "{0} on {1}").format(called("parties", actor), called("parties", on))
        case ("judgements", issue, *parties):
            listed = ", ".join(called("parties", own) for own in parties)
            text = translate("Record", "{0} on {1}").format(listed, called("issues", issue))
        case ("linkages", kind, if_issue, if_option, then_issue, then_option):
            one = called("options", if_issue, if_option), called("issues", if_issue)
            other = called("options", then_issue, then_option), called("issues", then_issue)
            text = _linkage(kind).format(*one, *other)
        case ("terms", subject, party):
            text = _term(subject, called("parties", party) if party else "", names)
        case (table, *key) if key:
            text = called(table, *key)
        case _:
            text = " ".join(mentioned)
    return text


def _linkage(kind: str) -> str:
    if kind == LinkageKind.EXCLUDES:
        return translate("Record", "not both {0} on {1} and {2} on {3}")
    return translate("Record", "if {0} on {1}, then {2} on {3}")


def _term(subject: str, party: str, names: Names) -> str:
    """Return what a term is a name for, and whose; the names themselves are texts of the record."""
    kind, _, code = subject.partition(":")
    table = {"party": "parties", "issue": "issues"}.get(kind, "")
    what = names(table, (code,)) or code if table else translate("Record", "a name")
    return translate("Record", "{0}, in the words of {1}").format(what, party) if party else what


def called(record: Record, names: Names = by_code) -> str:
    """Return what a record is and what it is called: *issue “Lachin corridor”*."""
    return translate("Record", "{0} “{1}”").format(kind_word(table_of(record)), named(record, names))


def introduced(record: Record, names: Names = by_code) -> str:
    """Return what a record is and what it is called, standing alone: *option “Free” of “Lachin corridor”*."""
    if isinstance(record, Option):
        issue = names("issues", (record.issue,)) or record.issue
        return translate("Record", "option “{0}” of “{1}”").format(own_name(record), issue)
    return called(record, names)


def described(table: str, key: RecordKey) -> str:
    """Return the record in words where only its key is known, such as ``option “free” of “lachin”``."""
    if table == "options":
        return translate("Record", "option “{0}” of “{1}”").format(key[1], key[0])
    code = " ".join(part for part in key if part)
    return translate("Record", "{0} “{1}”").format(kind_word(table), code)
