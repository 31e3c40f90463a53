"""Which record of one copy is which record of the other."""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import NoResultFound

from db.codes import CodeBook
from db.journaltext import loads
from db.resolved import MissingRecordError
from db.schema import JOURNAL, OPERATIONS
from db.specs import SPECS
from db.trails import Copy
from workbench.domain.case import RecordKey

_Creations = dict[tuple[str, str, RecordKey], int]


class Pairing:
    """Ids of the other copy's records in this one.

    What was entered before the copies parted has the same id in both. What came in with a merge is
    known by the operation that entered it. Everything else is the same where its key is.
    """

    def __init__(self, mine: Copy, theirs: Copy) -> None:
        self._mine = mine
        self._theirs = theirs
        parted = _parted(mine, theirs)
        self._shared = _last_ids(mine.connection, parted)
        self._ids: dict[tuple[str, int], int] = {}
        self._keys: dict[tuple[str, int], RecordKey] = {}
        created = _creations(mine.connection, parted)
        for creation, their_id in _creations(theirs.connection, parted).items():
            if creation in created:
                self._ids.setdefault((creation[1], their_id), created[creation])

    def id_of(self, table: str, their_id: int) -> int | None:
        """Return the id that a record of theirs has here, none where it never was here."""
        if their_id <= self._shared.get(table, 0):
            return their_id
        return self._ids.get((table, their_id))

    def their_id(self, table: str, my_id: int) -> int | None:
        """Return the id that a record of this copy has there, none where it never was there."""
        if my_id <= self._shared.get(table, 0):
            return my_id
        same = (their for (name, their), own in self._ids.items() if name == table and own == my_id)
        return next(same, None)

    def last_shared(self, table: str) -> int:
        """Return the highest id that was given in a table before the copies parted."""
        return self._shared.get(table, 0)

    def pair(self, table: str, their_id: int, my_id: int) -> None:
        """Take note that two records are one."""
        self._ids[table, their_id] = my_id

    def expect(self, table: str, their_id: int, key: RecordKey) -> None:
        """Take note that a record of theirs will come in under this key."""
        self._keys[table, their_id] = key

    def key_of(self, table: str, record_id: int) -> RecordKey:
        """Return the key that a record of theirs has here.

        Raises
        ------
        MissingRecordError
            If it is not here.
        """
        own = self.id_of(table, record_id)
        if own is None and (table, record_id) in self._keys:
            return self._keys[table, record_id]
        found = None if own is None else standing_key(self._mine.codes, table, own)
        if found is None:
            raise MissingRecordError(table, record_id)
        return found


def standing_key(codes: CodeBook, table: str, record_id: int) -> RecordKey | None:
    """Return the key of a record, none where it does not stand."""
    try:
        return codes.key_of(table, record_id)
    except NoResultFound:
        return None


def _parted(mine: Copy, theirs: Copy) -> int:
    """Return the number of the last operation that both did as one."""
    last = 0
    for one, other in zip(_identities(mine.connection), _identities(theirs.connection), strict=False):
        if one != other:
            break
        last = one[0]
    return last


def _identities(connection: Connection) -> list[tuple[int, str]]:
    rows = connection.execute(select(OPERATIONS.c.id, OPERATIONS.c.uuid).order_by(OPERATIONS.c.id))
    return [(number, uuid) for number, uuid in rows]


def _last_ids(connection: Connection, parted: int) -> dict[str, int]:
    """Return the highest id that was given in each table before the copies parted."""
    statement = (
        select(JOURNAL.c.table_name, func.max(JOURNAL.c.record_id))
        .where(JOURNAL.c.operation_id <= parted)
        .group_by(JOURNAL.c.table_name)
    )
    return {table: last for table, last in connection.execute(statement)}  # noqa: C416


def _creations(connection: Connection, parted: int) -> _Creations:
    """Return the ids of what was entered since, by operation, table and key."""
    joined = JOURNAL.join(OPERATIONS, JOURNAL.c.operation_id == OPERATIONS.c.id)
    statement = (
        select(OPERATIONS.c.uuid, JOURNAL.c.table_name, JOURNAL.c.record_id, JOURNAL.c.after)
        .select_from(joined)
        .where(JOURNAL.c.before.is_(None), JOURNAL.c.after.is_not(None), JOURNAL.c.operation_id > parted)
        .order_by(JOURNAL.c.seq)
    )
    found: _Creations = {}
    for uuid, table, record_id, image in connection.execute(statement):
        found.setdefault((uuid, table, SPECS[table].key_of(loads(image) or {})), record_id)
    return found
