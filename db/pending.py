"""An operation on its way into the history."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection, func, select

from db.journal import OperationRecord, add_operation
from db.schema import OPERATIONS, OperationKind


class PendingOperation:
    """An operation that gets its place in the history at its first write.

    Parameters
    ----------
    connection : Connection
        In a transaction.
    planned : OperationRecord
        The operation, without its number.
    """

    def __init__(self, connection: Connection, planned: OperationRecord) -> None:
        self._connection = connection
        self._planned = planned
        self._acting_for: int | None = None
        self.number: int | None = None

    @property
    def planned(self) -> OperationRecord:
        """The operation, without its number."""
        return self._planned

    def name_it(self, label: str) -> None:
        """Say what it is called, before it writes."""
        self._planned = replace(self._planned, label=label)

    def __call__(self) -> int:
        """Return the operation under which is written just now."""
        if self._acting_for is not None:
            return self._acting_for
        if self.number is None:
            self.number = self._add(self._planned)
        return self.number

    def take_in(self, done: OperationRecord) -> int:
        """Write down an operation of another copy as part of this one, and return its number."""
        kind, own = OperationKind.MERGED, self()
        return self._add(replace(done, kind=kind, reverses=None, part_of=own))

    @contextmanager
    def acting_for(self, number: int) -> Iterator[None]:
        """Let what is written in the block stand under an operation that was taken in."""
        self._acting_for = number
        try:
            yield
        finally:
            self._acting_for = None

    def _add(self, operation: OperationRecord) -> int:
        last = self._connection.execute(select(func.max(OPERATIONS.c.id))).scalar()
        number = (last or 0) + 1
        add_operation(self._connection, replace(operation, id=number))
        return number
