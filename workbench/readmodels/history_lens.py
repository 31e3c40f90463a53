"""The History lens: who changed what, when, with before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from workbench.domain.audience import Audience
from workbench.domain.case import Record, RecordKey
from workbench.domain.fieldwords import field_word
from workbench.domain.names import Names, by_code, kind_word, named
from workbench.domain.saying import counted, marked, translate
from workbench.ports import Change, ChangeSet
from workbench.readmodels.history_values import value_text

NOT_TOLD = marked(
    "History", "The history holds every wording there ever was; it is shown to principal and vault only."
)
MOST_TOLD = 400
"""How many records of one operation are told one by one."""
ADDED, REMOVED = "added", "removed"
PLACE = marked("History", "place in the order")
"""What changed where no field of a record did."""


class HistoryState(StrEnum):
    """What has become of an operation."""

    STANDS = marked("HistoryState", "stands")
    UNDONE = marked("HistoryState", "undone")
    REVERSAL = marked("HistoryState", "undo and redo")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One operation: when (local time), who, what, how many records of which tables, what became of it."""

    operation: str
    at: datetime
    author: str
    label: str
    count: int
    tables: frozenset[str] = frozenset()
    state: HistoryState = HistoryState.STANDS

    @property
    def when(self) -> str:
        """Day and time, to the minute."""
        return self.at.strftime("%Y-%m-%d %H:%M")

    @property
    def touched(self) -> str:
        """How many records it touched, in words."""
        return counted("History", "%n records", "%n record", self.count)


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

    @property
    def about(self) -> str:
        """What the record is, and whether it was added or removed."""
        if self.kind == ADDED:
            return translate("History", "{0}, added").format(self.what)
        return translate("History", "{0}, removed").format(self.what) if self.kind == REMOVED else self.what


def history_row(done: ChangeSet, names: Names = by_code) -> HistoryRow:
    """Return an operation of the history as a line, its time that of this computer."""
    at = done.at.astimezone()
    state = HistoryState.UNDONE if done.is_undone else HistoryState.STANDS
    if done.is_reversal:
        state = HistoryState.REVERSAL
    label = done.label.say(names)
    return HistoryRow(done.operation, at, done.author, label, len(done.changes), done.tables, state)


def field_changes(
    changes: Sequence[Change], audience: Audience, names: Names = by_code
) -> Iterator[FieldChange]:
    """Yield what changed, field by field, for the first records of an operation.

    Parameters
    ----------
    changes : sequence of Change
        As the history gives them.
    audience : Audience
        Who reads: identities of sources are told to the vault only.
    names : callable
        What records are called; those that are not known stand there by their codes.
    """
    for change in islice(changes, MOST_TOLD):
        yield from _of_change(change, audience, names)


def _of_change(change: Change, audience: Audience, names: Names) -> Iterator[FieldChange]:
    record = change.after or change.before
    if record is None:
        return
    kind = ADDED if change.before is None else REMOVED if change.after is None else ""
    about = (change.table, change.key, named(record, names), kind_word(change.table), kind)
    told = False
    for field in fields(record):
        if field.name == "identity" and not audience.sees_identity:
            continue
        same = _value(change.before, field.name) == _value(change.after, field.name)
        if same or (kind and _is_default(record, field.name)):
            continue
        told = True
        texts = (value_text(side, field.name, names) for side in (change.before, change.after))
        yield FieldChange(*about, field_word(field.name), *texts)
    if not told:
        moved = change.before == change.after
        yield FieldChange(*about, translate("History", PLACE) if moved else "", "", "")


def _value(record: Record | None, name: str) -> Any:
    return getattr(record, name) if record is not None else None


def _is_default(record: Record, name: str) -> bool:
    """Return whether a field of a new record holds what it holds where nothing was said."""
    field = next(own for own in fields(record) if own.name == name)
    value = getattr(record, name)
    if field.default is not MISSING and value == field.default:
        return True
    return value in ("", (), None) or (isinstance(value, Mapping) and not value)
