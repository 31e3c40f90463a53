"""Ids by key and keys by id, looked up in the file once and remembered."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from db.fields import Plain, Row
from db.rows import PLACE, RecordSpec, sql
from db.specs import SPECS
from workbench.domain.case import RecordKey, key_of
from workbench.domain.errors import UnknownCodeError
from workbench.domain.names import KINDS
from workbench.domain.recordcolumns import RecordColumns

_AT_ONCE = 10_000


class CodeBook:
    """Ids by key and keys by id, over one connection and one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ids: dict[str, dict[RecordKey, int]] = {name: {} for name in SPECS}
        self._keys: dict[str, dict[int, RecordKey]] = {name: {} for name in SPECS}
        self._whole: set[str] = set()

    def find(self, table: str, key: RecordKey) -> int | None:
        """Return the id of the record of that key, or none."""
        found = self._ids[table].get(key)
        if found is not None or table in self._whole:
            return found
        return self._look_up(SPECS[table], key)

    def id_of(self, table: str, key: RecordKey) -> int:
        """Return the id of the record of that key.

        Raises
        ------
        UnknownCodeError
            If there is none.
        """
        found = self._ids[table].get(key) or self.find(table, key)
        if found is None:
            raise UnknownCodeError(KINDS[table], " ".join(part for part in key if part))
        return found

    def are_new(self, spec: RecordSpec, records: RecordColumns) -> bool:
        """Whether the table has none of the records, and each of them has a key of its own."""
        keys = [key_of(record) for record in records] if len(spec.key) > 1 else _single_keys(spec, records)
        if len(set(keys)) < len(keys):
            return False
        table = spec.table.name
        if self._connection.exec_driver_sql(f"SELECT 1 FROM {table} LIMIT 1").scalar() is None:  # noqa: S608
            return True
        if len(spec.key) > 1 or spec.name in self._whole:
            self.load(spec.name)
            return not any(self.find(spec.name, key) for key in keys)
        return not any(
            self._stand(spec, keys[start : start + _AT_ONCE]) for start in range(0, len(keys), _AT_ONCE)
        )

    def _stand(self, spec: RecordSpec, keys: Sequence[RecordKey]) -> bool:
        """Whether the table has a record of one of the keys, which are of one code."""
        marks = ", ".join("?" * len(keys))
        statement = f'SELECT 1 FROM {spec.table.name} WHERE "{spec.key[0]}" IN ({marks}) LIMIT 1'  # noqa: S608
        codes = tuple(code for (code,) in keys)
        return self._connection.exec_driver_sql(statement, codes).scalar() is not None

    def key_of(self, table: str, record_id: int) -> RecordKey:
        """Return the key of the record of that id."""
        known = self._keys[table].get(record_id)
        if known is not None:
            return known
        spec = SPECS[table]
        statement = f"{_KEY_ROWS[table]} WHERE id = ?"
        row = self._connection.exec_driver_sql(statement, (record_id,)).one()
        return self._remember(spec, tuple(row))

    def load(self, *tables: str) -> None:
        """Remember every record of these tables, so that no further look-up is made."""
        for table in tables:
            if table in self._whole:
                continue
            spec = SPECS[table]
            for row in self._connection.exec_driver_sql(_KEY_ROWS[table]).fetchall():
                self._remember(spec, tuple(row))
            self._whole.add(table)

    def added(self, spec: RecordSpec, record_id: int, plain: Plain) -> None:
        """Take note of a new record."""
        key = spec.key_of(plain)
        self._ids[spec.name][key] = record_id
        self._keys[spec.name][record_id] = key

    def removed(self, spec: RecordSpec, record_id: int, plain: Plain) -> None:
        """Take note that a record is gone."""
        self._ids[spec.name].pop(spec.key_of(plain), None)
        self._keys[spec.name].pop(record_id, None)

    def outdated(self, table: str) -> None:
        """Take note that there are new records in a table; they are looked up when they are needed."""
        self._whole.discard(table)

    def forget(self) -> None:
        """Forget everything; the keys of records may hold a code that has changed."""
        for table in SPECS:
            self._ids[table].clear()
            self._keys[table].clear()
        self._whole.clear()

    def _look_up(self, spec: RecordSpec, key: RecordKey) -> int | None:
        plain: Plain = {name: part for name, part in zip(spec.key, key, strict=True) if part}
        try:
            values = [value for field in spec.key_fields for value in field.encode(plain, self)]
        except (UnknownCodeError, KeyError):  # the key names a record that does not exist
            return None
        found = self._connection.exec_driver_sql(_ID_BY_KEY[spec.name], tuple(values)).scalar()
        if found is not None:
            self.added(spec, int(found), plain)
            return int(found)
        return None

    def _remember(self, spec: RecordSpec, row: Row) -> RecordKey:
        plain: Plain = {}
        start = 1
        for field in spec.key_fields:
            stop = start + len(field.columns)
            said = field.decode(row[start:stop], self)
            plain.update((name, value) for name, value in zip(field.names, said, strict=True) if value)
            start = stop
        self.added(spec, row[0], plain)
        return spec.key_of(plain)


def _single_keys(spec: RecordSpec, records: RecordColumns) -> list[RecordKey]:
    return list(zip(records.columns[spec.key[0]]))


def _key_columns(spec: RecordSpec) -> list[str]:
    return [column for field in spec.key_fields for column in field.columns]


_KEY_ROWS = {
    name: sql(select(spec.table.c.id, *(spec.table.c[column] for column in _key_columns(spec))))
    for name, spec in SPECS.items()
}
_ID_BY_KEY = {
    name: f"SELECT id FROM {spec.table.name} WHERE "  # noqa: S608 - names of our own schema
    + " AND ".join(f'"{column}" IS ?' for column in _key_columns(spec))
    for name, spec in SPECS.items()
}

ORDER = {name: PLACE if spec.is_placed else "id" for name, spec in SPECS.items()}
"""The column by which the records of each table are ordered."""
