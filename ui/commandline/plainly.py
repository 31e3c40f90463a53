"""Fields of records as JSON says them: words, codes and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from workbench.domain.case import Record
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.party import Membership
from workbench.domain.vocabulary import Stance


def values_of(record: Record | None, names: Iterable[str]) -> dict[str, object] | None:
    """Return some fields of a record, none where there is no record."""
    return None if record is None else {name: plain_value(getattr(record, name)) for name in names}


def plain_value(value: object) -> object:
    """Return a value of a record in the words of the tables."""
    match value:
        case Mapping():
            return {str(key): plain_value(own) for key, own in value.items()}
        case tuple() | list():
            return [plain_value(own) for own in value]
        case Membership():
            return [value.party, plain_value(value.since), plain_value(value.until)]
    return _word(value)


def _word(value: object) -> object:
    match value:
        case Stance():
            return value.word
        case Enum():
            return value.value
        case PartialDate() | SourceReference():
            return str(value)
    return value


def number_of(count: int, noun: str) -> str:
    """Return how many of something, as in "1 collision" and "2 collisions"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
