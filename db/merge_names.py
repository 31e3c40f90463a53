"""What the records of two copies are called: as this copy has them, else as the other one does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from db.fields import Plain
from db.loading import load
from db.merge_view import TwoCopies
from db.pairing import standing_key
from db.specs import SPECS
from db.trails import Copy, Trail
from workbench.domain.case import RecordKey
from workbench.domain.names import Names, introduced, own_name


class MergeNames:
    """Calls records by name for whoever decides; nothing that was expunged here comes into a name."""

    def __init__(self, copies: TwoCopies) -> None:
        self._copies = copies
        self._loaded: dict[tuple[bool, str, int], Plain] = {}
        self._here: Names = cache(self._called_here)
        self._there: Names = cache(self._called_there)

    def look_up(self, trails: Iterable[Trail]) -> None:
        """Read many records of theirs at once, where one by one would take long."""
        wanted: dict[tuple[bool, str], list[int]] = defaultdict(list)
        for trail in trails:
            own = self._copies.standing(trail)
            wanted[own is not None, trail.table].append(trail.record_id if own is None else own)
        for (is_mine, table), ids in wanted.items():
            self._load(table, ids, is_mine=is_mine)

    def of(self, trail: Trail) -> str:
        """Return what a record of theirs is and is called, empty where neither copy has it any more."""
        own = self._copies.standing(trail)
        if own is None:
            return self._introduced(trail.table, trail.record_id, is_mine=False)
        return self._introduced(trail.table, own, is_mine=True)

    def of_gone(self, mine: Trail) -> str:
        """Return what a record that was removed here is and is called there."""
        own = self._copies.pairing.their_id(mine.table, mine.record_id)
        return "" if own is None else self._introduced(mine.table, own, is_mine=False)

    def _introduced(self, table: str, record_id: int, *, is_mine: bool) -> str:
        plain = self._plain(table, record_id, is_mine=is_mine)
        if plain is None:
            return ""
        return introduced(SPECS[table].make(plain), self._here if is_mine else self._there)

    def _called_here(self, table: str, key: RecordKey) -> str:
        own = self._copies.mine.codes.find(table, key)
        return "" if own is None else self._name(table, own, is_mine=True)

    def _called_there(self, table: str, key: RecordKey) -> str:
        """Return what a record that theirs names is called here, or there where it does not stand here."""
        their_id = self._copies.theirs.codes.find(table, key)
        if their_id is None:
            return ""
        own = self._copies.pairing.id_of(table, their_id)
        if own is not None and standing_key(self._copies.mine.codes, table, own) is not None:
            return self._name(table, own, is_mine=True)
        return self._name(table, their_id, is_mine=False)

    def _name(self, table: str, record_id: int, *, is_mine: bool) -> str:
        plain = self._plain(table, record_id, is_mine=is_mine)
        return "" if plain is None else own_name(SPECS[table].make(plain))

    def _plain(self, table: str, record_id: int, *, is_mine: bool) -> Plain | None:
        if (is_mine, table, record_id) not in self._loaded:
            self._load(table, [record_id], is_mine=is_mine)
        return self._loaded.get((is_mine, table, record_id))

    def _load(self, table: str, ids: list[int], *, is_mine: bool) -> None:
        copy: Copy = self._copies.mine if is_mine else self._copies.theirs
        for own, plain in load(copy.connection, copy.codes, SPECS[table], ids).items():
            self._loaded[is_mine, table, own] = plain if is_mine else self._copies.gaps.cleared(plain)
