"""The History lens: who changed what, when, with before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from itertools import islice
from typing import Any

from workbench.domain.audience import Audience
from workbench.domain.case import Record, RecordKey
from workbench.domain.party import Membership
from workbench.domain.vocabulary import Stance
from workbench.operations.names import KINDS, named
from workbench.ports import Change, ChangeSet
from workbench.readmodels.wording import count_in_words

NOT_TOLD = "The history holds every wording there ever was; it is shown to principal and vault only."
MOST_TOLD = 400
"""How many records of one operation are told one by one."""
ADDED, REMOVED = "added", "removed"
PLACE = "place in the order"
"""What changed where no field of a record did."""
_WORDS = {"since": "from", "limit_owner": "who can move the red line"}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One operation: when (local time), who, what, and how many records it touched."""

    operation: str
    at: datetime
    author: str
    label: str
    count: int

    @property
    def when(self) -> str:
        """Day and time, to the minute."""
        return self.at.strftime("%Y-%m-%d %H:%M")

    @property
    def touched(self) -> str:
        """How many records it touched, in words."""
        return count_in_words(self.count, "record", "records")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after; empty where there was or is nothing.

    `record` is what a person calls it, `what` what it is in a word. `field` is empty where a record
    was added or removed without anything in it, and `PLACE` where it was only moved among its like.
    """

    table: str
    key: RecordKey
    record: str
    what: str
    kind: str
    field: str
    before: str
    after: str


def history_row(done: ChangeSet) -> HistoryRow:
    """Return an operation of the history as a line, its time that of this computer."""
    return HistoryRow(done.operation, done.at.astimezone(), done.author, done.label, len(done.changes))


def field_changes(changes: Sequence[Change], audience: Audience) -> Iterator[FieldChange]:
    """Yield what changed, field by field, for the first records of an operation.

    Parameters
    ----------
    changes : sequence of Change
        As the history gives them.
    audience : Audience
        Who reads: identities of sources are told to the vault only.
    """
    for change in islice(changes, MOST_TOLD):
        yield from _of_change(change, audience)


def _of_change(change: Change, audience: Audience) -> Iterator[FieldChange]:
    record = change.after or change.before
    if record is None:
        return
    kind = ADDED if change.before is None else REMOVED if change.after is None else ""
    name = named(record)
    what, told = KINDS[change.table], False
    for field in fields(record):
        if field.name == "identity" and not audience.sees_identity:
            continue
        before, after = _value(change.before, field.name), _value(change.after, field.name)
        if before == after or (kind and _is_default(record, field.name)):
            continue
        told = True
        word = _WORDS.get(field.name, field.name.replace("_", " "))
        texts = text_of(before), text_of(after)
        yield FieldChange(change.table, change.key, name, what, kind, word, *texts)
    if not told:
        moved = change.before == change.after
        yield FieldChange(change.table, change.key, name, what, kind, PLACE if moved else "", "", "")


def _value(record: Record | None, name: str) -> Any:
    return getattr(record, name) if record is not None else None


def _is_default(record: Record, name: str) -> bool:
    """Return whether a field of a new record holds what it holds where nothing was said."""
    field = next(own for own in fields(record) if own.name == name)
    value = getattr(record, name)
    if field.default is not MISSING and value == field.default:
        return True
    return value in ("", (), None) or (isinstance(value, Mapping) and not value)


def text_of(value: Any) -> str:
    """Return what a field holds as a person reads it."""
    match value:
        case None:
            text = ""
        case Mapping():
            text = "; ".join(f"{code}: {text_of(own)}" for code, own in value.items())
        case tuple():
            text = "; ".join(text_of(own) for own in value)
        case Stance():
            text = value.word
        case Membership():
            text = _membership(value)
        case float():
            text = f"{value:g}"
        case _:
            text = str(value)
    return text


def _membership(member: Membership) -> str:
    bounds = [f"from {member.since}" if member.since else "", f"until {member.until}" if member.until else ""]
    return " ".join([member.party, *(bound for bound in bounds if bound)])
