"""An open case file."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from threading import RLock
from uuid import uuid4

from sqlalchemy import Connection, Engine

from db import journal
from db.earlier import EarlierRecords
from db.engine import WRITES
from db.errors import refuse_gone, spoken
from db.journal import OperationRecord
from db.keeper import BackupKeeper
from db.pending import PendingOperation
from db.reading import read_case, read_columns
from db.schema import OperationKind
from db.unit_of_work import SqliteWork
from workbench.columns import CaseColumns
from workbench.domain import labels
from workbench.domain.case import Case, Record, RecordKey
from workbench.domain.labels import Label
from workbench.domain.saying import translate
from workbench.ports import ChangeSet, Operation, StorageError

_LARGE = ("import", "merge")
"""Names of the operations before which a backup is made."""


class SqliteCaseStore(AbstractContextManager["SqliteCaseStore"]):
    """An open case, kept in one SQLite file.

    Parameters
    ----------
    path : Path
        The file.
    engine : Engine
        Over the file, or over a private copy of it where it is read only.
    author : str
        Who works with it; stands with every operation in the history.
    closing : ExitStack
        What is left to do when the case is closed, such as giving the lock back.
    keeper : BackupKeeper, optional
        Who makes backups; none for what needs none.
    is_protected : bool
        Whether the file needs a passphrase.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        author: str,
        read_only: bool,
        closing: ExitStack,
        keeper: BackupKeeper | None = None,
        is_protected: bool = False,
    ) -> None:
        self._path = path
        self._engine = engine
        self._author = self._usual_author = author
        self._read_only = read_only
        self._closing = closing
        self._keeper = keeper
        self._is_protected = is_protected
        self._turn = RLock()
        self._is_open = True
        self._labels: dict[int, Label] = {}
        self._earlier = EarlierRecords()
        with self.reading() as connection:
            self._stack = journal.undo_stack(connection)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._read_only

    @property
    def is_protected(self) -> bool:
        """Whether the file needs a passphrase."""
        return self._is_protected

    @property
    def warnings(self) -> tuple[str, ...]:
        """What went wrong with backups; nothing that was entered is concerned."""
        return tuple(self._keeper.warnings) if self._keeper else ()

    def sign_as(self, author: str) -> None:
        """Put another name beside what is done from now on; the one it was opened under for none."""
        self._author = author.strip() or self._usual_author

    def read(self) -> CaseColumns:
        """Return the whole case as it stands, positions as columns."""
        with self.reading() as connection:
            return read_columns(connection)

    def read_case(self) -> Case:
        """Return the whole case as it stands, as records."""
        with self.reading() as connection:
            return read_case(connection)

    def perform(self, operation: Operation, initiator: str = "") -> ChangeSet:
        """Run an operation; it is on disk when the call returns.

        An operation that changes nothing leaves no trace in the history. Before a large one a
        backup is made of what has changed since the last.
        """
        if operation.name in _LARGE and self._keeper is not None:
            self._keeper.keep(for_certain=True)
        planned = _planned(self._author, operation.name, "", OperationKind.DO)

        def run(work: SqliteWork) -> None:
            work.operation.name_it(operation.labelled(work).stored)
            operation.run(work)

        return self._write(planned, run, initiator)

    def undo(self, initiator: str = "") -> ChangeSet | None:
        """Take back the last operation that stands, or return none."""
        with self._turn:
            return self._reverse(self._stack.undo, OperationKind.UNDO, initiator)

    def redo(self, initiator: str = "") -> ChangeSet | None:
        """Do again what was taken back last, or return none."""
        with self._turn:
            return self._reverse(self._stack.redo, OperationKind.REDO, initiator)

    @property
    def undo_label(self) -> Label:
        """What `undo` would take back, empty where there is nothing."""
        return self._label(self._stack.undo)

    @property
    def redo_label(self) -> Label:
        """What `redo` would do again, empty where there is nothing."""
        return self._label(self._stack.redo)

    def history(
        self, table: str = "", key: RecordKey = (), *, newest_first: bool = False
    ) -> Iterator[ChangeSet]:
        """Yield what was done to the case or to one record, oldest first unless told otherwise."""
        with self.reading() as connection:
            done = journal.operations(connection)
            ids = journal.records_of_key(connection, table, key) if table else frozenset()
        undone = journal.taken_back(done)
        for one in reversed(done) if newest_first else done:
            with self.reading() as connection:
                rows = journal.rows_of(connection, one.id, table=table, ids=ids)
            if rows:
                yield journal.change_set(one, rows, is_undone=one.id in undone)

    def earlier(self) -> Mapping[tuple[str, RecordKey], Record | None]:
        """Return the records behind codes that they no longer bear, as they stand or stood last."""
        with self._turn, self.reading() as connection:
            return self._earlier.read(connection)

    def close(self) -> None:
        """Close the case; one file is left."""
        with self._turn, spoken(self._path):
            self._is_open = False
            self._closing.close()

    def __exit__(self, *reason: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the file, for the other modules of the store."""
        self._refuse_closed()
        with spoken(self._path), self._engine.connect() as connection:
            yield connection

    def _refuse_closed(self) -> None:
        """Stop whoever would open the file again without its lock."""
        if not self._is_open:
            raise ValueError(f"{self._path.name} has been closed")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._read_only:
            said = translate(
                "CaseFile", "{0} is open for reading only; nothing was changed. Open it for editing first."
            )
            raise StorageError(said.format(self._path.name))
        self._refuse_closed()
        refuse_gone(self._path)
        with self._turn, spoken(self._path), self._engine.connect() as connection:
            writing = connection.execution_options(**{WRITES: True})
            with writing.begin():
                yield writing

    def _write(
        self, planned: OperationRecord, run: Callable[[SqliteWork], None], initiator: str
    ) -> ChangeSet:
        with self._turn:
            with self._writing() as connection:
                pending = PendingOperation(connection, planned)
                work = SqliteWork(connection, pending)
                run(work)
            if pending.number is not None:
                self._stack.note(pending.number, planned.kind)
        done = pending.planned
        label = Label(done.label)
        return ChangeSet(done.uuid, done.name, label, done.author, done.at, work.changes, initiator)

    def _reverse(self, stack: list[int], kind: OperationKind, initiator: str) -> ChangeSet | None:
        if not stack:
            return None
        number = stack[-1]
        with self.reading() as connection:
            origin = _origin(connection, number)
        label = self._label(stack).within(labels.UNDO if kind is OperationKind.UNDO else labels.REDO)
        planned = _planned(self._author, origin.name, label.stored, kind, number)
        return self._write(planned, lambda work: work.take_back(number), initiator)

    def _label(self, stack: list[int]) -> Label:
        """Return what taking back the last of these would take back, and what of it stays gone."""
        if not stack:
            return Label("")
        number = stack[-1]
        if number not in self._labels:
            with self.reading() as connection:
                label = Label(_origin(connection, number).label)
                is_gone = journal.has_gap(connection, number)
            self._labels[number] = label.within(labels.STAYS_GONE) if is_gone else label
        return self._labels[number]


def _planned(
    author: str, name: str, label: str, kind: OperationKind, reverses: int | None = None
) -> OperationRecord:
    """Return an operation that has no place in the history yet; one that nobody signs names no machine."""
    host, at = platform.node() if author else "", journal.now()
    return OperationRecord(0, uuid4().hex, name, label, author, host, at, kind, reverses)


def _origin(connection: Connection, number: int) -> OperationRecord:
    """Return what was done in the first place, behind any number of undo and redo."""
    found = journal.operation(connection, number)
    while found.reverses is not None:
        found = journal.operation(connection, found.reverses)
    return found
