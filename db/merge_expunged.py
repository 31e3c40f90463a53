"""What was expunged here and still stands in another copy: it is not to come back with a merge.

Nothing of an expunged text is kept, not even a trace by which it could be guessed. But both copies tell
of the operations that they share: where this one has a gap, the other one has the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, or_, select

from db.erasing import SHORTEST_ANYWHERE
from db.fields import Plain
from db.journaltext import GAP_BEGINS, loads
from db.pairing import Pairing
from db.schema import JOURNAL, OPERATIONS, OperationKind
from db.trails import Copy

_GAP = re.compile(re.escape(GAP_BEGINS) + r"\d{4}-\d{2}-\d{2}\]")
_Spot = tuple[str, str, int]
"""An operation by its identity, a table, and the id of a record in this copy."""


@dataclass(frozen=True)
class Gaps:
    """The gaps that stand here, by the texts that stand in their place in the other copy."""

    by_text: Mapping[str, str]

    def clear(self, text: str) -> str:
        """Return a text of the other copy with the gaps of this one."""
        for own in sorted(self.by_text, key=len, reverse=True):
            text = text.replace(own, self.by_text[own])
        return text

    def cleared(self, value: Any) -> Any:
        """Return a record in plain form with the gaps of this copy."""
        if isinstance(value, dict):
            return {self.clear(key): self.cleared(own) for key, own in value.items()}
        if isinstance(value, list):
            return list(map(self.cleared, value))
        return self.clear(value) if isinstance(value, str) else value


def gap_stands(here: Plain, said: Plain) -> bool:
    """Return whether a field that is nothing but a gap here is to be worded around that gap there."""
    return any(
        isinstance(value, str) and _GAP.search(value) and _GAP.fullmatch(str(here.get(name, "")))
        for name, value in said.items()
    )


def gaps_here(mine: Copy, theirs: Copy, pairing: Pairing) -> Gaps:
    """Return what was expunged here and not there."""
    found: dict[str, str] = {}
    if any(own.kind is OperationKind.EXPUNGED and own.uuid not in theirs.known for own in mine.operations):
        numbers = {own.uuid: own.id for own in theirs.operations}
        for uuid, table, record_id in _spots(mine.connection):
            their_id = pairing.their_id(table, record_id)
            if uuid in numbers and their_id is not None:
                ours = _images(mine.connection, _number(mine, uuid), table, record_id)
                other = _images(theirs.connection, numbers[uuid], table, their_id)
                found.update(_differences(ours, other))
        found.update(_in_labels(mine, theirs))
    return Gaps({text: gap for text, gap in found.items() if len(text) >= SHORTEST_ANYWHERE})


def _spots(connection: Connection) -> Iterator[_Spot]:
    """Yield where the history has a gap, each record of an operation once."""
    c, o = JOURNAL.c, OPERATIONS.c
    holds = or_(*(func.instr(side, GAP_BEGINS) > 0 for side in (c.before, c.after)))
    columns = select(o.uuid, c.table_name, c.record_id).distinct()
    for row in connection.execute(
        columns.join_from(JOURNAL, OPERATIONS, c.operation_id == o.id).where(holds)
    ):
        yield row[0], row[1], row[2]


def _number(copy: Copy, uuid: str) -> int:
    return next((own.id for own in copy.operations if own.uuid == uuid), 0)


def _images(connection: Connection, operation: int, table: str, record_id: int) -> list[Plain | None]:
    c = JOURNAL.c
    own = [c.operation_id == operation, c.table_name == table, c.record_id == record_id]
    rows = connection.execute(select(c.before, c.after).where(*own).order_by(c.seq))
    return [loads(side) for row in rows for side in row]


def _differences(ours: list[Plain | None], theirs: list[Plain | None]) -> Iterator[tuple[str, str]]:
    """Yield text and gap wherever images of one moment differ by a gap."""
    for one, other in zip(ours, theirs, strict=False):
        leaves = list(_leaves(one)), list(_leaves(other))
        if len(leaves[0]) == len(leaves[1]):
            yield from chain.from_iterable(map(_taken_out, *leaves))


def _in_labels(mine: Copy, theirs: Copy) -> Iterator[tuple[str, str]]:
    labels = {own.uuid: own.label for own in theirs.operations}
    for own in mine.operations:
        yield from _taken_out(own.label, labels.get(own.uuid, own.label))


def _leaves(value: Any) -> Iterator[str]:
    """Yield every text in an image, codes that stand as keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, own in value.items():
            yield key
            yield from _leaves(own)
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_leaves, value))


def _taken_out(ours: str, theirs: str) -> Iterator[tuple[str, str]]:
    """Yield text and gap where one text is the other with gaps in it."""
    gaps = _GAP.findall(ours)
    if not gaps or ours == theirs:
        return
    pattern = "(.+?)".join(map(re.escape, _GAP.split(ours)))
    found = re.fullmatch(pattern, theirs, re.DOTALL)
    for text, gap in zip(found.groups() if found else (), gaps, strict=False):
        if not _GAP.search(text):
            yield text, gap
