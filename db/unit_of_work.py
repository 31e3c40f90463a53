"""What an operation works with while its transaction is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import Connection, func, select

from db.codes import CodeBook
from db.fields import Plain
from db.journal import entries_taking_back
from db.loading import load, load_all
from db.pending import PendingOperation
from db.referring import referring_ids
from db.rows import PLACE, RecordSpec
from db.specs import SPECS, spec_of
from db.writing import Entry, Writer
from workbench.domain.case import Record, RecordKey, key_of
from workbench.domain.errors import CaseError
from workbench.domain.recordcolumns import RecordColumns
from workbench.domain.saying import translate
from workbench.operations.names import described, not_there
from workbench.ports import Change

_AT_ONCE = 5000
_COLUMNWISE = 20_000
_NAMED = ("parties", "issues", "options", "sources")
"""The tables whose records others name."""
_FEW = 10
"""Up to this number of records columns are not worth their while."""
_MANY = 50
"""From this number of records on all codes are read at once rather than one by one."""


class SqliteWork:
    """The work of one operation: reads and journalled writes over one transaction.

    Parameters
    ----------
    connection : Connection
        In a transaction that the caller began and will commit.
    operation : PendingOperation
        Gives the id of the operation in the history, asked for at the first write.
    """

    def __init__(self, connection: Connection, operation: PendingOperation) -> None:
        self._connection = connection
        self._codes = CodeBook(connection)
        self._writer = Writer(connection, self._codes, operation)
        self.operation = operation

    @property
    def connection(self) -> Connection:
        """The connection, for the other modules of the store."""
        return self._connection

    @property
    def codes(self) -> CodeBook:
        """Ids and keys as they stand, writes of this operation included."""
        return self._codes

    def write(self, spec: RecordSpec, entries: Sequence[Entry]) -> None:
        """Write entries as they are, each record once."""
        self._writer.write(spec, entries)

    @property
    def changes(self) -> Sequence[Change]:
        """What was written so far."""
        return self._writer.changes

    def get(self, table: str, key: RecordKey) -> Record | None:
        """Return the record as it stands, or none."""
        found = self._plain(SPECS[table], key)
        return SPECS[table].make(found[1]) if found else None

    def records(self, table: str) -> tuple[Record, ...]:
        """Return every record of a table, in order."""
        spec = SPECS[table]
        return tuple(spec.make(plain) for plain in load_all(self._connection, self._codes, spec).values())

    def referring(self, table: str, key: RecordKey) -> tuple[Record, ...]:
        """Return every record that names this one, table by table."""
        record_id = self._codes.find(table, key)
        if record_id is None:
            return ()
        return tuple(
            spec.make(plain)
            for spec, ids in referring_ids(self._connection, table, record_id)
            for plain in load(self._connection, self._codes, spec, ids).values()
        )

    def put(self, record: Record, *, was: RecordKey | None = None) -> None:
        """Add the record, or change the one of the same key, or of the key it had before."""
        spec, key = spec_of(record), key_of(record)
        found = self._plain(spec, was or key)
        if was is not None and was != key:
            self._check_renaming(spec, was, key, exists=found is not None)
        after = spec.plain(record)
        if found is None:
            self._add(spec, [(record, after)])
        elif (entry := _changed(spec, found[0], found[1], after, record)) is not None:
            self._writer.write(spec, [entry])

    def put_all(self, records: Iterable[Record]) -> None:
        """Add or change many records of one table at once."""
        if isinstance(records, RecordColumns):
            for start in range(0, len(records), _COLUMNWISE):
                self._put_columns(records[start : start + _COLUMNWISE])
            return
        source = iter(records)
        while chunk := list(islice(source, _AT_ONCE)):
            if len(chunk) > _MANY:
                self._codes.load(*_NAMED, spec_of(chunk[0]).name)
            self._put_chunk(spec_of(chunk[0]), chunk)

    def remove(self, table: str, key: RecordKey) -> None:
        """Remove a record; what cannot stand without it has to be removed before."""
        spec = SPECS[table]
        found = self._plain(spec, key)
        if found is None:
            raise not_there(table, key)
        self._writer.write(spec, [Entry(found[0], found[1], None)])

    def move(self, table: str, key: RecordKey, before: RecordKey | None) -> None:
        """Put a record before another one in the order of the case, at the end for none."""
        spec = SPECS[table]
        if not spec.is_placed:
            raise CaseError(
                translate(
                    "Record",
                    "Positions stand in the order in which they were recorded; it cannot be changed.",
                )
            )
        standing = load_all(self._connection, self._codes, spec)
        order = list(standing)
        moved = self._codes.id_of(table, key)
        order.remove(moved)
        at = len(order) if before is None else order.index(self._codes.id_of(table, before))
        order.insert(at, moved)
        places = [plain[PLACE] for plain in standing.values()]
        entries = [
            Entry(record_id, standing[record_id], standing[record_id] | {PLACE: place})
            for record_id, place in zip(order, places, strict=True)
            if standing[record_id][PLACE] != place
        ]
        self._writer.write(spec, entries)

    def take_back(self, operation: int) -> None:
        """Write what takes an operation of the history back."""
        for spec, entries in entries_taking_back(self._connection, operation):
            if len(entries) > _MANY:
                self._codes.load(*_NAMED)
            self._writer.write(spec, entries)

    def _plain(self, spec: RecordSpec, key: RecordKey) -> tuple[int, Plain] | None:
        record_id = self._codes.find(spec.name, key)
        if record_id is None:
            return None
        return record_id, load(self._connection, self._codes, spec, [record_id])[record_id]

    def _check_renaming(self, spec: RecordSpec, was: RecordKey, key: RecordKey, *, exists: bool) -> None:
        if not exists:
            raise not_there(spec.name, was)
        if self._codes.find(spec.name, key) is not None:
            said = translate("Record", "There is a {0} already. Choose another code.")
            raise CaseError(said.format(described(spec.name, key)))

    def _put_columns(self, records: RecordColumns) -> None:
        spec = SPECS[records.table]
        if len(records) <= _FEW or not self._codes.are_new(spec, records):
            self.put_all(iter(records))
            return
        self._codes.load(*_NAMED)
        place = self._next_place(spec) if spec.is_placed else 0
        self._writer.add(spec, records, self._next_id(spec), place)

    def _put_chunk(self, spec: RecordSpec, chunk: list[Record]) -> None:
        latest = {key_of(record): record for record in chunk}
        found = {key: record_id for key in latest if (record_id := self._codes.find(spec.name, key))}
        standing = load(self._connection, self._codes, spec, list(found.values()))
        changed = (
            _changed(spec, record_id, standing[record_id], spec.plain(latest[key]), latest[key])
            for key, record_id in found.items()
        )
        self._writer.write(spec, [entry for entry in changed if entry])
        new = [record for key, record in latest.items() if key not in found]
        self._add(spec, [(record, spec.plain(record)) for record in new])

    def _add(self, spec: RecordSpec, new: list[tuple[Record, Plain]]) -> None:
        if not new:
            return
        first = self._next_id(spec)
        if spec.is_placed:
            place = self._next_place(spec)
            for number, (_, plain) in enumerate(new):
                plain[PLACE] = place + number
        entries = [Entry(first + number, None, plain, record) for number, (record, plain) in enumerate(new)]
        self._writer.write(spec, entries)

    def _next_id(self, spec: RecordSpec) -> int:
        """Return an id that was never given; SQLite keeps the last one, of records gone as well."""
        statement = "SELECT seq FROM sqlite_sequence WHERE name = ?"
        last = self._connection.exec_driver_sql(statement, (spec.table.name,)).scalar()
        return (last or 0) + 1

    def _next_place(self, spec: RecordSpec) -> int:
        last = self._connection.execute(select(func.max(spec.table.c.place))).scalar()
        return (last or 0) + 1


def _changed(spec: RecordSpec, record_id: int, before: Plain, after: Plain, record: Record) -> Entry | None:
    """Return the entry that turns one form into the other, none where they are the same."""
    if spec.is_placed:
        after[PLACE] = before[PLACE]
    same = before == after and all(
        _order(before, field.name) == _order(after, field.name) for field in spec.lists
    )
    return None if same else Entry(record_id, before, after, record)


def _order(plain: Plain, name: str) -> list[str]:
    """Return the keys of a mapping in their order, which plain comparison leaves out."""
    value = plain.get(name)
    return list(value) if isinstance(value, dict) else []
