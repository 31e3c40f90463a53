"""Records behind codes that they no longer bear: what older entries of the history speak of.

The journal names records by the codes they had at the time. Most have them still; of the others it is read
from the journal which record that was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from db.codes import CodeBook
from db.fields import Plain
from db.journaltext import loads
from db.loading import load
from db.schema import JOURNAL
from db.specs import SPECS
from workbench.domain.case import Record, RecordKey
from workbench.domain.names import own_name

TABLES = ("parties", "groups", "issues", "options", "sources", "events", "packages")
"""The tables whose records others, or labels, name by their codes."""
Place = tuple[str, RecordKey]


class EarlierRecords:
    """Reads the journal on from where it stopped the last time."""

    def __init__(self) -> None:
        self._read_to = 0
        self._bearers: dict[Place, set[int]] = defaultdict(set)
        self._last: dict[tuple[str, int], Plain] = {}

    def read(self, connection: Connection) -> dict[Place, Record | None]:
        """Return, by table and code, the record that bore it, as it stands or stood last.

        None where more than one record has borne a code and they are not called the same.
        """
        self._read_on(connection)
        codes = CodeBook(connection)
        return dict(self._found(connection, codes))

    def _read_on(self, connection: Connection) -> None:
        c = JOURNAL.c
        columns = (c.seq, c.table_name, c.record_id, c.before, c.after)
        new = (c.seq > self._read_to) & c.table_name.in_(TABLES) & c.before.is_not(None)
        for seq, table, record_id, before, after in connection.execute(
            select(*columns).where(new).order_by(c.seq)
        ):
            was = loads(before) or {}
            self._bearers[table, SPECS[table].key_of(was)].add(record_id)
            self._last[table, record_id] = loads(after) or was
            self._read_to = seq

    def _found(self, connection: Connection, codes: CodeBook) -> Iterator[tuple[Place, Record | None]]:
        for (table, key), ids in self._bearers.items():
            now = codes.find(table, key)
            if now is not None and ids == {now}:
                continue
            bearers = ids if now is None else ids | {now}
            known = [self._record(connection, codes, table, own) for own in sorted(bearers)]
            same = len({own_name(record) for record in known}) == 1
            yield (table, key), known[-1] if same else None

    def _record(self, connection: Connection, codes: CodeBook, table: str, record_id: int) -> Record:
        spec = SPECS[table]
        standing = load(connection, codes, spec, [record_id]).get(record_id)
        return spec.make(standing or self._last[table, record_id])
