"""A record without one of those it names."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.case import Record, RecordKey
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence
from workbench.domain.position import Position


def without(record: Record, table: str, key: RecordKey) -> Record | None:
    """Return `record` without the one of that table and key, none where it cannot stand so.

    A list loses an entry; what says who holds, asserts, judges or acts cannot stand without.
    """
    match table:
        case "parties":
            return _without_party(record, key[0])
        case "issues":
            return _without_issue(record, key[0])
        case "options":
            return _without_option(record, key)
        case _:
            return _without_source(record, key[0])


def _without_party(record: Record, code: str) -> Record | None:
    match record:
        case Group():
            return replace(record, members=tuple(own for own in record.members if own.party != code))
        case Issue():
            return replace(record, needed=_less(record.needed, code))
        case Option():
            return replace(record, known_to=_less(record.known_to, code))
        case Position() if record.party != code:
            return replace(record, known_to=_less(record.known_to, code))
        case Event():
            return replace(record, parties=_less(record.parties, code))
        case _:
            return None


def _without_issue(record: Record, code: str) -> Record | None:
    match record:
        case Event():
            return replace(record, issues=_less(record.issues, code))
        case _:
            return None


def _without_option(record: Record, key: RecordKey) -> Record | None:
    match record:
        case Position():
            return replace(
                record, stances={own: value for own, value in record.stances.items() if own != key[1]}
            )
        case Package():
            chosen = {issue: option for issue, option in record.choices.items() if (issue, option) != key}
            return replace(record, choices=chosen)
        case _:
            return None


def _without_source(record: Record, code: str) -> Record | None:
    match record:
        case Option() | Position() | Linkage() | Event() | Influence():
            return replace(record, sources=tuple(own for own in record.sources if own.code != code))
        case _:
            return None


def _less(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(own for own in codes if own != code)
