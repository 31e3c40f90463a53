"""What records are called in labels and messages, as they stand while an operation is at work."""

from __future__ import annotations

from workbench.domain.case import RecordKey
from workbench.domain.errors import CaseError
from workbench.domain.names import (
    KINDS,
    Mention,
    Names,
    called,
    described,
    kind_word,
    mention,
    named,
    own_name,
)
from workbench.domain.saying import translate
from workbench.ports import Work

__all__ = [
    "KINDS",
    "called",
    "described",
    "kind_word",
    "mention",
    "mentioned",
    "named",
    "names_in",
    "not_there",
]


def names_in(work: Work) -> Names:
    """Return the names of records as they stand while an operation is at work."""

    def find(table: str, key: RecordKey) -> str:
        record = work.get(table, key)
        return own_name(record) if record is not None else ""

    return find


def mentioned(work: Work, table: str, key: RecordKey) -> Mention:
    """Return by what the record of a key can be named, by the key itself where there is none."""
    record = work.get(table, key)
    return mention(record) if record is not None else (table, *key)


def not_there(table: str, key: RecordKey) -> CaseError:
    """Return the error for a record that there is not."""
    return CaseError(translate("Record", "There is no {0} in this case.").format(described(table, key)))
