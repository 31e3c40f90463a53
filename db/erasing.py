"""Texts out of tables and history of one file; a dated gap takes their place everywhere at once.

Images in the history and rows in the tables are changed alike, so that replaying the one still gives
the other, and so that no undo can bring back what is gone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Column, Connection, Text, bindparam, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from db import journal
from db.codes import CodeBook
from db.fields import Plain
from db.journaltext import dumps, loads
from db.loading import load
from db.replay import differences, journal_rows, replay
from db.rows import RecordSpec
from db.schema import JOURNAL, METADATA, OPERATIONS
from db.specs import SPECS
from workbench.domain.case import RecordKey
from workbench.domain.saying import marked, translate
from workbench.keeping import ExpungedPlace
from workbench.ports import StorageError

SHORTEST_ANYWHERE = 4
"""A shorter text is taken out of the field named only: it stands inside too many other words."""
_AT_ONCE = 5000
_FALLS_APART = marked(
    "Expunge",
    "The text could not be taken out without tables and history falling apart; nothing was changed. "
    "Two codes would become the same: change one of them first.",
)
_REPLAYED = 200_000
"""Up to so many entries the whole history is replayed to make sure that it still gives the tables."""


@dataclass(frozen=True)
class Spot:
    """One field of one record, whatever its key was over time."""

    table: str
    key: RecordKey
    field: str


@dataclass(frozen=True)
class Erasure:
    """What is to go, and what takes its place.

    Attributes
    ----------
    texts : tuple of str
        Gone wherever they stand, longer ones first.
    spot : Spot or None
        A field all of whose values go.
    gap : str
        What is written instead.
    """

    texts: tuple[str, ...]
    spot: Spot | None
    gap: str

    def clear(self, text: str) -> str:
        """Return a text without what is to go."""
        for own in self.texts:
            text = text.replace(own, self.gap)
        return text


def anywhere(texts: frozenset[str], gap: str) -> tuple[str, ...]:
    """Return the texts that are taken out wherever they stand, longer ones first."""
    fit = (text for text in texts if len(text) >= SHORTEST_ANYWHERE and text not in gap)
    return tuple(sorted(fit, key=lambda text: (-len(text), text)))


def values_of(connection: Connection, spot: Spot, gap_begins: str) -> frozenset[str]:
    """Return every value that a field of a record ever had, gaps left out."""
    ids = journal.records_of_key(connection, spot.table, spot.key)
    own = [JOURNAL.c.table_name == spot.table, JOURNAL.c.record_id.in_(ids)]
    rows = connection.execute(select(JOURNAL.c.before, JOURNAL.c.after).where(*own))
    images = (loads(side) for row in rows for side in row)
    values = (image.get(spot.field) for image in images if image)
    return frozenset(value for value in values if value and not value.startswith(gap_begins))


class Eraser:
    """Takes texts out of one file, over a connection in a transaction."""

    def __init__(self, connection: Connection, erasure: Erasure) -> None:
        self._connection = connection
        self._erasure = erasure
        spot = erasure.spot
        self._spot_ids = journal.records_of_key(connection, spot.table, spot.key) if spot else frozenset()

    def places(self) -> Iterator[ExpungedPlace]:
        """Yield where the texts stand or stood, each record and field once; nothing is changed."""
        seen: set[ExpungedPlace] = set()
        for seq, table, record_id, *sides in self._hits():
            del seq
            for image in map(loads, sides):
                for field in self._touched(SPECS[table], record_id, image or {}):
                    key = SPECS[table].key_of(image or {})
                    seen.add(ExpungedPlace(table, tuple(map(self._erasure.clear, key)), field))
        yield from sorted(seen, key=lambda own: (own.table, own.key, own.field))
        yield from (ExpungedPlace("", (), name) for name in self._in_operations())

    def erase(self) -> dict[tuple[str, int], Plain | None]:
        """Take the texts out and return the last image of every record that was touched."""
        touched = self._erase_history()
        self._erase_operations()
        try:
            self._erase_tables()
        except IntegrityError as error:
            raise StorageError(translate("Expunge", _FALLS_APART)) from error
        if not self._agree(touched):
            raise StorageError(translate("Expunge", _FALLS_APART))
        return touched

    def _hits(self) -> Iterator[tuple[Any, ...]]:
        """Yield the entries of the journal in which something is to go."""
        tests = [self._holds(side) for side in (JOURNAL.c.before, JOURNAL.c.after)]
        if self._erasure.spot:
            own = JOURNAL.c.table_name == self._erasure.spot.table
            tests.append(own & JOURNAL.c.record_id.in_(self._spot_ids))
        columns = (
            JOURNAL.c.seq,
            JOURNAL.c.table_name,
            JOURNAL.c.record_id,
            JOURNAL.c.before,
            JOURNAL.c.after,
        )
        statement = select(*columns).where(or_(*tests)).order_by(JOURNAL.c.seq)
        yield from (tuple(row) for row in self._connection.execute(statement).fetchall())

    def _holds(self, column: Column[Any]) -> ColumnElement[bool]:
        """Return the test whether JSON text holds one of the texts, as JSON writes it."""
        written = (json.dumps(text, ensure_ascii=False)[1:-1] for text in self._erasure.texts)
        return or_(False, *(func.instr(column, text) > 0 for text in written))

    def _cleared(self, spec: RecordSpec, record_id: int, image: Plain) -> Plain:
        cleared = {name: self._value(spec, name, value) for name, value in image.items()}
        spot = self._erasure.spot
        if spot and spec.name == spot.table and record_id in self._spot_ids and cleared.get(spot.field):
            cleared[spot.field] = self._erasure.gap
        return cleared

    def _touched(self, spec: RecordSpec, record_id: int, image: Plain) -> Iterator[str]:
        cleared = self._cleared(spec, record_id, image)
        yield from (name for name in image if not _alike(image[name], cleared[name]))

    def _value(self, spec: RecordSpec, name: str, value: Any) -> Any:
        if name in {own for field in spec.columns if field.is_free for own in field.names}:
            return self._erasure.clear(value) if isinstance(value, str) else value
        if name in {field.name for field in spec.lists}:
            return _in_list(name, value, self._erasure.clear)
        return value

    def _erase_history(self) -> dict[tuple[str, int], Plain | None]:
        last: dict[tuple[str, int], Plain | None] = {}
        changed: list[dict[str, Any]] = []
        for seq, table, record_id, *sides in self._hits():
            images = [loads(side) for side in sides]
            new = [image and self._cleared(SPECS[table], record_id, image) for image in images]
            before, after = (dumps(image) for image in new)
            if [before, after] != sides:
                changed.append({"of": seq, "was": before, "now": after})
                last[table, record_id] = new[1]
        statement = (
            update(JOURNAL)
            .where(JOURNAL.c.seq == bindparam("of"))
            .values(before=bindparam("was"), after=bindparam("now"))
        )
        for start in range(0, len(changed), _AT_ONCE):
            self._connection.execute(statement, changed[start : start + _AT_ONCE])
        return {own: self._last_image(*own) for own in last}

    def _last_image(self, table: str, record_id: int) -> Plain | None:
        own = [JOURNAL.c.table_name == table, JOURNAL.c.record_id == record_id]
        statement = select(JOURNAL.c.after).where(*own).order_by(JOURNAL.c.seq.desc()).limit(1)
        return loads(self._connection.execute(statement).scalar())

    def _in_operations(self) -> Iterator[str]:
        for column in _OPERATION_TEXTS:
            test = or_(False, *(func.instr(column, text) > 0 for text in self._erasure.texts))
            if self._connection.execute(select(OPERATIONS.c.id).where(test).limit(1)).first():
                yield column.name

    def _erase_operations(self) -> None:
        for column in _OPERATION_TEXTS:
            self._replace(column)

    def _erase_tables(self) -> None:
        for spec in SPECS.values():
            for field in spec.columns:
                for column in (spec.table.c[name] for name in field.columns):
                    if field.is_free and isinstance(column.type, Text):
                        self._replace(column)
            for entries in spec.lists:
                if "passage" in METADATA.tables[entries.link].c:
                    self._replace(METADATA.tables[entries.link].c.passage)
        spot = self._erasure.spot
        if spot:
            column = SPECS[spot.table].table.c[spot.field]
            test = (column != "") & SPECS[spot.table].table.c.id.in_(self._spot_ids)
            self._connection.execute(update(column.table).where(test).values({column: self._erasure.gap}))

    def _replace(self, column: Column[Any]) -> None:
        for text in self._erasure.texts:
            new = func.replace(column, text, self._erasure.gap)
            test = func.instr(column, text) > 0
            self._connection.execute(update(column.table).where(test).values({column: new}))

    def _agree(self, touched: dict[tuple[str, int], Plain | None]) -> bool:
        """Return whether tables and history say the same: of what was touched, or of everything."""
        if self._connection.execute(select(func.count()).select_from(JOURNAL)).scalar_one() > _REPLAYED:
            return all(self._is_kept(*own, image) for own, image in touched.items())
        image = replay(journal_rows(self._connection))
        return next(differences(self._connection, image), None) is None

    def _is_kept(self, table: str, record_id: int, image: Plain | None) -> bool:
        """Return whether the texts of a record stand in its table as the history has them."""
        spec = SPECS[table]
        found = load(self._connection, CodeBook(self._connection), spec, [record_id]).get(record_id)
        if found is None or image is None:
            return found is image
        texts = [field.names[0] for field in spec.columns if field.is_free and field.names == field.columns]
        return all(found.get(name) == image.get(name) for name in texts)


_OPERATION_TEXTS = (OPERATIONS.c.label, OPERATIONS.c.author, OPERATIONS.c.host)


def _alike(one: Any, other: Any) -> bool:
    return bool(one == other) and (not isinstance(one, dict) or list(one) == list(other))


def _in_list(name: str, value: Any, clear: Callable[[str], str]) -> Any:
    """Return a list of a record with its codes and texts cleared; dates and stances are none."""
    match name:
        case "stances":
            return {clear(option): stance for option, stance in value.items()}
        case "choices":
            return {clear(issue): clear(option) for issue, option in value.items()}
        case "members":
            return [[clear(party), *dates] for party, *dates in value]
    return [_in_entry(own, clear) for own in value]


def _in_entry(entry: Any, clear: Callable[[str], str]) -> Any:
    if isinstance(entry, str):
        return clear(entry)
    return [clear(part) if isinstance(part, str) else part for part in entry]


def mark(
    connection: Connection,
    done: journal.OperationRecord,
    touched: dict[tuple[str, int], Plain | None],
) -> None:
    """Write into the history that texts were taken out, beside every record that still stands."""
    last = connection.execute(select(func.max(OPERATIONS.c.id))).scalar() or 0
    number = last + 1
    journal.add_operation(connection, replace(done, id=number))
    codes = CodeBook(connection)
    rows = []
    for table, record_id in sorted(touched):  # as they stand now: codes may have changed since
        image = dumps(load(connection, codes, SPECS[table], [record_id]).get(record_id))
        own = {"operation_id": number, "table_name": table, "record_id": record_id}
        if image is not None:
            rows.append(own | {"before": image, "after": image})
    if rows:
        connection.execute(JOURNAL.insert(), rows)
