"""Putting issues, options, parties and other records into another order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain import labels
from workbench.domain.case import RecordKey, key_of
from workbench.domain.issue import Issue
from workbench.domain.labels import Label
from workbench.operations.names import KINDS, mentioned, not_there
from workbench.ports import Work

_FEW = 3
"""So many records are named one by one."""


def moving(work: Work, table: str, keys: tuple[RecordKey, ...]) -> Label:
    """Return what putting some records into another order is called."""
    found = [mentioned(work, table, key) for key in keys]
    if len(found) == 1:
        return Label.of(labels.MOVE, labels.kind(table), found[0])
    if len(found) <= _FEW:
        return Label.of(labels.MOVE_SEVERAL, found)
    return Label.of_many(labels.MOVE_MANY, len(found))


@dataclass(frozen=True, slots=True)
class PlaceRecords:
    """Put records beside another one of their table; an issue goes into the basket of its neighbour.

    Parameters
    ----------
    table : str
        The table.
    keys : tuple of tuple of str
        What is moved, in the order in which it is to stand.
    beside : tuple of str
        The neighbour.
    after : bool
        Whether they come to stand after it, else before it.
    """

    table: str
    keys: tuple[RecordKey, ...]
    beside: RecordKey
    after: bool = False

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return f"reorder {KINDS[self.table]}"

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        return moving(work, self.table, self.keys)

    def run(self, work: Work) -> None:
        """Move them, one after the other; nothing is written where all stand so already."""
        for key in (*self.keys, self.beside):
            if work.get(self.table, key) is None:
                raise not_there(self.table, key)
        moved = [key for key in self.keys if key != self.beside]
        if self.table == "issues":
            self._take_basket(work, moved)
        order = [key_of(record) for record in work.records(self.table)]
        rest = [key for key in order if key not in moved]
        place = rest.index(self.beside) + self.after
        before = rest[place] if place < len(rest) else None
        if [*rest[:place], *moved, *rest[place:]] != order:
            for key in moved:
                work.move(self.table, key, before)

    def _take_basket(self, work: Work, moved: list[RecordKey]) -> None:
        neighbour = work.get("issues", self.beside)
        for key in moved:
            issue = work.get("issues", key)
            if isinstance(issue, Issue) and isinstance(neighbour, Issue) and issue.basket != neighbour.basket:
                work.put(replace(issue, basket=neighbour.basket))
